import type { Role } from '../account/roles.js';
import type { Room } from '../frame/place.js';
import { schemeWords } from './words.js';

/** Who sees how marking is set up. */
const sees: readonly Role[] = ['host', 'organiser', 'chiefJudge', 'supervisor'];

/** Marking schemes: their versions, import, editor, print; and how far marking is set up in each skill. */
export const schemes: Room = {
  name: 'schemes',
  places: [
    {
      scope: 'event',
      path: 'marking-set-up',
      roles: sees,
      screen: () => import('./set-up-page.js'),
      label: () => schemeWords.text('nav.setUp'),
      icon: 'scheme',
      chapter: 'setUp',
    },
    {
      scope: 'event',
      path: 'skills/:skillId/scheme',
      roles: sees,
      screen: () => import('./schemes-page.js'),
    },
    {
      scope: 'event',
      path: 'skills/:skillId/scheme/import',
      roles: ['organiser', 'chiefJudge'],
      screen: () => import('./import-page.js'),
    },
    {
      scope: 'event',
      path: 'skills/:skillId/scheme/:schemeId',
      roles: sees,
      screen: () => import('./scheme-page.js'),
    },
    {
      scope: 'full',
      path: '/events/:eventId/skills/:skillId/scheme/:schemeId/print',
      roles: sees,
      screen: () => import('./scheme-print-page.js'),
    },
  ],
};
