import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Role } from '../account/roles.js';
import { got } from '../api/query.js';
import type { paths } from '../api/schema.js';

/** One line of what waits: a verb with its object, its clock and where it is done. */
export type Waiting = paths['/api/v1/home']['get']['responses'][200]['content']['application/json']['items'][number];

/** Everything that waits for the person, in all roles; read again every minute while a page is open. */
export function useWaiting() {
  return useQuery({ ...got('/api/v1/home'), refetchInterval: 60_000 });
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

/** One role's lines, most urgent first; within one urgency the nearest clock first, then those without a clock. */
export function byUrgency(items: readonly Waiting[], role: Role): Waiting[] {
  const clock = ({ dueAt }: Waiting) => (dueAt ? new Date(dueAt).getTime() : Number.POSITIVE_INFINITY);
  return items
    .filter((item) => item.role === role)
    .sort((a, b) => urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency) || clock(a) - clock(b) || 0);
}
