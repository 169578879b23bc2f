import { createContext, use } from 'react';
import type { User } from '../api/types';

export type Session =
  | { type: 'unknown' }
  | { type: 'unreachable'; cause: unknown }
  /** `expired`: somebody was signed in until now. */
  | { type: 'signedOut'; expired: boolean }
  | { type: 'signedIn'; user: User };

export interface SessionContextValue {
  user: User;
  signOut: () => void;
  /** Reads the session again, after the password was changed. */
  refresh: () => void;
}

export const SessionContext = createContext<SessionContextValue | null>(null);

export function useSession(): SessionContextValue {
  const session = use(SessionContext);
  if (session === null) {
    throw new Error('useSession is for pages behind the sign-in');
  }
  return session;
}

/** Auditors look; operators and engineers also act. */
export function mayAct(user: User): boolean {
  return user.roles.includes('operator') || user.roles.includes('engineer');
}

/** Reviewers decide about filing cases; everybody else looks. */
export function mayReview(user: User): boolean {
  return user.roles.includes('reviewer');
}
