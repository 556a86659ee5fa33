import { queryOptions, useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { api, take } from '../api/client.js';
import { forget, recall, remember } from '../api/memory.js';
import { asProblem } from '../api/problem.js';
import { queryClient } from '../api/query.js';
import type { components, paths } from '../api/schema.js';
import type { Role } from './roles.js';

type SessionAnswer = paths['/api/v1/session']['get']['responses'][200]['content']['application/json'];

/** Who is signed in, and which roles with which reach the person holds. */
export type Session = SessionAnswer;

/** The types the API document declares, by name. */
export type Schemas = components['schemas'];

/** The session, or null when nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: 5 * 60_000,
  queryFn: async (): Promise<Session | null> => {
    try {
      return await take(api.GET('/api/v1/session'));
    } catch (thrown) {
      const problem = asProblem(thrown);
      if (problem.isSignedOut || problem.isNotFound) return null;
      throw problem;
    }
  },
});

const memoryKey = 'luban.signedIn';

/** The session while it may be absent: for the public pages, which ask only on a device where somebody has signed in. */
export function useSessionIfAny(): Session | null {
  return useQuery({ ...sessionQuery, enabled: recall(memoryKey) !== null }).data ?? null;
}

/** Starts anew as the person who has just signed in: nothing read by somebody before remains. */
export function beginSession(session: Session): void {
  remember(memoryKey, 'yes');
  queryClient.clear();
  queryClient.setQueryData(sessionQuery.queryKey, session);
}

export const SessionContext = createContext<Session | null>(null);

/** The session on pages behind sign-in. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession is only for pages behind sign-in');
  return session;
}

/** The roles a person holds anywhere, each once, in the order the house lists them. */
export function heldRoles(session: Session, order: readonly Role[]): Role[] {
  return order.filter((role) => session.roles.some((grant) => grant.role === role));
}

/** Whether the person holds the role for this event (a grant without an event reaches all of its organisation's). */
export function holdsFor(session: Session, role: Role, eventId: string): boolean {
  return session.roles.some((grant) => grant.role === role && (!grant.eventId || grant.eventId === eventId));
}

/** Ends this session (or all of the person's) and forgets everything that was read with it. */
export async function signOut(everywhere = false): Promise<void> {
  await (everywhere ? api.DELETE('/api/v1/sessions') : api.DELETE('/api/v1/session'));
  forgetSession();
}

/** Forgets what was read as somebody: the next person at this device must not see it. */
export function forgetSession(): void {
  forget(memoryKey);
  queryClient.clear();
  queryClient.setQueryData(sessionQuery.queryKey, null);
}
