import type { AlertRow, Page } from '../api/types';
import { matchesFilter, type AlertFilter } from './filter';

/** Pages as they were read, in order. */
export type Pages = readonly Page<AlertRow>[];

/** One list; a row that slid onto a later page between two reads is shown once. */
export function toRows(pages: Pages): AlertRow[] {
  const seen = new Set<string>();
  const rows: AlertRow[] = [];
  for (const page of pages) {
    for (const row of page.items) {
      if (!seen.has(row.id)) {
        seen.add(row.id);
        rows.push(row);
      }
    }
  }
  return rows;
}

export interface Arrivals<P extends Pages> {
  /** The same pages with changed rows in place; the same object when nothing changed. */
  pages: P;
  /** Matching alerts that the list does not show yet. */
  waiting: AlertRow[];
}

/**
 * Puts live alerts into a list that somebody is reading: a row on screen changes where it stands,
 * a new one waits, so that nothing moves under the pointer.
 */
export function receive<P extends Pages>(pages: P, arrived: readonly AlertRow[], filter: AlertFilter, now: number): Arrivals<P> {
  const latest = new Map(arrived.map((row) => [row.id, row]));
  const next = pages.map((page) => {
    if (!page.items.some((row) => latest.has(row.id))) {
      return page;
    }
    return { ...page, items: page.items.map((row) => newer(row, latest.get(row.id))) };
  });
  const changed = next.some((page, index) => page !== pages[index]);
  const shown = new Set(pages.flatMap((page) => page.items.map((row) => row.id)));
  const waiting = [...latest.values()].filter((row) => !shown.has(row.id) && matchesFilter(row, filter, now));
  return { pages: changed ? (next as unknown as P) : pages, waiting };
}

function newer(shown: AlertRow, arrived: AlertRow | undefined): AlertRow {
  // A resumed stream may repeat what is older than the list.
  return arrived !== undefined && arrived.updatedAt >= shown.updatedAt ? arrived : shown;
}

/** The row `step` away from the selected one; from nothing selected, the first. */
export function moveSelection(rows: readonly AlertRow[], selected: string | null, step: 1 | -1): AlertRow | null {
  const at = rows.findIndex((row) => row.id === selected);
  if (at === -1) {
    return rows[0] ?? null;
  }
  return rows[Math.min(rows.length - 1, Math.max(0, at + step))] ?? null;
}
