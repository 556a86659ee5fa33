import { readMarkList } from './read-mark-list.js';

describe('reading a list of marks', () => {
  it('finds number and mark by their headings, in any order, with other columns beside them', async () => {
    const pasted = '序号\t理论成绩\t准考证号\n1\t86.5\t07-001\n2\t90\t07-002';
    expect((await readMarkList({ pasted })).rows).toEqual([
      {
        row: 2,
        entryNumber: { text: '07-001', at: 'C2' },
        mark: { text: '86.5', at: 'B2', hundredths: 8650 },
      },
      { row: 3, entryNumber: { text: '07-002', at: 'C3' }, mark: { text: '90', at: 'B3', hundredths: 9000 } },
    ]);
  });

  it('takes two plain columns without headings', async () => {
    const { rows, findings } = await readMarkList({ pasted: '07-001,86.50\n07-002,缺考\n\n' });
    expect(rows.map(({ entryNumber, mark }) => [entryNumber.text, mark.hundredths, mark.text])).toEqual([
      ['07-001', 8650, '86.50'],
      ['07-002', null, '缺考'],
    ]);
    expect(findings).toEqual([]);
  });

  it('names the cell of whatever is neither a mark nor a word, and of a mark with three places', async () => {
    const { rows, findings } = await readMarkList({
      pasted: '参赛编号,成绩\n07-001,86..5\n07-002,-3\n07-003,80.125',
    });
    expect(findings.map(({ code, severity, cell }) => [code, severity, cell])).toEqual([
      ['bad-cell', 'blocking', 'B2'],
      ['bad-cell', 'blocking', 'B3'],
      ['bad-cell', 'blocking', 'B4'],
    ]);
    expect(rows[0]?.mark.hundredths).toBeNull();
  });

  it('refuses what holds no two columns', async () => {
    await expect(readMarkList({ pasted: '07-001' })).rejects.toMatchObject({ code: 'not-a-mark-list' });
  });
});
