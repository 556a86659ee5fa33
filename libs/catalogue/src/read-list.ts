import { Invalid, say } from '@luban/platform';
import { type CatalogueList, readCatalogue, WorkbookError } from '@luban/workbooks';
import type { EntityManager } from 'typeorm';
import { type CatalogueKind, type CodedKind, divisionLevels, placeOfCode } from './catalogue-codes.js';
import { currentEdition, standingNames } from './editions.js';
import type { CatalogueImportRequest } from './catalogue-import.dto.js';
import {
  checkParents,
  type Difference,
  differenceOf,
  type Standing,
  warnOfOrphans,
  warnOfRemovals,
} from './list-difference.js';
import { ListFindings } from './list-draft.js';
import { editionIn, readCodedList } from './read-coded-list.js';
import { readOrganisationList } from './read-organisation-list.js';
import { blankFacts, standingEntries } from './standing-entries.js';
import './messages.js';

/** A list held against the catalogue as it stands. */
export interface ListReading extends Difference {
  edition: string;
  findings: ListFindings;
}

const namesOfKinds = {
  occupations: { kindZh: '职业', kindEn: 'occupations' },
  industries: { kindZh: '行业', kindEn: 'industries' },
  divisions: { kindZh: '行政区划', kindEn: 'divisions' },
} as const;

/** The cells of an uploaded file; one that is no list of this kind is a fault of the request. */
export async function cellsOf(kind: CatalogueKind, bytes: Uint8Array): Promise<CatalogueList> {
  try {
    const list = await readCatalogue(kind, bytes);
    if (list.rows.length === 0) throw new Invalid('catalogue.list-empty');
    return list;
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    throw new Invalid('catalogue.unreadable', {
      reason: error.code,
      detailZh: error.said.zh,
      detailEn: error.said.en,
    });
  }
}

/** Holds a list against what stands: its faults, and what it would change. */
export async function readList(
  tx: EntityManager,
  list: CatalogueList,
  wish: CatalogueImportRequest,
): Promise<ListReading> {
  const findings = new ListFindings();
  for (const { code, severity, cell, message } of list.findings) {
    const row = Number(/\d+$/.exec(cell)?.[0] ?? 0);
    findings.all.push({ code: `catalogue.sheet-${code}`, severity, cell, row, column: null, message });
  }
  const reading =
    wish.kind === 'organisations'
      ? await organisationsIn(tx, list, findings)
      : await codedEntriesIn(tx, wish.kind, list, wish, findings);
  findings.all.sort((a, b) => a.row - b.row);
  return { ...reading, findings };
}

async function organisationsIn(
  tx: EntityManager,
  list: CatalogueList,
  findings: ListFindings,
): Promise<Difference & { edition: string }> {
  const known = {
    divisions: await standingNames(tx, 'divisions'),
    industries: await standingNames(tx, 'industries'),
  };
  const drafts = readOrganisationList(list, known, findings);
  const standing = await standingEntries(tx, 'organisations', '');
  const nobodyIsMissing = () => false;
  return { edition: '', ...differenceOf(drafts, standing, blankFacts('organisations'), nobodyIsMissing) };
}

async function codedEntriesIn(
  tx: EntityManager,
  kind: CodedKind,
  list: CatalogueList,
  wish: CatalogueImportRequest,
  findings: ListFindings,
): Promise<Difference & { edition: string }> {
  const edition = await editionOf(tx, kind, list, wish);
  const read = readCodedList(kind, list, edition, findings);
  const total = list.rows.length;
  if (read.strange > 2 && read.strange * 2 > total)
    throw new Invalid('catalogue.wrong-list', { count: read.strange, total, ...namesOfKinds[kind] });
  const standing = await standingEntries(tx, kind, edition);
  const levelOf = ({ facts }: Standing): number =>
    typeof facts.level === 'number'
      ? facts.level
      : divisionLevels.indexOf(facts.level as (typeof divisionLevels)[number]) + 1;
  const isMissing = (entry: Standing): boolean =>
    wish.missing !== 'keep' && !read.rows.has(entry.key) && read.levels.has(levelOf(entry));
  const parentOf = (code: string) => placeOfCode(kind, code)?.parentCode ?? null;
  checkParents(read.rows, parentOf, standing, isMissing, findings);
  const difference = differenceOf(read.drafts, standing, blankFacts(kind), isMissing);
  const live = [...standing.values()].filter(({ retired }) => !retired);
  warnOfRemovals(difference, live.filter((entry) => read.levels.has(levelOf(entry))).length, findings);
  warnOfOrphans(difference, live, findings);
  return { edition, ...difference };
}

/** The edition asked for, else the one that the file names, else the newest there is. */
async function editionOf(
  tx: EntityManager,
  kind: CodedKind,
  list: CatalogueList,
  wish: CatalogueImportRequest,
): Promise<string> {
  const named = list.rows
    .map(({ cells }) => editionIn(cells.edition?.text ?? ''))
    .find((own) => own !== null);
  const edition = wish.edition || named || (await currentEdition(tx, kind));
  if (edition) return edition;
  const code = 'catalogue.edition-missing';
  throw new Invalid(code, {}, { errors: [{ path: 'edition', code, message: say(code) }] });
}
