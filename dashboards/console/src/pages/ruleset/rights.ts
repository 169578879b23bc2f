import type { User } from '../../api/types';

/** Engineers write and propose; the service refuses others. */
export function mayPropose(user: User): boolean {
  return user.roles.includes('engineer');
}

/** Whoever works with alerts or rules may consent to what somebody else proposed. */
export function mayDecide(user: User, author: string): boolean {
  return (user.roles.includes('engineer') || user.roles.includes('operator')) && user.name !== author;
}
