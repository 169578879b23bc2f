import type { RecoverySystem } from '../../api/recoverytypes';
import { usePreferences } from '../../state/preferences';
import { LevelLadder } from './LevelLadder';

/** The level that is aimed at beside the one that is reached, in words and as a ladder. */
export function Levels({ row: { aimed, reached }, large = false }: { row: Pick<RecoverySystem, 'aimed' | 'reached'>; large?: boolean }) {
  const { t } = usePreferences();
  if (reached === null) {
    return <span className="levels proof-late">{t('recovery.unknown')}</span>;
  }
  const short = aimed === null ? null : aimed - reached;
  return (
    <span className={large ? 'levels levels-large' : 'levels'}>
      <LevelLadder aimed={aimed} reached={reached} large={large} />
      {short !== null && <span className={short > 0 ? 'proof-bad' : 'proof-good'}>{short > 0 ? t('recovery.gap', { n: short }) : t('recovery.met')}</span>}
    </span>
  );
}

export function useLevelWords(): (level: number | null) => string {
  const { t } = usePreferences();
  return (level) => (level === null ? t('recovery.unknown') : level === 0 ? t('recovery.levelNone') : t('recovery.levelOf', { n: level }));
}
