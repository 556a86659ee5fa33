import { marksHash, versionCode } from './version-code.js';

const values = [
  { aspectId: 'a', seat: 1, value: '2' },
  { aspectId: 'a', seat: 2, value: '3' },
];

describe('the version code of a sheet', () => {
  it('is the same for the same marks in any order', () => {
    expect(marksHash('f', values)).toBe(marksHash('f', [...values].reverse()));
    expect(versionCode(marksHash('f', values), 7)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  it('changes with a mark, with the form and with the revision', () => {
    const code = versionCode(marksHash('f', values), 7);
    const other = [{ aspectId: 'a', seat: 1, value: '1' }, ...values.slice(1)];
    expect(versionCode(marksHash('f', other), 7)).not.toBe(code);
    expect(versionCode(marksHash('g', values), 7)).not.toBe(code);
    expect(versionCode(marksHash('f', values), 8)).not.toBe(code);
  });
});
