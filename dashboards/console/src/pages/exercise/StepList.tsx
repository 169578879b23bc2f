import type { ReactNode } from 'react';
import type { RecordedStep } from '../../api/recoverytypes';
import { StepMarks } from '../../components/recovery/PlanView';
import { Time } from '../../components/Time';
import { say } from '../../i18n/translate';
import { usePreferences } from '../../state/preferences';

interface StepListProps {
  steps: readonly RecordedStep[];
  /** The step that runs, or comes next. */
  current?: number | null;
  /** What to do, beneath the current step. */
  children?: ReactNode;
  detailOf?: (position: number) => string;
}

/** Every step: what was planned beside what happened. */
export function StepList({ steps, current = null, children, detailOf = () => '' }: StepListProps) {
  return (
    <ol className="exercise-steps">
      {steps.map((step) => (
        <li key={step.position} className={`exercise-step exercise-step-${step.outcome ?? 'none'}${step.position === current ? ' exercise-step-current' : ''}`} aria-current={step.position === current ? 'step' : undefined}>
          <span className="plan-step-number">{step.position}</span>
          <div className="exercise-step-what">
            <span className="exercise-step-title">
              <b>
                <bdi>{step.title}</bdi>
              </b>
              <StepMarks step={step} />
            </span>
            {detailOf(step.position) !== '' && step.position === current && (
              <span className="plan-step-detail">
                <bdi>{detailOf(step.position)}</bdi>
              </span>
            )}
            <Happened step={step} />
            {step.position === current && children}
          </div>
          <span className="soft exercise-step-who">
            <bdi>{step.responsible}</bdi>
          </span>
          <StepTimes step={step} />
          <OutcomeName step={step} next={step.position === current} />
        </li>
      ))}
    </ol>
  );
}

/** Who did it, when, and what was noted or seen. */
function Happened({ step }: { step: RecordedStep }) {
  const { t, language } = usePreferences();
  if (step.startedAt === null) {
    return null;
  }
  return (
    <span className="exercise-step-facts soft">
      <span>
        <Time iso={step.startedAt} />
        {step.endedAt !== null && (
          <>
            {' – '}
            <Time iso={step.endedAt} />
          </>
        )}{' '}
        · {t('exercise.step.by', { who: step.by })}
      </span>
      {step.seen !== null && (
        <span className={step.outcome === 'failed' ? 'over' : ''}>
          {t('exercise.step.saw')}: <bdi>{say(step.seen, language)}</bdi>
        </span>
      )}
      {step.note !== '' && (
        <span className="exercise-step-note">
          <bdi>{step.note}</bdi>
        </span>
      )}
    </span>
  );
}

function StepTimes({ step: { plannedMinutes, actualMinutes } }: { step: RecordedStep }) {
  const { t } = usePreferences();
  const over = actualMinutes !== null && actualMinutes > plannedMinutes;
  return (
    <span className="exercise-step-times">
      {actualMinutes !== null && (
        <b className={over ? 'proof-late' : ''} title={over ? t('exercise.step.over') : ''}>
          {t('exercise.step.actual', { n: actualMinutes })}
        </b>
      )}
      <span className="soft">{t('exercise.step.planned', { n: plannedMinutes })}</span>
    </span>
  );
}

function OutcomeName({ step: { outcome }, next }: { step: RecordedStep; next: boolean }) {
  const { t } = usePreferences();
  switch (outcome) {
    case null:
      return <span className={next ? 'outcome-next' : 'absent'}>{next ? `▸ ${t('exercise.step.next')}` : t('exercise.step.notDone')}</span>;
    case 'running':
      return <span className="exercised-running">● {t('exercise.step.runs')}</span>;
    case 'done':
      return <span className="proof-good">✓ {t('exercise.step.done')}</span>;
    case 'failed':
      return <span className="proof-bad">✗ {t('exercise.step.failed')}</span>;
    case 'skipped':
      return <span className="proof-late">– {t('exercise.step.skipped')}</span>;
  }
}
