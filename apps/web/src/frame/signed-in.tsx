import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { Navigate, Outlet, useLocation, useNavigate } from 'react-router';
import { ActiveRoleContext, roles, type ActiveRole, type Role } from '../account/roles.js';
import { SessionContext, forgetSession, heldRoles, sessionQuery, type Session } from '../account/session.js';
import { onSignedOut } from '../api/client.js';
import { recall, remember } from '../api/memory.js';
import { mostUrgent, useWaiting } from '../home/waiting.js';
import { LoadError, Loading } from './load-error.js';

/** Lets only people in who are signed in; others sign in and come back to where they were. */
export function SignedIn() {
  const { data: session, error, isPending, refetch } = useQuery(sessionQuery);
  const { pathname, search } = useLocation();
  const navigate = useNavigate();

  useEffect(
    () =>
      onSignedOut(() => {
        forgetSession();
        void navigate(`/sign-in?back=${encodeURIComponent(location.pathname + location.search)}`, {
          replace: true,
        });
      }),
    [navigate],
  );

  if (isPending) return <Loading />;
  if (error && session === undefined) return <LoadError error={error} onRetry={() => void refetch()} />;
  if (!session) return <Navigate to={`/sign-in?back=${encodeURIComponent(pathname + search)}`} replace />;
  if (session.mustChangePassword && pathname !== '/first-password') {
    return <Navigate to={`/first-password?back=${encodeURIComponent(pathname + search)}`} replace />;
  }
  return (
    <SessionContext value={session}>
      <WithRole session={session}>
        <Outlet />
      </WithRole>
    </SessionContext>
  );
}

/**
 * Keeps the role in which the person works, remembered on this device for this account. Who has never chosen begins
 * where something waits most urgently.
 */
function WithRole({ session, children }: { session: Session; children: ReactNode }) {
  const memoryKey = `luban.role.${session.account.id}`;
  const held = useMemo(() => heldRoles(session, roles), [session]);
  const [chosen, setChosen] = useState<string | null>(() => recall(memoryKey));
  const undecided = held.length > 1 && !held.some((one) => one === chosen);
  const waiting = useWaiting(undecided);
  const urgent = undecided ? mostUrgent(waiting.data?.items ?? [])?.role : undefined;
  const role: Role = held.find((one) => one === (urgent ?? chosen)) ?? held[0] ?? 'competitor';
  const become = useCallback(
    (next: Role) => {
      remember(memoryKey, next);
      setChosen(next);
    },
    [memoryKey],
  );
  useEffect(() => {
    if (urgent !== undefined) become(urgent);
  }, [urgent, become]);
  const active = useMemo<ActiveRole>(() => ({ role, held, become }), [role, held, become]);
  if (undecided && waiting.isLoading) return <Loading />;
  return <ActiveRoleContext value={active}>{children}</ActiveRoleContext>;
}
