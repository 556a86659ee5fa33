import type { CatalogueList, CatalogueRow } from '@luban/workbooks';
import {
  type CodedKind,
  type CodePlace,
  divisionLevels,
  isHeadingDivision,
  placeOfCode,
  plainCode,
} from './catalogue-codes.js';
import {
  type Draft,
  type Facts,
  isReadable,
  ListFindings,
  readMarkLetters,
  readName,
  readSkillLevel,
  readYesOrNo,
  shown,
  textIn,
} from './list-draft.js';

/** A list understood as far as it could be. */
export interface CodedList {
  drafts: Map<string, Draft>;
  /** The row of each code, of those with faults too. */
  rows: Map<string, CatalogueRow>;
  /** Levels that the list is about: only there is what it leaves out missing. */
  levels: Set<number>;
  /** Rows whose code is none of this kind: many of them tell that it is another list. */
  strange: number;
}

const codeFault = {
  occupations: 'catalogue.occupation-code',
  industries: 'catalogue.industry-code',
  divisions: 'catalogue.division-code',
} as const;

/** Reads the rows of a list with codes; what is wrong with its cells goes into `findings`. */
export function readCodedList(
  kind: CodedKind,
  list: CatalogueList,
  edition: string,
  findings: ListFindings,
): CodedList {
  const read: CodedList = { drafts: new Map(), rows: new Map(), levels: new Set(), strange: 0 };
  for (const row of list.rows) {
    const place = readPlace(kind, row, findings, read);
    const name = readName(row, findings);
    checkEdition(row, edition, findings);
    if (!place) continue;
    checkPlace(kind, row, place, findings);
    const before = read.rows.get(place.code);
    if (before) {
      findings.block(row, 'code', 'catalogue.code-twice', { code: place.code, row: before.row });
      continue;
    }
    read.rows.set(place.code, row);
    if (!isRepeatedCity(row, place)) read.levels.add(place.level);
    const facts = factsOf(kind, row, list, findings);
    if (name === null) continue;
    read.drafts.set(place.code, {
      key: place.code,
      row: row.row,
      facts: { ...placeFacts(kind, name, place), ...facts },
    });
  }
  return read;
}

function readPlace(
  kind: CodedKind,
  row: CatalogueRow,
  findings: ListFindings,
  read: CodedList,
): CodePlace | null {
  const text = textIn(row, 'code');
  if (text === '') {
    findings.block(row, 'code', 'catalogue.code-missing');
    return null;
  }
  const place = placeOfCode(kind, kind === 'occupations' ? text.replace(markAfter, '') : text);
  if (place) return place;
  read.strange++;
  findings.block(row, 'code', codeFault[kind], { text: shown(text) });
  return null;
}

/** Some copies of the classification write the mark behind the code: `2-02-07-04 L/S`. */
const markAfter = /\s*(L\s*\/\s*S|L|S)$/;

function placeFacts(kind: CodedKind, name: string, { level, parentCode }: CodePlace): Facts {
  if (kind !== 'divisions') return { name, level, parentCode };
  const heading = isHeadingDivision(name, level);
  return { name, level: divisionLevels[level - 1] ?? 'county', parentCode, pseudo: heading };
}

/** What the list states beyond code and name: only of the columns that it has. */
function factsOf(
  kind: CodedKind,
  row: CatalogueRow,
  { columns }: CatalogueList,
  findings: ListFindings,
): Facts {
  const facts: Facts = {};
  if (kind === 'divisions' && columns.includes('shortName') && isReadable(row, 'shortName', findings))
    facts.shortName = textIn(row, 'shortName').slice(0, 20) || null;
  if (kind !== 'occupations') return facts;
  const behind = markAfter.exec(textIn(row, 'code'))?.[1];
  if (columns.includes('gbmCode') && isReadable(row, 'gbmCode', findings))
    facts.gbmCode = textIn(row, 'gbmCode').slice(0, 20) || null;
  if (columns.includes('mark') || behind)
    facts.mark = readMarkLetters(behind ?? textIn(row, 'mark'), row, findings);
  if (columns.includes('standardExists')) facts.standardExists = readYesOrNo(row, 'standardExists', findings);
  if (columns.includes('standardTopLevel')) {
    facts.standardTopLevel = readSkillLevel(row, 'standardTopLevel', findings);
    if (facts.standardTopLevel !== null) {
      if (facts.standardExists === false)
        findings.block(row, 'standardTopLevel', 'catalogue.standard-contradicts');
      facts.standardExists ??= true;
    }
  }
  if (columns.includes('strategic')) facts.strategic = readYesOrNo(row, 'strategic', findings) ?? false;
  if (columns.includes('isNew')) facts.isNew = readYesOrNo(row, 'isNew', findings) ?? false;
  return facts;
}

/** How lists name the levels, from the top. */
const levelWords: Readonly<Record<CodedKind, readonly RegExp[]>> = {
  occupations: [
    /^(大类|major)( class)?$/i,
    /^(中类|middle)( class)?$/i,
    /^(小类|minor)( class)?$/i,
    /^(细类|职业|细类\/职业|occupation)$/i,
  ],
  industries: [/^(门类|section)$/i, /^(大类|division)$/i, /^(中类|group)$/i, /^(小类|class)$/i],
  divisions: [/^(省级?|province)$/i, /^(市级?|地级|city)$/i, /^(县级?|区县|county)$/i],
};

/** Level and parent follow from the code; a list that states them otherwise is wrong in one of the two. */
function checkPlace(kind: CodedKind, row: CatalogueRow, place: CodePlace, findings: ListFindings): void {
  const level = textIn(row, 'level');
  const named = kind === 'divisions' ? (divisionLevels[place.level - 1] ?? '') : String(place.level);
  if (level !== '' && level !== String(place.level) && !levelWords[kind][place.level - 1]?.test(level))
    findings.block(row, 'level', 'catalogue.level-differs', { text: shown(level), level: named });
  const parent = textIn(row, 'parentCode');
  if (parent !== '' && placeOfCode(kind, parent)?.code !== place.parentCode)
    findings.block(row, 'parentCode', 'catalogue.parent-differs', {
      text: shown(parent),
      parent: place.parentCode ?? '–',
    });
  if (kind !== 'divisions') return;
  for (const column of ['cityCode', 'provinceCode'] as const) {
    const above = plainCode(textIn(row, column));
    if (above !== '' && !place.code.startsWith(above.replace(/(00)+$/, '')))
      findings.block(row, column, 'catalogue.parent-differs', {
        text: shown(above),
        parent: place.code.slice(0, column === 'cityCode' ? 4 : 2),
      });
  }
}

/** Lists of counties repeat the cities that have none (东莞, 中山, 儋州): such a row does not make it a list of cities. */
const isRepeatedCity = (row: CatalogueRow, place: CodePlace): boolean =>
  place.level === 2 && row.cells.cityCode !== undefined;

function checkEdition(row: CatalogueRow, edition: string, findings: ListFindings): void {
  const text = textIn(row, 'edition');
  const own = editionIn(text);
  if (own !== null && own !== edition)
    findings.block(row, 'edition', 'catalogue.edition-differs', { text: own, edition });
}

/** The year of an edition as people name it: 职业分类大典2022 → 2022, GB/T 4754-2017 → 2017; null where there is none. */
export const editionIn = (text: string): string | null =>
  /(?:^|\D)((?:19|20)\d{2})(?!\d)/.exec(text)?.[1] ?? null;
