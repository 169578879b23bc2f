export const SHORTEST_PASSWORD = 12;

export type PasswordFault = { type: 'none' } | { type: 'short'; length: number } | { type: 'same' };

/** What is wrong with a new password; the service has the last word. */
export function passwordFault(current: string, next: string): PasswordFault {
  const length = Array.from(next).length;
  if (length < SHORTEST_PASSWORD) {
    return { type: 'short', length };
  }
  return next === current ? { type: 'same' } : { type: 'none' };
}
