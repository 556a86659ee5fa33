import {
  add,
  ceilOf,
  clamp,
  compare,
  divide,
  multiply,
  quantity,
  quantityOrNull,
  subtract,
  whole,
  ZERO,
} from './ratio.js';
import type { Ratio } from './ratio.js';
import type { Calculation } from './scheme.js';
import type { Said } from './scoring-error.js';

/** What a measurement may be entered as. Text is trimmed; null and blank text mean "not yet marked". */
export type EnteredValue = string | number | boolean | null;

/** The exact mark in hundredths, or why the value cannot be one. */
export type Measured = { mark: Ratio } | { problem: Said };

/**
 * An entered value becomes a mark by the aspect's calculation (DOMAIN.md 5: names and encoding verified on real
 * workbooks, the arithmetic inferred from them). Never below zero, never above the maximum.
 *
 * - none, `PASS_FAIL`: full or zero. Read as full: true, 1, yes, 是, or the maximum itself as a mark; as zero: false, 0, no, 否.
 * - `NUMBER_COMPLETED`: max × entered / possible.
 * - `CHOICE`: max − the choice's deduction; entered as the choice's label or its 1-based number.
 * - `REGULAR_DIFFERENCE_DEDUCTION`: the deduction for every begun step away from the target (beyond the tolerance).
 * - `RANGED_SCORE`: bands from target − lower to target + upper; the least deduction of those that hold the value, zero
 *   where none does.
 *
 * Deductions are in marks or in per cent of the maximum.
 */
export function measuredMark(
  calculation: Calculation | null,
  maxHundredths: number,
  entered: Exclude<EnteredValue, null>,
): Measured {
  const max = whole(maxHundredths);
  if (calculation === null || calculation.type === 'PASS_FAIL') return fullOrZero(entered, maxHundredths);
  if (calculation.type === 'CHOICE') return chosen(calculation, max, entered);
  const value = typeof entered === 'boolean' ? null : quantityOrNull(entered);
  if (value === null) return { problem: NOT_A_NUMBER };
  return { mark: clamp(numberMark(calculation, max, value), ZERO, max) };
}

type NumberCalculation = Extract<
  Calculation,
  { type: 'NUMBER_COMPLETED' | 'REGULAR_DIFFERENCE_DEDUCTION' | 'RANGED_SCORE' }
>;

function numberMark(calculation: NumberCalculation, max: Ratio, value: Ratio): Ratio {
  switch (calculation.type) {
    case 'NUMBER_COMPLETED': {
      const possible = quantity(calculation.possible, 'calculation.possible');
      return possible.n <= 0n ? ZERO : divide(multiply(max, value), possible);
    }
    case 'REGULAR_DIFFERENCE_DEDUCTION': {
      const away = subtract(value, quantity(calculation.target, 'calculation.target'));
      const tolerance = quantity(calculation.tolerance ?? '0', 'calculation.tolerance');
      const excess = subtract({ n: away.n < 0n ? -away.n : away.n, d: away.d }, tolerance);
      if (excess.n <= 0n) return max;
      const step = quantity(calculation.step, 'calculation.step');
      if (step.n <= 0n) return ZERO;
      const steps: Ratio = { n: ceilOf(divide(excess, step)), d: 1n };
      return subtract(max, multiply(steps, inMarks(calculation.deduction, calculation.deductionType, max)));
    }
    case 'RANGED_SCORE': {
      const target = quantity(calculation.target, 'calculation.target');
      let best: Ratio = ZERO;
      for (const range of calculation.ranges) {
        if (compare(value, subtract(target, quantity(range.lower, 'calculation.ranges.lower'))) < 0) continue;
        if (compare(value, add(target, quantity(range.upper, 'calculation.ranges.upper'))) > 0) continue;
        const mark = subtract(max, inMarks(range.deduction, calculation.deductionType, max));
        if (compare(mark, best) > 0) best = mark;
      }
      return best;
    }
  }
}

function chosen(
  calculation: Extract<Calculation, { type: 'CHOICE' }>,
  max: Ratio,
  entered: Exclude<EnteredValue, null>,
): Measured {
  const text = String(entered).trim();
  const byLabel = calculation.choices.find((choice) => choice.label.trim() === text);
  const choice = byLabel ?? (/^\d{1,3}$/.test(text) ? calculation.choices[Number(text) - 1] : undefined);
  if (!choice)
    return {
      problem: {
        zh: `没有这个选项;请填选项文字或序号 1–${calculation.choices.length}。`,
        en: `No such choice; give its label or its number 1–${calculation.choices.length}.`,
      },
    };
  const mark = subtract(max, inMarks(choice.deduction, calculation.deductionType, max));
  return { mark: clamp(mark, ZERO, max) };
}

const FULL = new Set(['true', 'yes', '是', '1']);
const NOTHING = new Set(['false', 'no', '否', '0']);

function fullOrZero(entered: Exclude<EnteredValue, null>, maxHundredths: number): Measured {
  const text = String(entered).trim().toLowerCase();
  if (FULL.has(text)) return { mark: whole(maxHundredths) };
  if (NOTHING.has(text)) return { mark: ZERO };
  const value = quantityOrNull(text);
  if (value !== null && value.n === 0n) return { mark: ZERO };
  if (value !== null && compare(value, { n: 1n, d: 1n }) === 0) return { mark: whole(maxHundredths) };
  if (value !== null && compare(value, { n: BigInt(maxHundredths), d: 100n }) === 0)
    return { mark: whole(maxHundredths) };
  return {
    problem: {
      zh: '该评分点只有满分或零分;请填 1 / 0(是 / 否)。',
      en: 'This aspect earns its full mark or zero; give 1 or 0 (true or false).',
    },
  };
}

/** A deduction in hundredths of a mark. */
function inMarks(deduction: string, type: 'marks' | 'percent', max: Ratio): Ratio {
  const size = quantity(deduction, 'calculation.deduction');
  return type === 'marks' ? multiply(size, whole(100)) : multiply(max, { n: size.n, d: size.d * 100n });
}

const NOT_A_NUMBER: Said = {
  zh: '请填十进制数值(最多八位小数)。',
  en: 'Give a decimal number with at most eight places.',
};
