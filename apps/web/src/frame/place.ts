import type { ComponentType } from 'react';
import type { Role } from '../account/roles.js';
import type { IconName } from '../look/icons.js';

/**
 * Where a screen hangs:
 * - `desk`: behind sign-in, outside any event; path from the root (`/events`)
 * - `event`: inside `/events/:eventId/`, with the event's side navigation; path relative (`entries/:entryId`)
 * - `full`: behind sign-in, without navigation around it (marking, printing); path from the root
 * - `public`: for anyone, with the public bar; path from the root (`/e/:eventId`)
 * - `hall`: for anyone, nothing around it (a board on a wall); path from the root
 */
export type Scope = 'desk' | 'event' | 'full' | 'public' | 'hall';

/** The headings of an event's side navigation, in the order of a competition's life. */
export const chapters = [
  'overview',
  'setUp',
  'registration',
  'day',
  'marking',
  'results',
  'records',
] as const;
export type Chapter = (typeof chapters)[number];

/** One screen, and where people find it. */
export interface Place {
  scope: Scope;
  path: string;
  /** Who may come here. `everyone` is anyone signed in (or anyone at all in `public` and `hall`). */
  roles: readonly Role[] | 'everyone';
  /** The module whose default export is the screen; loaded when it is first opened. */
  screen: () => Promise<{ default: ComponentType }>;
  /** Given: the place stands in the side navigation of its roles. Asked at each render, so it follows the language. */
  label?: () => string;
  icon?: IconName;
  /** Under which heading, for `event` places. */
  chapter?: Chapter;
}

/** What a room adds to the house. */
export interface Room {
  name: string;
  places: readonly Place[];
}
