import type { Room } from '../frame/place.js';

/** Signing in, one's password, one's devices and tokens. */
export const account: Room = {
  name: 'account',
  places: [
    { scope: 'hall', path: '/sign-in', roles: 'everyone', screen: () => import('./sign-in-page.js') },
    {
      scope: 'full',
      path: '/first-password',
      roles: 'everyone',
      screen: () => import('./first-password-page.js'),
    },
    { scope: 'desk', path: '/account', roles: 'everyone', screen: () => import('./account-page.js') },
    {
      scope: 'desk',
      path: '/account/password',
      roles: 'everyone',
      screen: () => import('./password-page.js'),
    },
  ],
};
