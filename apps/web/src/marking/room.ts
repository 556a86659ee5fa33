import type { Room } from '../frame/place.js';
import './marking.css';
import { markingWords } from './words.js';

/** The judge's forms, and the marking screen made for a tablet on a bad network. */
export const marking: Room = {
  name: 'marking',
  places: [
    {
      scope: 'event',
      path: 'forms',
      roles: ['judge'],
      screen: () => import('./forms-page.js'),
      label: () => markingWords.text('nav.forms'),
      icon: 'marking',
      chapter: 'marking',
    },
    {
      scope: 'full',
      path: '/events/:eventId/marking/:formId',
      roles: ['judge', 'chiefJudge'],
      screen: () => import('./marking-page.js'),
    },
    {
      scope: 'full',
      path: '/events/:eventId/marking/:formId/print',
      roles: ['judge', 'chiefJudge', 'recorder', 'checker'],
      screen: () => import('./form-print-page.js'),
    },
  ],
};
