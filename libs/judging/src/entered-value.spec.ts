import { MEAN_OF_THREE, TRIMMED_MEAN_OF_FIVE } from '@luban/scoring';
import { type AspectCard, readEnteredValue } from './entered-value.js';

const aspect = (over: Partial<AspectCard>): AspectCard => ({
  id: 'a',
  code: 'B2.3',
  kind: 'measurement',
  maxHundredths: 100,
  calculation: null,
  ...over,
});
const read = (over: Partial<AspectCard>, seat: number, entered: string, panel = MEAN_OF_THREE) =>
  readEnteredValue(aspect(over), seat, entered, panel);

describe('reading an entered value', () => {
  it('keeps a yes or a full mark as 1 and a no as 0, with the mark they earn', () => {
    for (const yes of ['1', 'true', '是', '1.00'])
      expect(read({}, 0, yes)).toEqual({ value: '1', markHundredths: 100 });
    for (const no of ['0', '否', '0.00']) expect(read({}, 0, no)).toEqual({ value: '0', markHundredths: 0 });
    expect(read({ maxHundredths: 250 }, 0, '2.50')).toEqual({ value: '1', markHundredths: 250 });
    expect(read({}, 0, '0.5')).toBeNull();
    expect(read({}, 0, '')).toBeNull();
  });

  it('keeps a measured number in its shortest form and marks it by the calculation', () => {
    const calculation = { type: 'NUMBER_COMPLETED', possible: '8' } as const;
    expect(read({ calculation, maxHundredths: 200 }, 0, ' 06.00 ')).toEqual({
      value: '6',
      markHundredths: 150,
    });
    for (const outside of ['9', '-1']) expect(read({ calculation }, 0, outside)).toBeNull();
    expect(read({ calculation }, 0, '1.23456')).toBeNull();
    expect(read({ calculation }, 0, '6 mm')).toBeNull();
    expect(read({ calculation }, 1, '6')).toBeNull();
  });

  it('keeps a choice as a number that leads back to the same choice, also when labels are numbers', () => {
    const choices = ['2', '1', '完全正确'].map((label, i) => ({ label, deduction: String(i * 0.5) }));
    const calculation = { type: 'CHOICE', deductionType: 'marks', choices } as const;
    expect(read({ calculation, maxHundredths: 100 }, 0, '2')).toEqual({ value: '2', markHundredths: 100 });
    expect(read({ calculation, maxHundredths: 100 }, 0, '1')).toEqual({ value: '1', markHundredths: 50 });
    expect(read({ calculation, maxHundredths: 100 }, 0, '完全正确')).toEqual({
      value: '3',
      markHundredths: 0,
    });
    expect(read({ calculation, maxHundredths: 100 }, 0, '4')).toBeNull();
  });

  it('takes a judge’s score from 0 to 3 in his seat, and gives it no mark of its own', () => {
    expect(read({ kind: 'judgement' }, 3, '3')).toEqual({ value: '3', markHundredths: null });
    for (const [seat, entered] of [
      [1, '4'],
      [1, '1.5'],
      [0, '2'],
      [4, '2'],
    ] as const)
      expect(read({ kind: 'judgement' }, seat, entered)).toBeNull();
  });

  it('takes marks up to the maximum from a panel of five that gives marks', () => {
    const givesMarks = { ...TRIMMED_MEAN_OF_FIVE, scores: 'marks' } as const;
    const five = { kind: 'judgement', maxHundredths: 1000 } as const;
    expect(read(five, 5, '9.50', givesMarks)).toEqual({ value: '9.5', markHundredths: null });
    expect(read(five, 5, '10.01', givesMarks)).toBeNull();
  });
});
