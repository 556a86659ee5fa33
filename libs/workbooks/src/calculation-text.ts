import type { Calculation, Said } from '@luban/scoring';
import { canonicalDecimal, cisDecimal } from './decimal-text.js';

/**
 * Calculations as the sheet `Calculations` of a CIS workbook writes them (DOMAIN.md 5): parameters
 * `NAME:::decimal#x~x#text` joined by `#-#`. The names are those of real exports; those of
 * REGULAR_DIFFERENCE_DEDUCTION are not in the public files we have, so several spellings are understood.
 */
export function decodeCalculation(
  type: string,
  name: string,
  text: string,
): { calculation: Calculation; problem: null } | { calculation: null; problem: Said } {
  const parameters = decodeParameters(text);
  const named = name === '' ? {} : { name };
  const quantity = (pattern: RegExp): string | null => {
    for (const [key, { decimal }] of parameters) if (pattern.test(key)) return canonicalDecimal(decimal);
    return null;
  };
  const deductionType = /^PERCENT/i.test(parameters.get('DEDUCTION_TYPE')?.text ?? '') ? 'percent' : 'marks';
  switch (type) {
    case 'PASS_FAIL':
      return { calculation: { type, ...named }, problem: null };
    case 'NUMBER_COMPLETED': {
      const possible = quantity(/^NUM_POSSIBLE$/) ?? quantity(/POSSIBLE/);
      if (possible === null || Number(possible) <= 0)
        return problem('缺少可完成数量。', 'The number possible is missing.');
      return { calculation: { type, ...named, possible }, problem: null };
    }
    case 'CHOICE': {
      const choices = numbered(parameters, /^CHOICE(\d+)_(LABEL|DEDUCTION)$/)
        .map((part) => ({
          label: part.get('LABEL')?.text ?? '',
          deduction: canonicalDecimal(part.get('DEDUCTION')?.decimal ?? ''),
        }))
        .filter(({ label, deduction }) => label !== '' || deduction !== null)
        .map(({ label, deduction }) => ({ label, deduction: deduction ?? '0' }));
      return { calculation: { type, ...named, deductionType, choices }, problem: null };
    }
    case 'REGULAR_DIFFERENCE_DEDUCTION': {
      const target = quantity(/TARGET|NOMINAL|EXPECTED/);
      const deduction = quantity(/DEDUCT(?!ION_TYPE)/);
      const step = quantity(
        /^(?!.*(DEDUCT|TARGET|NOMINAL|TOLERANCE)).*(STEP|DIFFERENCE|INTERVAL|INCREMENT|UNIT|EACH)/,
      );
      const tolerance = quantity(/TOLERANCE/);
      if (target === null || deduction === null || step === null || Number(step) <= 0)
        return problem('缺少目标值、步长或扣分。', 'The target, the step or the deduction is missing.');
      const allowed = tolerance === null ? {} : { tolerance };
      return {
        calculation: { type, ...named, deductionType, target, step, deduction, ...allowed },
        problem: null,
      };
    }
    case 'RANGED_SCORE': {
      const target = quantity(/^TARGET_VALUE$/) ?? '0';
      const ranges = numbered(parameters, /^RANGE(\d+)_(LOWER|UPPER|DEDUCTION)$/)
        .map((part) => {
          const of = (key: string): string | null => canonicalDecimal(part.get(key)?.decimal ?? '');
          return { lower: of('LOWER'), upper: of('UPPER'), deduction: of('DEDUCTION') };
        })
        // A band nobody filled in is three empty parameters.
        .filter(({ lower, upper, deduction }) => lower !== null || upper !== null || deduction !== null)
        .map(({ lower, upper, deduction }) => ({
          lower: lower ?? '0',
          upper: upper ?? '0',
          deduction: deduction ?? '0',
        }));
      return { calculation: { type, ...named, deductionType, target, ranges }, problem: null };
    }
    default:
      return problem(`不认识的计算方式 ${type}。`, `Nobody knows the calculation ${type}.`);
  }
}

/** The parameters column for a calculation; decodeCalculation reads it back as it was. */
export function encodeCalculation(calculation: Calculation): string {
  switch (calculation.type) {
    case 'PASS_FAIL':
      return '';
    case 'NUMBER_COMPLETED':
      return quantityText('NUM_POSSIBLE', calculation.possible);
    case 'CHOICE':
      return [
        wordText('DEDUCTION_TYPE', calculation.deductionType === 'percent' ? 'PERCENT' : 'MARKS'),
        ...calculation.choices.flatMap(({ label, deduction }, i) => [
          wordText(`CHOICE${i + 1}_LABEL`, label),
          quantityText(`CHOICE${i + 1}_DEDUCTION`, deduction),
        ]),
      ].join('#-#');
    case 'REGULAR_DIFFERENCE_DEDUCTION':
      return [
        wordText('DEDUCTION_TYPE', calculation.deductionType === 'percent' ? 'PERCENT' : 'MARKS'),
        quantityText('TARGET_VALUE', calculation.target),
        quantityText('DIFFERENCE', calculation.step),
        quantityText('DEDUCTION', calculation.deduction),
        ...(calculation.tolerance === undefined ? [] : [quantityText('TOLERANCE', calculation.tolerance)]),
      ].join('#-#');
    case 'RANGED_SCORE':
      return [
        wordText('DEDUCTION_TYPE', calculation.deductionType === 'percent' ? 'PERCENT' : 'MARKS'),
        quantityText('TARGET_VALUE', calculation.target),
        ...calculation.ranges.flatMap(({ lower, upper, deduction }, i) => [
          quantityText(`RANGE${i + 1}_LOWER`, lower),
          quantityText(`RANGE${i + 1}_UPPER`, upper),
          quantityText(`RANGE${i + 1}_DEDUCTION`, deduction),
        ]),
      ].join('#-#');
  }
}

function problem(zh: string, en: string): { calculation: null; problem: Said } {
  return { calculation: null, problem: { zh, en } };
}

type Parameter = { decimal: string; text: string };

function decodeParameters(text: string): Map<string, Parameter> {
  const parameters = new Map<string, Parameter>();
  for (const part of text.split(/#-#(?=[A-Z][A-Z0-9_]*:::)/)) {
    const match = /^\s*([A-Z][A-Z0-9_]*):::([\s\S]*?)#x~x#([\s\S]*)$/.exec(part);
    if (match?.[1])
      parameters.set(match[1], { decimal: match[2] ?? '', text: unescapeMarks(match[3] ?? '') });
  }
  return parameters;
}

/** Groups `CHOICE2_LABEL`, `CHOICE2_DEDUCTION` … by their number, in the order of the numbers. */
function numbered(parameters: Map<string, Parameter>, pattern: RegExp): Map<string, Parameter>[] {
  const groups = new Map<number, Map<string, Parameter>>();
  for (const [key, parameter] of parameters) {
    const match = pattern.exec(key);
    if (!match?.[1] || !match[2]) continue;
    const group = groups.get(Number(match[1])) ?? new Map<string, Parameter>();
    groups.set(Number(match[1]), group.set(match[2], parameter));
  }
  return [...groups].sort(([a], [b]) => a - b).map(([, group]) => group);
}

const quantityText = (name: string, canonical: string): string => `${name}:::${cisDecimal(canonical)}#x~x#`;
const wordText = (name: string, text: string): string => `${name}:::#x~x#${escapeMarks(text)}`;

// A label may itself hold the separators; their `#` is then written as Excel writes what it cannot hold.
const escapeMarks = (text: string): string =>
  text.replace(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x').replace(/#(?=-#|x~x#)/g, '_x0023_');
const unescapeMarks = (text: string): string =>
  text.replace(/_x(0023|005[Ff])_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
