import { describe, expect, it } from 'vitest';
import { readBackupDetail, readBackupJob, readBackupOverview, readBackupPolicies, readBackupSource } from './backups';
import { UnreadableAnswer } from './shape';

const SOURCE = { system: 'patent-review', source: 'review-db-01', kind: 'postgresql', level: 3, tier: 'T1', rpo: 'PT15M', rto: 'PT4H' };

describe('a source', () => {
  it('that was never backed up, verified or restored says never, not a time', () => {
    expect(readBackupSource({ ...SOURCE, lastSuccess: null, lastVerify: null, lastDrill: null })).toMatchObject({ lastSuccess: null, lastVerify: null, lastDrill: null, backup: null, copies: [], problems: [] });
  });

  it('has its bounds in milliseconds; none where the runbook says', () => {
    expect(readBackupSource(SOURCE)).toMatchObject({ rpo: 900_000, rto: 14_400_000 });
    expect(readBackupSource({ ...SOURCE, rto: null }).rto).toBeNull();
  });

  it('with a severity that there is none of is not drawn', () => {
    expect(() => readBackupSource({ ...SOURCE, problems: [{ code: 'x', severity: 'fine', text: {} }] })).toThrow(UnreadableAnswer);
  });

  it('keeps a problem of a later version, which says itself', () => {
    expect(readBackupSource({ ...SOURCE, problems: [{ code: 'tape-torn', severity: 'high', text: { zh: '磁带断裂', en: 'tape torn' } }] }).problems).toEqual([{ code: 'tape-torn', severity: 'high', text: { zh: '磁带断裂', en: 'tape torn' } }]);
  });
});

it('no configuration is no fault', () => {
  expect(readBackupOverview({ configured: false, installation: null, fault: null, lookedAt: null, items: [] })).toEqual({ configured: false, installation: '', fault: null, lookedAt: null, sources: [] });
});

describe('a job', () => {
  const JOB = { id: 'j', kind: 'run', system: 's', source: 'd', state: 'running', by: 'engineer' };

  it('that has not told how far it is has no progress', () => {
    expect(readBackupJob({ ...JOB, progress: null }).progress).toBeNull();
  });

  it('without a known size has neither total nor time left', () => {
    expect(readBackupJob({ ...JOB, progress: { step: 1, steps: 2, done: 5, stored: 2, total: null, estimated: false, bytesPerSecond: 9, left: null } }).progress).toMatchObject({ total: null, left: null });
  });

  it('that is under way has neither passed nor not', () => {
    expect(readBackupJob(JOB).passed).toBeNull();
    expect(readBackupJob({ ...JOB, state: 'done', passed: false }).passed).toBe(false);
  });

  it('of a kind that there is none of is not drawn', () => {
    expect(() => readBackupJob({ ...JOB, kind: 'restore' })).toThrow(UnreadableAnswer);
  });
});

it('a drill keeps what was asked beside what was measured', () => {
  const drill = { id: 'd', steps: [{ name: 'restore', took: 'PT4S' }], rto: 'PT5H', rtoBound: 'PT4H', rpo: null, rpoBound: 'PT15M', comparisons: [{ name: 'public.filings', expected: 10, found: -1, equal: false }], faults: ['gone'] };
  const [read] = readBackupDetail({ ...SOURCE, drills: [drill] }).drills;
  expect(read).toMatchObject({ steps: [{ name: 'restore', took: 4_000 }], rto: 18_000_000, rtoBound: 14_400_000, rpo: null, rpoBound: 900_000, comparisons: [{ found: -1, equal: false }], faults: ['gone'] });
});

it('a tier that asks for no switch-over has none', () => {
  const [tier] = readBackupPolicies({ version: '2026-1', items: [{ name: 'T3', rpo: 'PT24H', switchEvery: null, retention: { all: 'PT48H', daily: 7 } }] }).tiers;
  expect(tier).toMatchObject({ rpo: 86_400_000, rto: null, switchEvery: null, retention: { all: 172_800_000, daily: 7, yearly: 0 } });
});
