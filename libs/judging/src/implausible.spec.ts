import { implausible } from './implausible.js';

const form = (n: number, totalHundredths: number) => ({
  formId: `f${n}`,
  workCode: `W${n}`,
  subCriterionCode: 'B2',
  totalHundredths,
  maxHundredths: 500,
});
const measured = (n: number, value: string) => ({
  formId: `f${n}`,
  workCode: `W${n}`,
  subCriterionCode: 'B2',
  aspectCode: 'B2.3',
  value,
});

describe('what deserves a second look', () => {
  it('is a form that comes to nothing', () => {
    expect(implausible([form(1, 0), form(2, 400)], [])).toMatchObject([
      { kind: 'allZero', formId: 'f1', value: '0.00' },
    ]);
  });

  it('is a total more than three scaled MADs from the middle of its sub-criterion', () => {
    const forms = [400, 410, 420, 430, 440, 120].map((total, i) => form(i, total));
    expect(implausible(forms, [])).toMatchObject([
      { kind: 'totalOutlier', formId: 'f5', value: '1.20', median: '4.15', distance: 13.3 },
    ]);
  });

  it('is no total that lies close to the others, however close those lie together', () => {
    expect(
      implausible(
        [400, 401, 402, 403, 404, 440].map((total, i) => form(i, total)),
        [],
      ),
    ).toEqual([]);
  });

  it('is a slip of the decimal point in a measurement', () => {
    const values = ['6.1', '6.2', '6.0', '5.9', '62'].map((value, i) => measured(i, value));
    expect(implausible([], values)).toMatchObject([
      { kind: 'valueOutlier', formId: 'f4', value: '62', median: '6.1' },
    ]);
  });

  it('is nothing among fewer than five works, or where all others are equal', () => {
    expect(
      implausible(
        [],
        ['6', '6', '6', '60'].map((value, i) => measured(i, value)),
      ),
    ).toEqual([]);
    expect(
      implausible(
        [],
        ['6', '6', '6', '6', '60'].map((value, i) => measured(i, value)),
      ),
    ).toEqual([]);
  });
});
