import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Turn } from '../../api/compliancetypes';
import { ResultLabel } from '../../components/compliance/Results';
import { Section } from '../../components/Section';
import { Time } from '../../components/Time';
import { say } from '../../i18n/translate';
import { evidenceLink } from '../../lib/compliancelinks';
import { usePreferences } from '../../state/preferences';
import { JudgeName } from './CellDetail';

const FIRST = 12;

/** How the result came to be what it is; nothing is overwritten. */
export function HistorySection({ history }: { history: readonly Turn[] }) {
  const { t, language } = usePreferences();
  const [all, setAll] = useState(false);
  const shown = all ? history : history.slice(0, FIRST);
  return (
    <Section title={t('item.history')}>
      {history.length === 0 && <p className="nothing">{t('item.history.none')}</p>}
      <ol className="turns">
        {shown.map((turn, index) => (
          <li key={index}>
            <Time iso={turn.at} />
            <span className="turn-change">
              {turn.from !== null && (
                <>
                  <ResultLabel result={turn.from} /> →{' '}
                </>
              )}
              <ResultLabel result={turn.to} strong />
            </span>
            <code className="soft">{turn.object}</code>
            <span className="turn-why">
              <bdi>{say(turn.reason, language)}</bdi>{' '}
              {turn.evidence.map((id) => (
                <Link key={id} to={evidenceLink(id)}>
                  {t('evidence.open')}
                </Link>
              ))}
            </span>
            <span className="soft">
              <JudgeName judge={turn.judge} />
            </span>
          </li>
        ))}
      </ol>
      {shown.length < history.length && (
        <Button size="small" type="link" onClick={() => { setAll(true); }}>
          {t('item.history.more', { n: history.length - FIRST })}
        </Button>
      )}
    </Section>
  );
}
