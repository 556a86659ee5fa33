import { account } from './account/room.js';
import { applications } from './applications/room.js';
import { catalogue } from './catalogue/room.js';
import { competitor } from './competitor/room.js';
import { desk } from './desk/room.js';
import { events } from './events/room.js';
import { filings } from './filings/room.js';
import { floor } from './floor/room.js';
import { home } from './home/room.js';
import { insight } from './insight/room.js';
import { judges } from './judges/room.js';
import { landing } from './landing/room.js';
import { marking } from './marking/room.js';
import { notices } from './notices/room.js';
import { paper } from './paper/room.js';
import { people } from './people/room.js';
import { obligations } from './obligations/room.js';
import { plans } from './plans/room.js';
import { publicEvent } from './public/room.js';
import { records } from './records/room.js';
import { registration } from './registration/room.js';
import { results } from './results/room.js';
import { review } from './review/room.js';
import { rules } from './rules/room.js';
import { schemes } from './schemes/room.js';
import type { Place, Room, Scope } from './frame/place.js';

/**
 * Every room of the web app, along the life of a competition. A room is added by one import and one line here; its
 * screens, their roles and their labels stand in its own `room.ts`.
 */
export const rooms: readonly Room[] = [
  landing,
  publicEvent,
  home,
  applications,
  review,
  plans,
  obligations,
  filings,
  events,
  registration,
  competitor,
  schemes,
  judges,
  floor,
  marking,
  paper,
  desk,
  results,
  insight,
  rules,
  catalogue,
  notices,
  account,
  people,
  records,
];

/** All places of one scope, in room order. */
export function placesOf(scope: Scope): Place[] {
  return rooms.flatMap((room) => room.places.filter((place) => place.scope === scope));
}
