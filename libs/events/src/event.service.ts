import { Injectable } from '@nestjs/common';
import { type Actor, Audit, systemActor } from '@luban/audit';
import { assertMayAnywhere, mayAt } from '@luban/identity';
import { assertCurrent, Clock, Denied, newId, Refused } from '@luban/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { CompetitionEvent } from './competition-event.entity.js';
import type { CreateEventDto, EditEventDto } from './event.dto.js';
import type { EventDto } from './event-reply.dto.js';
import { readEvent } from './event.queries.js';
import { EventParty } from './event-party.entity.js';
import { assertWithinGrant } from './occupation-limits.js';
import { PartyService } from './party.service.js';
import { eventToChange } from './reads.js';
import { assertChangeable } from './set-up-rules.js';
import { given, instant, unfit } from './request.js';
import { deleteUnlessUsed } from './unless-used.js';
import { isDay, isTimeZone } from './zone-days.js';

/** The verbs of an event as a whole. */
@Injectable()
export class EventService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly parties: PartyService,
  ) {}

  /** Creates an event in set-up. Its creator's organisation hosts it; an administrator names the host. */
  createEvent(actor: Actor, wish: CreateEventDto, traits: { demo?: boolean } = {}): Promise<EventDto> {
    return this.db.transaction(async (tx) => {
      assertMayAnywhere(actor, 'events.create');
      assertNoClass(wish);
      const hostId = hostOf(actor, wish.hostOrganisationId);
      const event: CompetitionEvent = {
        id: newId(),
        name: wish.name.trim(),
        nameEn: wish.nameEn ?? null,
        level: wish.level,
        class: null,
        specialKind: wish.specialKind ?? null,
        edition: wish.edition ?? null,
        heldYear: wish.heldYear ?? Number(wish.startsOn.slice(0, 4)),
        divisionCode: wish.divisionCode ?? null,
        industryCode: wish.industryCode ?? null,
        timeZone: wish.timeZone ?? 'Asia/Shanghai',
        startsOn: wish.startsOn,
        endsOn: wish.endsOn,
        registrationOpensAt: instant(wish.registrationOpensAt, 'registrationOpensAt') ?? null,
        registrationClosesAt: instant(wish.registrationClosesAt, 'registrationClosesAt') ?? null,
        stage: 'draft',
        clonedFromId: null,
        demo: traits.demo ?? false,
        createdBy: actor.accountId,
        createdAt: this.clock.now(),
        version: 1,
      };
      assertSound(event);
      await assertWithinGrant(tx, { event, basics: { before: null, after: event } });
      await tx.insert(CompetitionEvent, event);
      await this.audit.record(tx, actor, 'event.created', {
        eventId: event.id,
        subjectType: 'event',
        subjectId: event.id,
        after: facts(event),
      });
      let creator = await this.parties.join(tx, actor, event.id, hostId, 'host');
      for (const organiserId of wish.organiserOrganisationIds ?? []) {
        creator = await this.parties.join(tx, creator, event.id, organiserId, 'organiser');
      }
      return readEvent(tx, creator, event.id);
    });
  }

  /** Changes the basics. An organiser who is not the host changes the registration window only. */
  editEvent(actor: Actor, eventId: string, version: number, changes: EditEventDto): Promise<EventDto> {
    return this.db.transaction(async (tx) => {
      const event = await eventToChange(tx, actor, eventId, 'events.edit', 'forUpdate');
      assertCurrent(event.version, version);
      assertNoClass(changes);
      assertChangeable(event, 'basics');
      assertMayEdit(actor, eventId, changes);
      const { class: _granted, registrationOpensAt, registrationClosesAt, ...plain } = changes;
      const edited: CompetitionEvent = { ...event, ...given(plain), version: event.version + 1 };
      const opens = instant(registrationOpensAt, 'registrationOpensAt');
      const closes = instant(registrationClosesAt, 'registrationClosesAt');
      if (opens !== undefined) edited.registrationOpensAt = opens;
      if (closes !== undefined) edited.registrationClosesAt = closes;
      assertSound(edited);
      await assertWithinGrant(tx, { event, basics: { before: event, after: edited } });
      await tx.update(CompetitionEvent, { id: eventId }, edited);
      await this.audit.record(tx, actor, 'event.edited', {
        eventId,
        subjectType: 'event',
        subjectId: eventId,
        before: facts(event),
        after: facts(edited),
      });
      return readEvent(tx, actor, eventId);
    });
  }

  /** Deletes an event that is still in set-up and holds nothing but its parties; its history stays. */
  deleteEvent(actor: Actor, eventId: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const event = await eventToChange(tx, actor, eventId, 'events.delete', 'forUpdate');
      if (event.stage !== 'draft') throw new Refused('events.only-draft-deleted');
      await assertHoldsNothing(tx, eventId);
      await this.parties.dissolve(tx, actor, eventId);
      await deleteUnlessUsed(tx, event.name, async (inner) => {
        await inner.delete(EventParty, { eventId });
        await inner.delete(CompetitionEvent, { id: eventId });
      });
      await this.audit.record(tx, actor, 'event.deleted', {
        eventId,
        subjectType: 'event',
        subjectId: eventId,
        before: facts(event),
      });
    });
  }
}

/** What stands in the history of an event. */
const facts = ({ createdAt: _at, createdBy: _by, ...event }: CompetitionEvent): object => event;

function assertNoClass(wish: { class?: string | null }): void {
  if (wish.class != null) throw new Refused('events.class-by-grant', { class: wish.class });
}

function hostOf(actor: Actor, wished: string | undefined): string {
  const forOthers = actor === systemActor || actor.grants.some(({ role }) => role === 'administrator');
  const own = new Set([actor.organisationId, ...actor.grants.map(({ organisationId }) => organisationId)]);
  if (wished !== undefined && !forOthers && !own.has(wished))
    throw new Denied('events.not-your-organisation');
  const host =
    wished ??
    actor.organisationId ??
    actor.grants.find(({ organisationId }) => organisationId)?.organisationId;
  if (!host) throw unfit('hostOrganisationId', 'events.no-organisation');
  return host;
}

function assertMayEdit(actor: Actor, eventId: string, changes: EditEventDto): void {
  if (mayAt(actor, 'events.parties', { eventId })) return;
  const asked = Object.keys(given(changes));
  if (asked.some((field) => field !== 'registrationOpensAt' && field !== 'registrationClosesAt')) {
    throw new Denied('events.host-only');
  }
}

/** Dates, zone and registration window that can be; throws `Invalid` naming the field. */
export function assertSound(event: CompetitionEvent): void {
  const { startsOn, endsOn, timeZone, registrationOpensAt: opens, registrationClosesAt: closes } = event;
  if (!isDay(startsOn)) throw unfit('startsOn', 'events.no-such-day', { day: startsOn });
  if (!isDay(endsOn)) throw unfit('endsOn', 'events.no-such-day', { day: endsOn });
  if (endsOn < startsOn) throw unfit('endsOn', 'events.dates-reversed', { startsOn, endsOn });
  if (!isTimeZone(timeZone)) throw unfit('timeZone', 'events.unknown-time-zone', { timeZone });
  if (opens && closes && closes <= opens) throw unfit('registrationClosesAt', 'events.registration-reversed');
}

async function assertHoldsNothing(tx: EntityManager, eventId: string): Promise<void> {
  const rows: { what: string }[] = await tx.query(
    `SELECT 'skill' AS what WHERE EXISTS (SELECT 1 FROM skill WHERE event_id = $1)
     UNION ALL SELECT 'venue' WHERE EXISTS (SELECT 1 FROM venue WHERE event_id = $1)
     UNION ALL SELECT 'stage' WHERE EXISTS (SELECT 1 FROM stage_entry WHERE event_id = $1)`,
    [eventId],
  );
  if (rows.length > 0)
    throw new Refused('events.not-empty', { what: rows.map(({ what }) => what).join(', ') });
}
