import { SearchOutlined } from '@ant-design/icons';
import { App, Input, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { fetchAlert } from '../../api/alerts';
import { fetchCase } from '../../api/filingcases';
import { Problem } from '../../api/http';
import { casesLink } from '../../lib/casefilter';
import { caseLink } from '../../lib/filinglinks';
import { queueLink } from '../../lib/filter';
import { toSearchTarget } from '../../lib/search';
import { useKey } from '../../state/keyboard';
import { usePreferences } from '../../state/preferences';

/** An address, a user, the number of an alert, a case or an application: straight to where it is. */
export function GlobalSearch() {
  const { t } = usePreferences();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const box = useRef<InputRef>(null);
  const [typed, setTyped] = useState('');
  useKey('/', () => {
    box.current?.focus({ cursor: 'all' });
  });

  const openNumber = async (number: string) => {
    try {
      // The service takes a number in place of an id.
      const { id } = await fetchAlert(number);
      await navigate(`/alerts/${encodeURIComponent(id)}`);
    } catch (cause) {
      if (cause instanceof Problem && (cause.status === 404 || cause.status === 400)) {
        void message.info(t('top.notFound', { number }));
      } else {
        await navigate(queueLink({ text: number }));
      }
    }
  };

  const openCase = async (number: string) => {
    try {
      const { id } = await fetchCase(number);
      await navigate(caseLink(id));
    } catch (cause) {
      if (cause instanceof Problem && (cause.status === 404 || cause.status === 400)) {
        void message.info(t('filing.search.notFound', { number }));
      } else {
        await navigate(casesLink({ text: number }));
      }
    }
  };

  const go = () => {
    const target = toSearchTarget(typed);
    switch (target.type) {
      case 'nothing':
        return;
      case 'number':
        void openNumber(target.number);
        break;
      case 'case':
        void openCase(target.number);
        break;
      case 'list':
        void navigate(target.link);
        break;
    }
    box.current?.blur();
  };

  return (
    <Input
      ref={box}
      className="top-search"
      prefix={<SearchOutlined />}
      suffix={<kbd>/</kbd>}
      placeholder={t('top.search')}
      aria-label={t('top.search')}
      maxLength={256}
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value);
      }}
      onPressEnter={go}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          box.current?.blur();
        }
      }}
    />
  );
}
