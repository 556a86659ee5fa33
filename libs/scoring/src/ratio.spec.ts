import { divideHalfUp, quantityOrNull, roundHalfUp, showRatio } from './ratio.js';

describe('rounding half up', () => {
  it.each([
    [5, 2, 3],
    [-5, 2, -2],
    [7, 2, 4],
    [-7, 2, -3],
    [1, 3, 0],
    [2, 3, 1],
    [-1, 3, 0],
    [-2, 3, -1],
    [0, 7, 0],
    [14, 7, 2],
  ])('takes %i / %i to %i, a half going towards plus infinity', (n, d, rounded) => {
    expect(roundHalfUp({ n: BigInt(n), d: BigInt(d) })).toBe(rounded);
    expect(divideHalfUp(n, d) + 0).toBe(rounded);
  });

  it('does not lose a half that floating point cannot hold', () => {
    // 1.005 × 100 is 100.49999999999999 in floating point
    expect(roundHalfUp({ n: 1005n * 100n, d: 1000n })).toBe(101);
    expect(divideHalfUp(4_000_000_000_000_001, 2)).toBe(2_000_000_000_000_001);
  });
});

describe('a measured quantity', () => {
  it.each(['6.2', '-6.20', '0', '100.00000001'])('is read exactly: %s', (text) =>
    expect(showRatio(quantityOrNull(text) ?? { n: 0n, d: 0n })).toBe(
      String(Math.round(Number(text) * 1e4) / 1e4),
    ),
  );

  it.each(['', 'abc', '1e3', '1.123456789', '1234567890123', '--1', 'Infinity'])(
    'is not read from %j',
    (text) => expect(quantityOrNull(text)).toBeNull(),
  );
});
