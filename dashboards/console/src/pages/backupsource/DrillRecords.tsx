import type { DrillRecord } from '../../api/backuptypes';
import { Faults } from '../../components/backup/Copies';
import { useBackupWords } from '../../components/backup/useBackupWords';
import { Time } from '../../components/Time';
import { formatCount } from '../../lib/numbers';
import { usePreferences } from '../../state/preferences';

/** Restores that were really done, the newest first and open. */
export function DrillRecords({ drills }: { drills: readonly DrillRecord[] }) {
  const { t } = usePreferences();
  if (drills.length === 0) {
    return <p className="nothing">{t('backup.drills.none')}</p>;
  }
  return (
    <>
      <p className="soft drill-signed">{t('drill.signed')}</p>
      {drills.map((drill, index) => (
        <Drill key={drill.id} drill={drill} first={index === 0} />
      ))}
    </>
  );
}

function Drill({ drill, first }: { drill: DrillRecord; first: boolean }) {
  const { t } = usePreferences();
  const words = useBackupWords();
  const passed = drill.faults.length === 0;
  const overRto = drill.rto !== null && drill.rtoBound !== null && drill.rto > drill.rtoBound;
  const overRpo = drill.rpo !== null && drill.rpoBound !== null && drill.rpo > drill.rpoBound;
  return (
    <details className="drill" open={first}>
      <summary>
        <Time iso={drill.finished} />
        <b className={passed ? 'proof-good' : 'proof-bad'}>{passed ? `✓ ${t('backup.drill.passed')}` : `✗ ${t('backup.drill.failed')}`}</b>
        <span className={overRto ? 'over' : ''}>RTO {words.against(drill.rto, drill.rtoBound === null ? t('backup.byRunbook') : words.duration(drill.rtoBound))}</span>
        <span className={overRpo ? 'over' : ''}>RPO {words.against(drill.rpo, words.duration(drill.rpoBound))}</span>
        <span className="soft">
          {t('drill.by')} <bdi>{words.isPlatform(drill.by) ? t('drill.bySchedule') : drill.by}</bdi>
        </span>
      </summary>
      <div className="drill-body">
        {!passed && <Faults title={t('drill.faults')} faults={drill.faults} />}
        <div className="drill-columns">
          <section>
            <h3 className="cell-part">{t('drill.steps')}</h3>
            <Steps drill={drill} />
            <p className="soft drill-ids">
              {t('drill.record', { id: drill.id })} · {t('backup.backup')} <code>{drill.backup}</code>
            </p>
          </section>
          <section>
            <h3 className="cell-part">{t('drill.comparisons')}</h3>
            <Comparisons drill={drill} />
            <h3 className="cell-part">{t('drill.checks')}</h3>
            <Checks drill={drill} />
          </section>
        </div>
      </div>
    </details>
  );
}

/** Where the time went: each step with its share. */
function Steps({ drill: { steps } }: { drill: DrillRecord }) {
  const words = useBackupWords();
  const all = Math.max(1, ...steps.map(({ took }) => took ?? 0));
  return (
    <ol className="drill-steps">
      {steps.map(({ name, took }, index) => (
        <li key={index}>
          <span>{words.step(name)}</span>
          <span className="meter">
            <span style={{ width: `${((took ?? 0) / all) * 100}%` }} />
          </span>
          <span className="number">{words.duration(took)}</span>
        </li>
      ))}
    </ol>
  );
}

const SHOWN = 8;

/** What differs first; what is equal is counted when it is much. */
function Comparisons({ drill: { comparisons } }: { drill: DrillRecord }) {
  const { t } = usePreferences();
  if (comparisons.length === 0) {
    return <p className="nothing">{t('drill.comparisons.none')}</p>;
  }
  const bad = comparisons.filter(({ equal }) => !equal).length;
  const shown = comparisons.toSorted((a, b) => Number(a.equal) - Number(b.equal)).slice(0, Math.max(SHOWN, bad));
  return (
    <>
      <p className={bad === 0 ? 'proof-good' : 'proof-bad'}>{bad === 0 ? t('drill.comparisons.all', { n: formatCount(comparisons.length) }) : t('drill.comparisons.some', { n: formatCount(comparisons.length), bad: formatCount(bad) })}</p>
      <table className="parts drill-comparisons">
        <thead>
          <tr>
            <th scope="col">{t('drill.what')}</th>
            <th scope="col" className="number">{t('drill.expected')}</th>
            <th scope="col" className="number">{t('drill.found')}</th>
            <th scope="col">{t('backup.result')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ name, expected, found, equal }) => (
            <tr key={name}>
              <td>
                <bdi>{name}</bdi>
              </td>
              <td className="number">{formatCount(expected)}</td>
              <td className="number">{found < 0 ? t('drill.absent') : formatCount(found)}</td>
              <td className={equal ? 'proof-good' : 'proof-bad'}>{equal ? `✓ ${t('drill.equal')}` : `✗ ${t('drill.different')}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < comparisons.length && <p className="soft">{t('backup.more', { n: comparisons.length - shown.length })}</p>}
    </>
  );
}

function Checks({ drill: { checks } }: { drill: DrillRecord }) {
  const { t } = usePreferences();
  if (checks.length === 0) {
    return <p className="nothing">{t('drill.checks.none')}</p>;
  }
  return (
    <ul className="drill-checks">
      {checks.map(({ sql, expected, found, holds }, index) => (
        <li key={index}>
          <code>{sql}</code>
          <span className={holds ? 'proof-good' : 'proof-bad'}>
            {holds ? '✓' : '✗'} {t('drill.answer')} <bdi>{holds ? found : `${found} ≠ ${expected}`}</bdi>
          </span>
        </li>
      ))}
    </ul>
  );
}
