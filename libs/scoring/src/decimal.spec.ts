import { formatMark, markOrNull, parseMark } from './decimal.js';

describe('a mark as a decimal string', () => {
  it.each([
    ['61.42', 6142],
    ['61.4', 6140],
    ['61', 6100],
    ['0', 0],
    ['0.00', 0],
    ['0.05', 5],
    ['1000000.00', 100_000_000],
  ])('reads %s as %i hundredths', (text, hundredths) => expect(parseMark(text)).toBe(hundredths));

  it.each([
    '',
    ' ',
    '61.425',
    '-1',
    '+1',
    '.5',
    '5.',
    '1e2',
    '1,5',
    '61.42 ',
    'NaN',
    '１２',
    '1000000.01',
    '99999999',
  ])('refuses %j instead of rounding or guessing', (text) => {
    expect(() => parseMark(text, 'entries[0].total')).toThrow(
      expect.objectContaining({ code: 'score.bad-mark', path: 'entries[0].total' }),
    );
    expect(markOrNull(text)).toBeNull();
  });

  it.each([61.42, 61, NaN, null, undefined, true, {}, ['61.42']])('refuses %p, which is no string', (value) =>
    expect(() => parseMark(value)).toThrow(expect.objectContaining({ code: 'score.bad-mark' })),
  );

  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [50, '0.50'],
    [6142, '61.42'],
    [-250, '-2.50'],
    [100_000_000, '1000000.00'],
  ])('writes %i hundredths with two places', (hundredths, text) => expect(formatMark(hundredths)).toBe(text));
});
