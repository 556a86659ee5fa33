import { readOccupationCode } from './occupation-code.js';

it('reads an occupation code and the letter of the 2022 edition', () => {
  expect(readOccupationCode(' 6-31-01-03 ')).toBe('6-31-01-03');
  expect(readOccupationCode('4-04-05-01 S')).toBe('4-04-05-01 S');
  expect(readOccupationCode('4－04－05－01（l/s）')).toBe('4-04-05-01 L/S');
});

it('refuses what is no code of an occupation', () => {
  for (const text of ['6-31-01', '9-31-01-03', '6-31-1-3', '63101-03', '焊工', '6-31-01-03X', '']) {
    expect(readOccupationCode(text)).toBeNull();
  }
});
