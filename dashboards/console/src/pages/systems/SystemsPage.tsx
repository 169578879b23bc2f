import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { fetchSystems } from '../../api/assets';
import type { ProtectedSystem } from '../../api/assettypes';
import { DaysLeft } from '../../components/compliance/Duties';
import { Loaded, Panel } from '../../components/Panel';
import { useActs } from '../../components/useActs';
import { daysBetween } from '../../lib/duties';
import { formatCount } from '../../lib/numbers';
import { mayEngineer } from '../../lib/protectionrights';
import { ABSENT } from '../../lib/time';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';
import { useSession } from '../../state/session';
import { useToday } from '../../state/time';
import { useSystemActs } from './useSystemActs';

/** The systems under classified protection, with what was filed of them. */
export default function SystemsPage() {
  const { t } = usePreferences();
  const { user } = useSession();
  const acts = useSystemActs();
  const { open, dialog } = useActs(keys.systems);
  const query = useQuery({ queryKey: keys.systems, queryFn: ({ signal }) => fetchSystems(signal) });
  return (
    <div className="page">
      <div className="queue-title">
        <h1 className="page-title">{t('system.title')}</h1>
        {query.data !== undefined && <span className="page-count">{t('compliance.total', { n: formatCount(query.data.length) })}</span>}
        {mayEngineer(user) && (
          <span className="queue-tools">
            <Button size="small" type="primary" onClick={() => { open(acts.add()); }}>
              {t('system.add')}
            </Button>
          </span>
        )}
      </div>
      <Panel title={t('system.title')} hint={t('system.hint')}>
        <Loaded query={query} rows={5}>
          {(rows) => (rows.length === 0 ? <p className="nothing">{t('compliance.none')}</p> : <Systems rows={rows} />)}
        </Loaded>
      </Panel>
      {dialog}
    </div>
  );
}

const WARN_DAYS = 90;

function Systems({ rows }: { rows: readonly ProtectedSystem[] }) {
  const { t } = usePreferences();
  const { user } = useSession();
  const acts = useSystemActs();
  const { open, dialog } = useActs(keys.systems);
  const today = useToday();
  const engineer = mayEngineer(user);
  return (
    <div className="grid-table protection-table">
      <table>
        <thead>
          <tr>
            <th scope="col" className="wide">{t('asset.column.name')}</th>
            <th scope="col">{t('system.level')}</th>
            <th scope="col">{t('system.filing')}</th>
            <th scope="col">{t('system.validUntil')}</th>
            <th scope="col">{t('system.assessedOn')}</th>
            <th scope="col">{t('system.route')}</th>
            <th scope="col">{t('system.owner')}</th>
            <th scope="col" className="number">{t('asset.title')}</th>
            {engineer && <th scope="col" />}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const left = daysBetween(today, row.filingValidUntil);
            return (
              <tr key={row.id}>
                <td className="wide">
                  <Link to={`/compliance/${encodeURIComponent(row.id)}`}>
                    <bdi>{row.name}</bdi>
                  </Link>{' '}
                  <code className="soft">{row.id}</code>
                </td>
                <td>
                  <b>{t('compliance.level', { n: row.level })}</b> <code>{row.notation}</code>
                </td>
                <td>
                  <bdi>{row.filingNumber === '' ? ABSENT : row.filingNumber}</bdi>
                </td>
                <td>
                  {row.filingValidUntil === '' ? ABSENT : row.filingValidUntil} {left !== null && left <= WARN_DAYS && <DaysLeft duty={{ daysLeft: left, state: left < 0 ? 'overdue' : 'soon' }} />}
                </td>
                <td>{row.lastAssessedOn === '' ? ABSENT : row.lastAssessedOn}</td>
                <td>{t(`system.route.${row.reportingRoute}`)}</td>
                <td>
                  <bdi>{row.owner}</bdi>
                </td>
                <td className="number">
                  <Link to={`/assets?system=${encodeURIComponent(row.id)}`}>{formatCount(row.assets)}</Link>
                </td>
                {engineer && (
                  <td>
                    <Button size="small" onClick={() => { open(acts.edit(row)); }}>
                      {t('asset.edit')}
                    </Button>{' '}
                    <Button size="small" danger disabled={row.assets > 0} title={row.assets > 0 ? t('failure.inUse') : ''} onClick={() => { open(acts.drop(row)); }}>
                      {t('asset.drop')}
                    </Button>
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
      {dialog}
    </div>
  );
}
