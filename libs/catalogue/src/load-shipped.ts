import { newId } from '@luban/platform';
import type { DataSource, EntityManager } from 'typeorm';
import { divisionLevels, isHeadingDivision } from './catalogue-codes.js';
import { catalogueTables, recordOf, soundFields } from './catalogue-tables.js';
import { readShippedList, type ShippedList, shippedLists, type ShippedRow } from './shipped-lists.js';

/**
 * Fills the catalogues that have never been loaded with the lists that come with the product, each as version 1 of its
 * edition. One that has any version is left alone: what the ministry imported is not overwritten by a new release.
 */
export async function loadShippedCatalogues(source: DataSource): Promise<void> {
  await source.transaction(async (tx) => {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('catalogue.shipped'))`);
    const loaded: { kind: string }[] = await tx.query(
      `SELECT DISTINCT kind FROM catalogue_import WHERE state = 'applied'`,
    );
    const missing = shippedLists.filter(({ kind }) => !loaded.some((row) => row.kind === kind));
    if (missing.length === 0) return;
    const { soundOf } = await import('./pinyin.js'); // a large dictionary, needed here once
    for (const list of missing) {
      const rows = readShippedList(list).map((row) => ({ ...entryOf(list, row), ...soundOf(row.name) }));
      await loadList(tx, list, rows);
    }
  });
}

function entryOf({ kind }: ShippedList, { code, name, level, parentCode, extra }: ShippedRow) {
  const plain = { code, name, parentCode };
  if (kind === 'occupations') return { ...plain, level, gbmCode: extra, strategic: false, isNew: false };
  if (kind === 'industries') return { ...plain, level };
  const heading = isHeadingDivision(name, level);
  return { ...plain, level: divisionLevels[level - 1], shortName: extra, pseudo: heading };
}

async function loadList(
  tx: EntityManager,
  { kind, edition, source }: ShippedList,
  rows: readonly object[],
): Promise<void> {
  const { table, fields } = catalogueTables[kind];
  const all = [...fields, ...soundFields];
  const columns = all.map(({ column }) => column).join(', ');
  const values = all.map(({ key }) => `r."${key}"`).join(', ');
  await tx.query(
    `INSERT INTO ${table} (edition, code, ${columns})
     SELECT $1, r.code, ${values} FROM jsonb_to_recordset($2::jsonb) AS r(code text, ${recordOf(all)})`,
    [edition, JSON.stringify(rows)],
  );
  const importId = newId();
  await tx.query(
    `INSERT INTO catalogue_import (id, kind, edition, number, source, state, added, findings, applied_at)
     VALUES ($1, $2, $3, 1, $4, 'applied', $5, '[]', now())`,
    [importId, kind, edition, source.zh, rows.length],
  );
  const after = fields.map(({ key, column }) => `'${key}', ${column}`).join(', ');
  await tx.query(
    `INSERT INTO catalogue_change (import_id, code, change, after)
     SELECT $1, code, 'added', jsonb_build_object(${after}) FROM ${table} WHERE edition = $2`,
    [importId, edition],
  );
}
