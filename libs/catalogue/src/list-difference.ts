import type { CatalogueColumn, CatalogueRow } from '@luban/workbooks';
import type { Draft, Facts, ListFindings } from './list-draft.js';

/** An entry as it stands; retired ones are kept for what refers to them. */
export interface Standing {
  key: string;
  facts: Facts;
  retired: boolean;
}

/** One entry that an import adds, changes or removes: all of its facts before and after. */
export interface Change {
  key: string;
  change: 'added' | 'changed' | 'removed';
  before: Facts | null;
  after: Facts | null;
}

export interface Difference {
  changes: Change[];
  unchanged: number;
}

/**
 * What a list changes. Facts that it does not state stay as they are; a new entry gets the `blank` ones. `isMissing`
 * says whether a standing entry that the list leaves out is thereby removed. One that comes back is added.
 */
export function differenceOf(
  drafts: ReadonlyMap<string, Draft>,
  standing: ReadonlyMap<string, Standing>,
  blank: Facts,
  isMissing: (entry: Standing) => boolean,
): Difference {
  const changes: Change[] = [];
  let unchanged = 0;
  for (const { key, facts } of drafts.values()) {
    const now = standing.get(key);
    const after = { ...blank, ...now?.facts, ...facts };
    if (!now || now.retired) changes.push({ key, change: 'added', before: null, after });
    else if (sameFacts(now.facts, after)) unchanged++;
    else changes.push({ key, change: 'changed', before: now.facts, after });
  }
  for (const entry of standing.values())
    if (!entry.retired && isMissing(entry))
      changes.push({ key: entry.key, change: 'removed', before: entry.facts, after: null });
  return { changes, unchanged };
}

/** The fields in which two states of an entry differ. */
export const changedFields = (before: Facts | null, after: Facts | null): string[] =>
  Object.keys({ ...before, ...after }).filter(
    (field) => (before?.[field] ?? null) !== (after?.[field] ?? null),
  );

const sameFacts = (before: Facts, after: Facts): boolean => changedFields(before, after).length === 0;

/** Every entry stands under one that is in the list, or stands already and is not removed by it. */
export function checkParents(
  rows: ReadonlyMap<string, CatalogueRow>,
  parentOf: (code: string) => string | null,
  standing: ReadonlyMap<string, Standing>,
  isMissing: (entry: Standing) => boolean,
  findings: ListFindings,
): void {
  const column: CatalogueColumn = 'code';
  for (const [code, row] of rows) {
    const parent = parentOf(code);
    if (parent === null || rows.has(parent)) continue;
    const above = standing.get(parent);
    if (!above || above.retired || isMissing(above))
      findings.block(row, column, 'catalogue.parent-unknown', { parent });
  }
}

/** Many removed at once are more often a part of the list than a new edition of it. */
export function warnOfRemovals({ changes }: Difference, total: number, findings: ListFindings): void {
  const count = changes.filter(({ change }) => change === 'removed').length;
  if (count > 10 && count * 5 > total) findings.warnOfWhole('catalogue.many-removed', { count, total });
}

/** Entries that stay while the one above them goes. */
export function warnOfOrphans(
  { changes }: Difference,
  live: readonly Standing[],
  findings: ListFindings,
): void {
  const gone = new Set(changes.filter(({ change }) => change === 'removed').map(({ key }) => key));
  const left = live.filter(({ key, facts }) => !gone.has(key) && gone.has(String(facts.parentCode)));
  const [first] = left;
  if (first) findings.warnOfWhole('catalogue.orphans', { count: left.length, code: first.key });
}
