import type { ProposalState as State } from '../../api/rulesets';
import { usePreferences } from '../../state/preferences';

export function ProposalState({ state }: { state: State }) {
  const { t } = usePreferences();
  return <span className={`proposal-state proposal-${state}`}>{t(`ruleset.state.${state}`)}</span>;
}
