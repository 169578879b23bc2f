import { Input } from 'antd';
import { useState } from 'react';
import type { Member } from '../../api/filingtypes';
import { Section } from '../../components/Section';
import { formatCount } from '../../lib/numbers';
import { usePreferences } from '../../state/preferences';

const FIND_FROM = 12;

export function MembersSection({ members }: { members: readonly Member[] }) {
  const { t } = usePreferences();
  const [find, setFind] = useState('');
  const wanted = find.trim().toLowerCase();
  const shown = members.filter(({ key, name }) => `${key} ${name}`.toLowerCase().includes(wanted));
  return (
    <Section title={t('filing.members')} aside={<span className="soft">{formatCount(members.length)}</span>}>
      {members.length >= FIND_FROM && (
        <Input size="small" allowClear value={find} placeholder={t('filing.members.find')} aria-label={t('filing.members.find')} onChange={(event) => { setFind(event.target.value); }} />
      )}
      <ul className="members" tabIndex={0} aria-label={t('filing.members')}>
        {shown.map(({ key, name }) => (
          <li key={key}>
            <bdi>{name}</bdi>
            {key !== name && <code className="soft">{key}</code>}
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p className="nothing">{t('filing.members.noMatch')}</p>}
    </Section>
  );
}
