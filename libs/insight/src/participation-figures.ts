import type { EntityManager } from 'typeorm';
import { contestRows } from './contest-rows.sql.js';
import type { InsightScope } from './insight-scope.js';
import type { ParticipationDto } from './year-figures.dto.js';

/**
 * What the events of `held` (event_id) had: who sent, entered, came and was awarded. Present are those whom check-in
 * found, also where they retired or were disqualified later; awarded only by results that are published.
 */
export const eventCountsSql = `
  SELECT h.event_id, coalesce(d.delegations, 0) AS delegations, coalesce(d.entries, 0) AS entries,
         coalesce(d.competitors, 0) AS competitors, coalesce(d.present, 0) AS present, coalesce(d.awarded, 0) AS awarded
    FROM held h
    LEFT JOIN (
      SELECT event_id, count(*)::int AS delegations, sum(entries)::int AS entries, sum(people)::int AS competitors,
             sum(present)::int AS present, sum(awarded)::int AS awarded
        FROM (
          SELECT n.event_id, n.delegation_id, count(*) AS entries, sum(p.people) AS people,
                 coalesce(sum(p.people) FILTER (WHERE n.status IN ('present', 'retired', 'disqualified')), 0) AS present,
                 coalesce(sum(p.people) FILTER (WHERE w.entry_id IS NOT NULL), 0) AS awarded
            FROM (SELECT e.* FROM held JOIN entry e ON e.event_id = held.event_id WHERE e.state = 'accepted') n
            LEFT JOIN (
              SELECT c.event_id, c.entry_id, count(*) AS people FROM held JOIN competitor c ON c.event_id = held.event_id
               GROUP BY c.event_id, c.entry_id) p ON p.event_id = n.event_id AND p.entry_id = n.id
            LEFT JOIN (
              SELECT DISTINCT a.event_id, a.entry_id FROM held JOIN award a ON a.event_id = held.event_id
                JOIN publication u ON u.event_id = a.event_id AND u.result_version_id = a.result_version_id
                                  AND u.superseded_at IS NULL) w ON w.event_id = n.event_id AND w.entry_id = n.id
           GROUP BY n.event_id, n.delegation_id) sent
       GROUP BY event_id) d ON d.event_id = h.event_id`;

/** The funnel of the year, by class and in all. */
export async function readParticipation(tx: EntityManager, scope: InsightScope): Promise<ParticipationDto[]> {
  const { sql, params } = contestRows(scope);
  return tx.query(
    `WITH ${sql}, held AS MATERIALIZED (SELECT event_id, class FROM contest WHERE event_id IS NOT NULL),
     taken AS (${eventCountsSql})
     SELECT coalesce(t.class, 'all') AS class, count(*)::int AS events, coalesce(sum(delegations), 0)::int AS delegations,
            coalesce(sum(entries), 0)::int AS entries, coalesce(sum(competitors), 0)::int AS competitors,
            coalesce(sum(present), 0)::int AS present, coalesce(sum(awarded), 0)::int AS awarded
       FROM taken JOIN held t ON t.event_id = taken.event_id
      GROUP BY GROUPING SETS ((t.class), ())
      ORDER BY array_position(ARRAY['all', 'one', 'two', 'none'], coalesce(t.class, 'all'))`,
    params,
  );
}
