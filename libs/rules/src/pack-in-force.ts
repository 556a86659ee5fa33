import type { RulePack } from '@luban/rulebook';
import type { Area } from '@luban/identity';
import type { EntityManager } from 'typeorm';

/** A pack with the day from which it is in force. */
export interface PackInForce {
  id: string;
  pack: RulePack;
  inForceFrom: string;
}

/**
 * The pack that is in force on a day (`YYYY-MM-DD`, China time) at exactly this level and area: the one put in force
 * last, that day or before. Null where none is: an area without a pack of its own has no rules of class status.
 */
export async function packInForce(tx: EntityManager, area: Area, onDay: string): Promise<PackInForce | null> {
  const found: PackInForce[] = await tx.query(
    `SELECT p.id, p.content AS pack, f.in_force_from::text AS "inForceFrom"
       FROM rule_pack_force f JOIN rule_pack p ON p.id = f.pack_id
      WHERE f.level = $1 AND f.division_code = $2 AND f.ended_at IS NULL AND f.in_force_from <= $3::date
      ORDER BY f.in_force_from DESC LIMIT 1`,
    [area.level, area.divisionCode, onDay],
  );
  return found[0] ?? null;
}
