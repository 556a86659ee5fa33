import { namedPolicy, type Policy } from '@luban/scoring';
import type { AspectCard } from './entered-value.js';
import { formStanding } from './form-standing.js';

const rules = namedPolicy('worldskills-2026') as Policy;
const aspects: AspectCard[] = [
  { id: 'm', code: 'B2.3', kind: 'measurement', maxHundredths: 100, calculation: null },
  { id: 'j', code: 'B2.4', kind: 'judgement', maxHundredths: 200, calculation: null },
];
const scores = (...given: [seat: number, value: string][]) =>
  given.map(([seat, value]) => ({ aspectId: seat === 0 ? 'm' : 'j', seat, value }));

describe('where a form stands', () => {
  it('has no subtotal while nothing is marked, and names every aspect that is missing', () => {
    const standing = formStanding(aspects, [], rules);
    expect(standing).toMatchObject({
      marked: 0,
      missing: ['B2.3', 'B2.4'],
      spreads: [],
      subtotalHundredths: null,
    });
    expect(standing.isComplete).toBe(false);
  });

  it('adds up what is marked: a zero is a mark, a missing judge is not', () => {
    const standing = formStanding(aspects, scores([0, '0'], [1, '2'], [2, '2']), rules);
    expect(standing).toMatchObject({
      marked: 1,
      missing: ['B2.4'],
      subtotalHundredths: 0,
      isComplete: false,
    });
  });

  it('shows two steps between judges as an open spread, also before the third has scored', () => {
    const standing = formStanding(aspects, scores([0, '1'], [1, '0'], [2, '2']), rules);
    expect(standing.spreads).toEqual([{ aspectId: 'j', code: 'B2.4', spread: 2 }]);
    expect(standing).toMatchObject({ missing: [], isComplete: false, subtotalHundredths: 100 });
  });

  it('is complete when every aspect has its mark: (2,3,2) of 2.00 is 1.56', () => {
    const standing = formStanding(aspects, scores([0, '1'], [1, '2'], [2, '3'], [3, '2']), rules);
    expect(standing).toMatchObject({ marked: 2, isComplete: true, subtotalHundredths: 256 });
  });

  it('is never complete without aspects', () => {
    expect(formStanding([], [], rules).isComplete).toBe(false);
  });
});
