import { describe, expect, it } from 'vitest';
import { readExercise } from '../api/recovery';
import type { Exercise, RecoverySystem } from '../api/recoverytypes';
import { behindPlan, findingsOf, formatRunning, lostSeconds, rtoClock, turnOf, verdictOf, worstFirst } from './exercise';
import { MINUTE } from './time';

const START = '2026-11-27T08:00:00Z';
const at = (minutes: number) => new Date(Date.parse(START) + minutes * MINUTE).toISOString();

/** Ten minutes a step; the third brings the service back. */
function exercise(outcomes: readonly (string | null)[], more: object = {}): Exercise {
  const next = outcomes.includes('running') ? null : outcomes.indexOf(null) + 1;
  return readExercise({
    record: {
      id: 'e', system: 's', plan: 'p', planVersion: 1, kind: 'switch-over', state: 'running', startedAt: START, rtoBound: 'PT30M', rpoBound: 'PT1M', ...more,
      steps: outcomes.map((outcome, index) => ({ position: index + 1, title: `t${index}`, check: 'none', service: index === 2, plannedMinutes: 10, outcome, startedAt: outcome === null ? null : at(index * 12), endedAt: outcome === null || outcome === 'running' ? null : at(index * 12 + 11) })),
    },
    elapsed: 'PT26M', plannedMinutes: 40, next: next === 0 ? null : next,
  });
}

const DONE_TO_SERVICE = ['done', 'done', 'done', null];

describe('the clock of the RTO', () => {
  it('runs until the service is back, and is over once it takes longer than it may', () => {
    const { record } = exercise(['done', 'running', null, null]);
    expect(rtoClock(record, 26 * MINUTE)).toEqual({ state: 'running', millis: 26 * MINUTE, bound: 30 * MINUTE, over: false });
    expect(rtoClock(record, 31 * MINUTE).over).toBe(true);
  });

  it('stops at the end of the last step that brings the service back, while the exercise goes on', () => {
    expect(rtoClock(exercise(DONE_TO_SERVICE).record, 90 * MINUTE)).toEqual({ state: 'back', millis: 35 * MINUTE, bound: 30 * MINUTE, over: true });
  });

  it('does not stop at a step that failed or was left out', () => {
    expect(rtoClock(exercise(['done', 'done', 'failed', null]).record, 40 * MINUTE)).toMatchObject({ state: 'running' });
    expect(rtoClock(exercise(['done', 'done', 'skipped', 'done'], { state: 'done' }).record, 40 * MINUTE)).toMatchObject({ state: 'never', over: true });
  });

  it('is what was signed, once it was', () => {
    expect(rtoClock(exercise(DONE_TO_SERVICE, { state: 'done', rto: 'PT20M' }).record, 0)).toMatchObject({ state: 'back', millis: 20 * MINUTE, over: false });
  });
});

describe('the pace', () => {
  it('counts what a step takes longer, and the time between steps, as behind', () => {
    expect(behindPlan(exercise(['done', 'done', null, null]).record, 26 * MINUTE, Date.parse(at(26)))).toBe(6 * MINUTE);
  });

  it('does not count a running step as late before its minutes are over', () => {
    expect(behindPlan(exercise(['running', null, null, null]).record, 4 * MINUTE, Date.parse(at(4)))).toBe(0);
    expect(behindPlan(exercise(['running', null, null, null]).record, 14 * MINUTE, Date.parse(at(14)))).toBe(4 * MINUTE);
  });
});

describe('what can be done now', () => {
  it('is to begin the next step, to end the one that runs, to end the exercise, or nothing', () => {
    expect(turnOf(exercise(['done', null, null, null]))).toMatchObject({ type: 'begin', step: { position: 2 } });
    expect(turnOf(exercise(['done', 'running', null, null]))).toMatchObject({ type: 'end', step: { position: 2 } });
    expect(turnOf(exercise(['done', 'failed', 'done', 'skipped']))).toEqual({ type: 'complete' });
    expect(turnOf(exercise(['done', null, null, null], { state: 'aborted' }))).toEqual({ type: 'over' });
  });
});

it('a rehearsal that went well is not called passed', () => {
  expect(verdictOf({ state: 'done', passed: true, kind: 'rehearsal' })).toBe('rehearsed');
  expect(verdictOf({ state: 'done', passed: true, kind: 'switch-over' })).toBe('passed');
  expect(verdictOf({ state: 'done', passed: false, kind: 'rehearsal' })).toBe('failed');
  expect(verdictOf({ state: 'aborted', passed: false, kind: 'switch-over' })).toBe('aborted');
});

it.each([['3', 3], ['3s', 3], ['2m', 120], ['1.5h', 5_400], ['0.2s', 1], ['0', 0]])('%s of lost work is %i s', (text, seconds) => {
  expect(lostSeconds(text)).toBe(seconds);
});

it.each(['', 'none', '-3', '3d', '1e3'])('%o is no length of time, and not zero', (text) => {
  expect(lostSeconds(text)).toBeNull();
});

it('findings are lines; empty ones are none', () => {
  expect(findingsOf(' a \n\n b\n')).toEqual(['a', 'b']);
});

it('the clock keeps its form', () => {
  expect([0, 59_999, 3_600_000, 90_061_000].map(formatRunning)).toEqual(['0:00:00', '0:00:59', '1:00:00', '25:01:01']);
});

it('what runs comes first, then what is overdue, then what is furthest from its aim', () => {
  const row = (name: string, more: Partial<RecoverySystem>): RecoverySystem => ({ system: name, name, planVersion: 1, aimed: 4, reached: 4, missing: [], away: null, due: null, overdue: false, last: null, running: null, ...more });
  const rows = [row('met', {}), row('far', { reached: 1 }), row('late', { overdue: true }), row('runs', { running: 'e' }), row('none', { aimed: null })];
  expect(worstFirst(rows).map(({ name }) => name)).toEqual(['runs', 'late', 'far', 'met', 'none']);
});
