import { describe, expect, it } from 'vitest';
import { readAlertDetail, readAlertRow, readFacets } from './alerts';
import { csrfToken, withQuery } from './http';
import { readPlatform } from './platform';
import { page, text, UnreadableAnswer } from './shape';

const ROW = { id: 'a', number: 'AL-000001', state: 'firing', severity: 'high', rule: { name: 'web-scan' }, summary: { zh: '扫描' } };

describe('an alert', () => {
  it('has empty values for what the service leaves out', () => {
    expect(readAlertRow(ROW)).toMatchObject({ acknowledgedBy: null, group: {}, count: 0, system: '', rule: { title: { zh: 'web-scan', en: 'web-scan' } } });
  });

  it('says a sentence in the other language rather than nothing', () => {
    expect(readAlertRow(ROW).summary).toEqual({ zh: '扫描', en: '扫描' });
  });

  it.each([{ state: 'burning' }, { severity: 'hgh' }, { state: undefined }])('with %o is refused', (part) => {
    expect(() => readAlertRow({ ...ROW, ...part })).toThrow(UnreadableAnswer);
  });

  it('names the value that is not known', () => {
    expect(() => readAlertRow({ ...ROW, severity: 'hgh' })).toThrow('severity "hgh" is not one of informational, low, medium, high, critical');
  });

  it('is explained even where parts are missing', () => {
    const detail = readAlertDetail({ ...ROW, decision: { severity: 'low' }, explanation: { conditions: [{ field: 'a', actual: 5 }] } });
    expect(detail).toMatchObject({ events: [], trail: [], tags: [], runbook: '', decision: { reasons: [] } });
    expect(detail.explanation).toMatchObject({ window: null, conditions: [{ actual: '5', expected: '', negated: false }] });
  });

  it('without an explanation is refused', () => {
    expect(() => readAlertDetail(ROW)).toThrow('an explanation is not an object');
  });
});

describe('answers', () => {
  it('count their own rows where no total is given', () => {
    expect(page({ items: ['a', 'b'] }, text)).toEqual({ items: ['a', 'b'], next: null, total: 2 });
  });

  it('of facets may be empty', () => {
    expect(readFacets({})).toEqual({ state: {}, severity: {}, system: {}, rule: {} });
  });

  it('of a platform that has just started hold no numbers', () => {
    expect(readPlatform({ state: 'degraded', parts: [{ name: 'kafka', state: 'starting' }] })).toMatchObject({
      eventsPerSecond: null,
      endToEndMillis: null,
      gaps: null,
      parts: [{ pid: null, memoryBytes: null, since: null, restarts: 0 }],
    });
  });
});

describe('requests', () => {
  it('repeat a parameter with several values and leave out empty ones', () => {
    expect(withQuery('/x', { state: ['a', 'b'], q: '', from: null, limit: 5, field: ['source.ip:2001:db8::1'] })).toBe('/x?state=a&state=b&limit=5&field=source.ip%3A2001%3Adb8%3A%3A1');
  });

  it('echo the CSRF cookie', () => {
    expect(csrfToken('a=b; XSRF-TOKEN=ab%3D%3D; c=d')).toBe('ab==');
    expect(csrfToken('')).toBe('');
  });
});
