import { formatDuration, MINUTE } from '../../lib/time';
import { usePreferences } from '../../state/preferences';

/** Minutes as `1 小时 20 分`; none as `0 分`. */
export function useMinutes(): (minutes: number) => string {
  const { t, language } = usePreferences();
  return (minutes) => (minutes === 0 ? t('plan.minutes', { n: 0 }) : formatDuration(minutes * MINUTE, language));
}
