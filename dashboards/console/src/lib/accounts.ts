import type { Account, AccountRole } from '../api/accounts';
import { ROLES, type User } from '../api/types';

/** The three that exclude one another (GB/T 22239-2019, 8.1.5.1 to 8.1.5.3). */
export const ADMINISTRATORS = ['system-admin', 'security-admin', 'auditor'] as const;
export type Administrator = (typeof ADMINISTRATORS)[number];

export function isAdministrator(role: AccountRole): role is Administrator {
  return ADMINISTRATORS.some((each) => each === role);
}

export const mayReadAccounts = (user: User) => user.roles.some(isAdministrator);

/** Make accounts, lock, unlock and reset them. */
export const mayAdministerAccounts = (user: User) => user.roles.includes('system-admin');

/** Give and take roles. */
export const mayGiveRoles = (user: User) => user.roles.includes('security-admin');

/** Nobody administers their own account. */
export const isOwn = (user: User, account: Pick<Account, 'name'>) => user.name === account.name;

/** Who made an account does not give it a role. */
export const mayGrant = (user: User, account: Pick<Account, 'name' | 'createdBy'>) => mayGiveRoles(user) && !isOwn(user, account) && account.createdBy !== user.name;

/** What an account can become: one of the three stays that one, or has none. */
export function grantable({ role, formerRole }: Pick<Account, 'role' | 'formerRole'>): AccountRole[] {
  const held = role === 'none' ? formerRole : role;
  const all: readonly AccountRole[] = isAdministrator(held) ? [held] : ROLES;
  return [...all, 'none' as const].filter((each) => each !== role);
}

export type AccountState = 'locked' | 'noRole' | 'firstPassword' | 'ready';

export function stateOf({ locked, role, firstPassword }: Pick<Account, 'locked' | 'role' | 'firstPassword'>): AccountState {
  if (locked) {
    return 'locked';
  }
  return role === 'none' ? 'noRole' : firstPassword ? 'firstPassword' : 'ready';
}

/** Of each administrator, who could act today. Fewer than two is one lost password from none. */
export function administrators(accounts: readonly Account[]): { role: Administrator; able: Account[] }[] {
  return ADMINISTRATORS.map((role) => ({ role, able: accounts.filter((each) => each.role === role && !each.locked) }));
}

const WITHIN: Record<AccountState, number> = { noRole: 0, ready: 1, firstPassword: 1, locked: 2 };
const roleRank = (role: AccountRole) => ['none', ...ADMINISTRATORS, 'engineer', 'operator', 'reviewer'].indexOf(role);

/** Who waits for a role first, then by role, then by name; who is locked last. */
export function inOrder(accounts: readonly Account[]): Account[] {
  return accounts.toSorted((a, b) => WITHIN[stateOf(a)] - WITHIN[stateOf(b)] || roleRank(a.role) - roleRank(b.role) || a.name.localeCompare(b.name));
}

const NAME = /^[a-z0-9][a-z0-9._-]{0,63}$/;

export const isAccountName = (text: string) => NAME.test(text);
