import type { Room } from '../frame/place.js';
import { paperWords } from './words.js';

const text = paperWords.text;

/** Marks that do not come from a tablet: forms typed in from signed paper, checked by a second person, and theory lists. */
export const paper: Room = {
  name: 'paper',
  places: [
    {
      scope: 'event',
      path: 'paper',
      roles: ['recorder', 'checker'],
      screen: () => import('./paper-page.js'),
      label: () => text('nav.paper'),
      icon: 'paper',
      chapter: 'marking',
    },
    {
      scope: 'event',
      path: 'paper/forms/:formId',
      roles: ['recorder'],
      screen: () => import('./enter-page.js'),
    },
    {
      scope: 'event',
      path: 'paper/entries/:entryId',
      roles: ['checker'],
      screen: () => import('./check-page.js'),
    },
    {
      scope: 'event',
      path: 'part-marks',
      roles: ['recorder', 'organiser', 'host', 'supervisor'],
      screen: () => import('./part-marks-page.js'),
      label: () => text('nav.partMarks'),
      icon: 'table',
      chapter: 'marking',
    },
    {
      scope: 'event',
      path: 'part-marks/:moduleId/import',
      roles: ['recorder', 'organiser'],
      screen: () => import('./import-page.js'),
    },
  ],
};
