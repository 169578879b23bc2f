import { keepPreviousData, useInfiniteQuery, useQueryClient, type InfiniteData, type QueryKey } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { Page } from '../api/types';
import { moveSelection, receiveRows, toRows, uniqueRows, type LiveRow } from '../lib/queue';
import { useKey } from './keyboard';

interface PagedList<R> {
  key: QueryKey;
  fetchPage: (cursor: string, signal: AbortSignal) => Promise<Page<R>>;
}

/** A list that is read page by page as somebody scrolls. */
function usePages<R>({ key, fetchPage }: PagedList<R>) {
  const query = useInfiniteQuery({
    queryKey: key,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => fetchPage(pageParam, signal),
    getNextPageParam: (last) => last.next,
    staleTime: Infinity,
    gcTime: 30_000,
    // Comparing ten thousand rows member by member at every page would cost more than drawing them.
    structuralSharing: false,
    placeholderData: keepPreviousData,
  });
  const { fetchNextPage, hasNextPage, isFetchingNextPage, isFetchNextPageError } = query;
  const onNearEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError) {
      void fetchNextPage();
    }
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
  return { query, onNearEnd, pages: query.data?.pages };
}

/** One that changes only when somebody reads it again. */
export function usePagedList<R>(list: PagedList<R> & { idOf: (row: R) => string }) {
  const { query, onNearEnd, pages } = usePages(list);
  const { idOf } = list;
  const rows = useMemo(() => uniqueRows(pages ?? [], idOf), [pages, idOf]);
  return { rows, total: pages?.at(-1)?.total ?? 0, query, onNearEnd };
}

/** More than this need not be told apart; a bound for a console left open over night. */
const WAITING_LIMIT = 9_999;

interface LiveList<R extends LiveRow> {
  /** Of the cache, by name. */
  keyOf: (name: string) => QueryKey;
  /** Of the filter. */
  name: string;
  fetchPage: (cursor: string, readAt: number, signal: AbortSignal) => Promise<Page<R>>;
  matches: (row: R, now: number) => boolean;
  createdAt: (row: R) => string;
}

/**
 * A list as somebody reads it while it lives: pages by cursor, rows that change in place, and those
 * that wait until they are asked for. Whoever uses it hands on what arrives.
 */
export function useLiveList<R extends LiveRow>({ keyOf, name: filterName, fetchPage, matches, createdAt }: LiveList<R>) {
  const queries = useQueryClient();
  // What "the last hour" is relative to, and what makes a refresh a new list.
  const [readAt, setReadAt] = useState(() => Date.now());
  const name = `${filterName}@${readAt}`;
  const key = useMemo(() => keyOf(name), [keyOf, name]);
  const [waiting, setWaiting] = useState<{ of: string; rows: ReadonlyMap<string, R> }>({ of: name, rows: new Map() });
  const { query, onNearEnd, pages } = usePages<R>({ key, fetchPage: (cursor, signal) => fetchPage(cursor, readAt, signal) });
  const onArrivals = (arrived: readonly R[]) => {
    const now = Date.now();
    const data = queries.getQueryData<InfiniteData<Page<R>>>(key);
    if (data === undefined) {
      return;
    }
    const arrivals = receiveRows(data.pages, arrived, (row) => matches(row, now));
    if (arrivals.pages !== data.pages) {
      queries.setQueryData(key, { ...data, pages: arrivals.pages });
    }
    setWaiting((old) => {
      const rows = new Map(old.of === name ? old.rows : []);
      arrived.forEach((row) => rows.delete(row.id));
      arrivals.waiting.forEach((row) => rows.size < WAITING_LIMIT && rows.set(row.id, row));
      return { of: name, rows };
    });
  };
  const rows = useMemo(() => toRows<R>(pages ?? []), [pages]);
  const waitingRows = waiting.of === name ? [...waiting.rows.values()] : [];
  return {
    rows,
    total: pages?.at(-1)?.total ?? 0,
    query,
    onNearEnd,
    onArrivals,
    waiting: {
      fresh: waitingRows.filter((row) => Date.parse(createdAt(row)) >= readAt).length,
      changed: waitingRows.filter((row) => Date.parse(createdAt(row)) < readAt).length,
    },
    refresh: () => {
      setReadAt(Date.now());
    },
  };
}

interface Selection<R> {
  rows: readonly R[];
  idOf: (row: R) => string;
  /** The full page of a row; null where the drawer is all there is. */
  linkOf: ((id: string) => string) | null;
  onRefresh: () => void;
  /** Escape where no drawer is open. */
  onEscape?: () => void;
}

/** The selected row and its drawer in the address bar, and the keys that move them: j k Enter Escape n. */
export function useListSelection<R>({ rows, idOf, linkOf, onRefresh, onEscape }: Selection<R>) {
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const selected = params.get('selected');
  const opened = params.get('drawer') !== 'no' && selected !== null;
  const put = useCallback(
    (changes: Record<string, string | null>) => {
      setParams(
        (old) => {
          const next = new URLSearchParams(old);
          Object.entries(changes).forEach(([name, value]) => {
            if (value === null) {
              next.delete(name);
            } else {
              next.set(name, value);
            }
          });
          return next;
        },
        { replace: true },
      );
    },
    [setParams],
  );
  const onSelect = useCallback(
    (row: R) => {
      put({ selected: idOf(row), drawer: null });
    },
    [put, idOf],
  );
  const closeDrawer = () => {
    put({ drawer: 'no' });
  };
  const current = rows.find((row) => idOf(row) === selected) ?? null;
  const move = (step: 1 | -1) => {
    const next = moveSelection(rows.map((row) => ({ id: idOf(row) })), selected, step);
    if (next !== null) {
      put({ selected: next.id, ...(selected === null ? { drawer: 'no' } : {}) });
    }
  };
  useKey('j', () => { move(1); });
  useKey('k', () => { move(-1); });
  useKey('n', onRefresh);
  useKey('Escape', () => {
    if (opened || onEscape === undefined) {
      closeDrawer();
    } else {
      onEscape();
    }
  });
  useKey('Enter', () => {
    if (opened && linkOf !== null) {
      void navigate(linkOf(selected));
    } else if (current !== null) {
      onSelect(current);
    }
  });
  return { selected, openedId: opened ? selected : null, current, onSelect, closeDrawer, put };
}
