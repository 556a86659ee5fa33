import type { NamedPlace } from '@luban/identity';
import type { EntityManager } from 'typeorm';

/** Delegations by id, for the roles that are narrowed to one (see `placeLookups` of identity). */
export const delegationPlaces = (tx: EntityManager, ids: string[]): Promise<NamedPlace[]> =>
  tx.query(
    `SELECT id, event_id AS "eventId", name, name_en AS "nameEn" FROM delegation WHERE id = ANY($1::uuid[])`,
    [ids],
  );
