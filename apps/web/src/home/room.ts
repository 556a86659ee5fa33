import type { Room } from '../frame/place.js';
import { homeWords } from './words.js';

/** The role home: what waits for me. */
export const home: Room = {
  name: 'home',
  places: [
    {
      scope: 'desk',
      path: '/home',
      roles: 'everyone',
      screen: () => import('./home-page.js'),
      label: () => homeWords.text('nav'),
      icon: 'home',
    },
  ],
};
