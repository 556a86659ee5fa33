import { useQuery } from '@tanstack/react-query';
import { got } from '../api/query.js';

const everyMs = 60_000;

/** How many notices are unread: asked each minute and when the window is looked at again; null until it is known. */
export function useUnread(): number | null {
  const count = useQuery({ ...got('/api/v1/notices/unread-count'), refetchInterval: everyMs });
  return count.data?.unread ?? null;
}
