import { Injectable } from '@nestjs/common';
import { type Actor, Audit } from '@luban/audit';
import { grantRoles } from '@luban/identity';
import { Clock, newId } from '@luban/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { CompetitionEvent } from './competition-event.entity.js';
import type { CloneEventDto } from './event.dto.js';
import type { EventDto } from './event-reply.dto.js';
import { readEvent, readParties } from './event.queries.js';
import { assertSound } from './event.service.js';
import { Group } from './group.entity.js';
import { Module } from './module.entity.js';
import { assertWithinGrant } from './occupation-limits.js';
import { PartyService } from './party.service.js';
import { eventToChange, groupsOf, modulesOf, rolesIn, sessionsOf, workstationsOf } from './reads.js';
import { Session } from './session.entity.js';
import { Skill } from './skill.entity.js';
import { Venue } from './venue.entity.js';
import { Workstation } from './workstation.entity.js';
import { dayAfter, daysBetween, sameTimeDaysOn } from './zone-days.js';

/** Makes next year's event from this one: everything but the people. */
@Injectable()
export class CloneService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly parties: PartyService,
  ) {}

  /**
   * Copies parties, venues, skills with groups, modules, policies, sessions and workstations into a new event in set-up.
   * Sessions and the registration window keep their time of day and move by the days between the first days. A failed
   * workstation is usable again. Entries, judges, schemes and marks stay where they are.
   */
  cloneEvent(actor: Actor, sourceId: string, wish: CloneEventDto): Promise<EventDto> {
    return this.db.transaction(async (tx) => {
      const source = await eventToChange(tx, actor, sourceId, 'events.clone');
      const days = daysBetween(source.startsOn, wish.startsOn);
      const onward = (at: Date): Date => sameTimeDaysOn(at, source.timeZone, days);
      const event: CompetitionEvent = {
        ...source,
        id: newId(),
        name: wish.name.trim(),
        nameEn: wish.nameEn ?? null,
        class: null,
        edition: wish.edition ?? null,
        heldYear: wish.heldYear ?? Number(wish.startsOn.slice(0, 4)),
        startsOn: wish.startsOn,
        endsOn: dayAfter(source.endsOn, days),
        registrationOpensAt: source.registrationOpensAt && onward(source.registrationOpensAt),
        registrationClosesAt: source.registrationClosesAt && onward(source.registrationClosesAt),
        stage: 'draft',
        clonedFromId: sourceId,
        createdBy: actor.accountId,
        createdAt: this.clock.now(),
        version: 1,
      };
      assertSound(event);
      await assertWithinGrant(tx, { event, basics: { before: null, after: event } });
      await tx.insert(CompetitionEvent, event);
      await this.audit.record(tx, actor, 'event.cloned', {
        eventId: event.id,
        subjectType: 'event',
        subjectId: event.id,
        after: { clonedFromId: sourceId, startsOn: event.startsOn, days },
      });
      let cloner = actor;
      for (const { organisationId, part } of await readParties(tx, sourceId)) {
        cloner = await this.parties.join(tx, cloner, event.id, organisationId, part);
      }
      cloner = await asInSource(tx, cloner, sourceId, event.id);
      await copySetUp(tx, sourceId, event.id, onward);
      return readEvent(tx, cloner, event.id);
    });
  }
}

/** Whoever clones an event runs the new one as the old: also with a role that came without an organisation. */
async function asInSource(
  tx: EntityManager,
  actor: Actor,
  sourceId: string,
  eventId: string,
): Promise<Actor> {
  if (actor.accountId === null) return actor;
  const held = rolesIn(actor, eventId);
  const missing = rolesIn(actor, sourceId).filter(
    (role) => (role === 'host' || role === 'organiser') && !held.includes(role),
  );
  const gained = missing.map((role) => ({
    role,
    organisationId: null,
    eventId,
    skillId: null,
    delegationId: null,
  }));
  const accountId = actor.accountId;
  await grantRoles(
    tx,
    actor,
    gained.map((grant) => ({ accountId, ...grant })),
  );
  return { ...actor, grants: [...actor.grants, ...gained] };
}

/** Copies what stands in one event into another, giving every row a new id. */
async function copySetUp(
  tx: EntityManager,
  from: string,
  to: string,
  onward: (at: Date) => Date,
): Promise<void> {
  const ids = new Map<string, string>();
  const copied = <T extends { eventId: string; id: string }>(row: T): T => {
    const id = newId();
    ids.set(row.id, id);
    return { ...row, eventId: to, id, version: 1 };
  };
  const idNow = (id: string): string => {
    const now = ids.get(id);
    if (now === undefined) throw new Error(`${id} was not copied before what refers to it`);
    return now;
  };
  const inSkill = <T extends { eventId: string; id: string; skillId: string }>(row: T): T => ({
    ...copied(row),
    skillId: idNow(row.skillId),
  });
  const at = (venueId: string | null) => (venueId === null ? null : idNow(venueId));

  await tx.insert(Venue, (await tx.findBy(Venue, { eventId: from })).map(copied));
  const skills = (await tx.findBy(Skill, { eventId: from })).map(copied);
  await tx.insert(
    Skill,
    skills.map((skill) => ({ ...skill, venueId: at(skill.venueId) })),
  );
  await tx.insert(Group, (await groupsOf(tx, from)).map(inSkill));
  await tx.insert(Module, (await modulesOf(tx, from)).map(inSkill));
  const sessions = (await sessionsOf(tx, from)).map(inSkill);
  await tx.insert(
    Session,
    sessions.map((session) => ({
      ...session,
      moduleId: idNow(session.moduleId),
      startsAt: onward(session.startsAt),
      endsAt: onward(session.endsAt),
    })),
  );
  const workstations = (await workstationsOf(tx, from)).map(inSkill);
  await tx.insert(
    Workstation,
    workstations.map((place) => ({
      ...place,
      venueId: at(place.venueId),
      state: place.state === 'failed' ? ('usable' as const) : place.state,
    })),
  );
}
