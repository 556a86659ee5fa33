import type { NamedPlace } from '@luban/identity';
import type { EntityManager } from 'typeorm';

/** Delegations by id, for whoever narrows a role to one. */
export async function delegationPlaces(tx: EntityManager, ids: string[]): Promise<NamedPlace[]> {
  return tx.query(
    `SELECT id, event_id AS "eventId", name, name_en AS "nameEn" FROM delegation WHERE id = ANY($1::uuid[])`,
    [ids],
  );
}
