import { get, type Query } from './http';
import { number, numberOrNull, object, page, required, text, textOrNull } from './shape';
import type { Page } from './types';

/** A line of the audit trail. */
export interface AuditRecord {
  sequence: number;
  at: string;
  /** `entry`, or `checkpoint` where the trail was sealed. */
  kind: string;
  actor: { account: string; role: string; address: string };
  action: string;
  objectType: string;
  objectId: string;
  outcome: string;
  detail: Record<string, string>;
  hash: string;
}

export interface AuditDetail extends AuditRecord {
  previous: string;
  /** As it stands in an exported trail. */
  line: string;
}

export interface AuditVerification {
  size: number;
  /** Records that the last seal covers. */
  sealed: number;
  /** Null before the first reading. */
  last: { at: string; intact: boolean; records: number; fault: { kind: string; sequence: number | null; reason: string } | null } | null;
}

/** Every value of a detail as text: it is told, never interpreted. */
function readDetailTexts(value: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(object(value)).map(([name, each]) => [name, typeof each === 'string' ? each : JSON.stringify(each)]));
}

export function readRecord(value: unknown): AuditRecord {
  const row = required(value, 'an audit record');
  const content = object(row.content);
  const actor = object(content.actor);
  const target = object(content.object);
  return {
    sequence: number(row.sequence),
    at: text(row.at),
    kind: text(row.kind),
    actor: { account: text(actor.account), role: text(actor.role), address: text(actor.address) },
    action: text(content.action),
    objectType: text(target.type),
    objectId: text(target.id),
    outcome: text(content.outcome),
    detail: readDetailTexts(content.detail),
    hash: text(row.hash),
  };
}

export function readVerification(value: unknown): AuditVerification {
  const read = required(value, 'a verification');
  if (typeof read.last !== 'object' || read.last === null) {
    return { size: number(read.size), sealed: number(read.sealed), last: null };
  }
  const last = object(read.last);
  const fault = typeof last.fault === 'object' && last.fault !== null ? object(last.fault) : null;
  return {
    size: number(read.size),
    sealed: number(read.sealed),
    last: {
      at: text(last.at),
      intact: last.intact === true,
      records: number(last.records),
      fault: fault === null ? null : { kind: text(fault.kind), sequence: numberOrNull(fault.sequence), reason: text(fault.reason) },
    },
  };
}

const AUDIT = '/api/v1/audit';

export const AUDIT_EXPORT = `${AUDIT}/export`;

export async function fetchAudit(query: Query, signal?: AbortSignal): Promise<Page<AuditRecord>> {
  return page(await get(AUDIT, query, signal), readRecord);
}

export async function fetchAuditRecord(sequence: number, signal?: AbortSignal): Promise<AuditDetail> {
  const read = await get(`${AUDIT}/${sequence}`, {}, signal);
  return { ...readRecord(read), previous: text(object(read).previous), line: textOrNull(object(read).line) ?? '' };
}

export async function fetchVerification(signal?: AbortSignal): Promise<AuditVerification> {
  return readVerification(await get(`${AUDIT}/verification`, {}, signal));
}
