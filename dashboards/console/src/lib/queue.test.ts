import { describe, expect, it } from 'vitest';
import type { AlertRow, Page } from '../api/types';
import { alertRow } from '../testing/fixtures';
import { NO_FILTER } from './filter';
import { moveSelection, receive, toRows } from './queue';

const NOW = Date.parse('2026-11-22T08:00:00Z');
const row = (id: string, part: Partial<AlertRow> = {}) => alertRow({ id, ...part });
const page = (...items: AlertRow[]): Page<AlertRow> => ({ items, next: null, total: items.length });

describe('the list', () => {
  it('shows a row once that slid onto the next page', () => {
    expect(toRows([page(row('a'), row('b')), page(row('b'), row('c'))]).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });
});

describe('what arrives', () => {
  const pages = [page(row('a'), row('b')), page(row('c'))];

  it('changes a shown row where it stands', () => {
    const arrivals = receive(pages, [row('c', { count: 9, lastSeen: '2026-11-22T07:59:00Z', updatedAt: '2026-11-22T07:59:00Z' })], NO_FILTER, NOW);
    expect(toRows(arrivals.pages).map(({ id, count }) => [id, count])).toEqual([['a', 1], ['b', 1], ['c', 9]]);
    expect(arrivals.waiting).toEqual([]);
  });

  it('leaves untouched pages as they are, so that nothing is drawn again', () => {
    const arrivals = receive(pages, [row('c', { updatedAt: '2026-11-22T07:59:00Z' })], NO_FILTER, NOW);
    expect(arrivals.pages[0]).toBe(pages[0]);
  });

  it('keeps the very pages when nothing shown changed', () => {
    expect(receive(pages, [row('new')], NO_FILTER, NOW).pages).toBe(pages);
  });

  it('waits when it is new and matches', () => {
    const arrivals = receive(pages, [row('new'), row('other', { state: 'closed' })], { ...NO_FILTER, states: ['firing'] }, NOW);
    expect(arrivals.waiting.map(({ id }) => id)).toEqual(['new']);
  });

  it('stays in sight when it no longer matches: nothing vanishes under the pointer', () => {
    const arrivals = receive(pages, [row('a', { state: 'closed', updatedAt: '2026-11-22T07:59:00Z' })], { ...NO_FILTER, states: ['firing'] }, NOW);
    expect(toRows(arrivals.pages)[0]?.state).toBe('closed');
  });

  it('does not go back to an older state that a resumed stream repeats', () => {
    const shown = [page(row('a', { state: 'closed', updatedAt: '2026-11-22T07:59:00Z' }))];
    const arrivals = receive(shown, [row('a', { state: 'firing', updatedAt: '2026-11-22T07:00:00Z' })], NO_FILTER, NOW);
    expect(toRows(arrivals.pages)[0]?.state).toBe('closed');
  });
});

describe('the selection', () => {
  const rows = [row('a'), row('b'), row('c')];

  it.each([
    [null, 1, 'a'],
    ['a', 1, 'b'],
    ['c', 1, 'c'],
    ['a', -1, 'a'],
    ['c', -1, 'b'],
    ['gone', 1, 'a'],
  ] as const)('from %s by %d is %s', (selected, step, expected) => {
    expect(moveSelection(rows, selected, step)?.id).toBe(expected);
  });

  it('is nothing in an empty list', () => {
    expect(moveSelection([], null, 1)).toBeNull();
  });
});
