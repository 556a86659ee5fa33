import { aspectsOf } from '@luban/scoring';
import { formula, rawWorkbook, sheetXml, type RawCell } from '../../../test/support/raw-workbook.js';
import { suggestMappings } from './marking-sheet-layout.js';
import { readSheetScheme, type MarkingSheetReading } from './read-marking-sheet.js';
import { readWorkbook } from './read-workbook.js';

type Rows = Record<number, Record<string, RawCell>>;

const found = ({ findings }: MarkingSheetReading): string[] =>
  findings
    .filter(({ code }) => code !== 'criteria-count')
    .map(({ cell, code, severity }) => `${cell} ${code} ${severity}`);

/** As many provinces send it: a title, merged modules and items, sums in between, signatures at the end. */
const provincial = (): Rows => ({
  1: { A: '2026年全省网站设计与开发赛项评分表' },
  2: {
    A: '序号',
    B: '模块',
    C: '评分项',
    D: '评分点',
    E: '配分（分）',
    F: '评分标准',
    G: '评分方式',
    H: '得分',
  },
  3: { A: 1, B: '静态页面', C: '布局', D: '页眉正确', E: 10, F: '完整得满分', G: '测量' },
  4: { A: 2, D: '视觉效果', E: '20分', F: '总体印象\n0分：没有\n1分：一般\n2分：良好\n3分：优秀', G: '评价' },
  5: { A: 3, C: '规范', D: '代码规范', E: 10, F: '每错一处扣0.5分，扣完为止', G: '扣分' },
  6: { B: '小计', E: formula('SUM(E3:E5)', 40) },
  7: { A: 4, B: '后端', C: '接口', D: '登录接口', E: 30, F: '缺少文档扣2分；未处理错误扣1分', G: '扣 分' },
  8: { A: 5, D: '列表接口', E: 30, G: '客观' },
  9: { A: '合计', E: 100 },
  10: { A: '裁判签名：            日期：' },
});
const provincialMerges =
  '<mergeCells><mergeCell ref="A1:H1"/><mergeCell ref="B3:B5"/><mergeCell ref="C3:C4"/><mergeCell ref="B7:B8"/><mergeCell ref="C7:C8"/><mergeCell ref="A10:H10"/></mergeCells>';

async function read(rows: Rows, merges = ''): Promise<MarkingSheetReading> {
  return readSheetScheme(rawWorkbook({ 评分表: sheetXml(rows, merges) }));
}

async function changed(cells: Record<string, RawCell>): Promise<MarkingSheetReading> {
  const rows = provincial();
  for (const [address, value] of Object.entries(cells)) {
    const [, column = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
    rows[Number(row)] = { ...rows[Number(row)], [column]: value };
  }
  return read(rows, provincialMerges);
}

describe('a 评分表', () => {
  it('gives modules, items and points, with merged cells carried down and sums left out', async () => {
    const reading = await read(provincial(), provincialMerges);
    expect(found(reading)).toEqual([]);
    expect(reading.mappings).toMatchObject([
      {
        sheet: '评分表',
        headingRow: 2,
        columns: { module: 'B', subCriterion: 'C', aspect: 'D', max: 'E', standard: 'F', method: 'G' },
      },
    ]);
    expect(
      reading.tree.criteria.map(({ code, name, subCriteria }) => [
        code,
        name,
        subCriteria.map((sub) => [sub.code, sub.name, sub.aspects.map(({ description }) => description)]),
      ]),
    ).toEqual([
      [
        'A',
        '静态页面',
        [
          ['A1', '布局', ['页眉正确', '视觉效果']],
          ['A2', '规范', ['代码规范']],
        ],
      ],
      ['B', '后端', [['B1', '接口', ['登录接口', '列表接口']]]],
    ]);
  });

  it('reads marks with 分 behind them, and four levels as the descriptors of a judgement', async () => {
    const [, judged] = aspectsOf((await read(provincial(), provincialMerges)).tree);
    expect(judged).toMatchObject({
      kind: 'judgement',
      maxHundredths: 2000,
      extra: '总体印象',
      descriptors: ['没有', '一般', '良好', '优秀'],
      calculation: null,
    });
  });

  it('turns 扣分 into a deduction per fault, or into the marks taken off themselves', async () => {
    const aspects = [...aspectsOf((await read(provincial(), provincialMerges)).tree)];
    expect(aspects[2]).toMatchObject({
      kind: 'measurement',
      extra: '每错一处扣0.5分，扣完为止',
      calculation: {
        type: 'REGULAR_DIFFERENCE_DEDUCTION',
        deductionType: 'marks',
        target: '0',
        step: '1',
        deduction: '0.5',
      },
    });
    expect(aspects[3]).toMatchObject({ calculation: { target: '0', step: '0.01', deduction: '0.01' } });
    expect(aspects[4]).toMatchObject({ calculation: null });
  });

  it('reports each bad cell and still keeps its point', async () => {
    const reading = await changed({ E3: '十分', G4: '印象', E5: null, D8: '', F4: '好' });
    expect(found(reading)).toEqual([
      'E2 total-not-100 blocking',
      'E3 bad-cell blocking',
      'G4 bad-cell blocking',
      'E5 bad-cell blocking',
      'D8 bad-cell warning',
    ]);
    expect([...aspectsOf(reading.tree)].length).toBe(5);
  });

  it('warns of a judgement without four levels', async () => {
    expect(found(await changed({ F4: '0分：没有\n1分：一般\n2分：良好' }))).toEqual([
      'F4 descriptors-missing warning',
    ]);
  });

  it('refuses to share one merged mark among several points', async () => {
    const rows = provincial();
    rows[4] = { ...rows[4], E: null };
    const reading = await read(
      rows,
      provincialMerges.replace('</mergeCells>', '<mergeCell ref="E3:E4"/></mergeCells>'),
    );
    expect(found(reading)).toContain('E4 bad-cell blocking');
  });

  it('does not take a point for a sum because of its first words', async () => {
    const reading = await changed({ D8: '总分计算功能正确' });
    expect([...aspectsOf(reading.tree)].map(({ description }) => description)).toContain('总分计算功能正确');
  });

  it('may have fewer columns, other words, headings over two rows and module titles across the table', async () => {
    const reading = await read(
      {
        1: { A: '考核项目', B: '考核要点', C: '评分', E: '评委打分' },
        2: { C: '分值', D: '评分细则', E: '裁判1', F: '裁判2' },
        3: { A: '模块一　装配' },
        4: { A: '外观', B: '无划痕', C: 40, D: '有划痕不得分' },
        5: { B: '无松动', C: 20, D: '' },
        6: { A: '模块二　编程' },
        7: { A: '逻辑', B: '能启动', C: 40 },
      },
      '<mergeCells><mergeCell ref="C1:D1"/><mergeCell ref="A3:F3"/><mergeCell ref="A6:F6"/></mergeCells>',
    );
    expect(found(reading)).toEqual([]);
    expect(reading.mappings[0]?.headingRow).toBe(2);
    expect(
      reading.tree.criteria.map(({ name, subCriteria }) => [name, subCriteria.map((sub) => sub.name)]),
    ).toEqual([
      ['模块一　装配', ['外观']],
      ['模块二　编程', ['逻辑']],
    ]);
  });

  it('does not take the title of the first module for a heading', async () => {
    const reading = await read(
      { 1: { A: '序号', B: '评分点', C: '配分' }, 2: { A: '模块A 装配' }, 3: { A: 1, B: '能启动', C: 100 } },
      '<mergeCells><mergeCell ref="A2:C2"/></mergeCells>',
    );
    expect(found(reading)).toEqual([]);
    expect(reading.tree.criteria.map(({ name }) => name)).toEqual(['模块A 装配']);
  });

  it('may keep each module on its own sheet', async () => {
    const table = (mark: RawCell): string =>
      sheetXml({ 1: { A: '评分项', B: '评分点', C: '配分' }, 2: { A: '一', B: '点一', C: mark } });
    const reading = await readSheetScheme(rawWorkbook({ 模块A: table(60), 模块B: table('无') }));
    expect(reading.tree.criteria.map(({ code, name }) => [code, name])).toEqual([
      ['A', '模块A'],
      ['B', '模块B'],
    ]);
    expect(found(reading)).toContain('模块B!C2 bad-cell blocking');
  });

  it('is read by the columns a person chose instead', async () => {
    const bytes = rawWorkbook({ 表: sheetXml({ 1: { A: '甲', B: '乙' }, 2: { A: '完成', B: 100 } }) });
    expect(suggestMappings((await readWorkbook(bytes)).sheets)).toEqual([]);
    const reading = await readSheetScheme(bytes, [
      { sheet: '表', headingRow: 1, columns: { aspect: 'A', max: 'B' }, headings: {} },
    ]);
    expect(found(reading)).toEqual([]);
    expect([...aspectsOf(reading.tree)]).toMatchObject([
      { id: 'A1.1', description: '完成', maxHundredths: 10_000 },
    ]);
  });

  it('is refused when nothing heads marks', async () => {
    await expect(read({ 1: { A: '姓名', B: '单位' } })).rejects.toMatchObject({
      code: 'not-a-marking-sheet',
    });
  });
});
