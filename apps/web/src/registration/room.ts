import type { Room } from '../frame/place.js';
import { registrationWords } from './words.js';

const text = registrationWords.text;

/** Delegations, entries, check-in and draws of an event. */
export const registration: Room = {
  name: 'registration',
  places: [
    {
      scope: 'event',
      path: 'delegations',
      roles: ['host', 'organiser'],
      screen: () => import('./delegations-page.js'),
      label: () => text('nav.delegations'),
      icon: 'delegation',
      chapter: 'registration',
    },
    {
      scope: 'event',
      path: 'quotas',
      roles: ['host', 'organiser'],
      screen: () => import('./quotas-page.js'),
      label: () => text('nav.quotas'),
      icon: 'matrix',
      chapter: 'registration',
    },
    {
      scope: 'event',
      path: 'entries',
      roles: ['host', 'organiser', 'teamLeader', 'coach'],
      screen: () => import('./entries-page.js'),
      label: () => text('nav.entries'),
      icon: 'roster',
      chapter: 'registration',
    },
    {
      scope: 'event',
      path: 'entries/new',
      roles: ['organiser', 'teamLeader', 'coach'],
      screen: () => import('./new-entry-page.js'),
    },
    {
      scope: 'event',
      path: 'entries/:entryId',
      roles: ['host', 'organiser', 'teamLeader', 'coach'],
      screen: () => import('./entry-page.js'),
    },
    {
      scope: 'event',
      path: 'roster',
      roles: ['organiser', 'teamLeader', 'coach'],
      screen: () => import('./roster-page.js'),
      label: () => text('nav.roster'),
      icon: 'import',
      chapter: 'registration',
    },
    {
      scope: 'event',
      path: 'check-in',
      roles: ['organiser', 'floorJudge'],
      screen: () => import('./check-in-page.js'),
      label: () => text('nav.checkIn'),
      icon: 'checkIn',
      chapter: 'day',
    },
    {
      scope: 'event',
      path: 'draws',
      roles: ['host', 'organiser', 'supervisor', 'floorJudge'],
      screen: () => import('./draws-page.js'),
      label: () => text('nav.draws'),
      icon: 'draw',
      chapter: 'day',
    },
    {
      scope: 'event',
      path: 'draws/:skillId',
      roles: ['host', 'organiser', 'supervisor', 'floorJudge'],
      screen: () => import('./draw-page.js'),
    },
    {
      scope: 'full',
      path: '/events/:eventId/registration-sheets/:kind',
      roles: ['host', 'organiser', 'supervisor', 'floorJudge'],
      screen: () => import('./sheet-page.js'),
    },
    {
      scope: 'event',
      path: 'draws/:skillId/labels',
      roles: ['organiser'],
      screen: () => import('./labels-page.js'),
    },
  ],
};
