import type { Role } from '../account/roles.js';
import type { Room } from '../frame/place.js';
import { catalogueWords } from './words.js';

const readers: readonly Role[] = ['administrator', 'official', 'acceptor', 'reviewer'];

/** The reference lists, their versions, and their import. */
export const catalogue: Room = {
  name: 'catalogue',
  places: [
    {
      scope: 'desk',
      path: '/catalogues',
      roles: readers,
      screen: () => import('./catalogue-page.js'),
      label: () => catalogueWords.text('nav.catalogues'),
      icon: 'table',
    },
    {
      scope: 'desk',
      path: '/catalogues/:kind',
      roles: [...readers, 'host', 'organiser'],
      screen: () => import('./catalogue-page.js'),
    },
    {
      scope: 'desk',
      path: '/catalogues/:kind/import',
      roles: ['administrator', 'reviewer'],
      screen: () => import('./import-page.js'),
    },
    {
      scope: 'desk',
      path: '/catalogues/imports/:importId',
      roles: [...readers, 'host', 'organiser'],
      screen: () => import('./version-page.js'),
    },
  ],
};
