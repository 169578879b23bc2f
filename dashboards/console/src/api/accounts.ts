import { get, post } from './http';
import { oneOf, page, required, text, textOrNull } from './shape';
import { ROLES, type Role } from './types';

/** What `src/service/docs/accounts-api.md` has. */
export const ACCOUNT_ROLES = ['none', ...ROLES] as const;
export type AccountRole = Role | 'none';

export interface Account {
  name: string;
  displayName: string;
  role: AccountRole;
  /** The role that a reset of the password put aside. */
  formerRole: AccountRole;
  /** It still has the password that somebody else chose. */
  firstPassword: boolean;
  locked: boolean;
  lockedBy: string | null;
  lockedAt: string | null;
  createdAt: string | null;
  /** Null for the accounts that the platform began with. */
  createdBy: string | null;
  grantedBy: string | null;
  grantedAt: string | null;
  lastSignInAt: string | null;
}

export interface FirstPassword {
  account: Account;
  /** Told once and kept nowhere. */
  password: string;
}

export function readAccount(value: unknown): Account {
  const row = required(value, 'an account');
  return {
    name: text(row.name),
    displayName: text(row.displayName),
    role: oneOf(row.role, ACCOUNT_ROLES, 'role'),
    formerRole: row.formerRole === undefined || row.formerRole === null ? 'none' : oneOf(row.formerRole, ACCOUNT_ROLES, 'role'),
    firstPassword: row.firstPassword === true,
    locked: row.locked === true,
    lockedBy: textOrNull(row.lockedBy),
    lockedAt: textOrNull(row.lockedAt),
    createdAt: textOrNull(row.createdAt),
    createdBy: textOrNull(row.createdBy),
    grantedBy: textOrNull(row.grantedBy),
    grantedAt: textOrNull(row.grantedAt),
    lastSignInAt: textOrNull(row.lastSignInAt),
  };
}

function readFirstPassword(value: unknown): FirstPassword {
  const read = required(value, 'a new account');
  return { account: readAccount(read.account), password: text(read.password) };
}

const BASE = '/api/v1/accounts';
const one = (name: string) => `${BASE}/${encodeURIComponent(name)}`;

export async function fetchAccounts(signal?: AbortSignal): Promise<Account[]> {
  return page(await get(BASE, {}, signal), readAccount).items;
}

export async function createAccount(name: string, displayName: string): Promise<FirstPassword> {
  return readFirstPassword(await post(BASE, { name, displayName }));
}

export async function setLocked(name: string, locked: boolean): Promise<Account> {
  return readAccount(await post(`${one(name)}/${locked ? 'lock' : 'unlock'}`));
}

export async function resetPassword(name: string): Promise<FirstPassword> {
  return readFirstPassword(await post(`${one(name)}/password`));
}

export async function grantRole(name: string, role: AccountRole): Promise<Account> {
  return readAccount(await post(`${one(name)}/role`, { role }));
}
