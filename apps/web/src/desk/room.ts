import type { Role } from '../account/roles.js';
import type { Room } from '../frame/place.js';
import './desk.css';
import { deskWords } from './words.js';

/** Who sees how far marking is, in counts. */
const watches: readonly Role[] = ['host', 'organiser', 'supervisor', 'official'];

/** The chief judge's desk, and the progress of marking for those who run the event. */
export const desk: Room = {
  name: 'desk',
  places: [
    {
      scope: 'event',
      path: 'desk',
      roles: ['chiefJudge'],
      screen: () => import('./desk-home-page.js'),
      label: () => deskWords.text('nav.desk'),
      icon: 'matrix',
      chapter: 'marking',
    },
    {
      scope: 'event',
      path: 'desk/:skillId',
      roles: ['chiefJudge', ...watches],
      screen: () => import('./skill-marking-page.js'),
    },
    // What other pages of a skill call its marking.
    {
      scope: 'event',
      path: 'skills/:skillId/desk',
      roles: ['chiefJudge', ...watches],
      screen: () => import('./skill-marking-page.js'),
    },
    {
      scope: 'event',
      path: 'skills/:skillId/marking',
      roles: ['chiefJudge', ...watches],
      screen: () => import('./skill-marking-page.js'),
    },
    {
      scope: 'event',
      path: 'marking-progress',
      roles: watches,
      screen: () => import('./progress-page.js'),
      label: () => deskWords.text('nav.progress'),
      icon: 'matrix',
      chapter: 'marking',
    },
  ],
};
