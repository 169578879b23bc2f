import type { PlanFault } from '../../lib/recoveryplan';
import { usePreferences } from '../../state/preferences';

/** What is wrong with a place of the plan. */
export function FaultWords({ fault }: { fault: PlanFault | undefined }) {
  const { t } = usePreferences();
  return fault === undefined ? null : (
    <div className="range-bad" role="alert">
      {t(`planEdit.fault.${fault}`)}
    </div>
  );
}
