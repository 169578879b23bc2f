import { Link } from 'react-router';
import type { ExerciseLine } from '../../api/recoverytypes';
import { VerdictName } from '../../components/recovery/VerdictName';
import { Time } from '../../components/Time';
import { formatDuration } from '../../lib/time';
import { usePreferences } from '../../state/preferences';

/** What was exercised, the newest first. */
export function ExerciseList({ exercises }: { exercises: readonly ExerciseLine[] }) {
  const { t, language } = usePreferences();
  if (exercises.length === 0) {
    return <p className="nothing">{t('exercise.list.none')}</p>;
  }
  return (
    <ul className="recovery-lines">
      {exercises.map((one) => (
        <li key={one.id}>
          <span className="recovery-line-head">
            <Link to={`/recovery/exercises/${encodeURIComponent(one.id)}`}>{t(`exercise.kind.${one.kind}`)}</Link>
            <VerdictName of={one} />
            <Time iso={one.startedAt} />
          </span>
          <span className="soft recovery-line-facts">
            <span>{t('recovery.version', { n: one.planVersion })}</span>
            <span>{t('exercise.startedBy', { who: one.by })}</span>
            {one.rto !== null && <span>{`RTO ${formatDuration(one.rto, language)}`}</span>}
            {one.rpo !== null && <span>{`RPO ${one.rpo === 0 ? '0' : formatDuration(one.rpo, language)}`}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
