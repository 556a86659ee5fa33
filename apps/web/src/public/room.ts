import type { Room } from '../frame/place.js';
import './public.css';

/** What everybody may see of an event: its page, the board in the hall, the list on paper. */
export const publicEvent: Room = {
  name: 'public',
  places: [
    { scope: 'public', path: '/e/:eventId', roles: 'everyone', screen: () => import('./event-page.js') },
    { scope: 'hall', path: '/e/:eventId/hall', roles: 'everyone', screen: () => import('./hall-page.js') },
    { scope: 'hall', path: '/e/:eventId/print', roles: 'everyone', screen: () => import('./print-page.js') },
  ],
};
