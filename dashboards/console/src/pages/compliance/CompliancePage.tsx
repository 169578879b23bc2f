import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { fetchDuties, fetchSystemStates } from '../../api/compliance';
import type { Duty, SystemState } from '../../api/compliancetypes';
import { DaysLeft, DutyList } from '../../components/compliance/Duties';
import { Loaded, Panel } from '../../components/Panel';
import { say } from '../../i18n/translate';
import { pressing } from '../../lib/duties';
import { formatCount } from '../../lib/numbers';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';
import { Freshness, MajorRisks, Outcome, Coverage, Results } from './Figures';

/** Every system at a glance: how much is covered, what came out, how fresh it is, and what is due. */
export default function CompliancePage() {
  const { t } = usePreferences();
  const systems = useQuery({ queryKey: keys.systemStates, queryFn: ({ signal }) => fetchSystemStates(signal), refetchInterval: 60_000 });
  const duties = useQuery({ queryKey: keys.duties(null), queryFn: ({ signal }) => fetchDuties(null, signal) });
  return (
    <div className="page compliance-page">
      <div className="queue-title">
        <h1 className="page-title">{t('compliance.title')}</h1>
        {systems.data !== undefined && <span className="page-count">{t('compliance.total', { n: formatCount(systems.data.length) })}</span>}
        <span className="queue-tools soft compliance-self">{t('compliance.self')}</span>
      </div>
      <Loaded query={systems} rows={12}>
        {(rows) =>
          rows.length === 0 ? (
            <NoSystems />
          ) : (
            <>
              <div className="system-rows">
                {rows.map((row) => (
                  <SystemRow key={row.id} row={row} duties={duties.data?.filter(({ system }) => system === row.id) ?? null} />
                ))}
              </div>
              <Panel title={t('duty.pressing')} hint={t('duty.pressing.hint')}>
                <Loaded query={duties} rows={4}>
                  {(all) => <Pressing duties={pressing(all)} systems={rows} />}
                </Loaded>
              </Panel>
            </>
          )
        }
      </Loaded>
    </div>
  );
}

function NoSystems() {
  const { t } = usePreferences();
  return (
    <div className="centred empty">
      <h2>{t('compliance.none')}</h2>
      <p>{t('compliance.none.hint')}</p>
      <Link to="/systems">
        <Button>{t('compliance.none.go')}</Button>
      </Link>
    </div>
  );
}

const DUTIES_SHOWN = 2;

function SystemRow({ row, duties }: { row: SystemState; duties: Duty[] | null }) {
  const { t, language } = usePreferences();
  const link = `/compliance/${encodeURIComponent(row.id)}`;
  const due = pressing(duties ?? []);
  return (
    <section className="panel system-row" aria-label={row.name}>
      <div className="system-name">
        <h2>
          <Link to={link}>
            <bdi>{row.name}</bdi>
          </Link>
        </h2>
        <div className="system-level">
          <b>{t('compliance.level', { n: row.level })}</b> <code>{row.notation}</code>
        </div>
        <div className="soft">{t('compliance.assets', { n: formatCount(row.assets) })}</div>
      </div>
      {row.judgedAt === null ? (
        <div className="system-unjudged">
          <b>{t('compliance.unjudged')}</b>
          <span className="soft">{t('compliance.unjudged.hint')}</span>
        </div>
      ) : (
        <>
          <Coverage state={row} />
          <Results state={row} link={link} />
          <Freshness state={row} link={link} />
          <Outcome state={row} />
          <MajorRisks state={row} link={link} />
        </>
      )}
      <div className="system-duties">
        <h3>{t('compliance.duties')}</h3>
        {due.slice(0, DUTIES_SHOWN).map((duty, index) => (
          <Link key={index} to={`${link}?tab=calendar`} className="system-duty" title={say(duty.title, language)}>
            <span className="system-duty-title">{say(duty.title, language)}</span>
            <span>
              {duty.due} <DaysLeft duty={duty} />
            </span>
          </Link>
        ))}
        {due.length > DUTIES_SHOWN && <Link to={`${link}?tab=calendar`}>{t('compliance.duties.more', { n: due.length - DUTIES_SHOWN })}</Link>}
        {duties !== null && due.length === 0 && <span className="soft">{t('compliance.duties.none')}</span>}
      </div>
    </section>
  );
}

function Pressing({ duties, systems }: { duties: Duty[]; systems: SystemState[] }) {
  const { t } = usePreferences();
  if (duties.length === 0) {
    return <p className="nothing">{t('duty.none')}</p>;
  }
  const names = new Map(systems.map(({ id, name }) => [id, name]));
  return <DutyList duties={duties} systemName={(id) => names.get(id) ?? id} />;
}
