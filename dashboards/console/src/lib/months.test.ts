import { expect, it } from 'vitest';
import { addMonths, monthOf, monthsUntil, parseMonth } from './months';

it('takes a month from the address, and nothing else', () => {
  expect(parseMonth('2026-10', '2026-11')).toBe('2026-10');
  expect(parseMonth('2026-13', '2026-11')).toBe('2026-11');
  expect(parseMonth('last', '2026-11')).toBe('2026-11');
  expect(parseMonth(null, '2026-11')).toBe('2026-11');
});

it('goes over the turn of the year', () => {
  expect(addMonths('2026-12', 1)).toBe('2027-01');
  expect(addMonths('2027-01', -1)).toBe('2026-12');
  expect(addMonths('2026-11', -23)).toBe('2024-12');
});

it('knows the month in the zone of the reader', () => {
  const at = Date.parse('2026-10-31T17:00:00Z');
  expect(monthOf(at, 'Asia/Shanghai')).toBe('2026-11');
  expect(monthOf(at, 'UTC')).toBe('2026-10');
});

it('offers two years, and the month that an old link asks for', () => {
  expect(monthsUntil('2026-11', '2026-10')).toHaveLength(24);
  expect(monthsUntil('2026-11', '2026-10').slice(0, 2)).toEqual(['2026-11', '2026-10']);
  expect(monthsUntil('2026-11', '2020-01').at(-1)).toBe('2020-01');
});
