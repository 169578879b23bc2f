import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { fetchSets, type SetRow } from '../../api/rulesets';
import { Heads } from '../../components/Heads';
import { Loaded } from '../../components/Panel';
import { Time } from '../../components/Time';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';
import { useSession } from '../../state/session';
import { mayPropose } from './rights';
import { RollbackButton } from './RollbackButton';

/** Every set that ran, and the way back to it. */
export function SetHistory() {
  const query = useQuery({ queryKey: keys.ruleset('sets'), queryFn: ({ signal }) => fetchSets(signal) });
  return (
    <Loaded query={query} rows={8}>
      {(page) => <SetTable sets={page.items} />}
    </Loaded>
  );
}

function SetTable({ sets }: { sets: SetRow[] }) {
  const { t } = usePreferences();
  const { user } = useSession();
  return (
    <section className="panel">
      <div className="grid-table ruleset-table">
        <table>
          <Heads
            of={[
              t('ruleset.tab.history'),
              [t('ruleset.history.at'), 'column-time'],
              t('ruleset.proposal.author'),
              t('ruleset.column.state'),
              ['', 'column-actions'],
            ]}
          />
          <tbody>
            {sets.map((set) => (
              <tr key={set.number}>
                <td>
                  {set.number === 0 ? (
                    t('ruleset.history.shipped')
                  ) : (
                    <Link to={`/rulesets/history/${set.number}`}>{t('ruleset.history.set', { number: set.number })}</Link>
                  )}{' '}
                  {set.current && <span className="proposal-state proposal-approved">{t('ruleset.history.current')}</span>}
                </td>
                <td>{set.at !== null && <Time iso={set.at} />}</td>
                <td>{set.number > 0 && t('ruleset.current.by', { author: set.author, approver: set.approver })}</td>
                <td className="soft">
                  {set.number > 0 && `${t('ruleset.history.texts', { n: set.texts })} · ${t('ruleset.history.disabled', { n: set.disabled })}`}
                </td>
                <td>{!set.current && mayPropose(user) && <RollbackButton number={set.number} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
