import type { CodedKind } from './catalogue-codes.js';

/** A fact of an entry: its name in code, its column, and how PostgreSQL keeps it. */
export interface CatalogueField {
  key: string;
  column: string;
  type: 'text' | 'smallint' | 'boolean';
}

const field = (key: string, column: string, type: CatalogueField['type'] = 'text'): CatalogueField => ({
  key,
  column,
  type,
});

/** The table of each coded list, and the facts that an import may change. Code and edition are its key. */
export const catalogueTables: Readonly<
  Record<CodedKind, { table: string; fields: readonly CatalogueField[] }>
> = {
  occupations: {
    table: 'occupation',
    fields: [
      field('name', 'name'),
      field('level', 'level', 'smallint'),
      field('parentCode', 'parent_code'),
      field('gbmCode', 'gbm_code'),
      field('mark', 'mark'),
      field('standardExists', 'standard_exists', 'boolean'),
      field('standardTopLevel', 'standard_top_level', 'smallint'),
      field('strategic', 'strategic', 'boolean'),
      field('isNew', 'is_new', 'boolean'),
    ],
  },
  industries: {
    table: 'industry',
    fields: [field('name', 'name'), field('level', 'level', 'smallint'), field('parentCode', 'parent_code')],
  },
  divisions: {
    table: 'division',
    fields: [
      field('name', 'name'),
      field('shortName', 'short_name'),
      field('level', 'level'),
      field('parentCode', 'parent_code'),
      field('pseudo', 'pseudo', 'boolean'),
    ],
  },
};

/** How the name sounds is kept beside it; it follows from the name and is no change of its own. */
export const soundFields: readonly CatalogueField[] = [
  field('initials', 'initials'),
  field('pinyin', 'pinyin'),
];

/** `name text, level smallint, …` of a record read from JSON. */
export const recordOf = (fields: readonly CatalogueField[]): string =>
  fields.map(({ key, type }) => `"${key}" ${type}`).join(', ');
