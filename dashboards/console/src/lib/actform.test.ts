import { expect, it } from 'vitest';
import { actFaults, type ActField } from './actform';

const FIELDS: ActField[] = [
  { name: 'file', label: 'file', kind: 'file', required: true, maxBytes: 20 },
  { name: 'reason', label: 'reason', kind: 'text', required: true, min: 10 },
  { name: 'note', label: 'note', kind: 'text' },
  { name: 'expires', label: 'expires', kind: 'day', required: true, from: '2026-11-28', until: '2029-11-26' },
];
const GOOD = { reason: '供应商补丁尚未发布，年底前', expires: '2027-02-28' };

it('finds nothing wrong with what is right', () => {
  expect(actFaults(FIELDS, GOOD, { size: 20 })).toEqual({});
});

it('tells all faults at once', () => {
  expect(actFaults(FIELDS, { reason: '  太短  ', expires: '2027-02-29' }, null)).toEqual({ file: { type: 'missing' }, reason: { type: 'short', min: 10 }, expires: { type: 'day' } });
});

it('keeps a day within its bounds, both included', () => {
  const of = (expires: string) => actFaults(FIELDS, { ...GOOD, expires }, { size: 1 }).expires;
  expect(of('2026-11-28')).toBeUndefined();
  expect(of('2029-11-26')).toBeUndefined();
  expect(of('2026-11-27')).toMatchObject({ type: 'outside' });
  expect(of('2029-11-27')).toMatchObject({ type: 'outside', until: '2029-11-26' });
});

it('refuses a file that is too big, or empty', () => {
  expect(actFaults(FIELDS, GOOD, { size: 21 }).file).toEqual({ type: 'big', maxBytes: 20 });
  expect(actFaults(FIELDS, GOOD, { size: 0 }).file).toEqual({ type: 'missing' });
});

it('refuses a text that has not the form asked for', () => {
  const id: ActField[] = [{ name: 'id', label: 'id', kind: 'line', required: true, check: (text) => /^[a-z]+$/.test(text) }];
  expect(actFaults(id, { id: 'Review 1' }, null)).toEqual({ id: { type: 'form' } });
  expect(actFaults(id, { id: ' review ' }, null)).toEqual({});
});
