import { type Actor, systemActor } from '@luban/audit';
import { type Area, governs, jurisdictionsFor, overseenSql, type ReachSql } from '@luban/identity';
import { Denied, isId, NotFound } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import { StoredRulePack } from './rule-pack.entity.js';

/**
 * Which packs the actor sees, as a condition on `rule_pack` under this alias: everything that was ever put in force is
 * everybody's to read; a draft is seen by those who act for its area or watch over it, and by administrators.
 */
export async function packsInReach(
  tx: EntityManager,
  actor: Actor,
  alias: string,
  firstParam: number,
): Promise<ReachSql> {
  if (actor === systemActor || actor.grants.some(({ role }) => role === 'administrator'))
    return { sql: 'TRUE', params: [] };
  const areas = await jurisdictionsFor(tx, actor, 'rulePacks.read');
  const overseen = overseenSql(areas, `${alias}.division_code`, firstParam);
  const published = `EXISTS (SELECT FROM rule_pack_force f WHERE f.pack_id = ${alias}.id AND f.ended_at IS NULL)`;
  return { sql: `(${published} OR ${overseen.sql})`, params: overseen.params };
}

/** One pack in reach, locked where it is to be changed. Throws `NotFound` `rules.pack-not-found`. */
export async function packInReach(
  tx: EntityManager,
  actor: Actor,
  id: string,
  lock: 'read' | 'forUpdate' = 'read',
): Promise<StoredRulePack> {
  const reach = await packsInReach(tx, actor, 'p', 2);
  const found: { id: string }[] = isId(id)
    ? await tx.query(`SELECT p.id FROM rule_pack p WHERE p.id = $1 AND ${reach.sql}`, [id, ...reach.params])
    : [];
  const pack = found[0]
    ? await tx.findOne(StoredRulePack, {
        where: { id: found[0].id },
        ...(lock === 'forUpdate' ? { lock: { mode: 'pessimistic_write' } as const } : {}),
      })
    : null;
  if (!pack) throw new NotFound('rules.pack-not-found');
  return pack;
}

/** The areas whose packs the actor makes and puts in force. */
export async function areasOfMaker(tx: EntityManager, actor: Actor): Promise<Area[]> {
  const own = await jurisdictionsFor(tx, actor, 'rulePacks.edit');
  return own
    .filter(({ organisationId }) => organisationId !== null)
    .map(({ level, divisionCode }) => ({ level, divisionCode }));
}

/** Throws `Denied` unless the actor makes the packs of this place. */
export async function assertMaker(tx: EntityManager, actor: Actor, place: Area): Promise<void> {
  if (!isMaker(await areasOfMaker(tx, actor), place)) throw new Denied('identity.not-your-level');
}

export const isMaker = (areas: readonly Area[], place: Area): boolean =>
  areas.some((area) => governs(area, place));
