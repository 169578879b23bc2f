import { keepPreviousData, useInfiniteQuery, useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { fetchAlerts } from '../../api/alerts';
import type { AlertRow, Page } from '../../api/types';
import { toQuery, writeFilter, type AlertFilter } from '../../lib/filter';
import { receive, toRows } from '../../lib/queue';
import { keys } from '../../state/keys';
import { useArrivals } from '../../state/live';

const PAGE_SIZE = 200;
/** More than this need not be told apart; a bound for a console left open over night. */
const WAITING_LIMIT = 9_999;

interface Waiting {
  /** The list they wait for. */
  of: string;
  rows: ReadonlyMap<string, AlertRow>;
}

const NONE: ReadonlyMap<string, AlertRow> = new Map();

/**
 * The queue as somebody reads it: pages by cursor, rows that change in place, and the alerts that
 * wait until they are asked for.
 */
export function useQueue(filter: AlertFilter) {
  const queries = useQueryClient();
  // What "the last hour" is relative to, and what makes a refresh a new list.
  const [readAt, setReadAt] = useState(() => Date.now());
  const name = `${writeFilter(filter).toString()}@${readAt}`;
  const key = useMemo(() => [...keys.list({}), name] as const, [name]);
  const [waiting, setWaiting] = useState<Waiting>({ of: name, rows: NONE });

  const query = useInfiniteQuery({
    queryKey: key,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      fetchAlerts({ ...toQuery(filter, readAt), sort: filter.sort, limit: PAGE_SIZE, cursor: pageParam }, signal),
    getNextPageParam: (last) => last.next,
    staleTime: Infinity,
    gcTime: 30_000,
    // Comparing ten thousand rows member by member at every page would cost more than drawing them.
    structuralSharing: false,
    placeholderData: keepPreviousData,
  });

  useArrivals((arrived) => {
    const now = Date.now();
    const data = queries.getQueryData<InfiniteData<Page<AlertRow>>>(key);
    if (data === undefined) {
      return;
    }
    const arrivals = receive(data.pages, arrived, filter, now);
    if (arrivals.pages !== data.pages) {
      queries.setQueryData(key, { ...data, pages: arrivals.pages });
    }
    setWaiting((old) => {
      const rows = new Map(old.of === name ? old.rows : NONE);
      arrived.forEach((row) => rows.delete(row.id));
      arrivals.waiting.forEach((row) => rows.size < WAITING_LIMIT && rows.set(row.id, row));
      return { of: name, rows };
    });
  });

  const pages = query.data?.pages;
  const rows = useMemo(() => toRows(pages ?? []), [pages]);
  const waitingRows = waiting.of === name ? [...waiting.rows.values()] : [];
  return {
    rows,
    total: pages?.at(-1)?.total ?? 0,
    query,
    waiting: {
      fresh: waitingRows.filter((row) => Date.parse(row.createdAt) >= readAt).length,
      changed: waitingRows.filter((row) => Date.parse(row.createdAt) < readAt).length,
    },
    refresh: () => {
      setReadAt(Date.now());
    },
  };
}
