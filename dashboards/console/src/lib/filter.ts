import { ALERT_STATES, SEVERITIES, type AlertRow, type AlertState, type Severity } from '../api/types';
import type { Query } from '../api/http';
import { boundsOf, parseRange, writeRange, type TimeRange } from './range';
import { withConditions } from './address';

export const SORTS = ['-lastSeen', '-severity', '-createdAt'] as const;
export type Sort = (typeof SORTS)[number];

/** What the queue shows. Everything in it stands in the address bar. */
export interface AlertFilter {
  states: AlertState[];
  severities: Severity[];
  systems: string[];
  rules: string[];
  text: string;
  /** `source.ip:203.0.113.7` */
  fields: string[];
  range: TimeRange;
  sort: Sort;
}

export const NO_FILTER: AlertFilter = {
  states: [],
  severities: [],
  systems: [],
  rules: [],
  text: '',
  fields: [],
  range: { type: 'all' },
  sort: '-lastSeen',
};

/** What somebody on duty wants to see: what is open. */
export const OPEN_QUEUE = '/alerts?state=firing&state=acknowledged';

/** Whether the filter is just that of somebody on duty. */
export function isOpenQueue(filter: AlertFilter): boolean {
  return queueLink({ ...filter, sort: NO_FILTER.sort }) === OPEN_QUEUE;
}

function known<T extends string>(values: string[], allowed: readonly T[]): T[] {
  return allowed.filter((each) => values.includes(each));
}

export function parseFilter(params: URLSearchParams): AlertFilter {
  const sort = params.get('sort');
  return {
    states: known(params.getAll('state'), ALERT_STATES),
    severities: known(params.getAll('severity'), SEVERITIES),
    systems: params.getAll('system'),
    rules: params.getAll('rule'),
    text: params.get('q') ?? '',
    fields: params.getAll('field').filter((each) => parseField(each) !== null),
    range: parseRange(params, NO_FILTER.range),
    sort: SORTS.find((each) => each === sort) ?? NO_FILTER.sort,
  };
}

/** The address for a filter; members that are not the filter's (selection, columns) are kept. */
export function writeFilter(filter: AlertFilter, kept: URLSearchParams = new URLSearchParams()): URLSearchParams {
  const params = withConditions(kept, {
    state: filter.states,
    severity: filter.severities,
    system: filter.systems,
    rule: filter.rules,
    field: filter.fields,
    q: filter.text,
    sort: filter.sort === NO_FILTER.sort ? '' : filter.sort,
  });
  writeRange(params, filter.range);
  if (filter.range.type === 'all') {
    params.delete('range');
  }
  return params;
}

export function queueLink(part: Partial<AlertFilter>): string {
  const search = writeFilter({ ...NO_FILTER, ...part }).toString();
  return search === '' ? '/alerts' : `/alerts?${search}`;
}

export function toQuery(filter: AlertFilter, now: number): Query {
  const { from, to } = boundsOf(filter.range, now);
  return {
    state: filter.states,
    severity: filter.severities,
    system: filter.systems,
    rule: filter.rules,
    field: filter.fields,
    q: filter.text,
    from,
    to,
  };
}

export interface FieldValue {
  field: string;
  value: string;
}

/** `source.ip:2001:db8::7` splits at the first colon. */
export function parseField(text: string): FieldValue | null {
  const at = text.indexOf(':');
  if (at < 1 || at === text.length - 1) {
    return null;
  }
  const field = text.slice(0, at).trim();
  const value = text.slice(at + 1).trim();
  return field === '' || value === '' || /\s/.test(field) ? null : { field, value };
}

function holds(wanted: readonly string[], actual: string): boolean {
  return wanted.length === 0 || wanted.includes(actual);
}

function holdsText(row: AlertRow, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') {
    return true;
  }
  const places = [row.number, row.summary.zh, row.summary.en, row.rule.name, row.rule.title.zh, row.rule.title.en,
    row.system, row.asset, ...Object.values(row.group)];
  return places.some((place) => place.toLowerCase().includes(wanted));
}

/** Values of one field are alternatives; different fields must all hold. */
function holdsFields(row: AlertRow, fields: readonly string[]): boolean {
  const wanted = new Map<string, string[]>();
  for (const { field, value } of fields.map(parseField).filter((each) => each !== null)) {
    wanted.set(field, [...(wanted.get(field) ?? []), value]);
  }
  return [...wanted].every(([field, values]) => values.includes(row.group[field] ?? ''));
}

function holdsTime(row: AlertRow, range: TimeRange, now: number): boolean {
  const { from, to } = boundsOf(range, now);
  const last = Date.parse(row.lastSeen);
  return (from === null || last >= Date.parse(from)) && (to === null || Date.parse(row.firstSeen) <= Date.parse(to));
}

/** Whether an alert that just arrived belongs into the list; the service decides at the next read. */
export function matchesFilter(row: AlertRow, filter: AlertFilter, now: number): boolean {
  return (
    holds(filter.states, row.state) &&
    holds(filter.severities, row.severity) &&
    holds(filter.systems, row.system) &&
    holds(filter.rules, row.rule.name) &&
    holdsText(row, filter.text) &&
    holdsFields(row, filter.fields) &&
    holdsTime(row, filter.range, now)
  );
}
