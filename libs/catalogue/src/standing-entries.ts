import type { EntityManager } from 'typeorm';
import type { CatalogueKind } from './catalogue-codes.js';
import { catalogueTables, type CatalogueField } from './catalogue-tables.js';
import type { Facts } from './list-draft.js';
import type { Standing } from './list-difference.js';

/** The facts of organisations that a list may change. */
export const organisationFields: readonly CatalogueField[] = [
  { key: 'kind', column: 'kind', type: 'text' },
  { key: 'shortName', column: 'short_name', type: 'text' },
  { key: 'nameEn', column: 'name_en', type: 'text' },
  { key: 'divisionCode', column: 'division_code', type: 'text' },
  { key: 'industryCode', column: 'industry_code', type: 'text' },
];

export const fieldsOf = (kind: CatalogueKind): readonly CatalogueField[] =>
  kind === 'organisations' ? organisationFields : catalogueTables[kind].fields;

/** A row `t` as JSON of its facts. */
export const factsSql = (kind: CatalogueKind): string =>
  `jsonb_build_object(${fieldsOf(kind)
    .map(({ key, column }) => `'${key}', t.${column}`)
    .join(', ')})`;

/** Table and key of a list; `$1` is the edition, of which organisations have none. */
export function placeSql(kind: CatalogueKind): {
  table: string;
  key: string;
  where: string;
  retired: string;
} {
  return kind === 'organisations'
    ? { table: 'organisation', key: 'name', where: `$1::text = ''`, retired: 'FALSE' }
    : {
        table: catalogueTables[kind].table,
        key: 'code',
        where: 't.edition = $1',
        retired: 't.retired_in IS NOT NULL',
      };
}

/** All entries of an edition, retired ones too, by their keys. */
export async function standingEntries(
  tx: EntityManager,
  kind: CatalogueKind,
  edition: string,
): Promise<Map<string, Standing>> {
  const { table, key, where, retired } = placeSql(kind);
  const rows: { key: string; facts: Facts; retired: boolean }[] = await tx.query(
    `SELECT t.${key} AS key, ${factsSql(kind)} AS facts, ${retired} AS retired FROM ${table} t WHERE ${where}`,
    [edition],
  );
  return new Map(rows.map((row) => [row.key, row]));
}

/** What a new entry has where its list says nothing. */
export function blankFacts(kind: CatalogueKind): Facts {
  const blank: Facts = Object.fromEntries(fieldsOf(kind).map(({ key }) => [key, null]));
  return kind === 'occupations' ? { ...blank, strategic: false, isNew: false } : blank;
}
