import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { fetchRecoverySystems } from '../../api/recovery';
import type { RecoverySystem } from '../../api/recoverytypes';
import { Loaded, Panel } from '../../components/Panel';
import { Levels, useLevelWords } from '../../components/recovery/Levels';
import { VerdictName } from '../../components/recovery/VerdictName';
import { Time } from '../../components/Time';
import { say } from '../../i18n/translate';
import { worstFirst } from '../../lib/exercise';
import { formatCount } from '../../lib/numbers';
import { ABSENT, formatDuration, formatRelative } from '../../lib/time';
import { useKey } from '../../state/keyboard';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';
import { useNow } from '../../state/time';

/** The list is at most half a minute old at the service. */
const REFRESH = 30_000;

/** Each system: the level aimed at beside the one reached, why not more, and its exercises. */
export default function RecoveryPage() {
  const { t } = usePreferences();
  const query = useQuery({ queryKey: keys.recoverySystems, queryFn: ({ signal }) => fetchRecoverySystems(signal), refetchInterval: REFRESH });
  return (
    <div className="page">
      <div className="queue-title">
        <h1 className="page-title">{t('recovery.title')}</h1>
        {query.data !== undefined && <span className="page-count">{t('recovery.total', { n: formatCount(query.data.length) })}</span>}
      </div>
      <p className="recovery-hint">{t('recovery.hint')}</p>
      <Panel title={t('recovery.level')}>
        <Loaded query={query} rows={6}>
          {(rows) =>
            rows.length === 0 ? (
              <div className="empty">
                <h2>{t('recovery.none')}</h2>
                <p>{t('recovery.none.hint')}</p>
                <Link to="/systems">{t('system.title')}</Link>
              </div>
            ) : (
              <Systems rows={worstFirst(rows)} />
            )
          }
        </Loaded>
      </Panel>
    </div>
  );
}

const linkOf = ({ system }: RecoverySystem) => `/recovery/${encodeURIComponent(system)}`;

function Systems({ rows }: { rows: readonly RecoverySystem[] }) {
  const { t } = usePreferences();
  const now = useNow(60_000);
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const chosen = rows.findIndex(({ system }) => system === params.get('selected'));
  const move = (step: 1 | -1) => {
    const row = rows[chosen < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, chosen + step))];
    if (row !== undefined) {
      setParams({ selected: row.system }, { replace: true });
    }
  };
  useKey('j', () => { move(1); });
  useKey('k', () => { move(-1); });
  useKey('Enter', () => {
    const row = rows[chosen];
    if (row !== undefined) {
      void navigate(linkOf(row));
    }
  });
  return (
    <div className="grid-table recovery-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('recovery.system')}</th>
            <th scope="col">{t('recovery.aimed')}</th>
            <th scope="col">{t('recovery.reached')}</th>
            <th scope="col" className="wide">{t('recovery.why')}</th>
            <th scope="col">{t('recovery.last')}</th>
            <th scope="col">{t('recovery.due')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.system} className={index === chosen ? 'recovery-chosen' : ''}>
              <Line row={row} now={now} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ row, now }: { row: RecoverySystem; now: number }) {
  const { t } = usePreferences();
  const words = useLevelWords();
  return (
    <>
      <td className="recovery-name">
        <Link to={linkOf(row)}>
          <bdi>{row.name}</bdi>
        </Link>
        <span className="soft">{row.planVersion === null ? t('recovery.plan.none') : `${t('recovery.plan')} · ${t('recovery.version', { n: row.planVersion })}`}</span>
      </td>
      <td>{row.aimed === null ? <span className="absent">{ABSENT}</span> : words(row.aimed)}</td>
      <td>
        <span className="recovery-reached">
          {row.reached !== null && <b className={row.aimed !== null && row.reached < row.aimed ? 'over' : ''}>{words(row.reached)}</b>}
          <Levels row={row} />
        </span>
      </td>
      <td className="wide recovery-why">
        <Why row={row} />
      </td>
      <td>
        {row.running !== null ? (
          <Link className="exercised exercised-running" to={`/recovery/exercises/${encodeURIComponent(row.running)}`}>
            ● {t('recovery.runs')}
          </Link>
        ) : (
          <Last row={row} />
        )}
      </td>
      <td>
        <Due row={row} now={now} />
      </td>
    </>
  );
}

const SHOWN = 2;

/** What keeps the weakest elements from their next level. */
function Why({ row }: { row: RecoverySystem }) {
  const { t, language } = usePreferences();
  if (row.away !== null) {
    return (
      <>
        {t('recovery.away')} <bdi className="soft">{row.away}</bdi>
      </>
    );
  }
  if (row.missing.length === 0) {
    return <span className="soft">{t('recovery.why.highest')}</span>;
  }
  return (
    <ul>
      {row.missing.slice(0, SHOWN).map((text, index) => (
        <li key={index}>{say(text, language)}</li>
      ))}
      {row.missing.length > SHOWN && <li className="soft">{t('recovery.why.more', { n: row.missing.length - SHOWN })}</li>}
    </ul>
  );
}

function Last({ row: { last } }: { row: RecoverySystem }) {
  const { t, language } = usePreferences();
  if (last === null) {
    return <span className="soft">{t('recovery.last.none')}</span>;
  }
  return (
    <Link className="recovery-last" to={`/recovery/exercises/${encodeURIComponent(last.id)}`}>
      <VerdictName of={last} />
      <span className="soft">
        {t(`exercise.kind.${last.kind}`)}
        {last.rto !== null && ` · RTO ${formatDuration(last.rto, language)}`}
      </span>
      <Time iso={last.endedAt} />
    </Link>
  );
}

/** When it is due, and how far that is; an overdue one says so in words. */
export function Due({ row: { due, overdue }, now }: { row: Pick<RecoverySystem, 'due' | 'overdue'>; now: number }) {
  const { t, language } = usePreferences();
  if (due === null) {
    return <span className="absent">{ABSENT}</span>;
  }
  return (
    <span className={overdue ? 'recovery-due proof-bad' : 'recovery-due'}>
      <Time iso={due} />
      <span className={overdue ? '' : 'soft'}>{overdue ? `${t('recovery.overdue')} · ` : ''}{formatRelative(due, now, language)}</span>
    </span>
  );
}
