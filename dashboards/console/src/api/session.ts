import { get, post, remove } from './http';
import { list, object, required, text } from './shape';
import { ROLES, type Role, type User } from './types';

function readUser(value: unknown): User {
  const user = required(object(value).user ?? value, 'a user');
  const name = text(user.name);
  const displayName = text(user.displayName);
  return {
    name,
    displayName: displayName === '' ? name : displayName,
    // A role of a later version grants nothing here.
    roles: list(user.roles, text).filter((role): role is Role => ROLES.some((known) => known === role)),
    mustChangePassword: user.mustChangePassword === true,
  };
}

const SESSION = '/api/v1/session';

export async function fetchSession(): Promise<User> {
  return readUser(await get(SESSION));
}

export async function signIn(username: string, password: string): Promise<User> {
  return readUser(await post(SESSION, { username, password }));
}

export async function signOut(): Promise<void> {
  await remove(SESSION);
}

export async function changePassword(current: string, next: string): Promise<void> {
  await post(`${SESSION}/password`, { current, next });
}
