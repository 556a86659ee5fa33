import type { Actor, Role } from '@luban/audit';
import { systemActor } from '@luban/audit';
import { type Permission, assertMay, sees } from '@luban/identity';
import { isId, type MessageParams, NotFound, Refused } from '@luban/platform';
import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import { CompetitionEvent } from './competition-event.entity.js';
import { Group } from './group.entity.js';
import { Module } from './module.entity.js';
import { Session } from './session.entity.js';
import { Skill } from './skill.entity.js';
import { type Stage, stageNames } from './stages.js';
import { Workstation } from './workstation.entity.js';

/** `forShare` keeps the event where it stands until the transaction ends; `forUpdate` is for changing it. */
export type RowLock = 'forShare' | 'forUpdate';

/** The event, when anything of it is in the actor's reach; otherwise `NotFound` (`events.event-not-found`). */
export async function eventOf(
  tx: EntityManager,
  actor: Actor,
  eventId: string,
  lock?: RowLock,
): Promise<CompetitionEvent> {
  const seen = isId(eventId) && sees(actor, { eventId });
  const event = seen ? await rowOf(tx, CompetitionEvent, { id: eventId }, lock) : null;
  if (!event) throw new NotFound('events.event-not-found', { eventId });
  return event;
}

/** The skill, when it is in the actor's reach (a judge of one skill reaches no other); otherwise `NotFound`. */
export async function skillOf(
  tx: EntityManager,
  actor: Actor,
  eventId: string,
  skillId: string,
  lock?: RowLock,
): Promise<Skill> {
  const seen = isId(eventId) && isId(skillId) && sees(actor, { eventId, skillId });
  const skill = seen ? await rowOf(tx, Skill, { eventId, id: skillId }, lock) : null;
  if (!skill) throw new NotFound('events.skill-not-found', { eventId, skillId });
  return skill;
}

/** The event's skills within the actor's reach, in their order. Call `eventOf` first. */
export async function skillsOf(tx: EntityManager, actor: Actor, eventId: string): Promise<Skill[]> {
  const skills = await tx.find(Skill, { where: { eventId }, order: { position: 'ASC', code: 'ASC' } });
  return skills.filter(({ id }) => sees(actor, { eventId, skillId: id }));
}

/** Groups of the event or of one of its skills, in their order. No reach of its own: call `eventOf` or `skillOf` first. */
export const groupsOf = (tx: EntityManager, eventId: string, skillId?: string): Promise<Group[]> =>
  tx.find(Group, {
    where: within(eventId, skillId),
    order: { skillId: 'ASC', position: 'ASC', code: 'ASC' },
  });

/** Modules, in their order. No reach of its own: call `eventOf` or `skillOf` first. */
export const modulesOf = (tx: EntityManager, eventId: string, skillId?: string): Promise<Module[]> =>
  tx.find(Module, {
    where: within(eventId, skillId),
    order: { skillId: 'ASC', position: 'ASC', code: 'ASC' },
  });

/** Sessions, by time. No reach of its own: call `eventOf` or `skillOf` first. */
export const sessionsOf = (tx: EntityManager, eventId: string, skillId?: string): Promise<Session[]> =>
  tx.find(Session, {
    where: within(eventId, skillId),
    order: { startsAt: 'ASC', position: 'ASC', id: 'ASC' },
  });

/** Workstations, by code. No reach of its own: call `eventOf` or `skillOf` first. */
export const workstationsOf = (
  tx: EntityManager,
  eventId: string,
  skillId?: string,
): Promise<Workstation[]> =>
  tx.find(Workstation, { where: within(eventId, skillId), order: { skillId: 'ASC', code: 'ASC' } });

/** Refuses with `code` unless the event stands at one of the stages. */
export function assertStage(
  event: Pick<CompetitionEvent, 'stage'>,
  allowed: readonly Stage[],
  code = 'events.wrong-stage',
  params: MessageParams = {},
): void {
  if (allowed.includes(event.stage)) return;
  const { zh, en } = stageNames[event.stage];
  throw new Refused(code, { stage: event.stage, stageZh: zh, stageEn: en, ...params });
}

/** Whether anything of the event is in the actor's reach, by one of the roles where they are named. */
export function reachesEvent(actor: Actor, eventId: string, roles?: readonly Role[]): boolean {
  return reachesSkill(actor, eventId, null, roles);
}

/** Whether the skill is in the actor's reach, by one of the roles where they are named. */
export function reachesSkill(
  actor: Actor,
  eventId: string,
  skillId: string | null,
  roles?: readonly Role[],
): boolean {
  const grants = roles ? actor.grants.filter(({ role }) => roles.includes(role)) : actor.grants;
  return actor === systemActor || sees({ ...actor, grants }, { eventId, skillId });
}

/** The roles an actor holds for the event as a whole or for part of it, each once. */
export function rolesIn(actor: Actor, eventId: string): Role[] {
  if (actor === systemActor) return ['administrator', 'host', 'organiser'];
  const here = actor.grants.filter((grant) => sees({ ...actor, grants: [grant] }, { eventId }));
  return [...new Set(here.map(({ role }) => role))];
}

/** The event, when the actor may change it by this permission: `NotFound` out of reach, `Denied` when only seen. */
export async function eventToChange(
  tx: EntityManager,
  actor: Actor,
  eventId: string,
  permission: Permission,
  lock: RowLock = 'forShare',
): Promise<CompetitionEvent> {
  const event = await eventOf(tx, actor, eventId, lock);
  assertMay(actor, permission, { eventId });
  return event;
}

const within = (eventId: string, skillId?: string) =>
  skillId === undefined ? { eventId } : { eventId, skillId };

/** A row by its key, locked where asked; null when there is none. */
export function rowOf<T extends ObjectLiteral>(
  tx: EntityManager,
  entity: EntityTarget<T>,
  where: FindOptionsWhere<T>,
  lock?: RowLock,
): Promise<T | null> {
  return tx.findOne(entity, {
    where,
    ...(lock
      ? {
          lock: {
            mode: lock === 'forShare' ? ('pessimistic_read' as const) : ('pessimistic_write' as const),
          },
        }
      : {}),
  });
}
