import type { EntityManager } from 'typeorm';
import { contestRows } from './contest-rows.sql.js';
import type { InsightScope } from './insight-scope.js';
import type { ParticipationDto } from './year-figures.dto.js';

/**
 * What each event `e.event_id` of the contests had: who sent, entered, came and was awarded. Present are those whom
 * check-in found, also where they retired or were disqualified later; awarded only by results that are published.
 */
export const eventCountsSql = `
  SELECT e.event_id,
         (SELECT count(DISTINCT n.delegation_id)::int FROM entry n WHERE n.event_id = e.event_id AND n.state = 'accepted') AS delegations,
         (SELECT count(*)::int FROM entry n WHERE n.event_id = e.event_id AND n.state = 'accepted') AS entries,
         (SELECT count(*)::int FROM entry n JOIN competitor c ON c.event_id = n.event_id AND c.entry_id = n.id
           WHERE n.event_id = e.event_id AND n.state = 'accepted') AS competitors,
         (SELECT count(*)::int FROM entry n JOIN competitor c ON c.event_id = n.event_id AND c.entry_id = n.id
           WHERE n.event_id = e.event_id AND n.state = 'accepted'
             AND n.status IN ('present', 'retired', 'disqualified')) AS present,
         (SELECT count(*)::int FROM competitor c WHERE c.event_id = e.event_id AND c.entry_id IN (
            SELECT w.entry_id FROM award w JOIN publication p ON p.event_id = w.event_id
               AND p.result_version_id = w.result_version_id AND p.superseded_at IS NULL
             WHERE w.event_id = e.event_id)) AS awarded
    FROM (SELECT event_id FROM contest WHERE event_id IS NOT NULL) e`;

/** The funnel of the year, by class and in all. */
export async function readParticipation(tx: EntityManager, scope: InsightScope): Promise<ParticipationDto[]> {
  const { sql, params } = contestRows(scope);
  return tx.query(
    `WITH ${sql}, taken AS (${eventCountsSql})
     SELECT coalesce(t.class, 'all') AS class, count(*)::int AS events, coalesce(sum(delegations), 0)::int AS delegations,
            coalesce(sum(entries), 0)::int AS entries, coalesce(sum(competitors), 0)::int AS competitors,
            coalesce(sum(present), 0)::int AS present, coalesce(sum(awarded), 0)::int AS awarded
       FROM taken JOIN contest t ON t.event_id = taken.event_id
      GROUP BY GROUPING SETS ((t.class), ())
      ORDER BY array_position(ARRAY['all', 'one', 'two', 'none'], coalesce(t.class, 'all'))`,
    params,
  );
}
