import { describe, expect, it } from 'vitest';
import { duty } from '../testing/compliance';
import { addDays, byMonth, dayIn, daysBetween, isDay, pressing } from './duties';

describe('duties', () => {
  const late = duty('2026-11-01', { state: 'overdue', daysLeft: -26 });
  const soon = duty('2026-12-05', { state: 'soon', daysLeft: 8 });
  const sooner = duty('2026-12-01', { state: 'soon', daysLeft: 4 });
  const far = duty('2027-05-31');

  it('press when they are overdue or soon, the overdue first, then by day', () => {
    expect(pressing([far, soon, sooner, late])).toEqual([late, sooner, soon]);
  });

  it('stand by month in order', () => {
    expect(byMonth([far, soon, late, sooner]).map(({ month, duties }) => [month, duties.length])).toEqual([['2026-11', 1], ['2026-12', 2], ['2027-05', 1]]);
  });
});

describe('a day', () => {
  it.each(['2028-02-29', '2026-12-31'])('%s is one', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each(['2027-02-29', '2026-13-01', '2026-1-5', '31.12.2026', '', '2026-12-31T00:00:00Z'])('%s is none', (text) => {
    expect(isDay(text)).toBe(false);
  });

  it('is counted from another, also over a leap day and backwards', () => {
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(daysBetween('2026-12-01', '2026-11-27')).toBe(-4);
    expect(daysBetween('2026-12-01', 'soon')).toBeNull();
  });

  it('is that of the zone, not of UTC', () => {
    const at = Date.parse('2026-11-27T16:30:00Z');
    expect(dayIn(at, 'Asia/Shanghai')).toBe('2026-11-28');
    expect(dayIn(at, 'UTC')).toBe('2026-11-27');
  });

  it('moves over the end of a year', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  });
});
