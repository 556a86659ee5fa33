import type { EntityManager } from 'typeorm';
import { timeSeconds, type TimedFact } from './time-rules.js';

/**
 * Worked time of each entry of a skill, over all its modules with a clock: what breaks ties "by shorter time"
 * (DOMAIN.md 6). Null where a clock that was started has not been stopped; entries without any clock are left out.
 */
export async function workTimesOf(
  tx: EntityManager,
  eventId: string,
  skillId: string,
): Promise<Map<string, number | null>> {
  const rows: {
    entryId: string;
    placementId: string;
    kind: TimedFact['kind'];
    at: Date;
    minutes: number | null;
  }[] = await tx.query(
    `SELECT p.entry_id AS "entryId", p.id AS "placementId", r.kind, r.at, r.minutes
       FROM time_record r JOIN placement p ON p.event_id = r.event_id AND p.id = r.placement_id
       WHERE p.event_id = $1 AND p.skill_id = $2 AND r.voided_at IS NULL ORDER BY r.at, r.id`,
    [eventId, skillId],
  );
  const byPlacement = new Map<string, { entryId: string; facts: TimedFact[] }>();
  for (const { entryId, placementId, ...fact } of rows) {
    const known = byPlacement.get(placementId) ?? { entryId, facts: [] };
    known.facts.push(fact);
    byPlacement.set(placementId, known);
  }
  const times = new Map<string, number | null>();
  for (const { entryId, facts } of byPlacement.values()) {
    if (!facts.some(({ kind }) => kind === 'start')) continue;
    const seconds = timeSeconds(facts);
    const sum = times.has(entryId) ? (times.get(entryId) ?? null) : 0;
    times.set(entryId, sum === null || seconds === null ? null : sum + seconds);
  }
  return times;
}
