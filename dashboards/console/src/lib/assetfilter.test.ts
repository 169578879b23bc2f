import { describe, expect, it } from 'vitest';
import { readDiscovery } from '../api/assets';
import { isInventoryId, levelOfNotation, NO_ASSET_FILTER, parseAssetFilter, splitList, toAssetQuery, writeAssetFilter } from './assetfilter';

describe('the filter of the inventory', () => {
  it('stands in the address and comes back from it', () => {
    const filter = { ...NO_ASSET_FILTER, systems: ['patent-review'], kinds: ['host' as const, 'database' as const], importances: ['3'], text: '10.20', sort: '-importance' as const };
    expect(parseAssetFilter(writeAssetFilter(filter))).toEqual(filter);
    expect(writeAssetFilter(NO_ASSET_FILTER, new URLSearchParams('selected=a&kind=host')).toString()).toBe('selected=a');
  });

  it('takes over only what there is', () => {
    expect(parseAssetFilter(new URLSearchParams('kind=toaster&importance=9&sort=-owner'))).toEqual(NO_ASSET_FILTER);
  });

  it('asks by the names of the contract', () => {
    expect(toAssetQuery({ ...NO_ASSET_FILTER, dataClasses: ['重要数据'] })).toMatchObject({ dataClass: ['重要数据'], q: '' });
  });
});

it('reads a list as people type it', () => {
  expect(splitList('10.20.1.11; review-web-01，10.20.1.11\n fe80::1 ')).toEqual(['10.20.1.11', 'review-web-01', 'fe80::1']);
});

it.each([['review-web-01', true], ['a', true], ['-a', false], ['Review', false], ['a b', false], ['a'.repeat(65), false], ['', false]])('id %s: %s', (text, good) => {
  expect(isInventoryId(text)).toBe(good);
});

it.each([['S3A2G3', 3], ['S2A4G4', 4], ['S5A1G1', null], ['S3A3', null], ['s3a3g3', null]])('%s is of level %s', (notation, level) => {
  expect(levelOfNotation(notation)).toBe(level);
});

it('finds the way to the records under either name', () => {
  const row = { name: 'x', kind: 'host.name', events: 3 };
  expect(readDiscovery({ unknown: [{ ...row, api: '/a' }, { ...row, events_api: '/b' }] }).unknown.map(({ api }) => api)).toEqual(['/a', '/b']);
});
