import { describe, expect, it } from 'vitest';
import { consolePath, filePath } from './downlinks';

const link = (kind: string, api: string) => ({ kind, label: { zh: '', en: '' }, api });

describe('the way down from evidence', () => {
  it('leads from a conclusion to the page of the evidence it rests on', () => {
    expect(consolePath(link('evidence', '/api/v1/compliance/evidence/ev-1'))).toBe('/evidence/ev-1');
  });

  it('takes the parameters of a search over', () => {
    expect(consolePath(link('events', '/api/v1/events?from=a&host.name=b'))).toBe('/events?from=a&host.name=b');
  });

  it('leads nowhere outside the interface', () => {
    expect(consolePath(link('asset', 'https://elsewhere.invalid/api/v1/assets/a'))).toBeNull();
    expect(filePath(link('document', '/api/v1/compliance/attestations/1/document'))).not.toBeNull();
    expect(filePath(link('document', '//elsewhere.invalid/document'))).toBeNull();
  });
});
