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
          <span className="soft">
            {t('recovery.version', { n: one.planVersion })} · {t('exercise.startedBy', { who: one.by })}
            {one.rto !== null && ` · RTO ${formatDuration(one.rto, language)}`}
            {one.rpo !== null && ` · RPO ${one.rpo === 0 ? '0' : formatDuration(one.rpo, language)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
