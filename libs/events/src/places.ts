import type { NamedPlace } from '@luban/identity';
import type { EntityManager } from 'typeorm';

/** For identity: events by id. */
export const eventPlaces = (tx: EntityManager, ids: string[]): Promise<NamedPlace[]> =>
  tx.query(
    `SELECT id, id AS "eventId", name, name_en AS "nameEn" FROM competition_event WHERE id = ANY($1::uuid[])`,
    [ids],
  );

/** For identity: skills by id. */
export const skillPlaces = (tx: EntityManager, ids: string[]): Promise<NamedPlace[]> =>
  tx.query(
    `SELECT id, event_id AS "eventId", name, name_en AS "nameEn" FROM skill WHERE id = ANY($1::uuid[])`,
    [ids],
  );
