import type { ReactNode } from 'react';
import type { Exercise } from '../../api/recoverytypes';
import { behindPlan, formatRunning, rtoClock, type RtoClock } from '../../lib/exercise';
import { formatDuration, MINUTE } from '../../lib/time';
import { usePreferences } from '../../state/preferences';
import { useNow } from '../../state/time';

/** By the service's clock: the browser's only counts on from what was read. */
export function useElapsed({ record, elapsed }: Exercise, readAt: number): number {
  const now = useNow(500);
  return record.state === 'running' ? elapsed + Math.max(0, now - readAt) : elapsed;
}

/** How long the service is away beside how long it may be, and how far the exercise is. */
export function ClockPanel({ exercise, readAt }: { exercise: Exercise; readAt: number }) {
  const { t, language } = usePreferences();
  const { record, plannedMinutes } = exercise;
  const elapsed = useElapsed(exercise, readAt);
  const clock = rtoClock(record, elapsed);
  const ended = record.steps.filter(({ outcome }) => outcome !== null && outcome !== 'running');
  const count = (outcome: 'failed' | 'skipped') => record.steps.filter((step) => step.outcome === outcome).length;
  return (
    <section className={`clocks clocks-${clock.over || clock.state === 'never' ? 'over' : clock.state}`} aria-label={t('exercise.clock')}>
      <div className="clock clock-rto">
        <span className="clock-name">{t(`exercise.rto.${clock.state}`)}</span>
        <span className="clock-value" role="timer">
          {formatRunning(clock.millis)}
        </span>
        <Bound clock={clock} />
      </div>
      <div className="clock">
        <span className="clock-name">{t(record.state === 'running' ? 'exercise.elapsed' : 'exercise.elapsed.total')}</span>
        <span className="clock-value">{formatRunning(elapsed)}</span>
        <span className="clock-words">
          {t('exercise.planned', { time: formatDuration(plannedMinutes * MINUTE, language) })}
          {record.state === 'running' && <Pace exercise={exercise} elapsed={elapsed} />}
        </span>
      </div>
      <div className="clock">
        <span className="clock-name">{t('exercise.progress')}</span>
        <span className="clock-value">{t('exercise.progress.of', { done: ended.length, n: record.steps.length })}</span>
        <span className="clock-words">
          {count('failed') > 0 && <b className="over">{t('exercise.progress.failed', { n: count('failed') })}</b>}
          {count('skipped') > 0 && <span className="proof-late">{t('exercise.progress.skipped', { n: count('skipped') })}</span>}
          {count('failed') + count('skipped') === 0 && <Beads exercise={exercise} />}
        </span>
      </div>
    </section>
  );
}

/** One bead a step. */
function Beads({ exercise: { record } }: { exercise: Exercise }): ReactNode {
  return (
    <span className="beads" aria-hidden="true">
      {record.steps.map(({ position, outcome }) => (
        <span key={position} className={`bead bead-${outcome ?? 'none'}`} />
      ))}
    </span>
  );
}

function Bound({ clock: { state, millis, bound, over } }: { clock: RtoClock }) {
  const { t, language } = usePreferences();
  if (bound === null) {
    return null;
  }
  const rest = formatDuration(Math.max(1_000, Math.abs(bound - millis)), language);
  const words = over ? t('exercise.rto.over', { time: rest }) : state === 'running' ? t('exercise.rto.left', { time: rest }) : state === 'back' ? t('exercise.rto.within') : '';
  return (
    <>
      <span className="clock-words">
        {t('exercise.rto.bound', { bound: formatDuration(bound, language) })}
        {words !== '' && <b className={over ? 'over' : state === 'back' ? 'proof-good' : ''}>{words}</b>}
      </span>
      <span className="meter clock-meter" role="img" aria-label={words}>
        <span className={over || state === 'never' ? 'meter-over' : ''} style={{ width: `${Math.min(100, (millis / Math.max(1, bound)) * 100)}%` }} />
      </span>
    </>
  );
}

const NEAR = 30_000;

function Pace({ exercise: { record }, elapsed }: { exercise: Exercise; elapsed: number }) {
  const { t, language } = usePreferences();
  // Beside the service's clock, which the times of the steps are of.
  const now = (record.startedAt === null ? 0 : Date.parse(record.startedAt)) + elapsed;
  const behind = behindPlan(record, elapsed, now);
  if (Math.abs(behind) < NEAR) {
    return <span>{t('exercise.onTime')}</span>;
  }
  const time = formatDuration(Math.abs(behind), language);
  return behind > 0 ? <span className="proof-late">{t('exercise.behind', { time })}</span> : <span className="proof-good">{t('exercise.ahead', { time })}</span>;
}
