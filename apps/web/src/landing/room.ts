import type { Room } from '../frame/place.js';

/** What anyone sees first: the events that are public. */
export const landing: Room = {
  name: 'landing',
  places: [{ scope: 'public', path: '/', roles: 'everyone', screen: () => import('./landing-page.js') }],
};
