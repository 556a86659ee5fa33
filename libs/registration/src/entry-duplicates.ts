import type { EntityManager } from 'typeorm';
import { type EntryFinding, finding } from './entry-rules.js';

/** `personKey` in SQL: `p` is the person, `k` the competitor. */
const keySql = `regexp_replace(lower(p.name), '[[:space:]·•.]', '', 'g') || '|' || coalesce(p.birth_date::text, '?' || trim(coalesce(k.unit, '')))`;

interface Twin {
  entryId: string;
  position: number;
  sameDelegation: boolean;
  sameSkill: boolean;
  delegationName: string;
  skillName: string;
}

/**
 * People of these entries who stand in another entry of the event as well, by name and birth date. In the same skill of
 * the same delegation it is one person entered twice (blocking); elsewhere two people may share both, so it warns.
 * Another delegation is named only to those who see all of them (`namesOthers`).
 */
export async function duplicateFindings(
  tx: EntityManager,
  eventId: string,
  entryIds: readonly string[],
  namesOthers: boolean,
): Promise<Map<string, EntryFinding[]>> {
  if (entryIds.length === 0) return new Map();
  const twins: Twin[] = await tx.query(
    `WITH everybody AS MATERIALIZED (
       SELECT k.entry_id, k.position, e.delegation_id, e.skill_id, ${keySql} AS person
         FROM competitor k
         JOIN entry e ON e.event_id = k.event_id AND e.id = k.entry_id
         JOIN person p ON p.id = k.person_id
        WHERE k.event_id = $1 AND e.status <> 'withdrawn')
     SELECT DISTINCT ON (mine.entry_id, mine.position)
            mine.entry_id AS "entryId", mine.position, mine.delegation_id = other.delegation_id AS "sameDelegation",
            mine.skill_id = other.skill_id AS "sameSkill", d.name AS "delegationName", s.name AS "skillName"
       FROM everybody mine
       JOIN everybody other ON other.person = mine.person AND other.entry_id <> mine.entry_id
       JOIN delegation d ON d.event_id = $1 AND d.id = other.delegation_id
       JOIN skill s ON s.event_id = $1 AND s.id = other.skill_id
      WHERE mine.entry_id = ANY($2)
      ORDER BY mine.entry_id, mine.position, "sameDelegation" DESC, "sameSkill" DESC`,
    [eventId, entryIds],
  );
  const found = new Map<string, EntryFinding[]>();
  for (const twin of twins)
    found.set(twin.entryId, [...(found.get(twin.entryId) ?? []), twinFinding(twin, namesOthers)]);
  return found;
}

function twinFinding(twin: Twin, namesOthers: boolean): EntryFinding {
  const path = `competitors.${twin.position - 1}.name`;
  const { skillName: skill, delegationName: delegation } = twin;
  if (twin.sameDelegation && twin.sameSkill)
    return finding('registration.person-twice-in-skill', 'blocking', path, { skill });
  if (twin.sameDelegation) return finding('registration.person-in-other-skill', 'warning', path, { skill });
  if (namesOthers)
    return finding('registration.person-in-named-delegation', 'warning', path, { delegation, skill });
  return finding('registration.person-in-other-delegation', 'warning', path);
}
