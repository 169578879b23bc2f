import { describe, expect, it } from 'vitest';
import { consolePath, filePath } from './downlinks';
import { sayValue, unitOf } from './evidencevalues';

const link = (api: string, kind = 'events') => ({ kind, label: { zh: '', en: '' }, api });

describe('the way down', () => {
  it('keeps the conditions of a search', () => {
    expect(consolePath(link('/api/v1/events?from=2026-11-20T00:00:00Z&host.name=web%201'))).toBe('/events?from=2026-11-20T00:00:00Z&host.name=web%201');
  });

  it('leads to an asset and to the canaries', () => {
    expect(consolePath(link('/api/v1/assets/review-web-01'))).toBe('/assets?selected=review-web-01');
    expect(consolePath(link('/api/v1/canaries'))).toBe('/canaries');
  });

  it.each(['https://203.0.113.9/api/v1/events', '//203.0.113.9/api/v1/events', 'javascript:alert(1)', '/api/v1/assets/import/x/confirm', '/api/v1/../../admin'])('does not lead to %s', (api) => {
    expect(consolePath(link(api))).toBeNull();
  });

  it('gives a document as a file, and nothing else', () => {
    expect(filePath(link('/api/v1/compliance/attestations/12/document', 'document'))).toBe('/api/v1/compliance/attestations/12/document');
    expect(filePath(link('https://203.0.113.9/x', 'document'))).toBeNull();
    expect(filePath(link('/api/v1/events', 'events'))).toBeNull();
  });
});

describe('a value', () => {
  it('has the unit that its name ends with', () => {
    expect(unitOf('oldestDays', 'zh')).toBe('天');
    expect(unitOf('lag_seconds', 'en')).toBe('seconds');
    expect(unitOf('holidays', 'en')).toBe('');
  });

  it('is said as it is', () => {
    expect(sayValue('oldestDays', 12.4, 'en')).toEqual({ texts: ['12.4'], unit: 'days' });
    expect(sayValue('forwarded', false, 'zh')).toEqual({ texts: ['否'], unit: '' });
    expect(sayValue('missing', ['a', 'b'], 'zh').texts).toEqual(['a', 'b']);
    expect(sayValue('missing', [], 'zh').texts).toEqual(['—']);
    expect(sayValue('usedBytes', 2_048, 'zh').texts).toEqual(['2 KiB']);
    expect(sayValue('gone', null, 'zh').texts).toEqual(['—']);
  });
});
