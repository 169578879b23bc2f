import { usePreferences } from '../../state/preferences';

export const LEVELS = [1, 2, 3, 4, 5, 6] as const;

/** Six rungs: full ones are reached, framed ones are aimed at. */
export function LevelLadder({ aimed, reached, large = false }: { aimed: number | null; reached: number; large?: boolean }) {
  const { t } = usePreferences();
  const words = aimed === null ? t('recovery.ladder.noAim', { reached }) : t('recovery.ladder', { aimed, reached });
  return (
    <span className={large ? 'ladder ladder-large' : 'ladder'} role="img" aria-label={words} title={words}>
      {LEVELS.map((level) => (
        <span key={level} className={rungClass(level, aimed, reached)}>
          {large && level}
        </span>
      ))}
    </span>
  );
}

function rungClass(level: number, aimed: number | null, reached: number): string {
  const full = level <= reached ? ' rung-full' : aimed !== null && level <= aimed ? ' rung-short' : '';
  return `rung${full}${level === aimed ? ' rung-aim' : ''}`;
}
