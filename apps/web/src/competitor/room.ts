import type { Room } from '../frame/place.js';
import { competitorWords } from './words.js';

/** What a competitor comes for: session, workstation, start. */
export const competitor: Room = {
  name: 'competitor',
  places: [
    {
      scope: 'event',
      path: 'my-placements',
      roles: ['competitor'],
      screen: () => import('./my-placements-page.js'),
      label: () => competitorWords.text('nav'),
      icon: 'schedule',
      chapter: 'day',
    },
  ],
};
