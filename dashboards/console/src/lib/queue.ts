import type { AlertRow, Page } from '../api/types';
import { matchesFilter, type AlertFilter } from './filter';

/** What a live list needs to know of a row. */
export interface LiveRow {
  id: string;
  updatedAt: string;
}

/** Pages as they were read, in order. */
export type Pages<R extends LiveRow = AlertRow> = readonly Page<R>[];

/** One list; a row that slid onto a later page between two reads is shown once. */
export function uniqueRows<R>(pages: readonly Page<R>[], idOf: (row: R) => string): R[] {
  const seen = new Set<string>();
  return pages.flatMap(({ items }) =>
    items.filter((row) => {
      const fresh = !seen.has(idOf(row));
      seen.add(idOf(row));
      return fresh;
    }),
  );
}

export function toRows<R extends LiveRow>(pages: Pages<R>): R[] {
  return uniqueRows(pages, ({ id }) => id);
}

export interface Arrivals<R extends LiveRow, P extends Pages<R>> {
  /** The same pages with changed rows in place; the same object when nothing changed. */
  pages: P;
  /** Matching rows that the list does not show yet. */
  waiting: R[];
}

export function receive<P extends Pages>(pages: P, arrived: readonly AlertRow[], filter: AlertFilter, now: number): Arrivals<AlertRow, P> {
  return receiveRows(pages, arrived, (row) => matchesFilter(row, filter, now));
}

/**
 * Puts live rows into a list that somebody is reading: a row on screen changes where it stands,
 * a new one waits, so that nothing moves under the pointer.
 */
export function receiveRows<R extends LiveRow, P extends Pages<R>>(pages: P, arrived: readonly R[], matches: (row: R) => boolean): Arrivals<R, P> {
  const latest = new Map(arrived.map((row) => [row.id, row]));
  const next = pages.map((page) => {
    if (!page.items.some((row) => latest.has(row.id))) {
      return page;
    }
    return { ...page, items: page.items.map((row) => newer(row, latest.get(row.id))) };
  });
  const changed = next.some((page, index) => page !== pages[index]);
  const shown = new Set(pages.flatMap((page) => page.items.map((row) => row.id)));
  const waiting = [...latest.values()].filter((row) => !shown.has(row.id) && matches(row));
  return { pages: changed ? (next as unknown as P) : pages, waiting };
}

function newer<R extends LiveRow>(shown: R, arrived: R | undefined): R {
  // A resumed stream may repeat what is older than the list.
  return arrived !== undefined && arrived.updatedAt >= shown.updatedAt ? arrived : shown;
}

/** The row `step` away from the selected one; from nothing selected, the first. */
export function moveSelection<R extends { id: string }>(rows: readonly R[], selected: string | null, step: 1 | -1): R | null {
  const at = rows.findIndex((row) => row.id === selected);
  if (at === -1) {
    return rows[0] ?? null;
  }
  return rows[Math.min(rows.length - 1, Math.max(0, at + step))] ?? null;
}
