import type { Aspect, Criterion, SchemeTree, SubCriterion } from '@luban/scoring';
import type { Worksheet } from 'exceljs';
import { CalculationRows } from './calculation-rows.js';
import { cellText } from './cell-text.js';
import { markingSheetHeadings, summarySheetName, type MarkingSheetColumn } from './marking-sheet-layout.js';
import { newWorkbook } from './new-workbook.js';
import { writeSummary } from './scheme-summary-sheet.js';

export const markingSheetName = '评分表';

/**
 * A scheme as our own 评分表： one row per 评分点, and a sheet 概要 with the skill, the modules, the standard sections and
 * the calculations. Reading it again gives an equal tree, on the terms of writeCisScheme.
 * @throws WorkbookError `cannot-write` when a text is too long for a cell
 */
export async function writeSheetScheme(tree: SchemeTree): Promise<Buffer> {
  const workbook = await newWorkbook();
  const sheet = workbook.addWorksheet(markingSheetName, {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:1',
    },
    headerFooter: { oddFooter: '&C&P / &N' },
  });
  const calculations = new CalculationRows();
  new MarkingSheetWriter(sheet, calculations).write(tree);
  writeSummary(workbook.addWorksheet(summarySheetName), {
    ...tree,
    calculations: [...calculations.rows, ...(tree.unusedCalculations ?? [])],
  });
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

type Line = Partial<Record<MarkingSheetColumn, string | number | null>>;

class MarkingSheetWriter {
  #row = 1;

  constructor(
    private readonly sheet: Worksheet,
    private readonly calculations: CalculationRows,
  ) {
    markingSheetHeadings.forEach(([, heading, width], i) => {
      sheet.getColumn(i + 1).width = width;
      sheet.getCell(1, i + 1).value = heading;
    });
    sheet.getRow(1).font = { bold: true };
  }

  write({ criteria }: SchemeTree): void {
    for (const criterion of criteria) {
      const from = this.#row + 1;
      if (criterion.subCriteria.length === 0) this.#line({ id: criterion.code, module: criterion.name });
      for (const sub of criterion.subCriteria) this.#subCriterion(criterion, sub);
      this.#merge('module', from);
    }
  }

  #subCriterion({ name: module }: Criterion, sub: SubCriterion): void {
    const shared: Line = { module, subCriterion: sub.name, day: sub.dayOfMarking };
    const from = this.#row + 1;
    if (sub.aspects.length === 0) this.#line({ id: sub.code, ...shared });
    for (const aspect of sub.aspects) this.#aspect(aspect, shared);
    this.#merge('subCriterion', from);
  }

  #aspect(aspect: Aspect, shared: Line): void {
    const { kind, calculation, descriptors } = aspect;
    for (const caption of aspect.captions) this.#line({ caption });
    this.#line({
      ...shared,
      id: aspect.id,
      aspect: aspect.description,
      max: aspect.maxHundredths / 100,
      method:
        kind === 'judgement'
          ? '评价'
          : calculation?.type === 'REGULAR_DIFFERENCE_DEDUCTION'
            ? '扣分'
            : '测量',
      standard: aspect.extra,
      requirement: aspect.requirement,
      section: aspect.section,
      level0: descriptors[0],
      level1: descriptors[1],
      level2: descriptors[2],
      level3: descriptors[3],
      calculation: calculation && this.calculations.numberOf(calculation),
    });
  }

  #line(line: Line): void {
    this.#row++;
    markingSheetHeadings.forEach(([key], i) => {
      const value = line[key];
      const cell = this.sheet.getCell(this.#row, i + 1);
      cell.alignment = { vertical: 'top', wrapText: true };
      cell.border = { top: { style: 'hair' }, bottom: { style: 'hair' } };
      if (typeof value === 'number') cell.value = value;
      else if (value) cell.value = cellText(value);
      if (key === 'max' && typeof value === 'number') cell.numFmt = '0.00';
    });
  }

  /** One cell for the rows from `from` to the last, as such sheets look. */
  #merge(key: MarkingSheetColumn, from: number): void {
    if (this.#row <= from) return;
    const column = markingSheetHeadings.findIndex(([each]) => each === key) + 1;
    // The first row may be a caption, which names no module: the text goes where the area begins.
    for (let row = from; this.sheet.getCell(from, column).value === null && row <= this.#row; row++)
      this.sheet.getCell(from, column).value = this.sheet.getCell(row, column).value;
    this.sheet.mergeCells(from, column, this.#row, column);
  }
}
