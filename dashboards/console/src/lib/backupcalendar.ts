import { BACKUP_TASKS, type BackupDue, type BackupTask } from '../api/backuptypes';
import { addDays, dayIn } from './duties';
import { instant } from './time';

export interface CalendarDay {
  /** `2026-12-04`. */
  day: string;
  /** Whether it belongs to the month, and not to fill its first or last week. */
  inMonth: boolean;
  /** In order of time. */
  tasks: BackupDue[];
}

/** `2026-11` plus months. */
export function addMonths(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const index = year * 12 + number - 1 + months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

export function isMonth(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
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

/** Whole weeks from Monday that hold the month. */
export function weeksOf(month: string, days: ReadonlyMap<string, BackupDue[]>): CalendarDay[][] {
  const first = `${month}-01`;
  const weekday = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7;
  const end = `${addMonths(month, 1)}-01`;
  const weeks: CalendarDay[][] = [];
  for (let monday = addDays(first, -weekday); monday < end; monday = addDays(monday, 7)) {
    weeks.push(
      Array.from({ length: 7 }, (_, index) => {
        const day = addDays(monday, index);
        return { day, inMonth: day.startsWith(month), tasks: days.get(day) ?? [] };
      }),
    );
  }
  return weeks;
}

/** How many of each task, in the order of the tasks; none of those that there are none of. */
export function countTasks(tasks: readonly BackupDue[]): { task: BackupTask; count: number; overdue: number }[] {
  return BACKUP_TASKS.map((task) => {
    const of = tasks.filter((each) => each.task === task);
    return { task, count: of.length, overdue: of.filter(({ overdue }) => overdue).length };
  }).filter(({ count }) => count > 0);
}
