import type { Actor, Role } from '@luban/audit';
import type { MessageParams, Said } from '@luban/platform';
import type { EntityManager } from 'typeorm';

/** Something that waits for somebody (待办). */
export interface HomeItem {
  /** `judging.forms-to-sign`: stable. */
  code: string;
  params: MessageParams;
  /** A verb with its object, filled in: 「签字 3 张评分表 · 焊接」. */
  message: Said;
  /** Where in the web app it is done: `/events/…`. */
  href: string;
  /** When it has to be done, ISO; null when nothing says so. */
  dueAt: string | null;
  urgency: 'now' | 'soon' | 'later';
  eventId: string | null;
  /** The role by which it waits: a person with several switches between them. */
  role: Role;
}

/**
 * Each room adds a function that says what waits for somebody in it, in one query or two: called for every person's
 * home, so answer an empty list early when none of the actor's grants matter.
 */
export const homeItems: ((actor: Actor, tx: EntityManager) => Promise<HomeItem[]>)[] = [];
