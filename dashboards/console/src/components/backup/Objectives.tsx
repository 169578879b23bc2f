import type { BackupSource } from '../../api/backuptypes';
import { measuredRpo, measuredRto, type Measured } from '../../lib/backups';
import { usePreferences } from '../../state/preferences';
import { Time } from '../Time';
import { useBackupWords } from './useBackupWords';

/** What the tier asks beside what was measured: how much would be lost, how long it would take. */
export function Objectives({ row, now }: { row: BackupSource; now: number }) {
  const { t } = usePreferences();
  const words = useBackupWords();
  return (
    <dl className="objectives">
      <Objective name={t('backup.rpo')} hint={t('backup.rpo.hint')} measured={measuredRpo(row, now)} />
      <Objective name={t('backup.rto')} hint={t('backup.rto.hint')} measured={measuredRto(row)} />
      {row.firstRecoverable !== null && row.lastRecoverable !== null && (
        <div className="objective-wide">
          <dt>{t('backup.recoverable')}</dt>
          <dd>
            <Time iso={row.firstRecoverable} /> – <Time iso={row.lastRecoverable} />
          </dd>
        </div>
      )}
      {row.replicationLag !== null && (
        <div className="objective-wide">
          <dt>{t('backup.lag')}</dt>
          <dd className={row.rpo !== null && row.replicationLag > row.rpo ? 'over' : ''}>{words.duration(row.replicationLag)}</dd>
        </div>
      )}
    </dl>
  );
}

function Objective({ name, hint, measured: { value, bound, over } }: { name: string; hint: string; measured: Measured }) {
  const { t } = usePreferences();
  const words = useBackupWords();
  const share = value === null || bound === null || bound === 0 ? null : Math.min(1, value / bound);
  return (
    <div title={hint}>
      <dt>{name}</dt>
      <dd>
        <b className={over ? 'over' : ''}>{value === null ? t('backup.unmeasured') : words.duration(value)}</b>
        <span className="soft">{bound === null ? t('backup.byRunbook') : t('backup.asked', { bound: words.duration(bound) })}</span>
        {share !== null && (
          <span className="meter objective-meter" role="img" aria-label={words.against(value, words.duration(bound))}>
            <span className={over ? 'meter-over' : ''} style={{ width: `${share * 100}%` }} />
          </span>
        )}
        <span className="soft objective-hint">{hint}</span>
      </dd>
    </div>
  );
}
