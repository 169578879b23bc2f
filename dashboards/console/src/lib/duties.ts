import type { Duty, DutyState } from '../api/compliancetypes';
import { DUTY_STATES } from '../api/compliancetypes';
import { DAY } from './time';

const ORDER = new Map<DutyState, number>(DUTY_STATES.map((state, index) => [state, index]));

/** Overdue first, then by day. */
export function sortDuties(duties: readonly Duty[]): Duty[] {
  return duties.toSorted((a, b) => (ORDER.get(a.state) ?? 0) - (ORDER.get(b.state) ?? 0) || a.due.localeCompare(b.due));
}

/** What somebody must look at now: overdue or soon. */
export function pressing(duties: readonly Duty[]): Duty[] {
  return sortDuties(duties).filter(({ state }) => state !== 'ok');
}

export interface DutyMonth {
  /** `2027-05`. */
  month: string;
  duties: Duty[];
}

/** By month of the due day; the overdue of earlier months stand in their own. */
export function byMonth(duties: readonly Duty[]): DutyMonth[] {
  const months = new Map<string, Duty[]>();
  for (const duty of duties.toSorted((a, b) => a.due.localeCompare(b.due))) {
    const month = duty.due.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), duty]);
  }
  return [...months].map(([month, of]) => ({ month, duties: of }));
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Whether the text is a day of the calendar: `2027-02-29` is none. */
export function isDay(text: string): boolean {
  if (!DATE.test(text)) {
    return false;
  }
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text;
}

/** Whole days from one day to another, negative where it is over; null where one is no day. */
export function daysBetween(from: string, to: string): number | null {
  return isDay(from) && isDay(to) ? Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY) : null;
}

/** The day that a moment has in a zone. */
export function dayIn(at: number, zone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}

/** `2026-11-27` plus days. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}
