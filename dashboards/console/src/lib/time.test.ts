import { describe, expect, it } from 'vitest';
import { between, formatClock, formatDuration, formatRelative, formatTime, parseDuration, parseInZone, zoneOffset } from './time';

const AT = Date.parse('2026-11-22T07:04:05.250Z');

describe('times', () => {
  it('are absolute in the chosen zone', () => {
    expect(formatTime('2026-11-22T07:04:05Z', 'Asia/Shanghai')).toBe('2026-11-22 15:04:05');
    expect(formatTime('2026-11-22T17:04:05Z', 'Asia/Shanghai')).toBe('2026-11-23 01:04:05');
  });

  it('write midnight as 00', () => {
    expect(formatTime('2026-11-22T00:00:00Z', 'UTC')).toBe('2026-11-22 00:00:00');
  });

  it('are a dash where there is none', () => {
    expect(formatTime('', 'UTC')).toBe('—');
    expect(formatTime('yesterday', 'UTC')).toBe('—');
  });

  it('show milliseconds when asked', () => {
    expect(formatClock(AT, 'UTC', true)).toBe('07:04:05.250');
  });

  it('name the zone by its offset', () => {
    expect(zoneOffset(AT, 'Asia/Shanghai')).toBe('UTC+8');
    expect(zoneOffset(AT, 'America/St_Johns')).toBe('UTC-3:30');
    expect(zoneOffset(AT, 'UTC')).toBe('UTC');
  });

  it('are read in the zone they are written in', () => {
    expect(parseInZone('2026-11-22 15:04:05', 'Asia/Shanghai')).toBe(Date.parse('2026-11-22T07:04:05Z'));
    expect(parseInZone('2026-11-22 15:04', 'Asia/Shanghai')).toBe(Date.parse('2026-11-22T07:04:00Z'));
  });

  it('are read on either side of a clock change', () => {
    expect(parseInZone('2026-03-29 01:30:00', 'Europe/Berlin')).toBe(Date.parse('2026-03-29T00:30:00Z'));
    expect(parseInZone('2026-03-29 03:30:00', 'Europe/Berlin')).toBe(Date.parse('2026-03-29T01:30:00Z'));
  });

  it.each(['', '22.11.2026', '2026-13-45 00:00', '2026-11-22'])('are not read from %o', (text) => {
    expect(parseInZone(text, 'UTC')).toBeNull();
  });
});

describe('durations', () => {
  it.each([
    [200_000, '3 分 20 秒', '3 min 20 s'],
    [60_000, '1 分', '1 min'],
    [3_600_000, '1 小时', '1 h'],
    [93_784_000, '1 天 2 小时', '1 d 2 h'],
    [3_605_000, '1 小时', '1 h'],
    [59_600, '1 分', '1 min'],
    [120, '120 毫秒', '120 ms'],
    [0, '0 毫秒', '0 ms'],
  ])('of %d ms are %s and %s', (millis, zh, en) => {
    expect(formatDuration(millis, 'zh')).toBe(zh);
    expect(formatDuration(millis, 'en')).toBe(en);
  });

  it.each([
    ['PT1M', 60_000],
    ['PT24H', 86_400_000],
    ['P7D', 604_800_000],
    ['P1DT1H', 90_000_000],
    ['PT0.5S', 500],
  ])('are read from %s', (iso, millis) => {
    expect(parseDuration(iso)).toBe(millis);
  });

  it.each(['', 'P', 'PT', '60', 'P1M'])('are not read from %o', (iso) => {
    expect(parseDuration(iso)).toBeNull();
  });

  it('say how long ago or ahead', () => {
    expect(formatRelative('2026-11-22T07:00:00Z', Date.parse('2026-11-22T07:03:20Z'), 'zh')).toBe('3 分 20 秒前');
    expect(formatRelative('2026-11-22T07:03:20Z', Date.parse('2026-11-22T07:00:00Z'), 'en')).toBe('in 3 min 20 s');
    expect(formatRelative('2026-11-22T07:00:00Z', Date.parse('2026-11-22T07:00:00Z'), 'zh')).toBe('刚刚');
  });
});

it('a time that is not known takes no length', () => {
  expect(between('2026-11-27T08:00:00Z', '2026-11-27T08:00:04Z')).toBe(4_000);
  expect([between(null, '2026-11-27T08:00:00Z'), between('2026-11-27T08:00:00Z', null)]).toEqual([null, null]);
});

it('an age in a list takes one unit', () => {
  expect([formatDuration(90_061_000, 'zh', 1), formatDuration(90_061_000, 'en')]).toEqual(['1 天', '1 d 1 h']);
});
