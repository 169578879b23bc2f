import { Button } from 'antd';
import type { Exercise, Plan, RecordedStep } from '../../api/recoverytypes';
import { Section } from '../../components/Section';
import { PlanRoles } from '../../components/recovery/PlanRoles';
import { useMinutes } from '../../components/recovery/useMinutes';
import { formatRunning, runningFor, turnOf } from '../../lib/exercise';
import { mayEngineer } from '../../lib/protectionrights';
import { useKey } from '../../state/keyboard';
import { usePreferences } from '../../state/preferences';
import { useSession } from '../../state/session';
import { useElapsed } from './ClockPanel';
import { StepList } from './StepList';
import { useExerciseActs } from './useExerciseActs';

interface ConductProps {
  exercise: Exercise;
  plan: Plan | null;
  readAt: number;
}

/** The steps with what can be done now; who may not sees the steps alone. */
export function Conduct({ exercise, plan, readAt }: ConductProps) {
  const { t } = usePreferences();
  const { user } = useSession();
  const engineer = mayEngineer(user);
  const acts = useExerciseActs(exercise);
  const turn = turnOf(exercise);
  const failed = exercise.record.steps.some(({ outcome }) => outcome === 'failed');
  useKey('b', () => {
    if (engineer && turn.type === 'begin') {
      acts.begin(turn.step);
    }
  });
  useKey('d', () => {
    if (engineer && turn.type === 'end') {
      acts.end(turn.step, 'done');
    } else if (engineer && turn.type === 'complete') {
      acts.complete();
    }
  });
  const current = turn.type === 'begin' || turn.type === 'end' ? turn.step.position : null;
  return (
    <>
      {!engineer && <p className="soft exercise-watch">{t('exercise.watch')}</p>}
      {failed && <p className="away-words">{t('exercise.goBack')}</p>}
      <StepList steps={exercise.record.steps} current={current} detailOf={(position) => plan?.steps[position - 1]?.detail ?? ''}>
        {turn.type === 'begin' && engineer && (
          <span className="exercise-acts">
            <Button type="primary" loading={acts.busy} onClick={() => { acts.begin(turn.step); }}>
              {t('exercise.step.begin', { n: turn.step.position })} <kbd>b</kbd>
            </Button>
          </span>
        )}
        {turn.type === 'end' && <EndStep exercise={exercise} step={turn.step} readAt={readAt} acts={engineer ? acts : null} />}
      </StepList>
      {engineer && (
        <div className="exercise-end">
          {turn.type === 'complete' && (
            <Button type="primary" onClick={acts.complete}>
              {t('exercise.complete')} <kbd>d</kbd>
            </Button>
          )}
          {turn.type === 'complete' && <span className="soft">{t('exercise.complete.ready')}</span>}
          <Button danger className="exercise-abort" onClick={acts.abort}>
            {t('exercise.abort')}
          </Button>
        </div>
      )}
      {acts.problem}
      {acts.dialog}
    </>
  );
}

/** The step that runs, with its own clock. Of a check the platform says how it came out. */
function EndStep({ exercise, step, readAt, acts }: { exercise: Exercise; step: RecordedStep; readAt: number; acts: ReturnType<typeof useExerciseActs> | null }) {
  const { t } = usePreferences();
  const minutes = useMinutes();
  const elapsed = useElapsed(exercise, readAt);
  const { startedAt } = exercise.record;
  const took = runningFor(step, (startedAt === null ? 0 : Date.parse(startedAt)) + elapsed);
  const over = took > step.plannedMinutes * 60_000;
  const looks = step.check !== 'none';
  return (
    <>
      <span className={over ? 'step-clock step-clock-over' : 'step-clock'} role="timer">
        {formatRunning(took)} <span className="soft">/ {minutes(step.plannedMinutes)}</span>
      </span>
      {acts !== null && (
        <span className="exercise-acts">
          <Button type="primary" onClick={() => { acts.end(step, 'done'); }}>
            {t(looks ? 'exercise.step.look' : 'exercise.step.done')} <kbd>d</kbd>
          </Button>
          {!looks && (
            <Button danger onClick={() => { acts.end(step, 'failed'); }}>
              {t('exercise.step.failed')}
            </Button>
          )}
          <Button onClick={() => { acts.end(step, 'skipped'); }}>{t('exercise.step.skip')}</Button>
          {looks && <span className="soft">{t('exercise.step.look.hint')}</span>}
        </span>
      )}
    </>
  );
}

/** The way back; open once a step failed. */
export function RollbackPanel({ exercise: { rollback, record } }: { exercise: Exercise }) {
  const { t } = usePreferences();
  const minutes = useMinutes();
  const failed = record.steps.some(({ outcome }) => outcome === 'failed');
  return (
    <Section title={t('plan.rollback')} aside={<span className="soft">{t('plan.rollback.hint')}</span>}>
      {rollback.length === 0 ? (
        <p className="nothing">{t('plan.rollback.none')}</p>
      ) : (
        <ol className={failed ? 'rollback rollback-now' : 'rollback'}>
          {rollback.map((step, index) => (
            <li key={index}>
              <span className="plan-step-number">{index + 1}</span>
              <span>
                <bdi>{step.title}</bdi> <span className="soft">{step.responsible} · {minutes(step.minutes)}</span>
                {step.detail !== '' && (
                  <span className="plan-step-detail">
                    <bdi>{step.detail}</bdi>
                  </span>
                )}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

/** Whom to call. */
export function PeoplePanel({ plan }: { plan: Plan | null }) {
  const { t } = usePreferences();
  if (plan === null || plan.roles.length === 0) {
    return null;
  }
  return (
    <Section title={t('plan.roles')}>
      <PlanRoles roles={plan.roles} />
    </Section>
  );
}
