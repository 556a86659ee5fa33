import type { Room } from '../frame/place.js';
import './floor.css';
import { floorWords } from './words.js';

/** Time on the floor: clocks by workstation, incidents, deductions; and a competitor's own clock. */
export const floor: Room = {
  name: 'floor',
  places: [
    {
      scope: 'event',
      path: 'floor',
      roles: ['floorJudge', 'chiefJudge'],
      screen: () => import('./floor-home-page.js'),
      label: () => floorWords.text('nav.floor'),
      icon: 'timer',
      chapter: 'day',
    },
    {
      scope: 'event',
      path: 'floor/:skillId',
      roles: ['floorJudge', 'chiefJudge'],
      screen: () => import('./floor-page.js'),
    },
    {
      scope: 'event',
      path: 'my-time',
      roles: ['competitor'],
      screen: () => import('./own-time-page.js'),
      label: () => floorWords.text('nav.own'),
      icon: 'timer',
      chapter: 'day',
    },
  ],
};
