import type { Calculation, Criterion, SchemeTree, StandardSection } from '@luban/scoring';
import type { Worksheet } from 'exceljs';
import { decodeCalculation, encodeCalculation } from './calculation-text.js';
import { readMark } from './cell-mark.js';
import { cellText } from './cell-text.js';
import { summarySheetName } from './marking-sheet-layout.js';
import type { SheetFindings } from './sheet-finding.js';
import { addressOf, isBlank, textOf, trimmedTextOf, type Sheet } from './workbook.js';

/** The first column says what a row is. */
const rowNames = { skill: '赛项', criterion: '模块', section: '标准分项', calculation: '计算' } as const;

export interface SchemeSummary {
  skill: SchemeTree['skill'];
  sections: StandardSection[];
  criteria: Omit<Criterion, 'subCriteria'>[];
  /** In the order of their rows; an aspect names them by 1-based number. Null for one that cannot be read. */
  calculations: (Calculation | null)[];
}

export function writeSummary(
  sheet: Worksheet,
  { skill, criteria, sections, calculations }: SchemeSummary,
): void {
  [10, 12, 30, 14, 60].forEach((width, i) => (sheet.getColumn(i + 1).width = width));
  const heading = sheet.addRow(['内容', '编号', '名称', '分值 / 权重', '参数']);
  heading.font = { bold: true };
  const text = (value: string | null | undefined): string | null => (value ? cellText(value) : null);
  if (skill) sheet.addRow([rowNames.skill, text(skill.number), text(skill.name)]);
  for (const { code, name, declaredHundredths } of criteria)
    sheet.addRow([
      rowNames.criterion,
      code,
      text(name),
      declaredHundredths === null ? null : declaredHundredths / 100,
    ]);
  for (const { number, name, weightHundredths } of sections)
    sheet.addRow([rowNames.section, text(number), text(name), weightHundredths / 100]);
  for (const calculation of calculations.filter((each) => each !== null))
    sheet.addRow([
      rowNames.calculation,
      calculation.type,
      text(calculation.name),
      null,
      text(encodeCalculation(calculation)),
    ]);
}

/** Reads it back; empty where the workbook has no such sheet, as other people's have not. */
export function readSummary(sheets: Sheet[], findings: SheetFindings): SchemeSummary {
  const summary: SchemeSummary = { skill: null, sections: [], criteria: [], calculations: [] };
  const sheet = sheets.find(({ name }) => name.trim() === summarySheetName);
  for (const { number: row, cells } of sheet?.rows ?? []) {
    const [code, name, parameters] = [
      trimmedTextOf(cells.get(2)),
      textOf(cells.get(3)),
      textOf(cells.get(5)),
    ];
    const amount = (): number | null => {
      const cell = cells.get(4);
      if (!cell || isBlank(textOf(cell))) return null;
      const { hundredths, fault } = readMark(cell);
      const at = `${summarySheetName}!${addressOf(row, 4)}`;
      if (fault) findings.warn('bad-cell', at, fault.message.zh, fault.message.en);
      return fault?.severity === 'blocking' ? null : hundredths;
    };
    switch (trimmedTextOf(cells.get(1))) {
      case rowNames.skill:
        summary.skill = { number: code === '' ? null : code, name };
        break;
      case rowNames.criterion:
        summary.criteria.push({ code, name, declaredHundredths: amount() });
        break;
      case rowNames.section:
        summary.sections.push({ number: code, name, weightHundredths: amount() ?? 0 });
        break;
      case rowNames.calculation: {
        const { calculation, problem } = decodeCalculation(code, name, parameters);
        if (problem)
          findings.block(
            'bad-calculation',
            `${summarySheetName}!${addressOf(row, 2)}`,
            problem.zh,
            problem.en,
          );
        summary.calculations.push(calculation);
      }
    }
  }
  return summary;
}
