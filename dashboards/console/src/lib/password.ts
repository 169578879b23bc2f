export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 128;
const KINDS = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/];

export type PasswordFault =
  | { type: 'none' }
  | { type: 'short'; length: number }
  | { type: 'long'; length: number }
  /** Fewer than three of lower case, upper case, digits and other signs. */
  | { type: 'plain' }
  | { type: 'account' }
  | { type: 'same' };

/** What is wrong with a new password, by the service's own rules; the service has the last word. */
export function passwordFault(account: string, current: string, next: string): PasswordFault {
  if (next.length < SHORTEST_PASSWORD) {
    return { type: 'short', length: next.length };
  }
  if (next.length > LONGEST_PASSWORD) {
    return { type: 'long', length: next.length };
  }
  if (KINDS.filter((kind) => kind.test(next)).length < 3) {
    return { type: 'plain' };
  }
  if (next.toLowerCase().includes(account.toLowerCase())) {
    return { type: 'account' };
  }
  return next === current ? { type: 'same' } : { type: 'none' };
}
