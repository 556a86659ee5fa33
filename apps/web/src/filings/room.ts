import type { Role } from '../account/roles.js';
import type { Room } from '../frame/place.js';
import { filingsWords } from './words.js';

/** Who reads filings; the server says the same in `filings.read`. */
const readers: readonly Role[] = ['host', 'acceptor', 'reviewer', 'official'];

/** Contests of enterprises and schools, filed 备案 without review. */
export const filings: Room = {
  name: 'filings',
  places: [
    {
      scope: 'desk',
      path: '/filings',
      roles: readers,
      screen: () => import('./filing-list-page.js'),
      label: () => filingsWords.text('nav'),
      icon: 'roster',
    },
    { scope: 'desk', path: '/filings/new', roles: ['host'], screen: () => import('./new-filing-page.js') },
    { scope: 'desk', path: '/filings/:filingId', roles: readers, screen: () => import('./filing-page.js') },
    {
      scope: 'full',
      path: '/filings/:filingId/receipt',
      roles: readers,
      screen: () => import('./receipt-page.js'),
    },
  ],
};
