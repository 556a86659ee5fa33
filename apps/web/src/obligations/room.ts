import type { Room } from '../frame/place.js';
import { obligationsWords } from './words.js';

/** What is owed after contests: handed in by hosts, checked by the authority. */
export const obligations: Room = {
  name: 'obligations',
  places: [
    {
      scope: 'desk',
      path: '/obligations',
      roles: ['host', 'acceptor', 'reviewer', 'official'],
      screen: () => import('./obligations-page.js'),
      label: () => obligationsWords.text('nav.obligations'),
      icon: 'note',
    },
  ],
};
