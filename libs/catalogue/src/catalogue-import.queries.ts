import type { Actor } from '@luban/audit';
import { isId, NotFound, pageOf } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import type { CatalogueKind } from './catalogue-codes.js';
import type {
  CatalogueChangeDto,
  CatalogueChangeListDto,
  CatalogueChangeQuery,
  CatalogueImportDetailDto,
  CatalogueImportDto,
  CatalogueImportListDto,
  CatalogueImportQuery,
} from './catalogue-import.dto.js';
import { mayImport } from './catalogue-reach.js';
import type { Facts } from './list-draft.js';
import { changedFields } from './list-difference.js';
import { searchTerms } from './search-terms.js';
import { fieldsOf } from './standing-entries.js';
import './messages.js';

const columns = `i.id, i.kind, i.edition, i.state, i.number, i.base_number AS "baseNumber", i.source,
  i.file_name AS "fileName", i.added, i.changed, i.removed, i.unchanged,
  jsonb_array_length(jsonb_path_query_array(i.findings, '$[*] ? (@.severity == "blocking")'))::int AS blocking,
  jsonb_array_length(jsonb_path_query_array(i.findings, '$[*] ? (@.severity == "warning")'))::int AS warnings,
  i.created_at AS "createdAt", c.display_name AS "createdByName",
  i.applied_at AS "appliedAt", a.display_name AS "appliedByName"`;
const from = `FROM catalogue_import i LEFT JOIN account c ON c.id = i.created_by
  LEFT JOIN account a ON a.id = i.applied_by`;

/** The imports, newest first: versions for everybody, previews and discarded ones for those who may import. */
export async function listImports(
  tx: EntityManager,
  actor: Actor,
  query: CatalogueImportQuery,
): Promise<CatalogueImportListDto> {
  const rows: CatalogueImportDto[] = await tx.query(
    `SELECT ${columns} ${from}
      WHERE ($2::text IS NULL OR i.kind = $2) AND ($3::text IS NULL OR i.edition = $3)
        AND ($4::text IS NULL OR i.state = $4) AND ($5 OR i.state = 'applied') AND ($6::uuid IS NULL OR i.id < $6)
      ORDER BY i.id DESC LIMIT $1`,
    [
      query.limit + 1,
      query.kind ?? null,
      query.edition ?? null,
      query.state ?? null,
      await mayImport(tx, actor),
      query.after ?? null,
    ],
  );
  return pageOf(rows, query.limit, ({ id }) => id);
}

/** One import with its findings. Throws `NotFound`. */
export async function readImport(
  tx: EntityManager,
  actor: Actor,
  id: string,
): Promise<CatalogueImportDetailDto> {
  const [row]: CatalogueImportDetailDto[] = isId(id)
    ? await tx.query(
        `SELECT ${columns}, i.findings ${from} WHERE i.id = $1 AND ($2 OR i.state = 'applied')`,
        [id, await mayImport(tx, actor)],
      )
    : [];
  if (!row) throw new NotFound('catalogue.import-not-found');
  return row;
}

/** What an import changes, entry by entry, in the order of codes. */
export async function listChanges(
  tx: EntityManager,
  actor: Actor,
  id: string,
  query: CatalogueChangeQuery,
): Promise<CatalogueChangeListDto> {
  const { kind } = await readImport(tx, actor, id);
  const limit = Number(query.limit ?? 100);
  const rows: {
    code: string;
    change: CatalogueChangeDto['change'];
    before: Facts | null;
    after: Facts | null;
  }[] = await tx.query(
    `SELECT code, change, before, after FROM catalogue_change
        WHERE import_id = $1 AND ($2::text IS NULL OR change = $2) AND ($3::text IS NULL OR code > $3)
          AND ($4::text[] IS NULL
               OR lower(concat_ws(' ', code, before ->> 'name', after ->> 'name')) LIKE ALL ($4::text[]))
        ORDER BY code LIMIT $5`,
    [id, query.change ?? null, query.after ?? null, searchTerms(query.q)?.words ?? null, limit + 1],
  );
  const page = pageOf(rows, limit, ({ code }) => code);
  return { next: page.next, items: page.items.map((row) => changeOf(kind, row)) };
}

function changeOf(
  kind: CatalogueKind,
  row: { code: string; change: CatalogueChangeDto['change']; before: Facts | null; after: Facts | null },
): CatalogueChangeDto {
  const shown = new Set(fieldsOf(kind).map(({ key }) => key));
  const text = (facts: Facts | null, field: string) => {
    const value = facts?.[field] ?? null;
    return value === null ? null : String(value);
  };
  return {
    code: row.code,
    name: text(row.after, 'name') ?? text(row.before, 'name') ?? row.code,
    change: row.change,
    fields: changedFields(row.before, row.after)
      .filter((field) => shown.has(field))
      .map((field) => ({ field, before: text(row.before, field), after: text(row.after, field) })),
  };
}
