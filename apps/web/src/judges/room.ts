import type { Room } from '../frame/place.js';

/** Judges, marking teams, and who marks what. Found from the marking set-up and from a skill's page. */
export const judges: Room = {
  name: 'judges',
  places: [
    {
      scope: 'event',
      path: 'skills/:skillId/judges',
      roles: ['host', 'organiser', 'chiefJudge', 'supervisor'],
      screen: () => import('./judges-page.js'),
    },
    {
      scope: 'event',
      path: 'skills/:skillId/judges/import',
      roles: ['organiser'],
      screen: () => import('./import-page.js'),
    },
  ],
};
