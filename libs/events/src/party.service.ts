import { Injectable } from '@nestjs/common';
import { type Actor, type ActorGrant, Audit } from '@luban/audit';
import { accessChanged, endRoles, grantRoles, Organisation } from '@luban/identity';
import { newId, NotFound, Refused } from '@luban/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { CompetitionEvent } from './competition-event.entity.js';
import type { PartyDto } from './event-reply.dto.js';
import { EventParty } from './event-party.entity.js';
import { readParties } from './event.queries.js';
import { eventToChange } from './reads.js';
import { assertChangeable } from './set-up-rules.js';

/**
 * Who hosts, organises and helps. A party's people reach the event through their organisation-wide role (identity asks
 * `partEventsOf`); only whoever names the own organisation also gets a role for this one event, so that the organiser
 * of a school may host the school's own event. A co-organiser 协办 is named and reaches nothing.
 */
@Injectable()
export class PartyService {
  constructor(
    private readonly db: DataSource,
    private readonly audit: Audit,
  ) {}

  addParty(
    actor: Actor,
    eventId: string,
    organisationId: string,
    part: EventParty['part'],
  ): Promise<PartyDto> {
    return this.db.transaction(async (tx) => {
      const event = await eventToChange(tx, actor, eventId, 'events.parties', 'forUpdate');
      assertChangeable(event, 'parties');
      await this.join(tx, actor, eventId, organisationId, part);
      await tx.increment(CompetitionEvent, { id: eventId }, 'version', 1);
      return partyOf(
        await readParties(tx, eventId),
        (party) => party.organisationId === organisationId && party.part === part,
      );
    });
  }

  removeParty(actor: Actor, eventId: string, partyId: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const event = await eventToChange(tx, actor, eventId, 'events.parties', 'forUpdate');
      assertChangeable(event, 'parties');
      const parties = await readParties(tx, eventId);
      const party = partyOf(parties, ({ id }) => id === partyId);
      if (party.part === 'host' && parties.filter(({ part }) => part === 'host').length === 1) {
        throw new Refused('events.last-host');
      }
      await tx.delete(EventParty, { eventId, id: partyId });
      await tx.increment(CompetitionEvent, { id: eventId }, 'version', 1);
      await this.leave(tx, actor, eventId, party);
    });
  }

  /** Makes an organisation a party, in the caller's transaction; answers the actor with what it gained by that. */
  async join(
    tx: EntityManager,
    actor: Actor,
    eventId: string,
    organisationId: string,
    part: EventParty['part'],
  ): Promise<Actor> {
    const organisation = await tx.findOneBy(Organisation, { id: organisationId });
    if (!organisation) throw new NotFound('events.organisation-not-found', { organisationId });
    const party = { eventId, id: newId(), organisationId, part };
    await tx.insert(EventParty, party);
    await this.audit.record(tx, actor, 'party.added', {
      eventId,
      subjectType: 'party',
      subjectId: party.id,
      after: { organisationId, part },
    });
    const own = actor.organisationId === organisationId ? actor.accountId : null;
    await accessChanged(tx, await peopleOf(tx, organisationId));
    if (own === null || part === 'coOrganiser') return actor;
    const gained: ActorGrant = { role: part, organisationId, eventId, skillId: null, delegationId: null };
    const isWide = actor.grants.some(
      (grant) => grant.role === part && grant.organisationId === organisationId && grant.eventId === null,
    );
    if (!isWide) await grantRoles(tx, actor, [{ accountId: own, ...gained }]);
    return { ...actor, grants: [...actor.grants, gained] };
  }

  /** Ends every role that parties gave in an event that is being deleted. */
  async dissolve(tx: EntityManager, actor: Actor, eventId: string): Promise<void> {
    for (const party of await readParties(tx, eventId)) await this.leave(tx, actor, eventId, party);
  }

  private async leave(tx: EntityManager, actor: Actor, eventId: string, party: PartyDto): Promise<void> {
    const { organisationId, part } = party;
    await this.audit.record(tx, actor, 'party.removed', {
      eventId,
      subjectType: 'party',
      subjectId: party.id,
      before: { organisationId, part },
    });
    const held: { account_id: string }[] = await tx.query(
      `SELECT DISTINCT account_id FROM role_grant
        WHERE event_id = $1 AND organisation_id = $2 AND role = $3 AND ended_at IS NULL`,
      [eventId, organisationId, part],
    );
    for (const { account_id: accountId } of held) {
      if (part !== 'coOrganiser') await endRoles(tx, actor, { accountId, role: part, eventId });
    }
    await accessChanged(tx, await peopleOf(tx, organisationId));
  }
}

/** For identity: the events in which these organisations host or organise. */
export const partEventsOf = (
  tx: EntityManager,
  organisationIds: string[],
): Promise<{ organisationId: string; role: 'host' | 'organiser'; eventId: string }[]> =>
  tx.query(
    `SELECT organisation_id AS "organisationId", part AS role, event_id AS "eventId"
       FROM event_party WHERE organisation_id = ANY($1::uuid[]) AND part IN ('host', 'organiser')`,
    [organisationIds],
  );

/** The accounts whose sign-in must learn of it: those with an organisation-wide role there. */
async function peopleOf(tx: EntityManager, organisationId: string): Promise<string[]> {
  const rows: { account_id: string }[] = await tx.query(
    `SELECT DISTINCT account_id FROM role_grant
      WHERE organisation_id = $1 AND event_id IS NULL AND role IN ('host', 'organiser') AND ended_at IS NULL`,
    [organisationId],
  );
  return rows.map(({ account_id }) => account_id);
}

function partyOf(parties: PartyDto[], isIt: (party: PartyDto) => boolean): PartyDto {
  const party = parties.find(isIt);
  if (!party) throw new NotFound('events.party-not-found');
  return party;
}
