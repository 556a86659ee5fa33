import type { EntityManager } from 'typeorm';
import type { CatalogueKind, CodedKind } from './catalogue-codes.js';
import { Occupation } from './occupation.entity.js';

/** The newest edition of a catalogue that has a version; null before anything was loaded. */
export async function currentEdition(tx: EntityManager, kind: CatalogueKind): Promise<string | null> {
  const [found]: { edition: string | null }[] = await tx.query(
    `SELECT max(edition) AS edition FROM catalogue_import WHERE kind = $1 AND state = 'applied'`,
    [kind],
  );
  return found?.edition ?? null;
}

/** Occupations by edition and code, retired ones too; those that are not there are left out. */
export async function occupationsByCode(
  tx: EntityManager,
  wanted: readonly { edition: string; code: string }[],
): Promise<Occupation[]> {
  if (wanted.length === 0) return [];
  return tx
    .createQueryBuilder(Occupation, 'o')
    .where(
      `(o.edition, o.code) IN (SELECT * FROM unnest(CAST(:editions AS text[]), CAST(:codes AS text[])))`,
      { editions: wanted.map(({ edition }) => edition), codes: wanted.map(({ code }) => code) },
    )
    .orderBy('o.edition')
    .addOrderBy('o.code')
    .getMany();
}

/** The codes of a list that stand (not retired), of its newest edition, with their names. */
export async function standingNames(tx: EntityManager, kind: CodedKind): Promise<Map<string, string>> {
  const edition = await currentEdition(tx, kind);
  const table = { occupations: 'occupation', industries: 'industry', divisions: 'division' }[kind];
  const rows: { code: string; name: string }[] = await tx.query(
    `SELECT code, name FROM ${table} WHERE edition = $1 AND retired_in IS NULL`,
    [edition],
  );
  return new Map(rows.map(({ code, name }) => [code, name]));
}
