import type { Role } from '../account/roles.js';
import type { Room } from '../frame/place.js';
import { insightWords } from './words.js';

/** Who watches the year: the authorities, each for its own area. */
const watches: readonly Role[] = ['official', 'acceptor', 'reviewer'];

/** The year at a glance, and the lists behind its figures. */
export const insight: Room = {
  name: 'insight',
  places: [
    {
      scope: 'desk',
      path: '/insight',
      roles: watches,
      screen: () => import('./year-page.js'),
      label: () => insightWords.text('nav'),
      icon: 'ranking',
    },
    {
      scope: 'desk',
      path: '/insight/contests',
      roles: watches,
      screen: () => import('./contests-page.js'),
    },
    {
      scope: 'desk',
      path: '/insight/filed-contests',
      roles: watches,
      screen: () => import('./filed-contests-page.js'),
    },
  ],
};
