import fc from 'fast-check';
import { codeLength, drawCodes, isOffensive, isWorkCode, lengthOf } from './work-code.js';

const works = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    entryId: `entry-${String(at).padStart(4, '0')}`,
    moduleId: 'module',
  }));

describe('work codes', () => {
  it('look like 7K3-Q, without look-alike characters and without offensive patterns, and are unique in the event', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom<4 | 6>(4, 6), (seed, length) => {
        const earlier = drawCodes(seed, works(80), new Set(), length).map(({ code }) => code);
        const codes = drawCodes(`${seed}!`, works(80), new Set(earlier), length).map(({ code }) => code);
        for (const code of codes) {
          expect(isWorkCode(code)).toBe(true);
          expect(lengthOf(code)).toBe(length);
          expect(code).not.toMatch(/[0O1IL]/);
          expect(isOffensive(code)).toBe(false);
        }
        expect(new Set([...earlier, ...codes]).size).toBe(160);
      }),
      { numRuns: 40 },
    );
  });

  it('tell nothing about the order of entries: a later entry has the smaller code about half the time', () => {
    let smaller = 0;
    for (let seed = 0; seed < 1000; seed += 1) {
      const [first, second] = drawCodes(String(seed), works(2), new Set(), 4);
      if (first!.code > second!.code) smaller += 1;
    }
    expect(Math.abs(smaller - 500)).toBeLessThan(5 * 16);
  });

  it('are the same for the same seed, whatever the order in which the works are named', () => {
    const coded = drawCodes('seed', works(20), new Set(), 4);
    expect(drawCodes('seed', works(20).reverse(), new Set(), 4)).toEqual(coded);
    expect(drawCodes('other', works(20), new Set(), 4)).not.toEqual(coded);
  });

  it('grow longer before an event uses more than a quarter of the short ones', () => {
    expect(codeLength(0, 6400)).toBe(4);
    expect(codeLength(6000, 401)).toBe(6);
    expect(isWorkCode('7K3-Q8M')).toBe(true);
    expect(isWorkCode('7K3-Q8')).toBe(false);
    expect(isWorkCode('0K3-Q')).toBe(false);
  });

  it('leave out what reads as an insult', () => {
    expect(isOffensive('3F8-K')).toBe(true);
    expect(isOffensive('2W5-C')).toBe(true);
    expect(isOffensive('7K3-Q')).toBe(false);
  });
});
