import { Injectable } from '@nestjs/common';
import { type Actor, Audit } from '@luban/audit';
import { assertCurrent, isId, newId, NotFound } from '@luban/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { eventOf, eventToChange } from './reads.js';
import { given } from './request.js';
import { assertChangeable } from './set-up-rules.js';
import type { CreateVenueDto, EditVenueDto } from './venue.dto.js';
import { deleteUnlessUsed } from './unless-used.js';
import type { VenueDto } from './skill-reply.dto.js';
import { Venue } from './venue.entity.js';

/** Where the skills are competed. */
@Injectable()
export class VenueService {
  constructor(
    private readonly db: DataSource,
    private readonly audit: Audit,
  ) {}

  async listVenues(actor: Actor, eventId: string): Promise<VenueDto[]> {
    await eventOf(this.db.manager, actor, eventId);
    const venues = await this.db.manager.find(Venue, { where: { eventId }, order: { name: 'ASC' } });
    return venues.map(venueShown);
  }

  createVenue(actor: Actor, eventId: string, wish: CreateVenueDto): Promise<VenueDto> {
    return this.inEvent(actor, eventId, async (tx) => {
      const venue = {
        eventId,
        id: newId(),
        name: wish.name.trim(),
        address: wish.address ?? null,
        version: 1,
      };
      await tx.insert(Venue, venue);
      await this.audit.record(tx, actor, 'venue.created', { ...subjectOf(venue), after: venue });
      return venueShown(venue);
    });
  }

  editVenue(
    actor: Actor,
    eventId: string,
    venueId: string,
    version: number,
    changes: EditVenueDto,
  ): Promise<VenueDto> {
    return this.inEvent(actor, eventId, async (tx) => {
      const venue = await venueOf(tx, eventId, venueId);
      assertCurrent(venue.version, version);
      const edited = { ...venue, ...given(changes), version: version + 1 };
      await tx.update(Venue, { eventId, id: venueId }, edited);
      await this.audit.record(tx, actor, 'venue.edited', {
        ...subjectOf(venue),
        before: venue,
        after: edited,
      });
      return venueShown(edited);
    });
  }

  deleteVenue(actor: Actor, eventId: string, venueId: string): Promise<void> {
    return this.inEvent(actor, eventId, async (tx) => {
      const venue = await venueOf(tx, eventId, venueId);
      await deleteUnlessUsed(tx, venue.name, (inner) => inner.delete(Venue, { eventId, id: venueId }));
      await this.audit.record(tx, actor, 'venue.deleted', { ...subjectOf(venue), before: venue });
    });
  }

  private inEvent<T>(actor: Actor, eventId: string, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.db.transaction(async (tx) => {
      const event = await eventToChange(tx, actor, eventId, 'events.setUp');
      assertChangeable(event, 'venues');
      return work(tx);
    });
  }
}

const venueShown = ({ eventId: _event, ...venue }: Venue): VenueDto => venue;

const subjectOf = ({ eventId, id }: Venue) => ({ eventId, subjectType: 'venue', subjectId: id });

async function venueOf(tx: EntityManager, eventId: string, id: string): Promise<Venue> {
  const venue = isId(id)
    ? await tx.findOne(Venue, { where: { eventId, id }, lock: { mode: 'pessimistic_write' } })
    : null;
  if (!venue) throw new NotFound('events.venue-not-found', { venueId: id });
  return venue;
}
