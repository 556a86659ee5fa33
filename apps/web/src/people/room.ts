import type { Room } from '../frame/place.js';
import { peopleWords } from './words.js';

/** Accounts handed down level by level, their slips, and the organisations behind them. */
export const people: Room = {
  name: 'people',
  places: [
    {
      scope: 'desk',
      path: '/accounts',
      roles: ['administrator', 'host', 'organiser'],
      screen: () => import('./all-accounts-page.js'),
      label: () => peopleWords.text('nav.allAccounts'),
      icon: 'people',
    },
    {
      scope: 'desk',
      path: '/organisations',
      roles: ['administrator', 'host', 'organiser'],
      screen: () => import('./organisations-page.js'),
      label: () => peopleWords.text('nav.organisations'),
      icon: 'organisation',
    },
    {
      scope: 'desk',
      path: '/authorities',
      roles: ['administrator'],
      screen: () => import('./authorities-page.js'),
      label: () => peopleWords.text('nav.authorities'),
      icon: 'key',
    },
    {
      scope: 'event',
      path: 'accounts',
      roles: ['administrator', 'host', 'organiser', 'teamLeader'],
      screen: () => import('./event-accounts-page.js'),
      label: () => peopleWords.text('nav.accounts'),
      icon: 'people',
      chapter: 'setUp',
    },
    {
      scope: 'event',
      path: 'accounts/batch',
      roles: ['administrator', 'host', 'organiser', 'teamLeader'],
      screen: () => import('./batch-page.js'),
    },
    {
      scope: 'full',
      path: '/account-slips',
      roles: ['administrator', 'host', 'organiser', 'teamLeader'],
      screen: () => import('./slips-page.js'),
    },
  ],
};
