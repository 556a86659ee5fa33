import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { shippedPacks } from '@luban/rulebook';
import { backtestTo } from './backtest.command.js';

const head = 'year,class,official_name,hosts,occupations,groups,date_place,scale,awards,source,status';
const rows = [
  '2022,二类,"""华阳杯""第十五届全国煤炭行业职业技能竞赛",中国煤炭工业协会,甲;乙;丙;丁;戊,职工,2023-03-20..22 阳泉,,,,VERIFIED',
  '2021,二类(RECALLED),2021年全国冶金建设行业职业技能竞赛,中国冶金建设协会、中冶集团,电工,职工,2021-10-26 马鞍山,,,,VERIFIED except class',
  '2021,专项,全国乡村振兴职业技能大赛,人力资源社会保障部等,11项目,,,,,,VERIFIED',
];

describe('luban backtest', () => {
  let folder: string;
  const path = (name: string) => join(folder, name);
  const file = (name: string, content: string | Buffer) => {
    writeFileSync(path(name), content);
    return path(name);
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'luban-backtest-'));
    file('contests.csv', [head, ...rows].join('\n'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
    const [output, errors] = [new PassThrough(), new PassThrough()];
    const code = await backtestTo(args, output, errors);
    return { code, out: String(output.read() ?? ''), err: String(errors.read() ?? '') };
  }

  it('prints every contest by its name as written, what was, what is and why, and ends with 0', async () => {
    const { code, out, err } = await run('class-status-2020', path('contests.csv'));
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('"华阳杯"第十五届全国煤炭行业职业技能竞赛');
    expect(out).toMatch(/不同意 decline · 翻转 flips/);
    expect(out).toMatch(/✗ occupations-at-most-two {2}申报 5 个职业，二类最多 4 个。/);
    expect(out).toMatch(/（已核实 verified；S01）/);
    expect(out).toMatch(
      /2021年全国冶金建设行业职业技能竞赛[\s\S]*未核实 unverified[\s\S]*同意 grant · 与当年一致/,
    );
    expect(out).toMatch(/全国乡村振兴职业技能大赛\n.*专项\n.*不在范围 out of scope/);
    expect(out).toContain('共 contests 3 · 在范围内 in scope 2 · 不在范围 out of scope 1');
    expect(out).toContain('翻转 flips    2022 "华阳杯"第十五届全国煤炭行业职业技能竞赛');
  });

  it('prints the same as data with --json, and nothing beside it', async () => {
    const { code, out } = await run('class-status-2018', path('contests.csv'), '--json');
    expect(code).toBe(0);
    const report = JSON.parse(out) as { contests: Record<string, unknown>[]; counts: object };
    expect(report).toMatchObject({
      format: 'luban.backtest/1',
      pack: { code: 'class-status-2018' },
      counts: { cases: 3, inScope: 2, outOfScope: 1, flips: 1 },
    });
    expect(report.contests.map((one) => one['official_name'])).toHaveLength(3);
    expect(report.contests[0]).toMatchObject({
      classThen: 'two',
      decision: 'decline',
      flips: true,
      deciding: [{ rule: 'occupations-at-most-two', grade: 'verified', severity: 'blocking' }],
    });
    expect(report.contests[1]).toMatchObject({
      classThen: 'two',
      classGrade: 'unverified',
      decision: 'grant',
    });
    expect(report.contests[2]).toMatchObject({ inScope: false, decision: null });
  });

  it('reads a byte order mark, Windows line ends, columns in another order and more of them', async () => {
    const turned = 'status,extra,official_name,hosts,occupations,date_place,class,year';
    const row = 'VERIFIED,x,全国机械行业职业技能竞赛,中国机械工业联合会,"甲;乙",2021-06 北京,二类,2021';
    const { code, out } = await run(
      'class-status-2020',
      file('bom.csv', `\ufeff${turned}\r\n${row}\r\n\r\n`),
    );
    expect(code).toBe(0);
    expect(out).toContain('共 contests 1 · 在范围内 in scope 1');
  });

  it('takes a pack as JSON: a stricter one declines what was granted', async () => {
    const strict = structuredClone(shippedPacks[1]!);
    const most = strict.rules.find(({ id }) => id === 'name-word');
    Object.assign(most!, { severity: 'blocking', parameters: { one: '大赛', two: '大赛' } });
    const pack = file('strict.json', JSON.stringify({ ...strict, code: 'strict' }));
    const { code, out } = await run(pack, path('contests.csv'));
    expect(code).toBe(0);
    expect(out).toContain('flips 2');
  });

  it('puts cases of a class that the pack does not grant out of scope, and names the rules that are idle', async () => {
    const only = { ...shippedPacks[1]!, code: 'only-one', classes: ['one'] };
    const { code, out } = await run(file('only.json', JSON.stringify(only)), path('contests.csv'));
    expect(code).toBe(0);
    expect(out).toContain('在范围内 in scope 0 · 不在范围 out of scope 3');
    expect(out).toMatch(/不起作用 idle {2}.*occupations-at-most-two/);
    expect(out).toContain('本规则包不设二类');
  });

  it.each<[string, () => string[], RegExp]>([
    ['no arguments', () => [], /Usage: luban backtest PACK FILE/],
    [
      'a pack nobody knows',
      () => ['class-status-1999', path('contests.csv')],
      /no rule pack "class-status-1999".*class-status-2018/s,
    ],
    ['a file that is not there', () => ['class-status-2020', path('nowhere.csv')], /There is no file/],
    ['a folder', () => ['class-status-2020', folder], /is not a file/],
    ['an empty file', () => ['class-status-2020', file('empty.csv', '')], /is empty/],
    [
      'a missing column',
      () => ['class-status-2020', file('short.csv', 'year,class\n2021,一类')],
      /lacks the columns official_name, hosts, occupations/,
    ],
    [
      'a file divided by semicolons',
      () => ['class-status-2020', file('semi.csv', `${head}\n${rows[1]}`.replaceAll(',', ';'))],
      /lacks the columns year, class, official_name/,
    ],
    [
      'a column twice',
      () => ['class-status-2020', file('twice.csv', `${head},Year\n${rows[1]},2020`)],
      /has the column year twice/,
    ],
    [
      'a quote that is never closed',
      () => [
        'class-status-2020',
        file('open.csv', [head, rows[1], '2022,二类,"某赛,甲,乙,,,,,,'].join('\n')),
      ],
      /has a quote in line 3 that is not closed/,
    ],
    [
      'a quote that only a later line closes',
      () => [
        'class-status-2020',
        file('late.csv', [head, '2022,二类,"某赛,甲,乙,,,,,,', rows[0]].join('\n')),
      ],
      /has a quote in line 2 that is not closed/,
    ],
    [
      'bytes that are no text',
      () => ['class-status-2020', file('raw.csv', Buffer.from([0, 1, 2, 255, 0]))],
      /is not a CSV text/,
    ],
    ['a pack that is no JSON', () => [file('no.json', '{'), path('contests.csv')], /is not JSON/],
    [
      'an unverified clause that is to block',
      () => {
        const bold = structuredClone(shippedPacks[2]!);
        for (const rule of bold.rules) rule.severity = 'blocking';
        return [file('bold.json', JSON.stringify(bold)), path('contests.csv')];
      },
      /not a sound rule pack \(3 faults\)[\s\S]*rules\.3\.severity: An unverified clause may warn, never block/,
    ],
  ])('ends with 2 and a sentence for %s', async (_what, args, sentence) => {
    const { code, out, err } = await run(...args());
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(sentence);
    expect(err.split('\n')[0]).toMatch(/[\u4e00-\u9fff]/);
  });
});
