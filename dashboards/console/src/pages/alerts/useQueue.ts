import { fetchAlerts } from '../../api/alerts';
import type { AlertRow } from '../../api/types';
import { matchesFilter, toQuery, writeFilter, type AlertFilter } from '../../lib/filter';
import { keys } from '../../state/keys';
import { useLiveList } from '../../state/lists';
import { useArrivals } from '../../state/live';

const PAGE_SIZE = 200;

const keyOf = (name: string) => [...keys.list({}), name];
const createdAt = (row: AlertRow) => row.createdAt;

/** The queue as somebody reads it. */
export function useQueue(filter: AlertFilter) {
  const { onArrivals, ...list } = useLiveList<AlertRow>({
    keyOf,
    name: writeFilter(filter).toString(),
    fetchPage: (cursor, readAt, signal) => fetchAlerts({ ...toQuery(filter, readAt), sort: filter.sort, limit: PAGE_SIZE, cursor }, signal),
    matches: (row, now) => matchesFilter(row, filter, now),
    createdAt,
  });
  useArrivals(onArrivals);
  return list;
}
