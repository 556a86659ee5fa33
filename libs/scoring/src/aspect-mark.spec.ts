import { aspect } from '../../../test/support/scoring-examples.js';
import { aspectMark, computeAspectMark } from './aspect-mark.js';
import { MEAN_OF_THREE, TRIMMED_MEAN_OF_FIVE } from './panel-rule.js';

const judged = aspect('B2.4', 'judgement', '2.00');

describe('a judgement by three judges', () => {
  it.each([
    [[2, 3, 2], 156],
    [[2, 2, 1], 111],
    [[3, 3, 3], 200],
    [[0, 0, 0], 0],
    [[1, 0, 1], 44],
    [['3', '2', '2'], 156],
  ])('turns %j of 2.00 into %i hundredths', (scores, mark) => {
    expect(aspectMark(judged, scores, MEAN_OF_THREE)).toMatchObject({
      state: 'marked',
      markHundredths: mark,
    });
  });

  it('gives the same mark whichever judge gave which score', () => {
    const marks = [
      [1, 2, 2],
      [2, 1, 2],
      [2, 2, 1],
    ].map((scores) => computeAspectMark(judged, scores, MEAN_OF_THREE));
    expect(marks).toEqual([111, 111, 111]);
  });

  it.each([
    [[2, 0, 1], 2],
    [[0, 3, 3], 3],
    [[2, null, 0], 2],
  ])('has no mark while %j lie %i steps apart', (scores, spread) => {
    expect(aspectMark(judged, scores, MEAN_OF_THREE)).toMatchObject({
      state: 'spread',
      spread,
      markHundredths: null,
    });
  });

  it('is unmarked before the first score and incomplete before the last, never zero', () => {
    expect(aspectMark(judged, [], MEAN_OF_THREE)).toMatchObject({ state: 'unmarked', markHundredths: null });
    expect(aspectMark(judged, [null, '', ' '], MEAN_OF_THREE)).toMatchObject({ state: 'unmarked' });
    expect(aspectMark(judged, [0, 0, null], MEAN_OF_THREE)).toMatchObject({
      state: 'incomplete',
      markHundredths: null,
    });
  });

  it.each([[[4, 2, 2]], [[-1, 0, 0]], [[1.5, 1, 2]], [[true, 1, 1]], [['x', 1, 1]], [[1, 1, 1, 1]]])(
    'refuses %j as scores',
    (scores) => {
      const mark = aspectMark(judged, scores, MEAN_OF_THREE);
      expect(mark).toMatchObject({ state: 'invalid', markHundredths: null });
      expect(mark.problem?.zh).toContain('B2.4');
    },
  );

  it('shows its arithmetic', () => {
    expect(aspectMark(judged, [2, 3, 2], MEAN_OF_THREE).steps).toEqual([
      { step: 'entered', value: '2, 3, 2' },
      { step: 'mean', value: '2.3333' },
      { step: 'rounded', value: '1.56' },
    ]);
  });
});

describe('a judgement by five judges, one highest and one lowest dropped', () => {
  it.each([
    [[0, 2, 2, 3, 3], 156],
    [[3, 3, 3, 3, 0], 200],
    [[1, 1, 1, 1, 1], 67],
  ])('turns %j of 2.00 into %i hundredths', (scores, mark) =>
    expect(computeAspectMark(judged, scores, TRIMMED_MEAN_OF_FIVE)).toBe(mark),
  );

  it('takes marks instead of steps where the contest says so', () => {
    const panel = { ...TRIMMED_MEAN_OF_FIVE, scores: 'marks' as const };
    expect(aspectMark(judged, ['1.50', '1.70', '2.00', '0.10', '1.65'], panel)).toMatchObject({
      markHundredths: 162,
      steps: expect.arrayContaining([{ step: 'dropped', value: '0.1, 2' }]),
    });
    expect(aspectMark(judged, ['2.01', '1', '1', '1', '1'], panel).state).toBe('invalid');
  });

  it('needs all five', () =>
    expect(aspectMark(judged, [1, 1, 1], TRIMMED_MEAN_OF_FIVE).state).toBe('incomplete'));
});

describe('a measurement', () => {
  const measured = aspect('A1.1', 'measurement', '0.75');

  it.each([
    [true, 75],
    [1, 75],
    ['1', 75],
    ['yes', 75],
    ['是', 75],
    ['0.75', 75],
    [false, 0],
    [0, 0],
    ['0.00', 0],
    ['否', 0],
  ])('without a calculation earns all or nothing: %p → %i', (value, mark) =>
    expect(computeAspectMark(measured, [value], MEAN_OF_THREE)).toBe(mark),
  );

  it.each(['0.50', 2, 'maybe', '-1'])('without a calculation refuses %p', (value) =>
    expect(aspectMark(measured, [value], MEAN_OF_THREE)).toMatchObject({
      state: 'invalid',
      markHundredths: null,
    }),
  );

  it('takes one value, not one per judge', () =>
    expect(aspectMark(measured, [1, 1, 1], MEAN_OF_THREE).state).toBe('invalid'));

  it('is unmarked when nothing was entered', () =>
    expect(aspectMark(measured, [null], MEAN_OF_THREE)).toMatchObject({
      state: 'unmarked',
      markHundredths: null,
    }));
});
