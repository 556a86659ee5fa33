import { createContext, useContext } from 'react';
import type { paths } from '../api/schema.js';

/** The event around an `event` place, as `GET /api/v1/events/{eventId}` answers it. */
export type EventAtHand =
  paths['/api/v1/events/{eventId}']['get']['responses'][200]['content']['application/json'];

export const EventContext = createContext<EventAtHand | null>(null);

/** The event around the page; only in `event` places. */
export function useEvent(): EventAtHand {
  const event = useContext(EventContext);
  if (!event) throw new Error('useEvent is only for pages inside an event');
  return event;
}

/** The stages of an event in their order (the server's table of transitions governs which step is possible). */
export const eventStages = [
  'draft',
  'registration',
  'preparation',
  'competition',
  'results',
  'provisional',
  'final',
] as const;
