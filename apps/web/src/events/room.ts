import type { Role } from '../account/roles.js';
import type { Room } from '../frame/place.js';
import { eventsWords } from './words.js';

/** Who sets events up, and who watches over that. */
const runs: readonly Role[] = ['administrator', 'official', 'host', 'organiser'];

/** Events: the list, a new one, and the set-up inside an event. */
export const events: Room = {
  name: 'events',
  places: [
    {
      scope: 'desk',
      path: '/events',
      roles: 'everyone',
      screen: () => import('./event-list-page.js'),
      label: () => eventsWords.text('nav.events'),
      icon: 'event',
    },
    {
      scope: 'desk',
      path: '/events/new',
      roles: ['administrator', 'host', 'organiser'],
      screen: () => import('./new-event-page.js'),
    },
    {
      scope: 'event',
      path: '',
      roles: 'everyone',
      screen: () => import('./event-home-page.js'),
      label: () => eventsWords.text('nav.home'),
      icon: 'event',
      chapter: 'overview',
    },
    {
      scope: 'event',
      path: 'basics',
      roles: runs,
      screen: () => import('./basics-page.js'),
      label: () => eventsWords.text('nav.basics'),
      icon: 'organisation',
      chapter: 'setUp',
    },
    {
      scope: 'event',
      path: 'venues',
      roles: runs,
      screen: () => import('./venues-page.js'),
      label: () => eventsWords.text('nav.venues'),
      icon: 'venue',
      chapter: 'setUp',
    },
    {
      scope: 'event',
      path: 'skills',
      roles: [...runs, 'chiefJudge', 'supervisor'],
      screen: () => import('./skills-page.js'),
      label: () => eventsWords.text('nav.skills'),
      icon: 'skill',
      chapter: 'setUp',
    },
    {
      scope: 'event',
      path: 'skills/new',
      roles: ['host', 'organiser'],
      screen: () => import('./new-skill-page.js'),
    },
    {
      scope: 'event',
      path: 'skills/:skillId',
      roles: [...runs, 'chiefJudge', 'supervisor'],
      screen: () => import('./skill-page.js'),
    },
  ],
};
