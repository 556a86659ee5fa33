import type { Room } from '../frame/place.js';
import { noticesWords } from './words.js';

/** What one was told, and the mails of the installation. The e-mail settings stand on the account page. */
export const notices: Room = {
  name: 'notices',
  places: [
    { scope: 'desk', path: '/inbox', roles: 'everyone', screen: () => import('./inbox-page.js') },
    {
      scope: 'desk',
      path: '/mails',
      roles: ['administrator'],
      screen: () => import('./mails-page.js'),
      label: () => noticesWords.text('mails.title'),
      icon: 'inbox',
    },
  ],
};
