import { aspect, scheme } from '../../../test/support/scoring-examples.js';
import type { Calculation, SchemeTree } from './scheme.js';
import { readScheme } from './scheme-reading.js';

const CALCULATIONS: Calculation[] = [
  { type: 'PASS_FAIL', name: 'Measurement' },
  { type: 'NUMBER_COMPLETED', possible: '4' },
  { type: 'CHOICE', deductionType: 'percent', choices: [{ label: 'none', deduction: '33.3' }] },
  {
    type: 'REGULAR_DIFFERENCE_DEDUCTION',
    deductionType: 'marks',
    target: '-5',
    step: '0.1',
    deduction: '0.25',
  },
  {
    type: 'RANGED_SCORE',
    deductionType: 'percent',
    target: '100',
    ranges: [{ lower: '20', upper: '0', deduction: '60' }],
  },
];

const tree = (): SchemeTree => ({
  ...scheme(
    ...CALCULATIONS.map((calculation, i) => aspect(`A1.${i + 1}`, 'measurement', '1.00', { calculation })),
    aspect('B1.1', 'judgement', '2.00', { section: '1', captions: ['Look'] }),
  ),
  skill: { number: '17', name: 'Web' },
  sections: [{ number: '1', name: 'Work', weightHundredths: 10_000 }],
});
const json = (): Record<string, unknown> => JSON.parse(JSON.stringify(tree())) as Record<string, unknown>;

describe('reading a scheme tree', () => {
  it('gives back what was written', () => expect(readScheme(json())).toEqual(tree()));

  it('does without what scoring does not need', () => {
    const bare = {
      criteria: [
        {
          code: 'A',
          subCriteria: [{ code: 'A1', aspects: [{ id: 'A1.1', kind: 'measurement', maxHundredths: 100 }] }],
        },
      ],
    };
    expect(readScheme(bare).criteria[0]?.subCriteria[0]?.aspects[0]).toEqual(
      aspect('A1.1', 'measurement', '1.00', { description: '' }),
    );
  });

  it.each([
    ['score.doubled-name', 'A1.2', 'A1.1'],
    ['score.bad-type', '"maxHundredths":100,', '"maxHundredths":-1,'],
    ['score.bad-type', '"maxHundredths":100,', '"maxHundredths":0.5,'],
    ['score.bad-type', '"maxHundredths":100,', '"maxHundredths":"1.00",'],
    ['score.bad-type', '"kind":"judgement"', '"kind":"guess"'],
    ['score.bad-type', 'NUMBER_COMPLETED', 'SQUARE_ROOT'],
    ['score.bad-quantity', '"possible":"4"', '"possible":"four"'],
    ['score.bad-type', '"possible":"4"', '"possible":4'],
    ['score.bad-type', '"deductionType":"percent"', '"deductionType":"points"'],
    ['score.bad-type', '"captions":["Look"]', '"captions":[7]'],
  ])('refuses with %s when %s becomes %s', (code, from, to) => {
    const changed = JSON.stringify(tree()).replace(from, to);
    expect(changed).toContain(to);
    expect(() => readScheme(JSON.parse(changed))).toThrow(expect.objectContaining({ code }));
  });
});
