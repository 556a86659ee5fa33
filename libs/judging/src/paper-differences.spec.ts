import { paperDifferences } from './paper-differences.js';

const aspects = [
  { id: 'x', code: 'B2.3' },
  { id: 'y', code: 'B2.4' },
];

describe('two readings of one paper', () => {
  it('do not differ when every cell is the same, in any order', () => {
    const first = [
      { aspectId: 'x', seat: 0, value: '6.2' },
      { aspectId: 'y', seat: 1, value: '2' },
    ];
    expect(paperDifferences(aspects, first, [...first].reverse())).toEqual([]);
  });

  it('differ where a value differs or only one person has it, listed in the order of the form', () => {
    const first = [
      { aspectId: 'y', seat: 2, value: '1' },
      { aspectId: 'x', seat: 0, value: '6.2' },
    ];
    const second = [
      { aspectId: 'x', seat: 0, value: '6.5' },
      { aspectId: 'y', seat: 1, value: '3' },
    ];
    expect(paperDifferences(aspects, first, second)).toEqual([
      { aspectId: 'x', code: 'B2.3', seat: 0, entered: '6.2', checked: '6.5' },
      { aspectId: 'y', code: 'B2.4', seat: 1, entered: null, checked: '3' },
      { aspectId: 'y', code: 'B2.4', seat: 2, entered: '1', checked: null },
    ]);
  });
});
