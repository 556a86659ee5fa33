import { readMark } from './cell-mark.js';
import type { TextEncoding } from './delimited-text.js';
import { headingWord, MappedSheet } from './headings.js';
import { readListFile, type ListSource } from './read-list-file.js';
import {
  isPersonalHeading,
  suggestRosterMapping,
  type RosterColumn,
  type RosterMapping,
} from './roster-layout.js';
import { inSheetOrder, reportTruncated, SheetFindings, type SheetFinding } from './sheet-finding.js';
import { textOf, trimBlanks, trimmedTextOf, type Row, type Sheet } from './workbook.js';
import { WorkbookError } from './workbook-error.js';

/** A roster as plain cells. What they mean (does the skill exist? is the person old enough?) is registration's business. */
export interface Roster {
  mapping: RosterMapping;
  /** How a text file was encoded; null for a workbook and for pasted text. */
  encoding: TextEncoding | null;
  rows: RosterRow[];
  findings: SheetFinding[];
}

export interface RosterRow {
  /** 1-based, as the spreadsheet or the pasted text shows it. */
  row: number;
  /** Every mapped column: its trimmed text, `''` when blank, and its address for a finding. A date is `2003-05-09`. */
  cells: Partial<Record<RosterColumn, { text: string; at: string }>>;
}

/**
 * Reads a roster from an .xlsx workbook or a CSV/TSV file (bytes), or from pasted text (a string). Cells merged
 * downwards hold for each of their rows. Columns with document numbers, phones or photos are named in a finding and
 * their content is not returned.
 * @param given which columns hold what; without it, what suggestRosterMapping finds on the first sheet that has one
 * @throws WorkbookError when the bytes are neither, or nothing heads names (`not-a-roster`)
 */
export async function readRoster(source: ListSource, given?: RosterMapping): Promise<Roster> {
  const { sheets, encoding } = await readListFile(source);
  return rosterOf(sheets, encoding, given && { ...given, headings: given.headings ?? {} });
}

function rosterOf(sheets: Sheet[], encoding: TextEncoding | null, given: RosterMapping | undefined): Roster {
  const found = given ? withSheet(sheets, given) : firstRoster(sheets);
  if (!found) throw new WorkbookError('not-a-roster');
  const { sheet, mapping } = found;
  const findings = new SheetFindings();
  reportTruncated(sheet, findings);
  for (const [letters, heading] of Object.entries(mapping.headings))
    if (isPersonalHeading(heading) && !Object.values(mapping.columns).includes(letters))
      findings.warn(
        'personal-data-not-taken',
        `${letters}${mapping.headingRow}`,
        `“${heading}”一列不会读入：系统此处不保存证件号、电话和照片。`,
        `The column "${heading}" is not taken over: no document numbers, phones or photos are kept here.`,
      );
  const cells = new MappedSheet(sheet, mapping);
  const keys = Object.keys(mapping.columns) as RosterColumn[];
  const rows = sheet.rows
    .filter((row) => row.number > mapping.headingRow && !isNote(row) && !isHeadingAgain(row, cells, mapping))
    .map(({ number }): RosterRow => ({
      row: number,
      cells: Object.fromEntries(keys.map((key) => [key, plainCell(cells, number, key, findings)])),
    }))
    .filter((row) => Object.values(row.cells).some(({ text }) => text !== ''));
  return { mapping, encoding, rows, findings: inSheetOrder(findings.all) };
}

function withSheet(sheets: Sheet[], mapping: RosterMapping): { sheet: Sheet; mapping: RosterMapping } | null {
  const sheet = sheets.find(({ name }) => name === mapping.sheet);
  return sheet && mapping.columns.name ? { sheet, mapping } : null;
}

function firstRoster(sheets: Sheet[]): { sheet: Sheet; mapping: RosterMapping } | null {
  for (const sheet of sheets) {
    const mapping = sheet.hidden ? null : suggestRosterMapping(sheet);
    if (mapping) return { sheet, mapping };
  }
  return null;
}

function plainCell(
  cells: MappedSheet<RosterColumn>,
  row: number,
  key: RosterColumn,
  findings: SheetFindings,
): { text: string; at: string } {
  const at = cells.at(row, key);
  const cell = cells.cell(row, key);
  if (cell?.kind === 'error' || cell?.kind === 'uncomputed') {
    const { zh, en } = readMark(cell).fault?.message ?? { zh: '', en: '' };
    findings.block('bad-cell', at, zh, en);
    return { text: '', at };
  }
  // A day of birth is a day: Excel adds midnight when a cell was typed with a time.
  const text = cell?.kind === 'date' ? cell.value.replace(/T00:00:00$/, '') : trimBlanks(textOf(cell));
  return { text, at };
}

/** 合计, 填表说明 and their like below the table: one text alone in its row that begins so. */
function isNote(row: Row): boolean {
  const texts = [...row.cells.values()].map(trimmedTextOf).filter((text) => text !== '');
  return (
    texts.length <= 2 &&
    /^(合计|总计|共计|填表|说明|备注|注[:\uff1a]|联系人|审核|单位.{0,4}盖章)/.test(texts[0] ?? '')
  );
}

/** Rosters put together from several repeat the headings. */
function isHeadingAgain(
  row: Row,
  cells: MappedSheet<RosterColumn>,
  { columns, headings }: RosterMapping,
): boolean {
  const heading = headings[columns.name ?? ''];
  return (
    heading !== undefined &&
    headingWord(trimmedTextOf(cells.cell(row.number, 'name'))) === headingWord(heading)
  );
}
