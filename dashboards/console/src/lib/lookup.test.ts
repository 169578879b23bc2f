import { describe, expect, it } from 'vitest';
import { DEFAULT_COLUMNS, fitColumns, gridTemplate, parseColumns, writeColumns } from './columns';
import { ecs, toEventRow } from './ecs';
import { isAddress, toSearchTarget } from './search';

describe('the search box', () => {
  it.each(['203.0.113.7', '2001:db8::7', '::1', '::ffff:203.0.113.7'])('knows the address %s', (text) => {
    expect(isAddress(text)).toBe(true);
  });

  it.each(['300.1.1.1', '15:04', 'root', 'AL-1', '1.2.3'])('does not take %o for an address', (text) => {
    expect(isAddress(text)).toBe(false);
  });

  it('goes straight to an alert by its number', () => {
    expect(toSearchTarget(' al-000123 ')).toEqual({ type: 'number', number: 'AL-000123' });
  });

  it('goes straight to a case by its number', () => {
    expect(toSearchTarget('fc-2026-000017')).toEqual({ type: 'case', number: 'FC-2026-000017' });
  });

  it.each(['2026104796018', 'CN2026104796018', ' 202610479601.8 ', 'cn202610479601.8'])('leads the application number %o to its filing', (text) => {
    expect(toSearchTarget(text)).toEqual({ type: 'list', link: '/filings/2026104796018' });
  });

  it('knows check digits that are letters, and numbers of marks', () => {
    expect(toSearchTarget('202110991218.x')).toEqual({ type: 'list', link: '/filings/202110991218X' });
    expect(toSearchTarget('78123456')).toEqual({ type: 'list', link: '/filings/78123456' });
  });

  it.each(['12345', '13800000417', '2026-11-22'])('does not take %o for an application number', (text) => {
    expect(toSearchTarget(text)).toMatchObject({ type: 'list', link: `/alerts?q=${text}` });
  });

  it('leads an address to the alerts that it caused', () => {
    expect(toSearchTarget('2001:DB8::7')).toEqual({ type: 'list', link: '/alerts?field=source.ip%3A2001%3Adb8%3A%3A7' });
  });

  it('takes a field and a value as they are', () => {
    expect(toSearchTarget('user.name:root')).toEqual({ type: 'list', link: '/alerts?field=user.name%3Aroot' });
  });

  it('searches for anything else', () => {
    expect(toSearchTarget('口令')).toEqual({ type: 'list', link: `/alerts?q=${encodeURIComponent('口令')}` });
    expect(toSearchTarget('   ')).toEqual({ type: 'nothing' });
  });
});

describe('columns', () => {
  it('stand in the address only when they are not the default', () => {
    expect(writeColumns(DEFAULT_COLUMNS)).toBeNull();
    expect(parseColumns(writeColumns(['severity', 'summary', 'asset']))).toEqual(['severity', 'summary', 'asset']);
  });

  it('always hold severity and summary', () => {
    expect(parseColumns('count,nonsense')).toEqual(['severity', 'summary', 'count']);
  });

  it('give way to the summary where there is no room', () => {
    expect(fitColumns(DEFAULT_COLUMNS, 740, 'zh')).toEqual(['severity', 'state', 'summary', 'count', 'lastSeen']);
    expect(fitColumns(DEFAULT_COLUMNS, 10, 'zh')).toEqual(['severity', 'summary']);
    expect(fitColumns(DEFAULT_COLUMNS, Infinity, 'zh')).toEqual(DEFAULT_COLUMNS);
  });

  it('leave the rest of the width to the summary', () => {
    expect(gridTemplate(['severity', 'summary'], 'zh')).toBe('84px minmax(0, 1fr)');
  });
});

describe('an event of the search store', () => {
  it('is read nested and with dotted names', () => {
    expect(ecs({ source: { ip: '203.0.113.7' } }, 'source.ip')).toBe('203.0.113.7');
    expect(ecs({ 'source.ip': '203.0.113.7' }, 'source.ip')).toBe('203.0.113.7');
    expect(ecs({ 'event.category': ['web', 'network'] }, 'event.category')).toBe('web, network');
  });

  it('has empty words for what it lacks', () => {
    expect(toEventRow({ user: null, host: 'plain' }, 3)).toEqual({ key: '3', time: '', action: '', outcome: '', source: '', user: '', host: '', original: '' });
  });
});
