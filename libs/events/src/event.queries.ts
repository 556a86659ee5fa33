import type { Actor } from '@luban/audit';
import { mayAt, reachSql } from '@luban/identity';
import { type Page, pageOf } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import { CompetitionEvent } from './competition-event.entity.js';
import type { EventFilterDto } from './event.dto.js';
import type { EventCountsDto, EventDto, EventListItemDto, EventMayDto, PartyDto } from './event-reply.dto.js';
import { eventOf, rolesIn } from './reads.js';
import { changeableParts } from './set-up-rules.js';
import { nextStages } from './stages.js';

/** The parties of an event, hosts first, with the names of the organisations. */
export const readParties = (tx: EntityManager, eventId: string): Promise<PartyDto[]> =>
  tx.query(
    `SELECT p.id, p.organisation_id AS "organisationId", p.part, o.name, o.name_en AS "nameEn"
       FROM event_party p JOIN organisation o ON o.id = p.organisation_id
      WHERE p.event_id = $1
      ORDER BY array_position(ARRAY['host', 'organiser', 'coOrganiser'], p.part), p.id`,
    [eventId],
  );

/** The event as this actor sees it: its configuration, and what the actor may do with it. */
export async function readEvent(tx: EntityManager, actor: Actor, eventId: string): Promise<EventDto> {
  const event = await eventOf(tx, actor, eventId);
  const { createdBy: _creator, ...shown } = event;
  return {
    ...shown,
    registrationOpensAt: event.registrationOpensAt?.toISOString() ?? null,
    registrationClosesAt: event.registrationClosesAt?.toISOString() ?? null,
    createdAt: event.createdAt.toISOString(),
    parties: await readParties(tx, eventId),
    counts: await readCounts(tx, eventId),
    roles: rolesIn(actor, eventId),
    may: mayOf(actor, event),
  };
}

function mayOf(actor: Actor, event: CompetitionEvent): EventMayDto {
  const place = { eventId: event.id };
  const change = changeableParts(actor, event);
  return {
    change,
    registrationWindowOnly: change.includes('basics') && !mayAt(actor, 'events.parties', place),
    clone: mayAt(actor, 'events.clone', place),
    delete: event.stage === 'draft' && mayAt(actor, 'events.delete', place),
    stage:
      mayAt(actor, 'events.stage', place) && nextStages(event.stage, rolesIn(actor, event.id)).length > 0,
  };
}

async function readCounts(tx: EntityManager, eventId: string): Promise<EventCountsDto> {
  const [counts]: EventCountsDto[] = await tx.query(
    `SELECT (SELECT count(*)::int FROM skill WHERE event_id = $1) AS skills,
            (SELECT count(*)::int FROM skill_group WHERE event_id = $1) AS groups,
            (SELECT count(*)::int FROM module WHERE event_id = $1) AS modules,
            (SELECT count(*)::int FROM session WHERE event_id = $1) AS sessions,
            (SELECT count(*)::int FROM venue WHERE event_id = $1) AS venues,
            count(*) FILTER (WHERE state = 'usable')::int AS "workstationsUsable",
            count(*) FILTER (WHERE state = 'spare')::int AS "workstationsSpare",
            count(*) FILTER (WHERE state = 'failed')::int AS "workstationsFailed"
       FROM workstation WHERE event_id = $1`,
    [eventId],
  );
  if (!counts) throw new Error('a count answered nothing');
  return counts;
}

/** Columns of a line in a list of events, public or not. */
export const listColumns = `e.id, e.name, e.name_en AS "nameEn", e.level, e.class, e.special_kind AS "specialKind", e.edition,
  e.held_year AS "heldYear", e.division_code AS "divisionCode", e.industry_code AS "industryCode",
  e.time_zone AS "timeZone", e.starts_on::text AS "startsOn", e.ends_on::text AS "endsOn", e.stage, e.demo, e.version,
  (SELECT count(*)::int FROM skill s WHERE s.event_id = e.id) AS "skillCount", h.name AS "hostName", h.name_en AS "hostNameEn"`;

/** The first host of each event `e`, joined as `h`. */
export const joinHost = `LEFT JOIN LATERAL (
    SELECT o.name, o.name_en FROM event_party p JOIN organisation o ON o.id = p.organisation_id
     WHERE p.event_id = e.id AND p.part = 'host' ORDER BY p.id LIMIT 1) h ON TRUE`;

/** The events in the actor's reach, the latest first. */
export function listEvents(
  tx: EntityManager,
  actor: Actor,
  filter: EventFilterDto,
): Promise<Page<EventListItemDto>> {
  const reach = reachSql(actor, 'events.read', { event: 'e.id' }, 1);
  return pageOfEvents(tx, filter, reach.sql, reach.params);
}

/** Lines of events under a condition, narrowed by the filter: newest first day first. */
export async function pageOfEvents(
  tx: EntityManager,
  filter: EventFilterDto,
  condition: string,
  conditionParams: unknown[],
): Promise<Page<EventListItemDto>> {
  const params = [...conditionParams];
  const conditions = [condition];
  const add = (sql: (param: string) => string, value: unknown) => {
    if (value === undefined || value === '') return;
    params.push(value);
    conditions.push(sql(`$${params.length}`));
  };
  add((param) => `e.level = ${param}`, filter.level);
  add((param) => `e.stage = ${param}`, filter.stage);
  add((param) => `e.held_year = ${param}`, filter.year);
  add(
    (param) => `(e.name ILIKE ${param} OR e.name_en ILIKE ${param})`,
    filter.q && `%${asPattern(filter.q)}%`,
  );
  add(
    (param) =>
      `(e.starts_on, e.id) < (SELECT a.starts_on, a.id FROM competition_event a WHERE a.id = ${param})`,
    filter.after,
  );
  params.push(filter.limit + 1);
  const rows: EventListItemDto[] = await tx.query(
    `SELECT ${listColumns} FROM competition_event e ${joinHost}
      WHERE ${conditions.join(' AND ')} ORDER BY e.starts_on DESC, e.id DESC LIMIT $${params.length}`,
    params,
  );
  return pageOf(rows, filter.limit, ({ id }) => id);
}

/** What a person typed, without its being a pattern. */
const asPattern = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
