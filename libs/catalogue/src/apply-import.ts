import type { EntityManager } from 'typeorm';
import type { CatalogueImport } from './catalogue-import.entity.js';
import { catalogueTables, recordOf, soundFields } from './catalogue-tables.js';
import { factsSql, organisationFields, placeSql } from './standing-entries.js';

/** How many of an import's changes no longer find what they were compared with. */
export async function staleChanges(
  tx: EntityManager,
  { id, kind, edition }: CatalogueImport,
): Promise<number> {
  const { table, key, where, retired } = placeSql(kind);
  const [found]: { n: number }[] = await tx.query(
    `SELECT count(*)::int AS n FROM catalogue_change c
       LEFT JOIN (SELECT t.${key} AS key, ${factsSql(kind)} AS facts FROM ${table} t WHERE ${where} AND NOT ${retired}) s
         ON s.key = c.code
      WHERE c.import_id = $2 AND s.facts IS DISTINCT FROM c.before`,
    [edition, id],
  );
  return found?.n ?? 0;
}

/** Writes all changes of an import in two statements: what is new or changed, then what is retired. */
export async function writeChanges(tx: EntityManager, { id, kind, edition }: CatalogueImport): Promise<void> {
  if (kind === 'organisations') return;
  const { table, fields } = catalogueTables[kind];
  const all = [...fields, ...soundFields];
  const columns = all.map(({ column }) => column);
  await tx.query(
    `INSERT INTO ${table} (edition, code, ${columns.join(', ')})
     SELECT $2, c.code, ${all.map(({ key }) => `r."${key}"`).join(', ')}
       FROM catalogue_change c CROSS JOIN LATERAL jsonb_to_record(c.after) AS r(${recordOf(all)})
      WHERE c.import_id = $1 AND c.change <> 'removed'
     ON CONFLICT (edition, code) DO UPDATE
       SET ${columns.map((column) => `${column} = EXCLUDED.${column}`).join(', ')}, retired_in = NULL`,
    [id, edition],
  );
  await tx.query(
    `UPDATE ${table} t SET retired_in = $1 FROM catalogue_change c
      WHERE c.import_id = $1 AND c.change = 'removed' AND t.edition = $2 AND t.code = c.code`,
    [id, edition],
  );
}

/** Registers new organisations and changes others; answers the ids by name. `ids` are for the new ones, in any order. */
export async function writeOrganisations(
  tx: EntityManager,
  { id }: CatalogueImport,
  newIds: readonly { name: string; id: string }[],
  by: { accountId: string | null; at: Date },
): Promise<{ id: string; name: string }[]> {
  const columns = organisationFields.map(({ column }) => column);
  const record = recordOf(organisationFields);
  const values = organisationFields.map(({ key }) => `r."${key}"`).join(', ');
  const added: { id: string; name: string }[] = await tx.query(
    `INSERT INTO organisation (id, name, ${columns.join(', ')}, created_by, created_at)
     SELECT n.id, n.name, ${values}, $2, $3
       FROM unnest($4::uuid[], $5::text[]) AS n(id, name)
       JOIN catalogue_change c ON c.import_id = $1 AND c.code = n.name
      CROSS JOIN LATERAL jsonb_to_record(c.after) AS r(${record})
     RETURNING id, name`,
    [id, by.accountId, by.at, newIds.map((row) => row.id), newIds.map(({ name }) => name)],
  );
  const [changed]: [{ id: string; name: string }[], number] = await tx.query(
    `UPDATE organisation t
        SET ${organisationFields.map(({ key, column }) => `${column} = r."${key}"`).join(', ')}, version = t.version + 1
       FROM catalogue_change c CROSS JOIN LATERAL jsonb_to_record(c.after) AS r(${record})
      WHERE c.import_id = $1 AND c.change = 'changed' AND t.name = c.code
     RETURNING t.id, t.name`,
    [id],
  );
  return [...added, ...changed];
}
