import { expect, it } from 'vitest';
import { defaultPreferences, parsePreferences } from './preferences';
import { mayAct } from './session';

const FALLBACK = defaultPreferences(true);

it('reads what was kept', () => {
  expect(parsePreferences('{"language":"en","theme":"light","zone":"UTC","navFolded":true}', FALLBACK)).toMatchObject({ language: 'en', theme: 'light', zone: 'UTC', navFolded: true });
});

it.each([null, '', 'nonsense', '5', '{"language":"fr","theme":"pink","zone":"Mars/Olympus","navFolded":"yes"}'])('falls back from %o', (kept) => {
  expect(parsePreferences(kept, FALLBACK)).toEqual(FALLBACK);
});

it('starts in Chinese, with the theme of the machine', () => {
  expect(FALLBACK).toMatchObject({ language: 'zh', theme: 'dark' });
});

it('lets auditors look only', () => {
  const user = { name: 'x', displayName: 'x', mustChangePassword: false };
  expect(mayAct({ ...user, roles: ['auditor'] })).toBe(false);
  expect(mayAct({ ...user, roles: [] })).toBe(false);
  expect(mayAct({ ...user, roles: ['auditor', 'operator'] })).toBe(true);
});
