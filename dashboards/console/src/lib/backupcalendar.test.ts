import { describe, expect, it } from 'vitest';
import type { BackupDue } from '../api/backuptypes';
import { byDay, countTasks, mondayOf, weeksFrom } from './backupcalendar';

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
