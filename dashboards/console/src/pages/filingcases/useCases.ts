import { fetchCases } from '../../api/filingcases';
import type { FilingCase } from '../../api/filingtypes';
import { matchesCaseFilter, toCaseQuery, writeCaseFilter, type CaseFilter } from '../../lib/casefilter';
import { keys } from '../../state/keys';
import { useLiveList } from '../../state/lists';
import { useCaseArrivals } from '../../state/live';

const PAGE_SIZE = 100;

const openedAt = (row: FilingCase) => row.openedAt;

/** The cases as somebody reads them. */
export function useCases(filter: CaseFilter) {
  const { onArrivals, ...list } = useLiveList<FilingCase>({
    keyOf: keys.caseList,
    name: writeCaseFilter(filter).toString(),
    fetchPage: (cursor, readAt, signal) => fetchCases({ ...toCaseQuery(filter, readAt), sort: filter.sort, limit: PAGE_SIZE, cursor }, signal),
    matches: (row, now) => matchesCaseFilter(row, filter, now),
    createdAt: openedAt,
  });
  useCaseArrivals(onArrivals);
  return list;
}
