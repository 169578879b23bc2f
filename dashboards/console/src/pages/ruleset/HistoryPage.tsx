import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { fetchSet } from '../../api/rulesets';
import { Loaded } from '../../components/Panel';
import { Section } from '../../components/Section';
import { Time } from '../../components/Time';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';
import { useSession } from '../../state/session';
import { DifferenceView } from './DiffView';
import { mayPropose } from './rights';
import { RollbackButton } from './RollbackButton';

/** One set and what it changed. */
export default function HistoryPage() {
  const { t } = usePreferences();
  const { user } = useSession();
  const number = Number(useParams().number ?? '0');
  const query = useQuery({ queryKey: keys.ruleset('set', number), queryFn: ({ signal }) => fetchSet(number, signal) });
  return (
    <div className="page ruleset-page">
      <Link to="/rulesets?tab=history">{t('ruleset.history.back')}</Link>
      <Loaded query={query} rows={10}>
        {({ set, differences }) => (
          <>
            <div className="queue-title">
              <h1 className="page-title">{set.number === 0 ? t('ruleset.history.shipped') : t('ruleset.history.set', { number: set.number })}</h1>
              {set.current && <span className="proposal-state proposal-approved">{t('ruleset.history.current')}</span>}
              {set.number > 0 && <span className="page-count">{t('ruleset.current.by', { author: set.author, approver: set.approver })}</span>}
              {set.at !== null && <Time iso={set.at} />}
              {set.proposal !== null && <Link to={`/rulesets/proposals/${set.proposal}`}>{t('ruleset.proposal.number', { id: set.proposal })}</Link>}
              <div className="ruleset-tools">{!set.current && mayPropose(user) && <RollbackButton number={set.number} />}</div>
            </div>
            <Section title={t('ruleset.history.changes')}>
              {differences.length === 0 && <p className="nothing">{t('ruleset.history.none')}</p>}
              {differences.map((difference) => (
                <article key={`${difference.kind}-${difference.ruleId}`} className="change">
                  <h3>
                    <span className={`kind kind-${difference.kind}`}>{t(`ruleset.kind.${difference.kind}`)}</span>{' '}
                    <code>{difference.after?.path ?? difference.before?.path ?? difference.ruleId}</code>
                  </h3>
                  <DifferenceView difference={difference} />
                </article>
              ))}
            </Section>
          </>
        )}
      </Loaded>
    </div>
  );
}
