import type { Calculation, Said } from '@luban/scoring';
import { decodeCalculation } from './calculation-text.js';
import { calculationsSheetName } from './cis-layout.js';
import type { SheetFindings } from './sheet-finding.js';
import { addressOf, textOf, trimmedTextOf, type Sheet } from './workbook.js';

interface Listed {
  calculation: Calculation | null;
  problem: Said | null;
  /** `Calculations!B3`. */
  cell: string;
  used: boolean;
}

/** The calculations a workbook lists, by their 1-based row, which is what an aspect refers to. */
export class CalculationList {
  readonly #rows = new Map<number, Listed>();

  /** @param sheet name | type | shared | parameters; null when the workbook has none */
  constructor(sheet: Sheet | null) {
    for (const { number, cells } of sheet?.rows ?? []) {
      const type = trimmedTextOf(cells.get(2))
        .toUpperCase()
        .replace(/[\s-]+/g, '_');
      if (type === '' || type === 'TYPE') continue; // a heading, which real exports do not have
      const { calculation, problem } = decodeCalculation(type, textOf(cells.get(1)), textOf(cells.get(4)));
      const cell = `${calculationsSheetName}!${addressOf(number, 2)}`;
      this.#rows.set(number, { calculation, problem, cell, used: false });
    }
  }

  get count(): number {
    return this.#rows.size;
  }

  /** The calculation in a row, for an aspect whose reference stands in `cell`. */
  use(row: number, cell: string, findings: SheetFindings): Calculation | null {
    const listed = this.#rows.get(row);
    if (!listed) {
      findings.block(
        'unknown-calculation',
        cell,
        `“Calculations”工作表第 ${row} 行没有计算方式。`,
        `Row ${row} of the sheet Calculations holds no calculation.`,
      );
      return null;
    }
    listed.used = true;
    return listed.calculation;
  }

  /** What is wrong with the list itself, and the usable calculations no aspect uses. Call after all use(). */
  finish(findings: SheetFindings): Calculation[] {
    const unused: Calculation[] = [];
    for (const { calculation, problem, cell, used } of this.#rows.values()) {
      if (problem && used)
        findings.block(
          'bad-calculation',
          cell,
          `${problem.zh}引用它的评分点无法按此计分。`,
          `${problem.en} The aspects that use it cannot be marked by it.`,
        );
      else if (problem) findings.warn('bad-calculation', cell, problem.zh, problem.en);
      if (used) continue;
      findings.warn(
        'unused-calculation',
        cell,
        '没有评分点使用这个计算方式。',
        'No aspect uses this calculation.',
      );
      if (calculation) unused.push(calculation);
    }
    return unused;
  }
}
