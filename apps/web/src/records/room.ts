import type { Role } from '../account/roles.js';
import type { Place, Room } from '../frame/place.js';
import { recordsWords } from './words.js';

/** Who reads the audit; the server says the same in `audit.read`. */
const auditReaders: readonly Role[] = [
  'administrator',
  'official',
  'host',
  'organiser',
  'chiefJudge',
  'supervisor',
];

const audit = {
  screen: () => import('./audit-page.js'),
  label: () => recordsWords.text('audit.title'),
  icon: 'audit',
} satisfies Partial<Place>;

/** What was done, and what is being done: the audit and the long work. */
export const records: Room = {
  name: 'records',
  places: [
    { ...audit, scope: 'desk', path: '/audit', roles: ['administrator'] },
    { ...audit, scope: 'event', path: 'audit', roles: auditReaders, chapter: 'records' },
    {
      scope: 'event',
      path: 'jobs',
      roles: ['administrator', 'host', 'organiser', 'chiefJudge'],
      chapter: 'records',
      screen: () => import('./jobs-page.js'),
      label: () => recordsWords.text('jobs.title'),
      icon: 'timer',
    },
  ],
};
