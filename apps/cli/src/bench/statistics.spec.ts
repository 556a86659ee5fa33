import { interleaved, median, percentile } from './statistics.js';

describe('the figures of a measurement', () => {
  it('takes the middle one, and the mean of two in the middle', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(() => median([])).toThrow('nothing');
  });

  it('takes percentiles by nearest rank', () => {
    const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
    expect(percentile(hundred, 0.5)).toBe(50);
    expect(percentile(hundred, 0.99)).toBe(99);
    expect(percentile(hundred, 1)).toBe(100);
    expect(percentile([], 0.5)).toBeNaN();
  });

  it('measures in turn', async () => {
    const order: string[] = [];
    const measure = (name: string) => async (round: number) => order.push(`${name}${round}`);
    const { a, b } = await interleaved(2, { a: measure('a'), b: measure('b') });
    expect(order).toEqual(['a0', 'b0', 'a1', 'b1']);
    expect([a, b]).toEqual([
      [1, 3],
      [2, 4],
    ]);
  });
});
