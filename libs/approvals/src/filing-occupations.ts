import { currentEdition, occupationsByCode } from '@luban/catalogue';
import type { MessageParams } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import type { FiledOccupationDto } from './filing.dto.js';

/** A field that does not fit. */
export type FilingFault = [path: string, code: string, params: MessageParams];

export interface FiledOccupation {
  edition: string | null;
  code: string | null;
  name: string;
}

/**
 * The occupations of a filing as they are kept. A code without edition is of the current one. Where that edition of the
 * classification is known, the code has to stand in it as an occupation, and the name has to be its name; each
 * occupation is stated once. What does not fit is added to `faults`.
 */
export async function filedOccupations(
  tx: EntityManager,
  wishes: readonly FiledOccupationDto[],
  faults: FilingFault[],
): Promise<FiledOccupation[]> {
  const current = wishes.some(({ code, edition }) => code && !edition)
    ? await currentEdition(tx, 'occupations')
    : null;
  const filed = wishes.map(({ edition, code, name }): FiledOccupation => ({
    edition: (code ? edition || current : edition) || null,
    code: code || null,
    name: name.trim(),
  }));
  const coded = filed.flatMap(({ edition, code }) => (edition && code ? [{ edition, code }] : []));
  const found = await occupationsByCode(tx, coded);
  const byCode = new Map(found.map((row) => [`${row.edition} ${row.code}`, row]));
  const loaded = await loadedEditions(
    tx,
    coded.map(({ edition }) => edition),
  );
  const seen = new Set<string>();
  return filed.map((wish, position) => {
    const path = `occupations.${position}`;
    const { edition, code } = wish;
    const catalogued = byCode.get(`${edition} ${code}`);
    if (edition && code && loaded.has(edition)) {
      if (catalogued?.level !== 4)
        faults.push([`${path}.code`, 'approvals.occupation-unknown', { edition, code }]);
      else if (bare(catalogued.name) !== bare(wish.name)) {
        const params = { code, given: wish.name, name: catalogued.name };
        faults.push([`${path}.name`, 'approvals.occupation-named-otherwise', params]);
      }
    } else if (bare(wish.name).length < 2)
      faults.push([`${path}.name`, 'approvals.filing-name-short', { name: wish.name }]);
    const name = catalogued?.name ?? wish.name;
    if (seen.has(bare(name)) || (code !== null && seen.has(code)))
      faults.push([path, 'approvals.occupation-twice', { name }]);
    seen.add(bare(name));
    if (code !== null) seen.add(code);
    return { edition, code, name };
  });
}

/** Letters and figures of a name alone, as two writings of the same name are compared. */
export const bare = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

async function loadedEditions(tx: EntityManager, editions: readonly string[]): Promise<Set<string>> {
  const rows: { edition: string }[] = await tx.query(
    `SELECT w.edition FROM unnest($1::text[]) AS w (edition)
      WHERE EXISTS (SELECT 1 FROM occupation o WHERE o.edition = w.edition)`,
    [[...new Set(editions)]],
  );
  return new Set(rows.map(({ edition }) => edition));
}
