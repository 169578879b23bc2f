import { describe, expect, it } from 'vitest';
import { readRecord, readVerification } from '../api/audit';
import { isAction, NO_AUDIT_FILTER, parseAuditFilter, toAuditQuery, writeAuditFilter } from './auditfilter';

const NOW = Date.parse('2026-11-27T08:00:00Z');

describe('the filter of the trail', () => {
  it('stands in the address and comes back from it', () => {
    const filter = { ...NO_AUDIT_FILTER, actor: 'auditor', action: 'evidence.', range: { type: 'last' as const, duration: 'PT24H' } };
    expect(parseAuditFilter(writeAuditFilter(filter))).toEqual(filter);
    expect(writeAuditFilter(NO_AUDIT_FILTER, new URLSearchParams('selected=7&actor=x&range=P7D')).toString()).toBe('selected=7');
  });

  it('becomes times where it is relative', () => {
    expect(toAuditQuery({ ...NO_AUDIT_FILTER, range: { type: 'last', duration: 'PT1H' } }, NOW)).toMatchObject({ from: '2026-11-27T07:00:00.000Z', to: null });
  });

  it('does not send what can be no action', () => {
    expect(isAction('asset.changed')).toBe(true);
    expect(isAction('asset.')).toBe(true);
    expect(isAction('Asset changed')).toBe(false);
    expect(toAuditQuery({ ...NO_AUDIT_FILTER, action: 'DROP TABLE' }, NOW).action).toBe('');
  });
});

it('reads a record with its content, and one whose content cannot be read', () => {
  expect(readRecord({ sequence: 7, at: 't', kind: 'entry', hash: 'h', content: { actor: { account: 'auditor', role: 'auditor', address: '10.0.0.1' }, action: 'evidence.viewed', object: { type: 'evidence', id: 'e1' }, outcome: 'success', detail: { bytes: 12 } } })).toMatchObject({
    actor: { account: 'auditor' },
    objectType: 'evidence',
    objectId: 'e1',
    detail: { bytes: '12' },
  });
  expect(readRecord({ sequence: 8, kind: 'entry', content: 'not json' })).toMatchObject({ sequence: 8, action: '', objectId: '' });
});

it('says of a trail that nobody has read yet that it is not known, never that it is intact', () => {
  expect(readVerification({ size: 10, sealed: 0, last: null })).toEqual({ size: 10, sealed: 0, last: null });
  expect(readVerification({ size: 10, sealed: 8, last: { at: 't', intact: false, records: 4, fault: { kind: 'changed', sequence: 5, reason: 'x' } } }).last).toMatchObject({ intact: false, fault: { sequence: 5 } });
});
