import { newId } from '@luban/platform';
import { kindOfName } from '@luban/rulebook';
import type { EntityManager } from 'typeorm';

/** The organisations of these names, made where they are missing; their kind as far as the name says it. */
export async function historicOrganisations(
  tx: EntityManager,
  names: readonly string[],
): Promise<Map<string, { id: string; kind: string }>> {
  const wanted = [...new Set(names)].sort();
  await tx.query(
    `INSERT INTO organisation (id, name, kind)
     SELECT id, name, kind FROM unnest($1::uuid[], $2::text[], $3::text[]) AS row (id, name, kind)
     ON CONFLICT ON CONSTRAINT organisation_name_key DO NOTHING`,
    [wanted.map(() => newId()), wanted, wanted.map((name) => kindOfName(name) ?? 'other')],
  );
  const rows: { id: string; name: string; kind: string }[] = await tx.query(
    `SELECT id, name, kind FROM organisation WHERE name = ANY($1::text[])`,
    [wanted],
  );
  return new Map(rows.map(({ id, name, kind }) => [name, { id, kind }]));
}
