import type { Room } from '../frame/place.js';
import { applicationsWords } from './words.js';

/** Applications for class status: an organiser's own, and when they are received. */
export const applications: Room = {
  name: 'applications',
  places: [
    {
      scope: 'desk',
      path: '/applications',
      roles: ['host'],
      screen: () => import('./application-list-page.js'),
      label: () => applicationsWords.text('nav.list'),
      icon: 'paper',
    },
    {
      scope: 'desk',
      path: '/applications/:applicationId',
      roles: ['host', 'acceptor', 'reviewer', 'official'],
      screen: () => import('./application-page.js'),
    },
    {
      scope: 'desk',
      path: '/application-windows',
      roles: ['reviewer', 'acceptor', 'official', 'host'],
      screen: () => import('./windows-page.js'),
      label: () => applicationsWords.text('nav.windows'),
      icon: 'timer',
    },
  ],
};
