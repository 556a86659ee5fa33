import type { EntityManager } from 'typeorm';
import type { CompetitionEvent } from './competition-event.entity.js';
import type { Skill } from './skill.entity.js';

/** Facts of an event that a grant of class status fixes. */
export const grantedFacts = ['name', 'level', 'class', 'edition'] as const;
export type GrantedFact = (typeof grantedFacts)[number];

/** What somebody is about to do to an event that a later room may have bound to a grant. */
export interface GrantedChange {
  event: Pick<CompetitionEvent, 'id' | 'name'>;
  /** Facts that would become others. */
  facts?: readonly GrantedFact[];
  /** A skill that would be added, or whose name or occupation would become this. */
  skill?: Pick<Skill, 'name' | 'occupationCode'>;
}

/**
 * Asked when a skill is created or its name or occupation changes, and when facts fixed by a grant change: each may
 * refuse. Later rooms add theirs at start-up (an organiser cannot quietly add an occupation: that is an amendment).
 */
export const occupationLimits: ((tx: EntityManager, change: GrantedChange) => Promise<void>)[] = [];

/** Refuses what goes beyond the grant by which the event is held. */
export async function assertWithinGrant(tx: EntityManager, change: GrantedChange): Promise<void> {
  if (!change.skill && !change.facts?.length) return;
  for (const limit of occupationLimits) await limit(tx, change);
}

/** Which of the fixed facts an edit would change. */
export const changedFacts = (before: CompetitionEvent, after: CompetitionEvent): GrantedFact[] =>
  grantedFacts.filter((fact) => before[fact] !== after[fact]);
