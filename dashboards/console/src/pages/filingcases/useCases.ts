import { keepPreviousData, useInfiniteQuery, useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { fetchCases } from '../../api/filingcases';
import type { FilingCase } from '../../api/filingtypes';
import type { Page } from '../../api/types';
import { matchesCaseFilter, toCaseQuery, writeCaseFilter, type CaseFilter } from '../../lib/casefilter';
import { receiveRows, toRows } from '../../lib/queue';
import { keys } from '../../state/keys';
import { useCaseArrivals } from '../../state/live';

const PAGE_SIZE = 100;
/** A bound for a console left open over night. */
const WAITING_LIMIT = 9_999;

const NONE: ReadonlyMap<string, FilingCase> = new Map();

/** The cases as somebody reads them: shown rows change in place, others wait until asked for. */
export function useCases(filter: CaseFilter) {
  const queries = useQueryClient();
  const [readAt, setReadAt] = useState(() => Date.now());
  const name = `${writeCaseFilter(filter).toString()}@${readAt}`;
  const key = useMemo(() => keys.caseList(name), [name]);
  const [waiting, setWaiting] = useState<{ of: string; rows: ReadonlyMap<string, FilingCase> }>({ of: name, rows: NONE });

  const query = useInfiniteQuery({
    queryKey: key,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => fetchCases({ ...toCaseQuery(filter, readAt), sort: filter.sort, limit: PAGE_SIZE, cursor: pageParam }, signal),
    getNextPageParam: (last) => last.next,
    staleTime: Infinity,
    gcTime: 30_000,
    structuralSharing: false,
    placeholderData: keepPreviousData,
  });

  useCaseArrivals((arrived) => {
    const data = queries.getQueryData<InfiniteData<Page<FilingCase>>>(key);
    if (data === undefined) {
      return;
    }
    const now = Date.now();
    const arrivals = receiveRows(data.pages, arrived, (row) => matchesCaseFilter(row, filter, now));
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
      fresh: waitingRows.filter((row) => Date.parse(row.openedAt) >= readAt).length,
      changed: waitingRows.filter((row) => Date.parse(row.openedAt) < readAt).length,
    },
    refresh: () => {
      setReadAt(Date.now());
    },
  };
}
