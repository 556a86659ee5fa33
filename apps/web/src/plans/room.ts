import type { Role } from '../account/roles.js';
import type { Room } from '../frame/place.js';
import { plansWords } from './words.js';
import './plans.css';

const watches: readonly Role[] = ['acceptor', 'reviewer', 'official'];

/** Annual plans: prepared at a desk, read by everybody once published. */
export const plans: Room = {
  name: 'plans',
  places: [
    {
      scope: 'desk',
      path: '/annual-plans',
      roles: watches,
      screen: () => import('./plan-list-page.js'),
      label: () => plansWords.text('nav.plans'),
      icon: 'publish',
    },
    {
      scope: 'desk',
      path: '/annual-plans/:level/:divisionCode/:planYear',
      roles: watches,
      screen: () => import('./plan-page.js'),
    },
    { scope: 'public', path: '/plans', roles: 'everyone', screen: () => import('./public-plans-page.js') },
    {
      scope: 'public',
      path: '/plans/:level/:divisionCode/:planYear',
      roles: 'everyone',
      screen: () => import('./public-plan-page.js'),
    },
  ],
};
