import { checkScheme, type SchemeTree } from '@luban/scoring';
import { CisBodyReader } from './cis-body.js';
import {
  aspectHeading,
  cisColumns,
  criteriaHeading,
  findCalculationsSheet,
  findSchemeSheet,
  sectionsHeading,
} from './cis-layout.js';
import { readCriteriaTable, readSectionsTable } from './cis-tables.js';
import { CalculationList } from './read-calculations.js';
import { readWorkbook, type WorkbookLimits } from './read-workbook.js';
import { inSheetOrder, reportTruncated, SheetFindings, type SheetFinding } from './sheet-finding.js';
import { addressOf, trimmedTextOf, type Row, type Sheet, type Workbook } from './workbook.js';
import { WorkbookError } from './workbook-error.js';

/** What a workbook says of a marking scheme. The tree holds every aspect the sheet has, also those with a finding. */
export interface SchemeReading {
  tree: SchemeTree;
  /** How many calculations the workbook lists, used or not. */
  calculations: number;
  /** In the order of the sheet. */
  findings: SheetFinding[];
}

/** A scheme has some hundred rows; twenty thousand is a mistake. */
const schemeLimits: Partial<WorkbookLimits> = { maxRows: 20_000, maxColumns: 64 };

/**
 * Reads a CIS marking-scheme workbook (DOMAIN.md 5), given as bytes or as a path. Every M or J row is an aspect; marks
 * come from the aspects alone; faults are findings with their cell and nothing is repaired in silence.
 * @throws WorkbookError when the file is no readable workbook or holds no such scheme (`not-a-scheme`)
 */
export async function readCisScheme(source: string | Uint8Array): Promise<SchemeReading> {
  return cisSchemeOf(await readWorkbook(source, schemeLimits));
}

/** As readCisScheme, of a workbook already read. */
export function cisSchemeOf(workbook: Workbook): SchemeReading {
  const sheet = findSchemeSheet(workbook.sheets);
  if (!sheet) throw new WorkbookError('not-a-scheme');
  const findings = new SheetFindings();
  reportTruncated(sheet, findings);
  for (const other of workbook.sheets)
    if (other !== sheet && !other.hidden && other.rows.some((row) => aspectHeading(row) !== null))
      findings.warn(
        'sheet-not-read',
        `${other.name}!A1`,
        `工作表“${other.name}”也有评分点，未读取；只读取了“${sheet.name}”。`,
        `The sheet "${other.name}" holds aspects, too; only "${sheet.name}" was read.`,
      );
  const places = new Map<string, string>();

  const bodyAt = bodyStart(sheet.rows);
  const head = sheet.rows.slice(0, bodyAt);
  const criteriaAt = head.findLastIndex((row) => criteriaHeading(row) !== null);
  const sectionsAt = head.findIndex((row) => sectionsHeading(row) !== null);
  const sections =
    sectionsAt < 0
      ? []
      : readSectionsTable(
          head.slice(sectionsAt, criteriaAt < sectionsAt ? undefined : criteriaAt),
          findings,
          places,
        );
  const criteria = criteriaAt < 0 ? [] : readCriteriaTable(head.slice(criteriaAt), findings, places);
  const calculations = new CalculationList(findCalculationsSheet(workbook.sheets));

  const body = new CisBodyReader(criteria, calculations, findings, places);
  for (const row of sheet.rows.slice(bodyAt)) body.take(row);
  const tree: SchemeTree = { skill: skillOf(head), sections, criteria: body.finish() };
  const unused = calculations.finish(findings);
  if (unused.length > 0) tree.unusedCalculations = unused;

  const wholeAt = totalCell(sheet) ?? addressOf(sheet.rows[0]?.number ?? 1, 1);
  addSchemeFindings(tree, findings, places, wholeAt);
  return { tree, calculations: calculations.count, findings: inSheetOrder(findings.all) };
}

/** The scheme's own rules (scoring), each at the cell it concerns. */
export function addSchemeFindings(
  tree: SchemeTree,
  findings: SheetFindings,
  places: Map<string, string>,
  wholeAt: string,
): void {
  const bad = new Set(findings.all.filter(({ code }) => code === 'bad-cell').map(({ cell }) => cell));
  for (const { code, severity, at, message } of checkScheme(tree)) {
    const cell = at === null ? wholeAt : (places.get(`${code}:${at}`) ?? places.get(at) ?? wholeAt);
    if (code === 'zero-max' && bad.has(cell)) continue; // said already, and better
    findings.all.push({ code, severity, cell, message });
  }
}

/** The first row of aspect headings, or of an aspect or a sub-criterion where the headings are missing. */
function bodyStart(rows: Row[]): number {
  const first = rows.findIndex(
    (row) =>
      aspectHeading(row) !== null ||
      /^[MJ]$/i.test(trimmedTextOf(row.cells.get(cisColumns.kind))) ||
      /^[A-Z]\d+$/i.test(trimmedTextOf(row.cells.get(cisColumns.subCriterion))),
  );
  return first < 0 ? rows.length : first;
}

/** `17 Web Development` in the first cell: number and name of the skill. */
function skillOf(head: Row[]): SchemeTree['skill'] {
  const first = head[0];
  if (!first || sectionsHeading(first) || criteriaHeading(first)) return null;
  const text = [...first.cells.values()].map(trimmedTextOf).find((each) => each !== '');
  if (!text || /^(worldskills (occupational )?standards|criteria$)/i.test(text)) return null;
  const match = /^(\d{1,4})\s+([\s\S]+)$/.exec(text);
  return match?.[1] && match[2] ? { number: match[1], name: match[2] } : { number: null, name: text };
}

/** Where the sheet itself shows its total: the number beside `Competition` / `Total Mark`. */
function totalCell(sheet: Sheet): string | null {
  for (const { number, cells } of sheet.rows.toReversed())
    for (const [column, cell] of cells)
      if (column > 10 && /^competition$/i.test(trimmedTextOf(cell))) return addressOf(number, column + 2);
  return null;
}
