import { isId, NotFound, type Page } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import { CompetitionEvent } from './competition-event.entity.js';
import type { EventFilterDto } from './event.dto.js';
import type { EventListItemDto } from './event-reply.dto.js';
import { pageOfEvents, readParties } from './event.queries.js';
import type { PublicEventDto, PublicSkillDto } from './public-events.dto.js';

/** Events that everybody may see: every one beyond set-up, the latest first. */
export const listPublicEvents = (
  tx: EntityManager,
  filter: EventFilterDto,
): Promise<Page<EventListItemDto>> => pageOfEvents(tx, filter, `e.stage <> 'draft'`, []);

/** One event with its skills and schedule as everybody may see it; an event still in set-up does not exist. */
export async function readPublicEvent(tx: EntityManager, eventId: string): Promise<PublicEventDto> {
  const event = isId(eventId) ? await tx.findOneBy(CompetitionEvent, { id: eventId }) : null;
  if (!event || event.stage === 'draft') throw new NotFound('events.event-not-found', { eventId });
  const { createdAt: _at, createdBy: _by, clonedFromId: _from, version: _version, ...shown } = event;
  return {
    ...shown,
    registrationOpensAt: event.registrationOpensAt?.toISOString() ?? null,
    registrationClosesAt: event.registrationClosesAt?.toISOString() ?? null,
    parties: await readParties(tx, eventId),
    skills: await readPublicSkills(tx, eventId),
  };
}

const readPublicSkills = (tx: EntityManager, eventId: string): Promise<PublicSkillDto[]> =>
  tx.query(
    `SELECT s.id, s.code, s.name, s.name_en AS "nameEn", s.world_skill_number AS "worldSkillNumber",
            s.occupation_code AS "occupationCode", s.team_size AS "teamSize", s.age_years_max AS "ageYearsMax",
            v.name AS "venueName", s.policy_name AS "policyName",
            ARRAY(SELECT g.name FROM skill_group g WHERE g.event_id = s.event_id AND g.skill_id = s.id
                   ORDER BY g.position, g.code) AS "groupNames",
            COALESCE((SELECT jsonb_agg(jsonb_build_object(
                        'moduleCode', m.code, 'moduleName', m.name, 'sessionName', t.name,
                        'startsAt', to_char(t.starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                        'endsAt', to_char(t.ends_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
                        ORDER BY t.starts_at, t.id)
                       FROM session t JOIN module m ON m.event_id = t.event_id AND m.id = t.module_id
                      WHERE t.event_id = s.event_id AND t.skill_id = s.id), '[]') AS sessions
       FROM skill s LEFT JOIN venue v ON v.event_id = s.event_id AND v.id = s.venue_id
      WHERE s.event_id = $1 ORDER BY s.position, s.code`,
    [eventId],
  );
