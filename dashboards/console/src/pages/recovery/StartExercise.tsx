import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { startExercise } from '../../api/recovery';
import { EXERCISE_KINDS, type RecoverySystem } from '../../api/recoverytypes';
import { useActs } from '../../components/useActs';
import { mayEngineer } from '../../lib/protectionrights';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';
import { useSession } from '../../state/session';

/** Starts an exercise, or leads to the one that runs; who may not reads why. */
export function StartExercise({ summary }: { summary: RecoverySystem }) {
  const { t } = usePreferences();
  const { user } = useSession();
  const navigate = useNavigate();
  const { open, dialog } = useActs(keys.recovery);
  const { system, name, planVersion, running } = summary;
  const linkOf = (id: string) => `/recovery/exercises/${encodeURIComponent(id)}`;
  if (running !== null) {
    return (
      <p className="exercise-runs">
        <b className="exercised exercised-running">● {t('recovery.runs')}</b> <Link to={linkOf(running)}>{t('recovery.runs.go')}</Link>
      </p>
    );
  }
  if (!mayEngineer(user)) {
    return <p className="soft">{t('exercise.readOnly')}</p>;
  }
  if (planVersion === null) {
    return <p className="soft">{t('exercise.noPlan')}</p>;
  }
  const start = () => {
    let begun = '';
    open({
      title: t('exercise.start.title', { name }),
      okText: t('exercise.start'),
      hint: t('exercise.start.hint', { n: planVersion }),
      done: t('exercise.started'),
      fields: [
        { name: 'kind', label: t('exercise.start.kind'), kind: 'choice', required: true, wide: true, initial: 'switch-over', options: EXERCISE_KINDS.map((kind) => ({ value: kind, label: `${t(`exercise.kind.${kind}`)} · ${t(`exercise.kind.${kind}.hint`)}` })) },
        { name: 'scenario', label: t('exercise.start.scenario'), kind: 'text', required: true, min: 2, hint: t('exercise.start.scenario.hint') },
      ],
      onSend: async (values) => {
        const { record } = await startExercise(system, values.kind === 'rehearsal' ? 'rehearsal' : 'switch-over', values.scenario ?? '');
        begun = record.id;
      },
      then: () => void navigate(linkOf(begun)),
    });
  };
  return (
    <>
      <Button type="primary" onClick={start}>
        {t('exercise.start')}
      </Button>
      {dialog}
    </>
  );
}
