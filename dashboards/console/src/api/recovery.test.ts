import { describe, expect, it } from 'vitest';
import { exerciseReport, readExercise, readRecoveryDetail, readSealed } from './recovery';
import { UnreadableAnswer } from './shape';

const SUMMARY = { system: 's', name: '专利审查系统', planVersion: null, aimed: null, reached: null, away: 'refused', due: null, overdue: false, last: null, running: null };
const RECORD = { id: 'e', system: 's', plan: 'p', planVersion: 1, kind: 'switch-over', state: 'running', startedAt: '2026-11-27T08:00:00Z', rtoBound: 'PT4H', rpoBound: 'PT0S', steps: [] };

describe('a system', () => {
  it('without a plan, whose backups do not answer, has neither aim nor level, and says why', () => {
    expect(readRecoveryDetail({ summary: SUMMARY, level: null, plan: null, versions: [], exercises: [] })).toMatchObject({ summary: { aimed: null, reached: null, missing: [], away: 'refused' }, level: null, plan: null });
  });

  it('at level nought is not one that could not be judged', () => {
    expect(readRecoveryDetail({ summary: { ...SUMMARY, reached: 0, away: null } }).summary.reached).toBe(0);
  });
});

describe('an exercise', () => {
  it('has its times in milliseconds; a bound of nothing is a bound', () => {
    expect(readExercise({ record: RECORD, elapsed: 'PT12M0.5S', plannedMinutes: 40, next: 1, rollback: [] })).toMatchObject({ elapsed: 720_500, record: { rtoBound: 14_400_000, rpoBound: 0, rto: null } });
  });

  it('signed before reasons and level were recorded is still read', () => {
    expect(readSealed({ record: { ...RECORD, state: 'done', findings: ['step 1 failed'] }, signature: { keyId: 'k', signedAt: '2026-11-27T09:00:00Z' }, intact: true })).toMatchObject({ key: 'k', intact: true, record: { faults: [], reached: null, findings: ['step 1 failed'] } });
  });

  it('in a state that there is none of is not drawn', () => {
    expect(() => readExercise({ record: { ...RECORD, state: 'paused' } })).toThrow(UnreadableAnswer);
    expect(() => readExercise({ record: { ...RECORD, steps: [{ position: 1, check: 'guess' }] } })).toThrow(/guess/);
  });
});

it('a report has a language, the signed bytes have none', () => {
  expect(exerciseReport('a/b', 'pdf', 'en')).toBe('/api/v1/continuity/exercises/a%2Fb/report?form=pdf&language=en');
  expect(exerciseReport('e', 'json', 'en')).toBe('/api/v1/continuity/exercises/e/report?form=json');
});
