import type { Exercise, ExerciseLine, ExerciseRecord, RecordedStep, RecoverySystem } from '../api/recoverytypes';
import { between, HOUR, instant, MINUTE, SECOND } from './time';

/** What the clock of the RTO shows: running, stopped when the service was back, or it never was. */
export interface RtoClock {
  state: 'running' | 'back' | 'never';
  millis: number;
  bound: number | null;
  over: boolean;
}

/** The service is back once every step that says so is done. */
function backAfter({ steps, startedAt }: ExerciseRecord): number | null {
  const bringing = steps.filter(({ service }) => service);
  if (bringing.length === 0 || bringing.some(({ outcome }) => outcome !== 'done')) {
    return null;
  }
  const ends = bringing.map(({ endedAt }) => between(startedAt, endedAt) ?? 0);
  return Math.max(...ends);
}

export function rtoClock(record: ExerciseRecord, elapsed: number): RtoClock {
  const back = record.rto ?? backAfter(record);
  const millis = back ?? elapsed;
  const bound = record.rtoBound;
  return { state: back !== null ? 'back' : record.state === 'running' ? 'running' : 'never', millis, bound, over: bound !== null && millis > bound };
}

/** Milliseconds behind the plan, negative ahead of it: what the steps begun so far should have taken. */
export function behindPlan({ steps }: ExerciseRecord, elapsed: number, now: number): number {
  const planned = steps.reduce((sum, step) => {
    const bound = step.plannedMinutes * MINUTE;
    switch (step.outcome) {
      case null:
        return sum;
      case 'running':
        return sum + Math.min(bound, runningFor(step, now));
      case 'done':
      case 'failed':
      case 'skipped':
        return sum + bound;
    }
  }, 0);
  return elapsed - planned;
}

export function runningFor({ startedAt }: RecordedStep, now: number): number {
  const since = startedAt === null ? null : instant(startedAt);
  return since === null ? 0 : Math.max(0, now - since);
}

const two = (value: number) => String(value).padStart(2, '0');

/** `1:02:05`: a clock that runs must not change its form. */
export function formatRunning(millis: number): string {
  const whole = Math.max(0, Math.floor(millis / SECOND));
  return `${Math.floor(whole / 3_600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}

/** What can be done now. */
export type Turn = { type: 'begin'; step: RecordedStep } | { type: 'end'; step: RecordedStep } | { type: 'complete' } | { type: 'over' };

export function turnOf({ record, next }: Exercise): Turn {
  if (record.state !== 'running') {
    return { type: 'over' };
  }
  const running = record.steps.find(({ outcome }) => outcome === 'running');
  if (running !== undefined) {
    return { type: 'end', step: running };
  }
  const begun = record.steps.find(({ position }) => position === next);
  return begun === undefined ? { type: 'complete' } : { type: 'begin', step: begun };
}

export type Verdict = 'running' | 'passed' | 'failed' | 'aborted' | 'rehearsed';

/** A rehearsal that went well proves nothing, and is not called passed. */
export function verdictOf({ state, passed, kind }: Pick<ExerciseLine, 'state' | 'passed' | 'kind'>): Verdict {
  switch (state) {
    case 'running':
      return 'running';
    case 'aborted':
      return 'aborted';
    case 'done':
      return passed !== true ? 'failed' : kind === 'rehearsal' ? 'rehearsed' : 'passed';
  }
}

/** Each on a line of its own; empty lines are none. */
export function findingsOf(text: string): string[] {
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
}

/** `3`, `2m`, `1.5h` as seconds, rounded up: what was lost is not made less. Null where it is none of these. */
export function lostSeconds(text: string): number | null {
  const match = /^(\d+(?:\.\d+)?)\s*(s|m|h)?$/.exec(text.trim());
  if (match === null) {
    return null;
  }
  const unit = match[2] === 'h' ? HOUR : match[2] === 'm' ? MINUTE : SECOND;
  return Math.ceil((Number(match[1]) * unit) / SECOND);
}

/** What people look at first: what runs, then what is late, then what is furthest from its aim. */
export function worstFirst(rows: readonly RecoverySystem[]): RecoverySystem[] {
  const gap = ({ aimed, reached }: RecoverySystem) => (aimed === null ? -1 : aimed - (reached ?? 0));
  const rank = (row: RecoverySystem) => (row.running !== null ? 2 : row.overdue ? 1 : 0);
  return rows.toSorted((a, b) => rank(b) - rank(a) || gap(b) - gap(a) || a.name.localeCompare(b.name));
}
