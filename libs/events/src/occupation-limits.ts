import type { EntityManager } from 'typeorm';
import type { CompetitionEvent } from './competition-event.entity.js';
import type { Skill } from './skill.entity.js';

/** What somebody is about to do to an event that a later room may have bound to a grant. */
export interface GrantedChange {
  /** As it stands; for a new one, as it is about to be. */
  event: Pick<CompetitionEvent, 'id' | 'name'>;
  /** The event as it would be; `before` is null where it is created or cloned. */
  basics?: { before: CompetitionEvent | null; after: CompetitionEvent };
  /** A skill as it would be; `before` is null where it is added. */
  skill?: { before: Skill | null; after: Skill };
}

/**
 * Asked before an event or a skill is created or changed: each may refuse. Later rooms add theirs at start-up (an
 * organiser cannot quietly add an occupation: that is an amendment).
 */
export const occupationLimits: ((tx: EntityManager, change: GrantedChange) => Promise<void>)[] = [];

/** Refuses what goes beyond the grant by which the event is held, and the name of what others were granted. */
export async function assertWithinGrant(tx: EntityManager, change: GrantedChange): Promise<void> {
  for (const limit of occupationLimits) await limit(tx, change);
}
