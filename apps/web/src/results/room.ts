import type { Role } from '../account/roles.js';
import type { Room } from '../frame/place.js';
import './results.css';
import { resultsWords } from './words.js';

/** Who reads results after decoding; the server says the same in `results.read`. */
const readers: readonly Role[] = ['host', 'organiser', 'official', 'chiefJudge', 'supervisor'];

/** Results: the chief judge's ranking, the decoding, the results with their reasons, and their publication. */
export const results: Room = {
  name: 'results',
  places: [
    {
      scope: 'event',
      path: 'ranking',
      roles: ['chiefJudge'],
      screen: () => import('./ranking-home-page.js'),
      label: () => resultsWords.text('nav.ranking'),
      icon: 'ranking',
      chapter: 'results',
    },
    {
      scope: 'event',
      path: 'skills/:skillId/ranking',
      roles: ['chiefJudge'],
      screen: () => import('./ranking-page.js'),
    },
    {
      scope: 'event',
      path: 'decodings',
      roles: ['supervisor', 'host', 'organiser', 'chiefJudge'],
      screen: () => import('./decodings-page.js'),
      label: () => resultsWords.text('nav.decodings'),
      icon: 'unlock',
      chapter: 'results',
    },
    {
      scope: 'event',
      path: 'results',
      roles: readers,
      screen: () => import('./results-home-page.js'),
      label: () => resultsWords.text('nav.results'),
      icon: 'medal',
      chapter: 'results',
    },
    {
      scope: 'event',
      path: 'skills/:skillId/results',
      roles: readers,
      screen: () => import('./results-page.js'),
    },
    {
      scope: 'event',
      path: 'publication',
      roles: ['host', 'organiser', 'official', 'supervisor'],
      screen: () => import('./publication-page.js'),
      label: () => resultsWords.text('nav.publication'),
      icon: 'publish',
      chapter: 'results',
    },
    {
      scope: 'event',
      path: 'my-results',
      roles: ['competitor', 'teamLeader', 'coach'],
      screen: () => import('./own-results-page.js'),
      label: () => resultsWords.text('nav.own'),
      icon: 'medal',
      chapter: 'results',
    },
    {
      scope: 'full',
      path: '/events/:eventId/skills/:skillId/results/print',
      roles: readers,
      screen: () => import('./results-print-page.js'),
    },
    {
      scope: 'full',
      path: '/events/:eventId/skills/:skillId/ranking/print',
      roles: ['chiefJudge'],
      screen: () => import('./ranking-print-page.js'),
    },
  ],
};
