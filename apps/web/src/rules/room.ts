import type { Role } from '../account/roles.js';
import type { Room } from '../frame/place.js';
import { rulesWords } from './words.js';

/** Who reads the rules of class status; authorities make and put in force their own. */
const readers: readonly Role[] = ['acceptor', 'reviewer', 'official', 'administrator', 'host'];

/** Rule packs: from when which rules hold, what they say, and what they would have decided. */
export const rules: Room = {
  name: 'rules',
  places: [
    {
      scope: 'desk',
      path: '/rules',
      roles: readers,
      screen: () => import('./pack-list-page.js'),
      label: () => rulesWords.text('nav.rules'),
      icon: 'rule',
    },
    { scope: 'desk', path: '/rules/:packId', roles: readers, screen: () => import('./pack-page.js') },
    {
      scope: 'desk',
      path: '/rules/:packId/edit',
      roles: ['reviewer'],
      screen: () => import('./draft-page.js'),
    },
  ],
};
