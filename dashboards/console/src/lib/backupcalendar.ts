import { BACKUP_TASKS, type BackupDue, type BackupTask } from '../api/backuptypes';
import { addDays, dayIn } from './duties';
import { instant } from './time';

export interface CalendarDay {
  /** `2026-12-04`. */
  day: string;
  /** In order of time. */
  tasks: BackupDue[];
}

export const WEEKS_SHOWN = 5;

/** The Monday of the week of a day. */
export function mondayOf(day: string): string {
  return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}

/** By the day that each has in the zone. */
export function byDay(tasks: readonly BackupDue[], zone: string): Map<string, BackupDue[]> {
  const days = new Map<string, BackupDue[]>();
  for (const task of tasks.toSorted((a, b) => a.at.localeCompare(b.at))) {
    const at = instant(task.at);
    if (at !== null) {
      const day = dayIn(at, zone);
      const of = days.get(day);
      if (of === undefined) {
        days.set(day, [task]);
      } else {
        of.push(task);
      }
    }
  }
  return days;
}

/** Whole weeks from a Monday on. */
export function weeksFrom(monday: string, days: ReadonlyMap<string, BackupDue[]>): CalendarDay[][] {
  return Array.from({ length: WEEKS_SHOWN }, (_, week) =>
    Array.from({ length: 7 }, (__, weekday) => {
      const day = addDays(monday, week * 7 + weekday);
      return { day, tasks: days.get(day) ?? [] };
    }),
  );
}

/** How many of each task, in the order of the tasks; none of those that there are none of. */
export function countTasks(tasks: readonly BackupDue[]): { task: BackupTask; count: number; overdue: number }[] {
  return BACKUP_TASKS.map((task) => {
    const of = tasks.filter((each) => each.task === task);
    return { task, count: of.length, overdue: of.filter(({ overdue }) => overdue).length };
  }).filter(({ count }) => count > 0);
}
