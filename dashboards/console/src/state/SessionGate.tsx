import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { onSignedOut, Problem } from '../api/http';
import { fetchSession, signOut as endSession } from '../api/session';
import { Failure } from '../components/Failure';
import { PasswordPage } from '../pages/signin/PasswordPage';
import { SignInPage } from '../pages/signin/SignInPage';
import { SessionContext, type Session } from './session';

/**
 * Shows the sign-in in place of whatever address was asked for: once signed in, the person stands
 * where the link led.
 */
export function SessionGate({ children }: { children: ReactNode }) {
  const [session, setSession] = useState<Session>({ type: 'unknown' });
  const queries = useQueryClient();

  const refresh = useCallback(() => {
    fetchSession().then(
      (user) => {
        setSession({ type: 'signedIn', user });
      },
      (cause: unknown) => {
        const nobody = cause instanceof Problem && cause.status === 401;
        setSession((old) => (nobody ? { type: 'signedOut', expired: old.type === 'signedIn' } : { type: 'unreachable', cause }));
      },
    );
  }, []);

  useEffect(() => {
    onSignedOut(() => {
      queries.clear();
      setSession((old) => (old.type === 'signedOut' ? old : { type: 'signedOut', expired: old.type === 'signedIn' }));
    });
    refresh();
  }, [queries, refresh]);

  const signOut = useCallback(() => {
    const left = () => {
      queries.clear();
      setSession({ type: 'signedOut', expired: false });
    };
    endSession().then(left, left);
  }, [queries]);

  const user = session.type === 'signedIn' ? session.user : null;
  const value = useMemo(() => (user === null ? null : { user, signOut, refresh }), [user, signOut, refresh]);

  switch (session.type) {
    case 'unknown':
      return null;
    case 'unreachable':
      return (
        <div className="centred">
          <Failure cause={session.cause} retry={refresh} />
        </div>
      );
    case 'signedOut':
      return (
        <SignInPage
          expired={session.expired}
          onSignedIn={(signedIn) => {
            setSession({ type: 'signedIn', user: signedIn });
          }}
        />
      );
    case 'signedIn':
      return (
        <SessionContext value={value}>
          {session.user.mustChangePassword ? <PasswordPage forced onDone={refresh} /> : children}
        </SessionContext>
      );
  }
}
