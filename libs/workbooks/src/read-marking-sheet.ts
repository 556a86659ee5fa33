import type { SchemeTree } from '@luban/scoring';
import { addSchemeFindings, type SchemeReading } from './read-cis-scheme.js';
import { readWorkbook } from './read-workbook.js';
import { MarkingSheetReader, type SchemeParts } from './marking-sheet-reader.js';
import { suggestMappings, type MarkingSheetMapping } from './marking-sheet-layout.js';
import { readSummary } from './scheme-summary-sheet.js';
import { inSheetOrder, reportTruncated, SheetFindings } from './sheet-finding.js';
import type { Workbook } from './workbook.js';
import { WorkbookError } from './workbook-error.js';

export interface MarkingSheetReading extends SchemeReading {
  /** What was taken for what, for a person to confirm or correct. */
  mappings: MarkingSheetMapping[];
}

/**
 * Reads a Chinese 评分表 (DOMAIN.md 5), whatever its layout: 模块 become criteria A, B, …, 评分项 sub-criteria A1, A2, …,
 * each row with a 评分点 or 配分 an aspect. Merged cells hold for all their rows, a blank 模块 or 评分项 means the one
 * above; 合计 and 小计 rows are left out. 评价 is a judgement, 扣分 a measurement with a deduction (see deductionOf).
 * @param mappings which sheets and columns to read; without it, what suggestMappings finds
 * @throws WorkbookError when the file is no readable workbook or has no such table (`not-a-marking-sheet`)
 */
export async function readSheetScheme(
  source: string | Uint8Array,
  mappings?: MarkingSheetMapping[],
): Promise<MarkingSheetReading> {
  return sheetSchemeOf(await readWorkbook(source, { maxRows: 20_000, maxColumns: 64 }), mappings);
}

/** As readSheetScheme, of a workbook already read. */
export function sheetSchemeOf(workbook: Workbook, given?: MarkingSheetMapping[]): MarkingSheetReading {
  // A mapping that a person made has no headings.
  const mappings =
    given?.map((each) => ({ ...each, headings: each.headings ?? {} })) ?? suggestMappings(workbook.sheets);
  const findings = new SheetFindings();
  const summary = readSummary(workbook.sheets, findings);
  const parts: SchemeParts = {
    criteria: summary.criteria.map((each) => ({ ...each, subCriteria: [] })),
    calculations: summary.calculations,
    usedCalculations: new Set(),
    findings,
    places: new Map(),
  };
  let read = 0;
  for (const mapping of mappings) {
    const sheet = workbook.sheets.find(({ name }) => name === mapping.sheet);
    if (!sheet) continue;
    reportTruncated(sheet, findings);
    const prefix = read++ === 0 ? '' : `${sheet.name}!`;
    new MarkingSheetReader(sheet, mapping, parts, prefix).read();
  }
  if (read === 0) throw new WorkbookError('not-a-marking-sheet');
  const tree: SchemeTree = { skill: summary.skill, sections: summary.sections, criteria: parts.criteria };
  const unused = summary.calculations.flatMap((each, i) =>
    each && !parts.usedCalculations.has(i + 1) ? [each] : [],
  );
  if (unused.length > 0) tree.unusedCalculations = unused;
  const whole = `${mappings[0]?.columns.max ?? 'A'}${mappings[0]?.headingRow ?? 1}`;
  addSchemeFindings(tree, findings, parts.places, whole);
  return { tree, calculations: summary.calculations.length, findings: inSheetOrder(findings.all), mappings };
}
