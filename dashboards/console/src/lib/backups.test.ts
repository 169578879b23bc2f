import { describe, expect, it } from 'vitest';
import { readBackupJob, readBackupSource } from '../api/backups';
import { backupFacets, filterBackups, isBackupNarrowed, NO_BACKUP_FILTER, parseBackupFilter, SOUND, writeBackupFilter } from './backupfilter';
import { alertRuleOf, byNeed, countCopies, measuredRpo, measuredRto, proofOf, restoreCommand, shareDone, shellWord } from './backups';
import { byDay, countTasks, mondayOf, weeksFrom } from './backupcalendar';
import { between, formatDuration } from './time';
import type { BackupDue } from '../api/backuptypes';

const NOW = Date.parse('2026-11-27T08:00:00Z');
const problem = (code: string, severity = 'medium') => ({ code, severity, text: { zh: code, en: code } });
const source = (part: object) => readBackupSource({ system: 'patent-review', source: 'db', kind: 'files', tier: 'T1', rpo: 'PT15M', rto: 'PT4H', ...part });
const DRILLED = { id: 'd', finished: '2026-11-20T00:00:00Z', passed: true, rto: 'PT42M' };

describe('the three proofs', () => {
  it('are told apart: a verified backup that was never restored is not proven', () => {
    const row = source({ lastSuccess: '2026-11-27T01:00:00Z', lastVerify: '2026-11-26T01:00:00Z', lastDrill: null });
    expect([proofOf(row, 'success').state, proofOf(row, 'verify').state, proofOf(row, 'drill').state]).toEqual(['good', 'good', 'never']);
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

describe('the filter', () => {
  const rows = [source({ source: 'a', problems: [problem('drill-overdue'), problem('verify-overdue')] }), source({ source: 'b', tier: 'T2' }), source({ source: 'c', system: 'trademark', problems: [problem('drill-overdue')], copies: [{ target: 'deep' }] })];
  const names = (part: object) => filterBackups(rows, { ...NO_BACKUP_FILTER, ...part }).map((row) => row.source);

  it('stands in the address and comes back from it', () => {
    const filter = { systems: ['trademark'], tiers: ['T1'], problems: ['drill-overdue', SOUND], text: 'db' };
    expect(parseBackupFilter(writeBackupFilter(filter))).toEqual(filter);
    expect(writeBackupFilter(NO_BACKUP_FILTER, new URLSearchParams('selected=a&tier=T1')).toString()).toBe('selected=a');
    expect([isBackupNarrowed(NO_BACKUP_FILTER), isBackupNarrowed(filter)]).toEqual([false, true]);
  });

  it('finds sources with a problem, those with none, and those of a target', () => {
    expect(names({ problems: ['drill-overdue'] })).toEqual(['a', 'c']);
    expect(names({ problems: [SOUND] })).toEqual(['b']);
    expect(names({ text: 'DEEP' })).toEqual(['c']);
    expect(names({ systems: ['patent-review'], problems: ['drill-overdue'] })).toEqual(['a']);
  });

  it('counts what each choice would leave, the others as they are', () => {
    const facets = backupFacets(rows, { ...NO_BACKUP_FILTER, systems: ['patent-review'] });
    expect(facets.systems).toEqual([{ value: 'patent-review', count: 2 }, { value: 'trademark', count: 1 }]);
    expect(facets.problems).toEqual([{ value: 'drill-overdue', count: 1 }, { value: SOUND, count: 1 }, { value: 'verify-overdue', count: 1 }]);
  });
});

describe('the calendar', () => {
  const due = (at: string, task: BackupDue['task'] = 'backup', overdue = false): BackupDue => ({ at, task, system: 's', source: 'x', tier: 'T1', overdue, scheduled: true });

  it('puts a task on the day that it has in the zone', () => {
    const days = byDay([due('2026-11-27T18:00:00Z'), due('2026-11-27T15:59:00Z')], 'Asia/Shanghai');
    expect([...days].map(([day, tasks]) => [day, tasks.length])).toEqual([['2026-11-27', 1], ['2026-11-28', 1]]);
  });

  it.each([['2026-11-27', '2026-11-23'], ['2026-11-23', '2026-11-23'], ['2026-11-29', '2026-11-23'], ['2027-01-01', '2026-12-28']])('the week of %s begins on %s', (day, monday) => {
    expect(mondayOf(day)).toBe(monday);
  });

  it('shows five whole weeks, across the end of a year', () => {
    const weeks = weeksFrom('2026-12-07', new Map([['2027-01-10', [due('2027-01-10T01:00:00Z', 'switch')]]]));
    expect([weeks.length, weeks[0]?.[0]?.day, weeks[4]?.[6]?.day, weeks[4]?.[6]?.tasks.length]).toEqual([5, '2026-12-07', '2027-01-10', 1]);
  });

  it('counts tasks by kind, and how many are overdue', () => {
    expect(countTasks([due('a'), due('b', 'drill', true), due('c')])).toEqual([{ task: 'backup', count: 2, overdue: 0 }, { task: 'drill', count: 1, overdue: 1 }]);
  });
});

it('a time that is not known takes no length', () => {
  expect(between('2026-11-27T08:00:00Z', '2026-11-27T08:00:04Z')).toBe(4_000);
  expect([between(null, '2026-11-27T08:00:00Z'), between('2026-11-27T08:00:00Z', null)]).toEqual([null, null]);
});

it('an age in a list takes one unit', () => {
  expect([formatDuration(90_061_000, 'zh', 1), formatDuration(90_061_000, 'en')]).toEqual(['1 天', '1 d 1 h']);
});
