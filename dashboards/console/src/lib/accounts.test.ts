import { describe, expect, it } from 'vitest';
import { readAccount, type Account, type AccountRole } from '../api/accounts';
import { ROLES, type Role, type User } from '../api/types';
import { administrators, grantable, inOrder, isAccountName, mayAdministerAccounts, mayGiveRoles, mayGrant, mayReadAccounts, stateOf } from './accounts';

const user = (name: string, role: Role): User => ({ name, displayName: name, roles: [role], mustChangePassword: false });
const account = (name: string, role: AccountRole, more: Partial<Account> = {}): Account => ({ ...readAccount({ name, displayName: name, role }), ...more });

describe('the three administrators exclude one another', () => {
  it('each may what the others may not', () => {
    const may = (role: Role) => [mayReadAccounts, mayAdministerAccounts, mayGiveRoles].map((ask) => ask(user('x', role)));
    expect(may('system-admin')).toEqual([true, true, false]);
    expect(may('security-admin')).toEqual([true, false, true]);
    expect(may('auditor')).toEqual([true, false, false]);
    for (const role of ['operator', 'engineer', 'reviewer'] as const) {
      expect(may(role)).toEqual([false, false, false]);
    }
  });

  it('nobody gives a role to their own account, nor to one that they made', () => {
    const security = user('sec', 'security-admin');
    expect(mayGrant(security, account('sec', 'security-admin'))).toBe(false);
    expect(mayGrant(security, account('a', 'none', { createdBy: 'sec' }))).toBe(false);
    expect(mayGrant(security, account('a', 'none', { createdBy: 'sys' }))).toBe(true);
    expect(mayGrant(user('sys', 'system-admin'), account('a', 'none'))).toBe(false);
  });

  it('an account of one never becomes another’s, not even after a reset', () => {
    expect(grantable(account('a', 'auditor'))).toEqual(['none']);
    expect(grantable(account('a', 'none', { formerRole: 'auditor' }))).toEqual(['auditor']);
    expect(grantable(account('a', 'none'))).toEqual([...ROLES]);
    expect(grantable(account('a', 'operator'))).not.toContain('operator');
  });

  it('who is locked, or has lost the role, is not there to act', () => {
    const rows = [account('a', 'system-admin'), account('b', 'system-admin', { locked: true }), account('c', 'none', { formerRole: 'auditor' })];
    expect(administrators(rows).map(({ role, able }) => [role, able.map(({ name }) => name)])).toEqual([['system-admin', ['a']], ['security-admin', []], ['auditor', []]]);
  });
});

it('a lock says more than a missing role, and that more than an initial password', () => {
  expect(stateOf({ locked: true, role: 'none', firstPassword: true })).toBe('locked');
  expect(stateOf({ locked: false, role: 'none', firstPassword: true })).toBe('noRole');
  expect(stateOf({ locked: false, role: 'operator', firstPassword: true })).toBe('firstPassword');
  expect(stateOf({ locked: false, role: 'operator', firstPassword: false })).toBe('ready');
});

it('who waits for a role comes first, who is locked last', () => {
  const rows = [account('z', 'operator'), account('locked', 'system-admin', { locked: true }), account('b', 'auditor'), account('waits', 'none')];
  expect(inOrder(rows).map(({ name }) => name)).toEqual(['waits', 'b', 'z', 'locked']);
});

it.each([['li.hua', true], ['7up_x-1', true], ['', false], ['Li', false], ['.a', false], ['a b', false], ['a'.repeat(65), false]])('%o is a name: %s', (name, is) => {
  expect(isAccountName(name)).toBe(is);
});

it('an account of a role that there is none of is not drawn', () => {
  expect(() => readAccount({ name: 'a', role: 'emperor' })).toThrow(/emperor/);
});
