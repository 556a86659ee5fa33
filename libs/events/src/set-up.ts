import { NotFound } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import { CompetitionEvent } from './competition-event.entity.js';
import { EventParty } from './event-party.entity.js';
import type { Group } from './group.entity.js';
import type { Module } from './module.entity.js';
import { groupsOf, modulesOf, sessionsOf, workstationsOf } from './reads.js';
import type { Session } from './session.entity.js';
import { Skill } from './skill.entity.js';
import type { Workstation } from './workstation.entity.js';

/** A whole set-up, read once. */
export interface SetUp {
  event: CompetitionEvent;
  parties: readonly EventParty[];
  skills: readonly SkillSetUp[];
}

/** One skill with everything that belongs to it. */
export interface SkillSetUp {
  skill: Skill;
  groups: readonly Group[];
  modules: readonly Module[];
  sessions: readonly Session[];
  workstations: readonly Workstation[];
}

/** Whether two sittings share a moment. */
export const overlap = (
  one: Pick<Session, 'startsAt' | 'endsAt'>,
  other: Pick<Session, 'startsAt' | 'endsAt'>,
): boolean => one.startsAt < other.endsAt && other.startsAt < one.endsAt;

/** The whole set-up of an event, in one read per table. */
export async function readSetUp(tx: EntityManager, eventId: string): Promise<SetUp> {
  const event = await tx.findOneBy(CompetitionEvent, { id: eventId });
  if (!event) throw new NotFound('events.event-not-found', { eventId });
  const parties = await tx.findBy(EventParty, { eventId });
  const skills = await tx.find(Skill, { where: { eventId }, order: { position: 'ASC', code: 'ASC' } });
  const groups = await groupsOf(tx, eventId);
  const modules = await modulesOf(tx, eventId);
  const sessions = await sessionsOf(tx, eventId);
  const workstations = await workstationsOf(tx, eventId);
  return {
    event,
    parties,
    skills: skills.map((skill) => {
      const own = <T extends { skillId: string }>(rows: readonly T[]) =>
        rows.filter(({ skillId }) => skillId === skill.id);
      return {
        skill,
        groups: own(groups),
        modules: own(modules),
        sessions: own(sessions),
        workstations: own(workstations),
      };
    }),
  };
}
