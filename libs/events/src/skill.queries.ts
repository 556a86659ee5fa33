import type { Actor } from '@luban/audit';
import { reachSql } from '@luban/identity';
import type { EntityManager } from 'typeorm';
import { policyForReading } from './policy-reading.js';
import { eventOf, groupsOf, modulesOf, sessionsOf, skillOf, workstationsOf } from './reads.js';
import type { Session } from './session.entity.js';
import type { SkillDto, SkillListItemDto, SkillSessionDto } from './skill-reply.dto.js';

/** The event's skills in the actor's reach, in their order, with how much of each is set up. */
export async function listSkills(
  tx: EntityManager,
  actor: Actor,
  eventId: string,
): Promise<SkillListItemDto[]> {
  await eventOf(tx, actor, eventId);
  const reach = reachSql(actor, 'events.read', { event: 's.event_id', skill: 's.id' }, 2);
  const rows: (Omit<SkillListItemDto, 'firstStartsAt'> & { firstStartsAt: Date | null })[] = await tx.query(
    `SELECT s.id, s.code, s.name, s.name_en AS "nameEn", s.world_skill_number AS "worldSkillNumber",
            s.occupation_code AS "occupationCode", s.team_size AS "teamSize", s.age_years_max AS "ageYearsMax",
            s.venue_id AS "venueId", v.name AS "venueName", s.policy_name AS "policyName",
            s.require_signed_scan AS "requireSignedScan", s.version,
            ARRAY(SELECT g.name FROM skill_group g WHERE g.event_id = s.event_id AND g.skill_id = s.id
                   ORDER BY g.position, g.code) AS "groupNames",
            ARRAY(SELECT g.code FROM skill_group g WHERE g.event_id = s.event_id AND g.skill_id = s.id
                   ORDER BY g.position, g.code) AS "groupCodes",
            (SELECT count(*)::int FROM module m WHERE m.event_id = s.event_id AND m.skill_id = s.id) AS "moduleCount",
            t.count AS "sessionCount", t.first AS "firstStartsAt",
            w.usable AS "workstationsUsable", w.spare AS "workstationsSpare", w.failed AS "workstationsFailed"
       FROM skill s
       LEFT JOIN venue v ON v.event_id = s.event_id AND v.id = s.venue_id
      CROSS JOIN LATERAL (SELECT count(*)::int AS count, min(starts_at) AS first
                            FROM session WHERE event_id = s.event_id AND skill_id = s.id) t
      CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE state = 'usable')::int AS usable,
                                 count(*) FILTER (WHERE state = 'spare')::int AS spare,
                                 count(*) FILTER (WHERE state = 'failed')::int AS failed
                            FROM workstation WHERE event_id = s.event_id AND skill_id = s.id) w
      WHERE s.event_id = $1 AND ${reach.sql}
      ORDER BY s.position, s.code`,
    [eventId, ...reach.params],
  );
  return rows.map((row) => ({ ...row, firstStartsAt: row.firstStartsAt?.toISOString() ?? null }));
}

/** A skill with its whole set-up, when it is in the actor's reach. */
export async function readSkill(
  tx: EntityManager,
  actor: Actor,
  eventId: string,
  skillId: string,
): Promise<SkillDto> {
  await eventOf(tx, actor, eventId);
  const { policyName: _name, policy, ...skill } = await skillOf(tx, actor, eventId, skillId);
  return {
    ...skill,
    policy: policyForReading(policy),
    groups: (await groupsOf(tx, eventId, skillId)).map(shown),
    modules: (await modulesOf(tx, eventId, skillId)).map(shown),
    sessions: (await sessionsOf(tx, eventId, skillId)).map(sessionShown),
    workstations: (await workstationsOf(tx, eventId, skillId)).map(shown),
  };
}

export const sessionShown = ({
  id,
  moduleId,
  name,
  startsAt,
  endsAt,
  version,
}: Session): SkillSessionDto => ({
  id,
  moduleId,
  name,
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
  version,
});

/** A part without the skill it stands in. */
export function shown<T extends { eventId: string; skillId: string }>(
  row: T,
): Omit<T, 'eventId' | 'skillId'> {
  const { eventId: _event, skillId: _skill, ...rest } = row;
  return rest;
}
