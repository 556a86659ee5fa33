import { Refused } from '@luban/platform';
import type { EntityManager } from 'typeorm';

/** A delegation's entries beyond its places; `groupId` null: in the skill as a whole. */
export interface Overfull {
  delegationId: string;
  skillId: string;
  groupId: string | null;
  places: number;
  entries: number;
}

/** A place that is being taken. */
export interface QuotaKey {
  delegationId: string;
  skillId: string;
  groupId: string;
}

/**
 * One writer per delegation: whoever enters for it, or changes its quotas, waits here until the other has committed.
 * Rows are locked in the order of their ids, so that two imports never wait for each other. A row lock rather than an
 * advisory one: an import of all delegations would need more of those than PostgreSQL keeps room for.
 */
export async function lockDelegations(
  tx: EntityManager,
  eventId: string,
  ids: readonly string[] | 'all',
): Promise<void> {
  await tx.query(
    `SELECT id FROM delegation WHERE event_id = $1 AND ($2::uuid[] IS NULL OR id = ANY($2)) ORDER BY id FOR NO KEY UPDATE`,
    [eventId, ids === 'all' ? null : ids],
  );
}

/**
 * Delegations that have more entries than places. A delegation's own number goes before that of all; the number for a
 * group and the number for the skill as a whole hold both; where there is none, there is no limit. Withdrawn entries take
 * no place; drafts do.
 */
export async function overfull(
  tx: EntityManager,
  eventId: string,
  delegationIds: readonly string[] | 'all',
): Promise<Overfull[]> {
  return tx.query(
    `WITH used AS (
       SELECT delegation_id, skill_id, group_id, count(*)::int AS entries FROM entry
        WHERE event_id = $1 AND status <> 'withdrawn' AND ($2::uuid[] IS NULL OR delegation_id = ANY($2))
        GROUP BY delegation_id, skill_id, group_id),
     sums AS (
       SELECT * FROM used
       UNION ALL
       SELECT delegation_id, skill_id, NULL, sum(entries)::int FROM used GROUP BY delegation_id, skill_id)
     SELECT b.delegation_id AS "delegationId", b.skill_id AS "skillId", b.group_id AS "groupId", q.places, b.entries
       FROM sums b
       CROSS JOIN LATERAL (
         SELECT places FROM quota q
          WHERE q.event_id = $1 AND q.skill_id = b.skill_id AND q.group_id IS NOT DISTINCT FROM b.group_id
            AND (q.delegation_id = b.delegation_id OR q.delegation_id IS NULL)
          ORDER BY q.delegation_id NULLS LAST LIMIT 1) q
      WHERE b.entries > q.places
      ORDER BY b.delegation_id, b.skill_id, b.group_id`,
    [eventId, delegationIds === 'all' ? null : delegationIds],
  );
}

/**
 * Refuses when one of the places just taken is beyond a quota. Call it after writing, under `lockDelegations`: then the
 * last place goes to exactly one of any number of requests.
 */
export async function assertWithinQuotas(
  tx: EntityManager,
  eventId: string,
  taken: readonly QuotaKey[],
): Promise<void> {
  const beyond = await beyondQuotas(tx, eventId, taken);
  const [first] = beyond;
  if (first)
    throw new Refused(
      'registration.quota-full',
      { places: first.places, entries: first.entries },
      { overfull: beyond },
    );
}

/** The quotas that places just taken overfill; those overfilled elsewhere (a quota was lowered) are not theirs. */
export async function beyondQuotas(
  tx: EntityManager,
  eventId: string,
  taken: readonly QuotaKey[],
): Promise<Overfull[]> {
  if (taken.length === 0) return [];
  const touched = new Set(taken.flatMap((key) => [keyOf(key), keyOf({ ...key, groupId: null })]));
  const found = await overfull(tx, eventId, [...new Set(taken.map(({ delegationId }) => delegationId))]);
  return found.filter((row) => touched.has(keyOf(row)));
}

export const keyOf = (key: { delegationId: string; skillId: string; groupId: string | null }): string =>
  `${key.delegationId} ${key.skillId} ${key.groupId ?? ''}`;
