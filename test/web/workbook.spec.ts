import ExcelJS from 'exceljs';
import { columnName, workbookOf } from '../../apps/web/src/parts/workbook.js';

async function read(sheet: Parameters<typeof workbookOf>[0]): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(workbookOf(sheet).buffer);
  const found = workbook.worksheets[0];
  if (!found) throw new Error('the workbook has no sheet');
  return found;
}

describe('the Excel export of a table', () => {
  it('is read by a spreadsheet program as what was on screen', async () => {
    const sheet = await read({
      name: '成绩汇总表',
      head: ['姓名', '名次', '总分'],
      rows: [
        ['张伟', 1, { markHundredths: 9605 }],
        ['李<娜> & "王"', 12, { markHundredths: 5 }],
      ],
    });
    expect(sheet.name).toBe('成绩汇总表');
    expect(sheet.getRow(1).values).toEqual([undefined, '姓名', '名次', '总分']);
    expect(sheet.getRow(2).values).toEqual([undefined, '张伟', 1, 96.05]);
    expect(sheet.getRow(3).values).toEqual([undefined, '李<娜> & "王"', 12, 0.05]);
    expect(sheet.getCell('C2').numFmt).toBe('0.00');
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
  });

  it('leaves a text of digits a text, and an empty cell empty', async () => {
    const sheet = await read({ name: 'x', head: ['编号', '成绩'], rows: [['007', null]] });
    expect(sheet.getCell('A2').value).toBe('007');
    expect(sheet.getCell('B2').value).toBeNull();
  });

  it('does not let a text become a formula', async () => {
    const sheet = await read({ name: 'x', head: ['单位'], rows: [['=HYPERLINK("http://example.org")']] });
    expect(sheet.getCell('A2').value).toBe('=HYPERLINK("http://example.org")');
  });

  it('drops control characters and shortens names that Excel would refuse', async () => {
    const sheet = await read({ name: `a/b:${'长'.repeat(40)}`, head: ['x'], rows: [['a\u0000b\u000bc']] });
    expect(sheet.getCell('A2').value).toBe('abc');
    expect(sheet.name.length).toBe(31);
  });

  it('gives the same bytes for the same rows', () => {
    const sheet = { name: 'x', head: ['a'], rows: [['b']] };
    expect(Buffer.from(workbookOf(sheet)).equals(Buffer.from(workbookOf(sheet)))).toBe(true);
  });

  it('names columns past Z', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });
});
