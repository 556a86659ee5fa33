import { type Actor, verbInWords } from '@luban/audit';
import { nilId, pageOf } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import { areasOfMaker, isMaker, packInReach, packsInReach } from './pack-reach.js';
import type {
  PackState,
  RulePackAction,
  RulePackDto,
  RulePackForceDto,
  RulePackListDto,
  RulePackQuery,
  RulePackStepDto,
  RulePackSummaryDto,
} from './rule-pack.dto.js';

/** Each pack with the force it has now: the one begun last, or else the next to begin. `$1` is today in China. */
const summary = `
  SELECT p.id, p.code, p.title, p.level, p.division_code AS "divisionCode",
         (SELECT d.name FROM division d WHERE d.code = p.division_code ORDER BY d.edition DESC LIMIT 1) AS "areaName",
         (p.content->>'year')::int AS year,
         p.shipped, p.based_on_id AS "basedOnId", p.created_at AS "createdAt", p.version,
         jsonb_array_length(p.content->'rules') AS "ruleCount",
         (SELECT count(*)::int FROM jsonb_array_elements(p.content->'rules') rule
           WHERE rule->'citation'->>'grade' = 'unverified') AS "unverifiedCount",
         force.in_force_from::text AS "inForceFrom", (force.next_from - 1)::text AS "inForceUntil",
         CASE WHEN force.in_force_from IS NULL THEN 'draft'
              WHEN force.in_force_from > $1::date THEN 'scheduled'
              WHEN force.next_from <= $1::date THEN 'past' ELSE 'inForce' END AS state
    FROM rule_pack p
    LEFT JOIN LATERAL (
      SELECT f.in_force_from,
             (SELECT min(n.in_force_from) FROM rule_pack_force n
               WHERE n.level = f.level AND n.division_code = f.division_code AND n.ended_at IS NULL
                 AND n.in_force_from > f.in_force_from) AS next_from
        FROM rule_pack_force f WHERE f.pack_id = p.id AND f.ended_at IS NULL
       ORDER BY f.in_force_from <= $1::date DESC, f.in_force_from DESC LIMIT 1) force ON true`;

type Row = Omit<RulePackSummaryDto, 'mine'>;

/** The packs in reach, newest first. */
export async function listPacks(
  tx: EntityManager,
  actor: Actor,
  query: RulePackQuery,
  today: string,
): Promise<RulePackListDto> {
  const reach = await packsInReach(tx, actor, 'p', 6);
  const rows: Row[] = await tx.query(
    `${summary} WHERE ${reach.sql} AND ($2::text IS NULL OR p.level = $2) AND ($3::text IS NULL OR p.division_code = $3)
        AND ($4::uuid IS NULL OR p.id < $4) ORDER BY p.id DESC LIMIT $5`,
    [
      today,
      query.level ?? null,
      query.divisionCode ?? null,
      query.after ?? null,
      query.limit + 1,
      ...reach.params,
    ],
  );
  const areas = await areasOfMaker(tx, actor);
  return pageOf(
    rows.map((row): RulePackSummaryDto => ({ ...row, mine: isMaker(areas, row) })),
    query.limit,
    ({ id }) => id,
  );
}

/** One pack whole. Throws `NotFound` `rules.pack-not-found`. */
export async function readPack(
  tx: EntityManager,
  actor: Actor,
  id: string,
  today: string,
): Promise<RulePackDto> {
  const pack = await packInReach(tx, actor, id);
  const [row]: Row[] = await tx.query(`${summary} WHERE p.id = $2`, [today, pack.id]);
  if (!row) throw new Error(`rule pack ${pack.id} is gone`);
  const [base]: { title: RulePackDto['title'] }[] = await tx.query(
    `SELECT title FROM rule_pack WHERE id = $1`,
    [pack.basedOnId],
  );
  const [maker]: { name: string }[] = await tx.query(
    `SELECT display_name AS name FROM account WHERE id = $1`,
    [pack.createdBy],
  );
  const forces = await forcesOf(tx, pack.id);
  const mine = isMaker(await areasOfMaker(tx, actor), pack);
  return {
    ...row,
    mine,
    content: pack.content as RulePackDto['content'],
    basedOnTitle: base?.title ?? null,
    createdByName: maker?.name ?? null,
    forces,
    history: await historyOf(tx, pack.id),
    actions: actionsOn(row.state, mine, forces),
  };
}

function actionsOn(state: PackState, mine: boolean, forces: readonly RulePackForceDto[]): RulePackAction[] {
  if (!mine) return [];
  if (state === 'scheduled') return ['takeBack', 'derive'];
  if (state !== 'draft') return ['derive'];
  return forces.length === 0 ? ['edit', 'putInForce', 'delete', 'derive'] : ['edit', 'putInForce', 'derive'];
}

async function forcesOf(tx: EntityManager, packId: string): Promise<RulePackForceDto[]> {
  return await tx.query(
    `SELECT f.id, f.in_force_from::text AS "inForceFrom", f.reason, f.at, a.display_name AS "byName", f.ended_at AS "endedAt",
            CASE WHEN f.ended_at IS NULL THEN
              (SELECT (min(n.in_force_from) - 1)::text FROM rule_pack_force n
                WHERE n.level = f.level AND n.division_code = f.division_code AND n.ended_at IS NULL
                  AND n.in_force_from > f.in_force_from) END AS "inForceUntil"
       FROM rule_pack_force f LEFT JOIN account a ON a.id = f.by
      WHERE f.pack_id = $1 ORDER BY f.at DESC, f.id DESC`,
    [packId],
  );
}

async function historyOf(tx: EntityManager, packId: string): Promise<RulePackStepDto[]> {
  const rows: { at: Date; verb: string; byName: string | null; reason: string | null }[] = await tx.query(
    `SELECT e.at, e.verb, a.display_name AS "byName", e.reason
       FROM audit_entry e LEFT JOIN account a ON a.id = e.actor_account_id
      WHERE e.event_id = $1 AND e.subject_type = 'rulePack' AND e.subject_id = $2 ORDER BY e.id DESC LIMIT 100`,
    [nilId, packId],
  );
  return rows.map(({ verb, ...step }) => ({ ...step, text: verbInWords(verb) }));
}
