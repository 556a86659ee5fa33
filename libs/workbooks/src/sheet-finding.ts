import type { Said, SchemeFindingCode } from '@luban/scoring';
import { addressOf, type Sheet } from './workbook.js';

/** One fault of a sheet, at the cell where a person mends it. A blocking one keeps the sheet from being taken over. */
export interface SheetFinding {
  code: SheetFindingCode;
  severity: 'warning' | 'blocking';
  /** `K25`; `Calculations!B3` where the cell is not on the sheet that is read. */
  cell: string;
  message: Said;
}

export type SheetFindingCode =
  | SchemeFindingCode
  /** A cell whose content cannot be taken as it stands: missing, wrong type, error, formula without a result. */
  | 'bad-cell'
  /** A row that looks as if it should mean something and does not. */
  | 'unread-row'
  | 'unused-calculation'
  /** An aspect names a calculation that is not there or of a kind nobody knows. */
  | 'unknown-calculation'
  /** A calculation whose parameters cannot be made out. */
  | 'bad-calculation'
  | 'criterion-unknown'
  | 'aspect-outside-sub-criterion'
  | 'stray-descriptor'
  | 'stray-caption'
  /** A column whose heading nobody knows: what stands in it is not taken over. */
  | 'unknown-column'
  /** Another sheet of the workbook looks like a scheme, too. */
  | 'sheet-not-read'
  /** A column with document numbers, phones or photos, whose content is left out. */
  | 'personal-data-not-taken'
  | 'too-many-rows'
  | 'too-many-columns';

/** Collects findings while a sheet is read. */
export class SheetFindings {
  readonly all: SheetFinding[] = [];

  warn(code: SheetFindingCode, cell: string, zh: string, en: string): void {
    this.all.push({ code, severity: 'warning', cell, message: { zh, en } });
  }

  block(code: SheetFindingCode, cell: string, zh: string, en: string): void {
    this.all.push({ code, severity: 'blocking', cell, message: { zh, en } });
  }
}

/** A sheet that was not read to its end must not be taken for the whole. */
export function reportTruncated(sheet: Sheet, findings: SheetFindings): void {
  const last = addressOf(sheet.rows.at(-1)?.number ?? 1, 1);
  if (sheet.truncated === 'columns')
    findings.warn(
      'too-many-columns',
      last,
      '右侧过远的列未读取。',
      'Columns far to the right were not read.',
    );
  else if (sheet.truncated)
    findings.block(
      'too-many-rows',
      last,
      '内容过多，只读取到这一行。',
      'The sheet is too long; it was read to this row.',
    );
}

/** In the order of a person reading the sheet: its own cells by row and column, then those of other sheets. */
export function inSheetOrder(findings: SheetFinding[]): SheetFinding[] {
  const key = new Map(findings.map((finding) => [finding, placeOf(finding.cell)]));
  return [...findings].sort((a, b) => {
    const [sheetA, rowA, columnA] = key.get(a) ?? ['', 0, ''];
    const [sheetB, rowB, columnB] = key.get(b) ?? ['', 0, ''];
    if (sheetA !== sheetB) return sheetA < sheetB ? -1 : 1;
    if (rowA !== rowB) return rowA - rowB;
    return columnA < columnB ? -1 : columnA > columnB ? 1 : 0;
  });
}

function placeOf(cell: string): [sheet: string, row: number, column: string] {
  const match = /^(?:(.*)!)?([A-Z]*)(\d*)$/.exec(cell);
  return [match?.[1] ?? '', Number(match?.[3] ?? 0), (match?.[2] ?? '').padStart(3)];
}
