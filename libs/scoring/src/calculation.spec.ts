import { measuredMark } from './calculation.js';
import type { EnteredValue } from './calculation.js';
import { roundHalfUp } from './ratio.js';
import type { Calculation } from './scheme.js';

const mark = (
  calculation: Calculation,
  max: number,
  entered: Exclude<EnteredValue, null>,
): number | string => {
  const measured = measuredMark(calculation, max, entered);
  return 'mark' in measured ? roundHalfUp(measured.mark) : measured.problem.en;
};

describe('the five calculations', () => {
  it.each([
    [true, 150],
    ['0', 0],
  ])('PASS_FAIL of 1.50: %p → %i', (entered, expected) =>
    expect(mark({ type: 'PASS_FAIL' }, 150, entered)).toBe(expected),
  );

  it.each([
    ['4', 100],
    ['3', 75],
    ['0', 0],
    ['9', 100],
    ['-1', 0],
  ])(
    'NUMBER_COMPLETED of 4 possible, 1.00: %s → %i, never above the maximum or below zero',
    (entered, expected) =>
      expect(mark({ type: 'NUMBER_COMPLETED', possible: '4' }, 100, entered)).toBe(expected),
  );

  it('NUMBER_COMPLETED rounds once, at the mark: 2 of 3 of 0.25 is 0.17', () =>
    expect(mark({ type: 'NUMBER_COMPLETED', possible: '3' }, 25, 2)).toBe(17));

  const violations: Calculation = {
    type: 'CHOICE',
    deductionType: 'percent',
    choices: [
      { label: 'none', deduction: '0' },
      { label: 'at most 2', deduction: '33.3' },
      { label: 'at most 3', deduction: '66.6' },
      { label: 'more', deduction: '100' },
    ],
  };

  it.each([
    ['none', 150],
    ['at most 2', 100],
    [3, 50],
    ['4', 0],
  ])('CHOICE in per cent of 1.50: %p → %i', (entered, expected) =>
    expect(mark(violations, 150, entered)).toBe(expected),
  );

  it('CHOICE in marks never goes below zero', () =>
    expect(mark({ ...violations, deductionType: 'marks' }, 150, 'at most 2')).toBe(0));

  it.each(['five', 5, 0, 'true'])('CHOICE refuses %p', (entered) =>
    expect(mark(violations, 150, entered)).toContain('No such choice'),
  );

  const diameter: Calculation = {
    type: 'REGULAR_DIFFERENCE_DEDUCTION',
    deductionType: 'marks',
    target: '50',
    step: '0.1',
    deduction: '0.25',
    tolerance: '0.05',
  };

  it.each([
    ['50', 100],
    ['50.05', 100],
    ['49.95', 100],
    ['50.06', 75],
    ['50.15', 75],
    ['50.16', 50],
    ['49.85', 75],
    ['51', 0],
    ['0', 0],
  ])('REGULAR_DIFFERENCE_DEDUCTION, 0.25 for each begun 0.1 beyond 50 ± 0.05: %s → %i', (entered, expected) =>
    expect(mark(diameter, 100, entered)).toBe(expected),
  );

  // Both as in the EuroSkills 2025 workbook: coverage around 100, surviving mutants around 0.
  const coverage: Calculation = {
    type: 'RANGED_SCORE',
    deductionType: 'percent',
    target: '100',
    ranges: [
      { lower: '0', upper: '20', deduction: '100' },
      { lower: '20', upper: '0', deduction: '60' },
      { lower: '0', upper: '0', deduction: '0' },
    ],
  };

  it.each([
    ['100', 175],
    ['99.9', 70],
    ['80', 70],
    ['79.99', 0],
    ['0', 0],
  ])(
    'RANGED_SCORE of 1.75 around a target of 100: %s → %i, the least deduction that fits',
    (entered, expected) => expect(mark(coverage, 175, entered)).toBe(expected),
  );

  it.each([
    ['0', 175],
    ['3', 175],
    ['4', 70],
    ['15', 70],
    ['16', 0],
    ['-1', 0],
  ])('RANGED_SCORE of 1.75 above a target of 0: %s → %i', (entered, expected) => {
    const mutants: Calculation = {
      type: 'RANGED_SCORE',
      deductionType: 'percent',
      target: '0',
      ranges: [
        { lower: '0', upper: '3', deduction: '0' },
        { lower: '0', upper: '15', deduction: '60' },
      ],
    };
    expect(mark(mutants, 175, entered)).toBe(expected);
  });

  it.each([true, 'abc', '1e3'])('refuses %p where a number is needed', (entered) =>
    expect(mark(coverage, 175, entered)).toContain('decimal number'),
  );
});
