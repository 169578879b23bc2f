import type { ExerciseLine } from '../../api/recoverytypes';
import { verdictOf, type Verdict } from '../../lib/exercise';
import { usePreferences } from '../../state/preferences';

const SIGN: Record<Verdict, string> = { running: '●', passed: '✓', failed: '✗', aborted: '■', rehearsed: '○' };

/** How an exercise came out, with a shape beside the colour. */
export function VerdictName({ of }: { of: Pick<ExerciseLine, 'state' | 'passed' | 'kind'> }) {
  const { t } = usePreferences();
  const verdict = verdictOf(of);
  return (
    <span className={`exercised exercised-${verdict}`}>
      <span aria-hidden="true">{SIGN[verdict]}</span> {t(`exercise.verdict.${verdict}`)}
    </span>
  );
}
