import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { fetchRectifications } from '../../api/compliance';
import type { Rectification } from '../../api/compliancetypes';
import { DaysLeft } from '../../components/compliance/Duties';
import { Loaded, Panel } from '../../components/Panel';
import { useActs } from '../../components/useActs';
import { assessmentLink, itemLink } from '../../lib/compliancelinks';
import { daysBetween } from '../../lib/duties';
import { formatCount } from '../../lib/numbers';
import { mayPlan } from '../../lib/protectionrights';
import { clauseName } from '../../lib/results';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';
import { useSession } from '../../state/session';
import { useToday } from '../../state/time';
import { usePersonActs } from './usePersonActs';

export function RectificationsTab({ system }: { system: string }) {
  const { t } = usePreferences();
  const query = useQuery({ queryKey: keys.additions('rectifications', system), queryFn: ({ signal }) => fetchRectifications({ system }, signal) });
  return (
    <div className="tab-body">
      <Loaded query={query} rows={6}>
        {(rows) => (
          <Panel title={t('rectify.title')} hint={t('rectify.hint', { open: formatCount(rows.filter(({ state }) => state === 'open').length), n: formatCount(rows.length) })}>
            {rows.length === 0 ? <p className="nothing">{t('rectify.none')}</p> : <RectificationTable rows={rows} />}
          </Panel>
        )}
      </Loaded>
    </div>
  );
}

/** Overdue and open ones first, by their day. */
function inOrder(rows: readonly Rectification[]): Rectification[] {
  const rank = ({ state, overdue }: Rectification) => (overdue ? 0 : state === 'open' ? 1 : state === 'done' ? 2 : 3);
  return rows.toSorted((a, b) => rank(a) - rank(b) || a.due.localeCompare(b.due));
}

export function RectificationTable({ rows, withItem = true }: { rows: readonly Rectification[]; withItem?: boolean }) {
  const { t } = usePreferences();
  const { user } = useSession();
  const acts = usePersonActs();
  const { open, dialog } = useActs(keys.compliance);
  const today = useToday();
  return (
    <div className="grid-table protection-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('rectify.id')}</th>
            {withItem && <th scope="col">{t('compliance.item')}</th>}
            <th scope="col">{t('compliance.object')}</th>
            <th scope="col" className="wide">{t('act.measure')}</th>
            <th scope="col">{t('act.owner')}</th>
            <th scope="col">{t('act.due')}</th>
            <th scope="col">{t('column.state')}</th>
            <th scope="col" />
          </tr>
        </thead>
        <tbody>
          {inOrder(rows).map((row) => {
            const left = daysBetween(today, row.due) ?? 0;
            return (
              <tr key={row.id} className={row.overdue ? 'row-overdue' : ''}>
                <td>{row.id}</td>
                {withItem && (
                  <td>
                    <Link to={itemLink(row.system, row.item, row.object)}>{clauseName(row.item)}</Link>
                  </td>
                )}
                <td>
                  <code>{row.object}</code>
                </td>
                <td className="wide">
                  <bdi>{row.measure}</bdi>
                </td>
                <td>
                  <bdi>{row.owner}</bdi>
                </td>
                <td>
                  {row.due} {row.state === 'open' && <DaysLeft duty={{ daysLeft: left, state: left < 0 ? 'overdue' : left <= 30 ? 'soon' : 'ok' }} />}
                </td>
                <td>
                  <span className={`rectify-${row.state}`}>{t(`rectify.state.${row.state}`)}</span> {row.verifiedIn !== null && <Link to={assessmentLink(row.verifiedIn)}>{row.verifiedIn}</Link>}
                </td>
                <td>
                  {row.state === 'open' && mayPlan(user) && (
                    <Button size="small" onClick={() => { open(acts.finish(row.id)); }}>
                      {t('act.finish')}
                    </Button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {dialog}
    </div>
  );
}
