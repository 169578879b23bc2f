import type { Query } from '../api/http';
import { boundsOf, parseRange, writeRange, type TimeRange } from './range';
import { withConditions } from './address';

/** Which lines of the trail are shown. Everything in it stands in the address bar. */
export interface AuditFilter {
  actor: string;
  /** A whole action, or the first words of some with a dot at the end. */
  action: string;
  objectType: string;
  objectId: string;
  range: TimeRange;
}

export const NO_AUDIT_FILTER: AuditFilter = { actor: '', action: '', objectType: '', objectId: '', range: { type: 'all' } };

const FIELDS = ['actor', 'action', 'objectType', 'objectId'] as const;
export type AuditField = (typeof FIELDS)[number];
export const AUDIT_FIELDS: readonly AuditField[] = FIELDS;

export function parseAuditFilter(params: URLSearchParams): AuditFilter {
  const of = (name: AuditField) => params.get(name) ?? '';
  return { actor: of('actor'), action: of('action'), objectType: of('objectType'), objectId: of('objectId'), range: parseRange(params, NO_AUDIT_FILTER.range) };
}

/** The address for a filter; what is not the filter's (the selection) is kept. */
export function writeAuditFilter(filter: AuditFilter, kept: URLSearchParams = new URLSearchParams()): URLSearchParams {
  const params = withConditions(kept, Object.fromEntries(FIELDS.map((name) => [name, filter[name]])));
  writeRange(params, filter.range);
  if (filter.range.type === 'all') {
    params.delete('range');
  }
  return params;
}

/** An action as it may be asked for: dotted lower-case words; what is none is not sent. */
export function isAction(text: string): boolean {
  return text === '' || /^[a-z0-9-]+(\.[a-z0-9-]+)*\.?$/.test(text);
}

export function toAuditQuery(filter: AuditFilter, now: number): Query {
  const { from, to } = boundsOf(filter.range, now);
  return { actor: filter.actor, action: isAction(filter.action) ? filter.action : '', objectType: filter.objectType, objectId: filter.objectId, from, to };
}
