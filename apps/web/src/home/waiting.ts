import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Role } from '../account/roles.js';
import { got } from '../api/query.js';
import type { paths } from '../api/schema.js';

/** One line of what waits: a verb with its object, its clock and where it is done. */
export type Waiting =
  paths['/api/v1/home']['get']['responses'][200]['content']['application/json']['items'][number];

/** Everything that waits for the person, in all roles; read again every minute while a page is open. */
export function useWaiting(enabled = true) {
  return useQuery({ ...got('/api/v1/home'), refetchInterval: 60_000, enabled });
}

/** How many things wait in each role. */
export function useWaitingByRole(): ReadonlyMap<Role, number> {
  const { data } = useWaiting();
  return useMemo(() => {
    const counts = new Map<Role, number>();
    for (const { role } of data?.items ?? []) counts.set(role, (counts.get(role) ?? 0) + 1);
    return counts;
  }, [data]);
}

const urgencies: readonly Waiting['urgency'][] = ['now', 'soon', 'later'];

/** Most urgent first; within one urgency the nearest clock first, then those without a clock. */
function urgentFirst(a: Waiting, b: Waiting): number {
  const clock = ({ dueAt }: Waiting) => (dueAt ? new Date(dueAt).getTime() : Number.MAX_SAFE_INTEGER);
  return urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency) || clock(a) - clock(b);
}

/** One role's lines, most urgent first. */
export function byUrgency(items: readonly Waiting[], role: Role): Waiting[] {
  return items.filter((item) => item.role === role).sort(urgentFirst);
}

/** The one line that is most urgent of all, in whichever role. */
export function mostUrgent(items: readonly Waiting[]): Waiting | undefined {
  return [...items].sort(urgentFirst)[0];
}
