import { usePreferences } from '../../state/preferences';

const TYPES = ['event', 'event_count', 'value_count', 'temporal', 'temporal_ordered', 'value_sum', 'value_avg', 'value_percentile'] as const;

/** How a rule looks at events: one at a time, or by which correlation. */
export function RuleType({ type }: { type: string }) {
  const { t } = usePreferences();
  const known = TYPES.find((each) => each === type);
  return known === undefined ? <code>{type}</code> : <>{t(`rules.type.${known}`)}</>;
}
