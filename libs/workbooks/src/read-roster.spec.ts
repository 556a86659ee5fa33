import fc from 'fast-check';
import { rawWorkbook, sheetXml } from '../../../test/support/raw-workbook.js';
import { readRoster, type Roster } from './read-roster.js';
import { readWorkbook } from './read-workbook.js';
import { writeRosterTemplate } from './write-roster-template.js';

/** Rows as lists of their texts, in the order of the columns. */
const texts = ({ rows, mapping }: Roster): string[][] => {
  const keys = Object.keys(mapping.columns).sort() as (keyof (typeof rows)[number]['cells'])[];
  return rows.map(({ cells }) => keys.map((key) => cells[key]?.text ?? ''));
};

const csv =
  '代表团,赛项,组别,姓名,性别,出生日期\n广东,网站设计与开发,学生组,李明,男,2003-05-09\n广东,"网站,设计",,"欧阳 ""小""丽",女,\n';

describe('a roster', () => {
  it('is read from a workbook with the address of every cell, blank ones too', async () => {
    const sheet = sheetXml(
      {
        1: { A: '2026年报名表' },
        2: { A: '序号', B: '代表团', C: '姓名（必填）', D: '出生 日期', E: '工作单位', F: '搭档' },
        3: { A: 1, B: '广东', C: ' 李明 ', D: { raw: ' s="1"><v>37750</v>' }, F: '张伟' },
        4: { A: 2, C: '张伟', D: '2003.5.9', E: { raw: ' t="e"><v>#N/A</v>' } },
        6: { A: '合计', C: 2 },
        7: { A: '填表说明：每人一行' },
      },
      '<mergeCells><mergeCell ref="A1:F1"/><mergeCell ref="B3:B4"/></mergeCells>',
    );
    const styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>';
    const roster = await readRoster(rawWorkbook({ 名单: sheet }, [{ name: 'xl/styles.xml', data: styles }]));
    expect(roster.mapping).toMatchObject({
      headingRow: 2,
      columns: { delegation: 'B', name: 'C', birthDate: 'D', unit: 'E', team: 'F' },
    });
    expect(roster.rows).toEqual([
      {
        row: 3,
        cells: {
          delegation: { text: '广东', at: 'B3' },
          name: { text: '李明', at: 'C3' },
          birthDate: { text: '2003-05-09', at: 'D3' },
          unit: { text: '', at: 'E3' },
          team: { text: '张伟', at: 'F3' },
        },
      },
      {
        row: 4,
        cells: {
          delegation: { text: '广东', at: 'B4' },
          name: { text: '张伟', at: 'C4' },
          birthDate: { text: '2003.5.9', at: 'D4' },
          unit: { text: '', at: 'E4' },
          team: { text: '', at: 'F4' },
        },
      },
    ]);
    expect(roster.findings.map(({ cell, code, severity }) => [cell, code, severity])).toEqual([
      ['E4', 'bad-cell', 'blocking'],
    ]);
  });

  it.each<[string, Uint8Array, string]>([
    ['UTF-8', Buffer.from(csv), 'utf-8'],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${csv}`), 'utf-8'],
    [
      'UTF-16, as Excel saves Unicode text',
      Buffer.from(`\ufeff${csv.replaceAll(',', '\t')}`, 'utf16le'),
      'utf-16le',
    ],
  ])('is read from a text file in %s', async (_, bytes, encoding) => {
    const roster = await readRoster(bytes);
    expect(roster.encoding).toBe(encoding);
    expect(
      roster.rows.map(({ cells }) => [cells.name?.text, cells.delegation?.text, cells.name?.at]),
    ).toEqual([
      ['李明', '广东', 'D2'],
      ['欧阳 "小"丽', '广东', 'D3'],
    ]);
  });

  it('is read from GBK, and says that it was', async () => {
    // 姓名,单位\r\n李明,一中 in GBK, as Chinese Excel saves CSV
    const bytes = Buffer.from('d0d5c3fb2cb5a5cebb0d0ac0eec3f72cd2bbd6d0', 'hex');
    const roster = await readRoster(bytes);
    expect(roster.encoding).toBe('gb18030');
    expect(texts(roster)).toEqual([['李明', '一中']]);
  });

  it('is read from what was pasted, by tabs or commas', async () => {
    const pasted = '姓名\t性别\t单位\r\n李明\t男\t一中, 二部\r\n\r\n王芳\t女\t';
    const roster = await readRoster({ pasted });
    expect(roster.rows.map(({ row, cells }) => [row, cells.name?.text, cells.unit?.text])).toEqual([
      [2, '李明', '一中, 二部'],
      [4, '王芳', ''],
    ]);
    expect((await readRoster({ pasted: csv })).rows.length).toBe(2);
    expect(texts(await readRoster({ pasted: '姓名，单位\n李明，一中' }))).toEqual([['李明', '一中']]);
  });

  it('keeps document numbers and phones out, and says so', async () => {
    const roster = await readRoster({
      pasted: '姓名\t身份证号\t手机\n李明\t110101200301011234\t13800000000',
    });
    expect(roster.findings.map(({ cell, code }) => [cell, code])).toEqual([
      ['B1', 'personal-data-not-taken'],
      ['C1', 'personal-data-not-taken'],
    ]);
    expect(JSON.stringify(roster.rows)).not.toMatch(/1101|1380/);
  });

  it('is read by the columns a person chose instead', async () => {
    const mapping = { sheet: '', headingRow: 1, columns: { name: 'B' }, headings: {} };
    expect(texts(await readRoster({ pasted: '甲\t乙\n1\t李明' }, mapping))).toEqual([['李明']]);
  });

  it('is refused when nothing heads names, and when it is no text', async () => {
    await expect(readRoster({ pasted: '甲,乙\n1,2' })).rejects.toMatchObject({
      code: 'not-a-roster',
    });
    await expect(readRoster(Buffer.from([1, 0, 2, 0, 3]))).rejects.toMatchObject({
      code: 'not-a-workbook',
    });
    await expect(readRoster(Buffer.from('PK\u0003\u0004'))).rejects.toMatchObject({
      code: 'damaged',
    });
  });

  it('is told when it was cut at fifty thousand rows', async () => {
    const roster = await readRoster({ pasted: `姓名\n${'李明\n'.repeat(60_000)}` });
    expect(roster.findings.map(({ code, severity }) => [code, severity])).toEqual([
      ['too-many-rows', 'blocking'],
    ]);
  });

  it('survives any text that is pasted', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 4 })),
        async (table) => {
          const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
          const lines = table.map((cells) => ['x', ...cells].map(quote).join(','));
          const roster = await readRoster({
            pasted: ['姓名,单位,队伍,备注,教练', ...lines].join('\r\n'),
          });
          // What Excel or WPS quotes comes back as it was, line ends and quotes included.
          const units = roster.rows
            .filter(({ cells }) => cells.name?.text === 'x')
            .map(({ cells }) => cells.unit?.text);
          expect(units).toEqual(table.map((cells) => trimmed(cells[0] ?? '')));
        },
      ),
    ));
});

const trimmed = (text: string): string =>
  text.replace(/^[\s\u200b-\u200d\u2060\ufeff]+|[\s\u200b-\u200d\u2060\ufeff]+$/g, '');

describe('the roster template', () => {
  it('is a roster with every column and no rows', async () => {
    const bytes = await writeRosterTemplate({
      delegations: ['广东', '=cmd()'],
      skills: ['网站设计与开发'],
      groups: [],
    });
    const roster = await readRoster(bytes);
    expect(Object.keys(roster.mapping.columns).sort()).toEqual(
      ['birthDate', 'delegation', 'gender', 'group', 'name', 'note', 'skill', 'team', 'unit'].sort(),
    );
    expect(roster.rows).toEqual([]);
    expect(roster.findings).toEqual([]);
  });

  it('offers the delegations as texts, never as formulas', async () => {
    const { sheets } = await readWorkbook(await writeRosterTemplate({ delegations: ['广东', '=cmd()'] }));
    const listed = sheets.find(({ name }) => name === '选项')?.rows.map(({ cells }) => cells.get(1));
    expect(listed).toMatchObject([
      { kind: 'text', value: '广东', formula: false },
      { kind: 'text', value: '=cmd()', formula: false },
    ]);
  });
});
