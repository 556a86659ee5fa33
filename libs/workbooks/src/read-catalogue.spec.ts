import { newWorkbook } from './new-workbook.js';
import { readCatalogue } from './read-catalogue.js';

const bytesOf = async (rows: unknown[][]): Promise<Uint8Array> => {
  const workbook = await newWorkbook();
  workbook.addWorksheet('目录').addRows(rows);
  return Buffer.from(await workbook.xlsx.writeBuffer());
};

it('finds columns by their English and Chinese headings, whatever stands above them', async () => {
  const english = await readCatalogue(
    'divisions',
    Buffer.from('code6,name,short,west_12_plus_xpcc(RECALLED),source\n330000,浙江省,浙,N,x'),
  );
  expect(english.columns.sort()).toEqual(['code', 'name', 'shortName']);
  const chinese = await readCatalogue(
    'occupations',
    await bytesOf([['职业目录'], ['职业代码', '职业名称', '新职业'], ['4-04', '某', '是']]),
  );
  expect(chinese.rows).toEqual([
    {
      row: 3,
      cells: {
        code: { text: '4-04', at: 'A3' },
        name: { text: '某', at: 'B3' },
        isNew: { text: '是', at: 'C3' },
      },
    },
  ]);
});

it('knows the usual headings of standards and marks, and names the columns that it does not know', async () => {
  const heads = ['代码', '名称', '有无标准', '最高技能等级', '标记', '序号', '主管处室'];
  const list = await readCatalogue('occupations', Buffer.from(`${heads.join()}\n4-04,某,有,三级,L,1,一处`));
  expect(list.columns.sort()).toEqual(['code', 'mark', 'name', 'standardExists', 'standardTopLevel']);
  expect(list.findings).toMatchObject([
    {
      ...{ code: 'unknown-column', severity: 'warning', cell: 'G1' },
      message: { zh: '不认识的列：主管处室（G1），其内容未导入。' },
    },
  ]);
  for (const head of ['国家标准', '是否有标准', 'has_standard']) {
    const { columns } = await readCatalogue('occupations', Buffer.from(`代码,名称,${head}\n4-04,某,有`));
    expect(columns).toContain('standardExists');
  }
});

it('takes codes that are numbers in Excel, and refuses those that it made dates', async () => {
  const list = await readCatalogue(
    'divisions',
    await bytesOf([
      ['code', 'name'],
      [330000, '浙江省'],
      [new Date(Date.UTC(2026, 0, 1)), '一月一日'],
    ]),
  );
  expect(list.rows[0]?.cells.code?.text).toBe('330000');
  expect(list.findings).toMatchObject([{ code: 'bad-cell', severity: 'blocking', cell: 'A3' }]);
});

it('refuses a file without the columns that the list needs', async () => {
  const code = (kind: 'occupations' | 'organisations', text: string) =>
    readCatalogue(kind, Buffer.from(text)).catch((error: { code: string }) => error.code);
  expect(await code('occupations', '姓名,单位\n张三,某厂')).toBe('not-a-catalogue');
  expect(await code('organisations', '名称\n某厂')).toBe('not-an-organisation-list');
});

it('keeps no character that a database cannot: what was there shows as a question', async () => {
  const list = await readCatalogue(
    'occupations',
    await bytesOf([
      ['代码', '名称'],
      ['4-04', '甲_x0000_乙_xD800_丙'],
    ]),
  );
  expect(list.rows[0]?.cells.name?.text).not.toMatch(/[\p{Cc}\p{Cs}]/u);
});
