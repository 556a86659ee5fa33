import { readWorkstationCodes, workstationsMost } from './workstation-codes.js';

describe('a list of workstation codes', () => {
  it('unfolds a range as wide as it was typed, by whatever dash people use', () => {
    const three = ['A01', 'A02', 'A03'];
    for (const typed of ['A01-A03', 'A01–A03', 'A01 — A03', 'A01~03', 'A01～A03', 'A01至A03', 'A01 到 A03']) {
      expect(readWorkstationCodes(typed)).toEqual(three);
    }
    expect(readWorkstationCodes('8-11')).toEqual(['8', '9', '10', '11']);
  });

  it('takes single codes and ranges together and folds doubles', () => {
    expect(readWorkstationCodes('B1-B3, 备用1；B2\nC-7')).toEqual(['B1', 'B2', 'B3', '备用1', 'C-7']);
  });

  it('says what it could not read', () => {
    expect(readWorkstationCodes(' ,， ')).toEqual({ kind: 'empty' });
    expect(readWorkstationCodes('A24-A01')).toEqual({ kind: 'backwards', part: 'A24-A01' });
    expect(readWorkstationCodes('A01, ???')).toEqual({ kind: 'unreadable', part: '???' });
    expect(readWorkstationCodes('A01-B03')).toEqual(['A01-B03']);
  });

  it('stops at a slip of the finger', () => {
    expect(readWorkstationCodes('A1-A9999')).toEqual({ kind: 'tooMany', most: workstationsMost });
    expect(readWorkstationCodes('A1-A400, B1-B400')).toEqual({ kind: 'tooMany', most: workstationsMost });
  });
});
