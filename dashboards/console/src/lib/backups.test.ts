import { describe, expect, it } from 'vitest';
import { readBackupJob, readBackupSource } from '../api/backups';
import { alertRuleOf, byNeed, countCopies, measuredRpo, measuredRto, proofOf, restoreCommand, shareDone, shellWord } from './backups';

const NOW = Date.parse('2026-11-27T08:00:00Z');
const problem = (code: string, severity = 'medium') => ({ code, severity, text: { zh: code, en: code } });
const SEEN = { copies: [{ target: 'near', held: true }] };
const source = (part: object) => readBackupSource({ ...SEEN, system: 'patent-review', source: 'db', kind: 'files', tier: 'T1', rpo: 'PT15M', rto: 'PT4H', ...part });
const DRILLED = { id: 'd', finished: '2026-11-20T00:00:00Z', passed: true, rto: 'PT42M' };

describe('the three proofs', () => {
  it('are told apart: a verified backup that was never restored is not proven', () => {
    const row = source({ lastSuccess: '2026-11-27T01:00:00Z', lastVerify: '2026-11-26T01:00:00Z', lastDrill: null });
    expect([proofOf(row, 'success').state, proofOf(row, 'verify').state, proofOf(row, 'drill').state]).toEqual(['good', 'good', 'never']);
  });

  it('are not known, rather than never, before the targets were seen', () => {
    expect(proofOf(source({ copies: [] }), 'success')).toEqual({ at: null, state: 'unknown' });
    expect(proofOf(source({}), 'success')).toEqual({ at: null, state: 'never' });
  });

  it('are late only where the service says so', () => {
    const row = source({ lastVerify: '2026-01-01T00:00:00Z', lastDrill: DRILLED, problems: [problem('drill-overdue')] });
    expect([proofOf(row, 'verify').state, proofOf(row, 'drill').state]).toEqual(['good', 'late']);
  });

  it('are bad where damage was found, however young they are', () => {
    const row = source({ lastVerify: '2026-11-27T07:59:00Z', lastDrill: { ...DRILLED, passed: false }, problems: [problem('content-damaged', 'critical')] });
    expect([proofOf(row, 'verify').state, proofOf(row, 'drill').state]).toEqual(['bad', 'bad']);
  });
});

describe('what was measured', () => {
  it('of the recovery point is the work that a loss now would cost', () => {
    expect(measuredRpo(source({ lastRecoverable: '2026-11-27T07:40:00Z' }), NOW)).toEqual({ value: 1_200_000, bound: 900_000, over: true });
  });

  it('is nothing where nothing was measured, and not over', () => {
    expect(measuredRto(source({}))).toEqual({ value: null, bound: 14_400_000, over: false });
    expect(measuredRto(source({ rto: null, lastDrill: DRILLED }))).toEqual({ value: 2_520_000, bound: null, over: false });
  });
});

it('what needs somebody most stands on top', () => {
  const rows = [source({ source: 'sound' }), source({ source: 'late', problems: [problem('drill-overdue')] }), source({ source: 'damaged', problems: [problem('content-damaged', 'critical')] }), source({ source: 'two', problems: [problem('verify-overdue'), problem('drill-overdue')] })];
  expect(byNeed(rows).map((row) => row.source)).toEqual(['damaged', 'two', 'late', 'sound']);
});

it('only copies that hold the newest backup count as off-site or immutable', () => {
  const copies = source({ copies: [{ target: 'near', held: true }, { target: 'far', offsite: true, held: false }, { target: 'deep', offsite: true, immutable: true, held: true, verifyFaults: ['chunk 3'] }] }).copies;
  expect(countCopies(copies)).toEqual({ held: 2, all: 3, offsite: 1, immutable: 1, damaged: 1 });
});

it.each([['drill-overdue', 'backup-drill-overdue'], ['backup-failed', 'backup-failed']])('the alerts of %s are those of the rule %s', (code, rule) => {
  expect(alertRuleOf(code)).toBe(rule);
});

describe('how far a job is', () => {
  const progress = (part: object) => readBackupJob({ id: 'j', kind: 'run', state: 'running', progress: { done: 50, total: 100, estimated: false, ...part } }).progress;

  it.each([[{}, 0.5], [{ total: null }, null], [{ total: 0 }, null], [{ done: 100 }, 1], [{ done: 130, estimated: true }, 0.99]])('%o: %s', (part, share) => {
    const read = progress(part);
    expect(read === null ? undefined : shareDone(read)).toBe(share);
  });
});

describe('the command that restores', () => {
  const of = { system: 'patent-review', source: 'review-db-01' };

  it('is complete', () => {
    expect(restoreCommand(of, '20261127T010000Z-1f2e3d4c')).toBe('./zhidun backup --config "$ZHIDUN_BACKUP_CONFIG" restore patent-review/review-db-01 --id 20261127T010000Z-1f2e3d4c --into restored-review-db-01-20261127T010000Z-1f2e3d4c');
    expect(restoreCommand(of, 'x', '2026-11-27T07:58:00Z')).toMatch(/ --to-time 2026-11-27T07:58:00Z$/);
  });

  it('runs nothing that an answer smuggles in', () => {
    expect(shellWord("a'; rm -rf /")).toBe("'a'\\''; rm -rf /'");
    expect(restoreCommand(of, '$(reboot)')).toContain("--id '$(reboot)'");
  });
});
