import type { Room } from '../frame/place.js';
import { reviewWords } from './words.js';

const text = reviewWords.text;
const office = ['acceptor', 'reviewer', 'official'] as const;

/** The reviewer's desk: acceptance, review and decision of applications, and what stands beside them. */
export const review: Room = {
  name: 'review',
  places: [
    {
      scope: 'desk',
      path: '/review',
      roles: office,
      screen: () => import('./desk-page.js'),
      label: () => text('nav.desk'),
      icon: 'inbox',
    },
    {
      scope: 'desk',
      path: '/review/:applicationId',
      roles: office,
      screen: () => import('./open-on-desk.js'),
    },
    {
      scope: 'desk',
      path: '/review/compare/:leftId/:rightId',
      roles: office,
      screen: () => import('./compare-page.js'),
    },
    {
      scope: 'desk',
      path: '/review/calendar',
      roles: office,
      screen: () => import('./calendar-page.js'),
      label: () => text('nav.calendar'),
      icon: 'schedule',
    },
    {
      scope: 'full',
      path: '/decision-records/:applicationId',
      roles: [...office, 'host'],
      screen: () => import('./decision-record-page.js'),
    },
  ],
};
