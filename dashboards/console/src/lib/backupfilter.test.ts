import { describe, expect, it } from 'vitest';
import { readBackupSource } from '../api/backups';
import { withConditions } from './address';
import { backupFacets, filterBackups, isBackupNarrowed, NO_BACKUP_FILTER, parseBackupFilter, SOUND, writeBackupFilter } from './backupfilter';

const problem = (code: string) => ({ code, severity: 'medium', text: { zh: code, en: code } });
const source = (part: object) => readBackupSource({ copies: [{ target: 'near' }], system: 'patent-review', source: 'db', kind: 'files', tier: 'T1', ...part });

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
    expect(filterBackups([source({ copies: [] })], { ...NO_BACKUP_FILTER, problems: [SOUND] })).toEqual([]);
    expect(names({ text: 'DEEP' })).toEqual(['c']);
    expect(names({ systems: ['patent-review'], problems: ['drill-overdue'] })).toEqual(['a']);
  });

  it('counts what each choice would leave, the others as they are', () => {
    const facets = backupFacets(rows, { ...NO_BACKUP_FILTER, systems: ['patent-review'] });
    expect(facets.systems).toEqual([{ value: 'patent-review', count: 2 }, { value: 'trademark', count: 1 }]);
    expect(facets.problems).toEqual([{ value: 'drill-overdue', count: 1 }, { value: SOUND, count: 1 }, { value: 'verify-overdue', count: 1 }]);
  });
});

it('conditions take the place of those before; an empty one is taken away, and what is not theirs stays', () => {
  const before = new URLSearchParams('tier=T1&tier=T2&q=old&selected=a');
  expect(withConditions(before, { tier: ['T3'], q: '', sort: 'name' }).toString()).toBe('selected=a&tier=T3&sort=name');
  expect(before.toString()).toBe('tier=T1&tier=T2&q=old&selected=a');
});
