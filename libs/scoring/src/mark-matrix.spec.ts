import { NOT_MARKED, rowWidth, SPREAD_OPEN, totalsFromMatrix } from './mark-matrix.js';
import type { MatrixAspect } from './mark-matrix.js';

const aspects: MatrixAspect[] = [{ kind: 'mark' }, { kind: 'judgement', maxHundredths: 200 }];

describe('totals from a matrix of stored values', () => {
  it('adds marks and means of three, and keeps unmarked and open spreads from being zero', () => {
    const rows = [
      [150, 2, 3, 2],
      [0, 0, 0, 0],
      [-1, 2, 3, 2],
      [150, 2, -1, 2],
      [150, 0, 3, 1],
      [-1, 3, 1, -1],
    ];
    expect(rowWidth(aspects)).toBe(4);
    expect([...totalsFromMatrix(aspects, Int32Array.from(rows.flat()), rows.length)]).toEqual([
      306,
      0,
      NOT_MARKED,
      NOT_MARKED,
      SPREAD_OPEN,
      SPREAD_OPEN,
    ]);
  });

  it('has no totals for no entries', () =>
    expect(totalsFromMatrix(aspects, new Int32Array(), 0)).toHaveLength(0));
});
