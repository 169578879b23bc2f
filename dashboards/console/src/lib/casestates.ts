import type { CaseState, FilingCase } from '../api/filingtypes';

/** The ways of a case, as the service allows them; a case's page asks the service itself. */
export const NEXT_STATES: Record<CaseState, readonly CaseState[]> = {
  pending: ['preliminary', 'dismissed'],
  preliminary: ['notified', 'dismissed'],
  notified: ['answered', 'withdrawn'],
  answered: ['confirmed', 'dismissed'],
  withdrawn: ['confirmed', 'dismissed'],
  confirmed: [],
  dismissed: [],
};

export const CLOSED_STATES: readonly CaseState[] = ['confirmed', 'dismissed'];

export function isClosed(state: CaseState): boolean {
  return CLOSED_STATES.includes(state);
}

/** Confirming wants an outcome for each kind of each case, so it is done case by case. */
const BATCH_STATES: readonly CaseState[] = ['preliminary', 'notified', 'answered', 'withdrawn', 'dismissed'];

/** Where several cases can be moved at once, and how many of them can. */
export function batchTargets(rows: readonly FilingCase[]): { state: CaseState; count: number }[] {
  return BATCH_STATES.map((state) => ({ state, count: rows.filter((row) => NEXT_STATES[row.state].includes(state)).length })).filter(({ count }) => count > 0);
}

export const NOTE_LIMIT = 2_000;
export const DEFAULT_REPLY_DAYS = 15;
export const MOST_REPLY_DAYS = 180;
export const MOST_IN_BATCH = 200;

/** Whole days until a term ends, negative once it is over; null without one. */
export function daysLeft(dueAt: string | null, now: number): number | null {
  const due = dueAt === null ? NaN : Date.parse(dueAt);
  return Number.isNaN(due) ? null : Math.floor((due - now) / 86_400_000);
}
