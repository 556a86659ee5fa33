import { trimmedTextOf, type Row, type Sheet } from './workbook.js';

/** The layout of a CIS workbook (DOMAIN.md 5, last bullet), as real files have it and as we write it. */
export const schemeSheetName = 'CIS Marking Scheme Import';
export const calculationsSheetName = 'Calculations';

/** What the columns of the aspect rows hold, by 1-based column. */
export const cisColumns = {
  subCriterion: 1,
  name: 2,
  day: 3,
  kind: 4,
  description: 5,
  score: 6,
  extra: 7,
  requirement: 8,
  section: 9,
  calculation: 10,
  max: 11,
} as const;

export type CisColumn = keyof typeof cisColumns;
export type CisColumns = Record<CisColumn, number>;

/** Headings as the CIS writes them; the workbooks of older years say WSSS for WSOS. */
export const cisHeadings: Record<CisColumn, string> = {
  subCriterion: 'Sub\nCriterion\nID',
  name: 'Sub Criterion\nName or Description',
  day: 'Day of Marking',
  kind: 'Aspect\nType\nM = Meas\nJ = Judg',
  description: 'Aspect - Description',
  score: 'Judg Score',
  extra: 'Extra Aspect Description (Meas or Judg)\nOR\nJudgement Score Description (Judg only)',
  requirement: 'Requirement\n(Measurement Only)',
  section: 'WSOS Section',
  calculation: 'Calculation Row \n(Export only)',
  max: 'Max\nMark',
};

const headingPatterns: Record<CisColumn, RegExp> = {
  subCriterion: /^sub[ -]*criteri(on|a) *(id|code|no)/,
  name: /^sub[ -]*criteri(on|a).*(name|description)/,
  day: /^day\b/,
  kind: /^(aspect )?type\b/,
  description: /^aspect *[-–—:]? *description/,
  score: /^judg\w* score$/,
  extra: /^extra\b/,
  requirement: /^requirement/,
  section: /\bsection$/,
  calculation: /^calculation/,
  max: /^max(imum)?\.? mark/,
};

/** A row of headings above the aspects of one criterion. */
export interface AspectHeading {
  row: number;
  columns: CisColumns;
  /** The letter in `Criterion A`, null where the row names none. */
  criterion: string | null;
}

/** Reads a row as aspect headings; null when it is none. Columns it does not head keep their usual place. */
export function aspectHeading(row: Row): AspectHeading | null {
  const found: Partial<CisColumns> = {};
  const taken = new Set<number>();
  let criterion: string | null = null;
  for (const [column, cell] of row.cells) {
    const text = headingText(trimmedTextOf(cell));
    criterion ??= /^criterion ([a-z])$/.exec(text)?.[1]?.toUpperCase() ?? null;
    for (const key of Object.keys(headingPatterns) as CisColumn[]) {
      if (found[key] !== undefined || taken.has(column) || !headingPatterns[key].test(text)) continue;
      found[key] = column;
      taken.add(column);
    }
  }
  if (taken.size < 4 || (found.kind === undefined && found.max === undefined)) return null;
  const columns: CisColumns = { ...cisColumns };
  for (const key of Object.keys(cisColumns) as CisColumn[])
    columns[key] = found[key] ?? (taken.has(cisColumns[key]) ? NOWHERE : cisColumns[key]);
  return { row: row.number, columns, criterion };
}

/** A column no cell is in, for what a sheet does not have. */
const NOWHERE = 0;

/** Where the table of sections begins, and its columns. */
export function sectionsHeading(
  row: Row,
): { number: number; name: number; weight: number; marks: number } | null {
  let number = 0;
  let weight = 0;
  let marks = 0;
  for (const [column, cell] of row.cells) {
    const text = headingText(trimmedTextOf(cell));
    if (/^(wsos |wsss )?section$/.test(text)) number = column;
    else if (/^aspects? marks?$/.test(text)) marks = column;
    // In real files the heading is written twice: over the names (merged) and over the weights.
    else if (/^(wsos|wsss|standards?|section) (marks?|weight)/.test(text)) weight = column;
  }
  if (number === 0 || (weight === 0 && marks === 0)) return null;
  if (marks > number + 1) weight = marks - 1;
  return { number, name: number + 1, weight, marks: marks || weight };
}

/** Where the table of criteria begins, and its columns. */
export function criteriaHeading(row: Row): { code: number; name: number; mark: number } | null {
  let code = 0;
  let name = 0;
  let mark = 0;
  for (const [column, cell] of row.cells) {
    const text = headingText(trimmedTextOf(cell));
    if (text === 'id' || text === 'criterion id') code ||= column;
    else if (text === 'name' || text === 'criterion name') name ||= column;
    else if (text === 'mark' || text === 'marks') mark = column;
  }
  return code > 0 && name > 0 ? { code, name, mark } : null;
}

/** `  Sub\nCriterion\u00a0ID ` → `sub criterion id`. */
function headingText(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}

/**
 * The sheet that holds the scheme: the one with the most aspect headings, where the usual name and being visible count
 * more. Null when no sheet has either headings or the name.
 */
export function findSchemeSheet(sheets: Sheet[]): Sheet | null {
  let best: Sheet | null = null;
  let bestRank = 0;
  for (const sheet of sheets) {
    const headings = sheet.rows.filter((row) => aspectHeading(row) !== null).length;
    const named = /cis.*marking.*scheme|marking.*scheme.*import/.test(headingText(sheet.name));
    const rank = (named ? 4 : 0) + (headings > 0 ? 2 : 0) + (sheet.hidden ? 0 : 1);
    if ((named || headings > 0) && rank > bestRank) [best, bestRank] = [sheet, rank];
  }
  return best;
}

export function findCalculationsSheet(sheets: Sheet[]): Sheet | null {
  return sheets.find((sheet) => /^calculations?$/.test(headingText(sheet.name))) ?? null;
}
