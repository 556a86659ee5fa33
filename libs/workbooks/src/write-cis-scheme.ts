import { marksBySection, type Criterion, type SchemeTree } from '@luban/scoring';
import type { Worksheet } from 'exceljs';
import { CalculationRows } from './calculation-rows.js';
import { encodeCalculation } from './calculation-text.js';
import { cellText } from './cell-text.js';
import {
  calculationsSheetName,
  cisColumns,
  cisHeadings,
  schemeSheetName,
  type CisColumn,
} from './cis-layout.js';
import { newWorkbook } from './new-workbook.js';
import { columnLetters } from './workbook.js';

/**
 * The CIS workbook of a scheme. Reading it again gives an equal tree, provided the tree is one a workbook can hold:
 * texts are empty or show something, criteria are single letters, a sub-criterion's code begins with its criterion's
 * letter, ids are those of SchemeTree, a judgement has no descriptors or four, quantities are canonical decimals.
 * @throws WorkbookError `cannot-write` when a text is too long for a cell
 */
export async function writeCisScheme(tree: SchemeTree): Promise<Buffer> {
  const workbook = await newWorkbook();
  const sheet = workbook.addWorksheet(schemeSheetName, {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    headerFooter: { oddFooter: '&L&8&A&R&8&P / &N' },
  });
  widths.forEach((width, i) => (sheet.getColumn(i + 1).width = width));
  const calculations = new CalculationRows();
  const writer = new CisSheetWriter(sheet, calculations);
  writer.write(tree);
  const list = workbook.addWorksheet(calculationsSheetName);
  [22, 30, 8, 80].forEach((width, i) => (list.getColumn(i + 1).width = width));
  for (const calculation of [...calculations.rows, ...(tree.unusedCalculations ?? [])]) {
    const name = calculation.name ?? '';
    const parameters = encodeCalculation(calculation);
    list.addRow([cellOf(name), calculation.type, name !== '', cellOf(parameters)]);
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

const widths = [8, 39, 8, 9, 52, 8, 48, 24, 11, 12, 10, 14, 9, 10];

const cellOf = (text: string): string | null => (text === '' ? null : cellText(text));

class CisSheetWriter {
  #row = 0;

  constructor(
    private readonly sheet: Worksheet,
    private readonly calculations: CalculationRows,
  ) {}

  write(tree: SchemeTree): void {
    const { skill } = tree;
    this.#line({ 1: skill && cellOf(skill.number === null ? skill.name : `${skill.number} ${skill.name}`) });
    this.#merge(1, 11, 14);
    this.#row++;
    const sectionRows = this.#sections(tree);
    this.#row += 2;
    this.#criteria(tree.criteria);
    this.#row += 2;
    const bodyFrom = this.#row + 1;
    const sums = tree.criteria.map((criterion) => this.#criterion(criterion));
    const bodyTo = this.#row;
    this.#row += 2;
    this.#line({
      12: 'Competition',
      13: 'Total\nMark',
      14: {
        formula: sums.map(({ cell }) => cell).join('+') || '0',
        result: total(sums.map(({ sum }) => sum)) / 100,
      },
    });
    for (const { row, marks, weight } of sectionRows) {
      this.sheet.getCell(row, 10).value = {
        formula: `SUMIF(I${bodyFrom}:I${bodyTo},A${row},K${bodyFrom}:K${bodyTo})`,
        result: marks / 100,
      };
      this.sheet.getCell(row, 11).value = {
        formula: `ABS(I${row}-J${row})`,
        result: Math.abs(weight - marks) / 100,
      };
    }
  }

  #sections(tree: SchemeTree): { row: number; marks: number; weight: number }[] {
    this.#line({ 1: 'WorldSkills Occupational Standards' });
    this.#merge(1, 11, 12);
    this.#line({ 1: 'Section', 2: 'WSOS Marks', 9: 'WSOS Marks', 10: 'Aspect Marks', 11: 'Variation' });
    this.#merge(2, 8);
    const marks = marksBySection(tree);
    return tree.sections.map(({ number, name, weightHundredths }) => {
      this.#line({ 1: numberOrText(number), 2: cellOf(name), 9: weightHundredths / 100 });
      this.#merge(2, 8);
      return { row: this.#row, marks: marks.get(number) ?? 0, weight: weightHundredths };
    });
  }

  #criteria(criteria: Criterion[]): void {
    this.#line({ 1: 'Criteria' });
    this.#merge(1, 11, 12);
    this.#line({ 1: 'ID', 2: 'Name', 11: 'Mark' });
    this.#merge(2, 10);
    for (const { code, name, declaredHundredths } of criteria) {
      this.#line({
        1: code,
        2: cellOf(name),
        11: declaredHundredths === null ? null : declaredHundredths / 100,
      });
      this.#merge(2, 10);
    }
  }

  /** Its headings and rows; gives the cell of its sum. */
  #criterion({ code, subCriteria }: Criterion): { cell: string; sum: number } {
    const headings: Record<number, CellContent> = { 12: `Criterion ${code}`, 13: 'Total\nMark' };
    for (const key of Object.keys(cisColumns) as CisColumn[]) headings[cisColumns[key]] = cisHeadings[key];
    this.#line(headings);
    const heading = this.sheet.getRow(this.#row);
    heading.font = { bold: true };
    heading.height = 54;
    const headingRow = this.#row;
    for (const sub of subCriteria) {
      this.#line({ 1: cellText(sub.code), 2: cellOf(sub.name), 3: sub.dayOfMarking });
      this.sheet.getRow(this.#row).font = { bold: true };
      for (const aspect of sub.aspects) this.#aspect(aspect);
    }
    const sum = total(subCriteria.flatMap((sub) => sub.aspects.map((aspect) => aspect.maxHundredths)));
    const cell = `${columnLetters(14)}${headingRow}`;
    this.sheet.getCell(cell).value = {
      formula: `SUM(K${headingRow + 1}:K${Math.max(this.#row, headingRow + 1)})`,
      result: sum / 100,
    };
    return { cell, sum };
  }

  #aspect(aspect: Criterion['subCriteria'][number]['aspects'][number]): void {
    for (const caption of aspect.captions) this.#line({ 5: cellOf(caption) });
    this.#line({
      4: aspect.kind === 'measurement' ? 'M' : 'J',
      5: cellOf(aspect.description),
      7: cellOf(aspect.extra),
      8: cellOf(aspect.requirement),
      9: aspect.section === null ? null : numberOrText(aspect.section),
      10: aspect.calculation && this.calculations.numberOf(aspect.calculation),
      11: aspect.maxHundredths / 100,
    });
    aspect.descriptors.forEach((descriptor, score) => this.#line({ 6: score, 7: cellOf(descriptor) }));
  }

  #line(cells: Record<number, CellContent>): void {
    this.#row++;
    for (const [column, value] of Object.entries(cells)) {
      const cell = this.sheet.getCell(this.#row, Number(column));
      cell.value = value;
      cell.alignment = { vertical: 'top', wrapText: true };
      if (column === '11' && typeof value === 'number') cell.numFmt = '0.00';
    }
  }

  #merge(from: number, to: number, fontSize?: number): void {
    this.sheet.mergeCells(this.#row, from, this.#row, to);
    if (fontSize) this.sheet.getCell(this.#row, from).font = { bold: true, size: fontSize };
  }
}

type CellContent = string | number | null | { formula: string; result: number };

const total = (hundredths: number[]): number => hundredths.reduce((sum, each) => sum + each, 0);

/** Section numbers are numbers in real workbooks; one that would come back changed stays text. */
function numberOrText(text: string): number | string {
  return /^(0|[1-9]\d{0,8})$/.test(text) ? Number(text) : cellText(text);
}
