import type { Query } from '../api/http';
import { CASE_STATES, REGISTERS, SUBJECT_TYPES, TIERS, type CaseState, type FilingCase, type Register, type SubjectType, type Tier } from '../api/filingtypes';
import { boundsOf, parseRange, writeRange, type TimeRange } from './range';
import { withConditions } from './address';

export const CASE_SORTS = ['-updatedAt', '-score', '-tier', '-filingCount', '-openedAt', 'dueAt'] as const;
export type CaseSort = (typeof CASE_SORTS)[number];

/** What the list of cases shows. Everything in it stands in the address bar. */
export interface CaseFilter {
  states: CaseState[];
  tiers: Tier[];
  kinds: string[];
  registers: Register[];
  subjectTypes: SubjectType[];
  /** Account name, or `none` for cases of nobody; empty for all. */
  assignee: string;
  text: string;
  range: TimeRange;
  sort: CaseSort;
}

export const NO_CASE_FILTER: CaseFilter = {
  states: [],
  tiers: [],
  kinds: [],
  registers: [],
  subjectTypes: [],
  assignee: '',
  text: '',
  range: { type: 'all' },
  sort: '-updatedAt',
};

/** What the service calls cases that nobody has taken. */
export const NOBODY = 'none';

export const OPEN_STATES: readonly CaseState[] = ['pending', 'preliminary', 'notified', 'answered', 'withdrawn'];

const KIND = /^[PT]\d{1,2}$/;

function known<T extends string>(values: string[], allowed: readonly T[]): T[] {
  return allowed.filter((each) => values.includes(each));
}

export function parseCaseFilter(params: URLSearchParams): CaseFilter {
  const sort = params.get('sort');
  return {
    states: known(params.getAll('state'), CASE_STATES),
    tiers: known(params.getAll('tier'), TIERS),
    kinds: params.getAll('kind').filter((kind) => KIND.test(kind)),
    registers: known(params.getAll('register'), REGISTERS),
    subjectTypes: known(params.getAll('subjectType'), SUBJECT_TYPES),
    assignee: params.get('assignee') ?? '',
    text: params.get('q') ?? '',
    range: parseRange(params, NO_CASE_FILTER.range),
    sort: CASE_SORTS.find((each) => each === sort) ?? NO_CASE_FILTER.sort,
  };
}

/** The address for a filter; members that are not the filter's (the selection) are kept. */
export function writeCaseFilter(filter: CaseFilter, kept: URLSearchParams = new URLSearchParams()): URLSearchParams {
  const params = withConditions(kept, {
    state: filter.states,
    tier: filter.tiers,
    kind: filter.kinds,
    register: filter.registers,
    subjectType: filter.subjectTypes,
    assignee: filter.assignee,
    q: filter.text,
    sort: filter.sort === NO_CASE_FILTER.sort ? '' : filter.sort,
  });
  writeRange(params, filter.range);
  if (filter.range.type === 'all') {
    params.delete('range');
  }
  return params;
}

export function casesLink(part: Partial<CaseFilter>): string {
  const search = writeCaseFilter({ ...NO_CASE_FILTER, ...part }).toString();
  return search === '' ? '/filing-cases' : `/filing-cases?${search}`;
}

/** What a reviewer comes for: cases that are not closed. */
export const OPEN_CASES = casesLink({ states: [...OPEN_STATES] });

export function isNarrowed(filter: CaseFilter): boolean {
  return writeCaseFilter({ ...filter, sort: NO_CASE_FILTER.sort }).toString() !== '';
}

export function toCaseQuery(filter: CaseFilter, now: number): Query {
  const { from, to } = boundsOf(filter.range, now);
  return {
    state: filter.states,
    tier: filter.tiers,
    kind: filter.kinds,
    register: filter.registers,
    subjectType: filter.subjectTypes,
    assignee: filter.assignee,
    q: filter.text,
    from,
    to,
  };
}

function holds(wanted: readonly string[], actual: string): boolean {
  return wanted.length === 0 || wanted.includes(actual);
}

function holdsTime(row: FilingCase, range: TimeRange, now: number): boolean {
  const { from, to } = boundsOf(range, now);
  const opened = Date.parse(row.openedAt);
  return (from === null || opened >= Date.parse(from)) && (to === null || opened < Date.parse(to));
}

/** Whether a case that just arrived belongs into the list; the service decides at the next read. */
export function matchesCaseFilter(row: FilingCase, filter: CaseFilter, now: number): boolean {
  const text = filter.text.trim().toLowerCase();
  return (
    holds(filter.states, row.state) &&
    holds(filter.tiers, row.tier ?? '') &&
    (filter.kinds.length === 0 || row.kinds.some((kind) => filter.kinds.includes(kind))) &&
    holds(filter.registers, row.register) &&
    holds(filter.subjectTypes, row.subject.type) &&
    (filter.assignee === '' || (row.assignee?.username ?? NOBODY) === filter.assignee) &&
    (text === '' || [row.number, row.subject.name, row.subject.key].some((place) => place.toLowerCase().includes(text))) &&
    holdsTime(row, filter.range, now)
  );
}
