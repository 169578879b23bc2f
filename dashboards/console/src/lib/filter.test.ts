import { describe, expect, it } from 'vitest';
import { alertRow } from '../testing/fixtures';
import { isOpenQueue, matchesFilter, NO_FILTER, OPEN_QUEUE, parseField, parseFilter, queueLink, toQuery, writeFilter, type AlertFilter } from './filter';

const NOW = Date.parse('2026-11-22T08:00:00Z');

function filter(part: Partial<AlertFilter>): AlertFilter {
  return { ...NO_FILTER, ...part };
}

describe('the address bar', () => {
  it('reproduces every condition', () => {
    const full = filter({
      states: ['firing', 'acknowledged'],
      severities: ['high', 'critical'],
      systems: ['专利审查系统', 'a&b=c'],
      rules: ['web-scan'],
      text: '登录 失败',
      fields: ['source.ip:2001:db8::7', 'user.name:<script>'],
      range: { type: 'last', duration: 'PT1H' },
      sort: '-severity',
    });
    expect(parseFilter(writeFilter(full))).toEqual(full);
  });

  it('holds a fixed stretch of time', () => {
    const fixed = filter({ range: { type: 'between', from: '2026-11-22T07:00:00Z', to: '2026-11-22T08:00:00Z' } });
    expect(parseFilter(writeFilter(fixed))).toEqual(fixed);
  });

  it('is empty for no conditions', () => {
    expect(writeFilter(NO_FILTER).toString()).toBe('');
    expect(queueLink({})).toBe('/alerts');
  });

  it('keeps what is not a condition', () => {
    expect(writeFilter(NO_FILTER, new URLSearchParams('selected=a1&q=old')).toString()).toBe('selected=a1');
  });

  it('drops what it does not know', () => {
    const read = parseFilter(new URLSearchParams('state=on-fire&state=firing&severity=purple&sort=random&field=nonsense&from=x&to=y'));
    expect(read).toEqual(filter({ states: ['firing'] }));
  });

  it('knows the queue of what is open', () => {
    expect(isOpenQueue(filter({ states: ['firing', 'acknowledged'], sort: '-severity' }))).toBe(true);
    expect(isOpenQueue(filter({ states: ['firing', 'acknowledged'], text: 'x' }))).toBe(false);
    expect(isOpenQueue(NO_FILTER)).toBe(false);
  });

  it('opens the queue on what is open', () => {
    expect(parseFilter(new URL(OPEN_QUEUE, 'http://x').searchParams).states).toEqual(['firing', 'acknowledged']);
  });
});

describe('a field condition', () => {
  it('splits at the first colon, so that IPv6 stays whole', () => {
    expect(parseField('source.ip:2001:db8::7')).toEqual({ field: 'source.ip', value: '2001:db8::7' });
  });

  it.each(['', 'a', ':b', 'a:', 'a b:c', 'a: '])('is not %o', (text) => {
    expect(parseField(text)).toBeNull();
  });
});

describe('an alert that arrives', () => {
  it('may have any of the values of one field, but needs every field', () => {
    const row = alertRow({ group: { 'source.ip': '203.0.113.7', 'user.name': 'root' } });
    expect(matchesFilter(row, filter({ fields: ['source.ip:203.0.113.8', 'source.ip:203.0.113.7'] }), NOW)).toBe(true);
    expect(matchesFilter(row, filter({ fields: ['source.ip:203.0.113.7', 'user.name:admin'] }), NOW)).toBe(false);
  });

  it('belongs where every condition holds', () => {
    const wanted = filter({ states: ['firing'], severities: ['high'], fields: ['source.ip:203.0.113.7'], text: 'SSH' });
    expect(matchesFilter(alertRow(), wanted, NOW)).toBe(true);
  });

  it.each<Partial<AlertFilter>>([
    { states: ['closed'] },
    { severities: ['low'] },
    { systems: ['商标注册系统'] },
    { rules: ['web-scan'] },
    { text: 'nothing of it' },
    { fields: ['source.ip:203.0.113.8'] },
    { fields: ['user.name:root'] },
    { range: { type: 'last', duration: 'PT15M' } },
    { range: { type: 'between', from: '2026-11-22T07:30:00Z', to: '2026-11-22T08:00:00Z' } },
  ])('does not belong under %o', (part) => {
    expect(matchesFilter(alertRow(), filter(part), NOW)).toBe(false);
  });
});

it('asks the service from the start of a moving range, without an end', () => {
  const query = toQuery(filter({ range: { type: 'last', duration: 'PT1H' } }), NOW);
  expect(query).toMatchObject({ from: '2026-11-22T07:00:00.000Z', to: null });
});
