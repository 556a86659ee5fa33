import ExcelJS from 'exceljs';
import { readWorkbook } from './read-workbook.js';
import { textOf } from './workbook.js';
import { writeTable, type PrintedTable } from './write-table.js';

const ranking: PrintedTable = {
  title: '成绩汇总表',
  subtitles: ['2026年全省职业技能大赛', '网站设计与开发（学生组）'],
  columns: [
    { heading: '序号', width: 6 },
    { heading: '赛位号', width: 10 },
    { heading: '单位', width: 30, align: 'left' },
    { heading: '总成绩', width: 10, format: '0.00' },
  ],
  rows: [
    [1, 'W07', '广东', 91.5],
    [2, '=HYPERLINK("http://evil")', '+一中', null],
    [3, '-1', '@SUM(A1)', 0],
  ],
  footer: ['录分：            复核：', '裁判长：          监督：          日期：'],
  versionCode: 'R3&7F2A',
  orientation: 'landscape',
};

async function loaded(tables: PrintedTable | PrintedTable[]): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  const bytes = await writeTable(tables);
  await workbook.xlsx.load(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
  );
  return workbook;
}

describe('a printed table', () => {
  it('holds title, headings, rows, signature lines and its version', async () => {
    const { sheets } = await readWorkbook(await writeTable(ranking));
    const rows = sheets[0]?.rows.map(({ cells }) => [...cells.values()].map(textOf));
    expect(rows).toEqual([
      ['成绩汇总表'],
      ['2026年全省职业技能大赛'],
      ['网站设计与开发（学生组）'],
      ['序号', '赛位号', '单位', '总成绩'],
      ['1', 'W07', '广东', '91.5'],
      ['2', '=HYPERLINK("http://evil")', '+一中'],
      ['3', '-1', '@SUM(A1)', '0'],
      ['录分：            复核：'],
      ['裁判长：          监督：          日期：'],
      ['版本 R3&7F2A'],
    ]);
  });

  it('is A4 with its headings on every page, its version and the page numbers below', async () => {
    const sheet = (await loaded(ranking)).worksheets[0];
    expect(sheet?.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:4',
    });
    expect(sheet?.headerFooter.oddFooter).toBe('&L&9版本 R3&&7F2A&R&9第 &P 页 共 &N 页');
  });

  it('keeps what begins like a formula a text, also when somebody edits the cell', async () => {
    const sheet = (await loaded(ranking)).worksheets[0];
    for (const address of ['B6', 'C6', 'B7', 'C7']) {
      const cell = sheet?.getCell(address);
      expect([cell?.type, cell?.numFmt]).toEqual([ExcelJS.ValueType.String, '@']);
    }
    expect(sheet?.getCell('D5').numFmt).toBe('0.00');
  });

  it('may be several, each on a sheet whose name Excel allows', async () => {
    const names = ['场次 1/2: [上午]', "'场次 1/2: [上午]'", 'History', '很长的名字'.repeat(20), ''];
    const workbook = await loaded(names.map((sheet) => ({ ...ranking, sheet })));
    const written = workbook.worksheets.map(({ name }) => name);
    expect(new Set(written.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const name of written) {
      expect(name.length).toBeLessThanOrEqual(31);
      expect(name).not.toMatch(/[[\]:*?/\\]|^'|'$|^history$/i);
    }
  });

  it('may have no rows', async () => {
    const { sheets } = await readWorkbook(
      await writeTable({ ...ranking, rows: [], footer: [], subtitles: [] }),
    );
    expect(sheets[0]?.rows.length).toBe(3);
  });
});
