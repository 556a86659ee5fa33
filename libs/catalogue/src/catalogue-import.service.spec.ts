import { Audit } from '@luban/audit';
import { Authority, Organisation } from '@luban/identity';
import { Clock, newId } from '@luban/platform';
import { writeTable } from '@luban/workbooks';
import { testDatabase } from '../../../test/support/test-database.js';
import { givenActor } from '../../../test/support/world.js';
import { listChanges, listImports } from './catalogue-import.queries.js';
import { CatalogueImports } from './catalogue-import.service.js';
import { CatalogueSearch } from './catalogue-search.service.js';
import { loadShippedCatalogues } from './load-shipped.js';

const database = testDatabase();
const clock = new Clock();
let ministry: Awaited<ReturnType<typeof givenActor>>;
let bureau: Awaited<ReturnType<typeof givenActor>>;

const imports = () => new CatalogueImports(database.source, clock, new Audit(clock));
const csv = (text: string, fileName = 'list.csv') => ({ bytes: Buffer.from(text), fileName });
const preview = (text: string, wish: object = {}) =>
  imports().preview(ministry, csv(text), { kind: 'occupations', ...wish });
const codeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: { code: string }) => error.code,
  );
const changesOf = async (id: string, query: object = {}) =>
  (await listChanges(database.source.manager, ministry, id, query)).items;
const nameOf = async (code: string) =>
  (await new CatalogueSearch(database.source).occupations({ q: code, limit: 1, level: 'all' })).items[0];

/** The whole list as a file would have it, changed row by row. */
async function occupationsCsv(change: (row: string[]) => string[][] = (row) => [row]): Promise<string> {
  const rows: { code: string; name: string; level: number; parent: string | null }[] =
    await database.source.query(
      `SELECT code, name, level, parent_code AS parent FROM occupation
        WHERE edition = '2022' AND retired_in IS NULL ORDER BY code`,
    );
  const lines = rows.flatMap(({ code, name, level, parent }) =>
    change([code, name, String(level), parent ?? '', '职业分类大典2022']),
  );
  return ['code,name,level,parent_code,edition', ...lines.map((line) => line.join(','))].join('\n');
}

beforeAll(async () => {
  const tx = database.source.manager;
  await loadShippedCatalogues(database.source);
  const office = (name: string, kind: 'ministry' | 'bureau') => ({
    ...{ id: newId(), name, kind, shortName: null, nameEn: null, divisionCode: null, industryCode: null },
  });
  const centre = office('人社部', 'ministry');
  const province = office('浙江省人社厅', 'bureau');
  await tx.insert(Organisation, [centre, province]);
  const authority = (organisationId: string, level: Authority['level'], divisionCode: string) =>
    tx.insert(Authority, { id: newId(), organisationId, level, divisionCode });
  await authority(centre.id, 'nationalIndustry', '000000');
  await authority(province.id, 'provincial', '330000');
  ministry = await givenActor(tx, { role: 'reviewer', organisationId: centre.id });
  bureau = await givenActor(tx, { role: 'reviewer', organisationId: province.id });
});

it('previews and applies the whole classification in seconds, as the next version', async () => {
  const text = await occupationsCsv(([code = '', name = '', ...rest]) => {
    if (code === '6-18-02-04') return [[code, '焊接工', ...rest]];
    if (code === '6-18-02-05') return [];
    const added = ['6-18-02-99', '激光焊接操作员', '4', '6-18-02', '职业分类大典2022'];
    return code === '6-18-03' ? [added, [code, name, ...rest]] : [[code, name, ...rest]];
  });
  const begun = Date.now();
  const made = await preview(text, { source: '大典修订稿' });
  expect(made).toMatchObject({
    ...{ state: 'previewed', edition: '2022', baseNumber: 1, source: '大典修订稿', blocking: 0 },
    ...{ added: 1, changed: 1, removed: 1, unchanged: 2174 },
  });
  expect((await nameOf('6-18-02-04'))?.name).toBe('焊工');
  const applied = await imports().apply(ministry, made.id);
  expect(Date.now() - begun).toBeLessThan(8000);
  expect(applied).toMatchObject({ state: 'applied', number: 2, appliedByName: '审核 白帆' });
  expect(await nameOf('6-18-02-04')).toMatchObject({ name: '焊接工', initials: 'hjg' });
  expect(await nameOf('jghjczy')).toMatchObject({ code: '6-18-02-99', parentName: '机械热加工人员' });
  expect(await nameOf('6-18-02-05')).toBeUndefined();
});

it('keeps what a version changed, field by field', async () => {
  const [version] = (await listImports(database.source.manager, bureau, { limit: 1 })).items;
  const changes = await changesOf(version?.id ?? '');
  expect(changes.map(({ code, change }) => `${code} ${change}`)).toEqual([
    '6-18-02-04 changed',
    '6-18-02-05 removed',
    '6-18-02-99 added',
  ]);
  expect(changes[0]).toMatchObject({
    name: '焊接工',
    fields: [{ field: 'name', before: '焊工', after: '焊接工' }],
  });
  expect(await changesOf(version?.id ?? '', { change: 'removed' })).toHaveLength(1);
  expect(await changesOf(version?.id ?? '', { q: '激光' })).toHaveLength(1);
});

it('takes marks, standards, strategic fields and new occupations from columns in Chinese', async () => {
  const made = await preview(
    [
      '职业代码,职业名称,标识,有无国家职业标准,最高等级,国家战略重点领域,新职业',
      '6-18-02-04 S,焊接工,,有,二级/技师,是,否',
      '6-18-02-01,铸造工,L,,高级工,,',
      '6-31-07-01,工业机器人系统运维员,L/S,是,一级,是,是',
    ].join('\n'),
    { missing: 'keep' },
  );
  expect(made).toMatchObject({ blocking: 0, added: 0, changed: 3, removed: 0 });
  await imports().apply(ministry, made.id);
  expect(await nameOf('6-18-02-04')).toMatchObject({
    ...{ mark: 'S', standardExists: true, standardTopLevel: 2, strategic: true, isNew: false },
  });
  expect(await nameOf('6-18-02-01')).toMatchObject({ standardExists: true, standardTopLevel: 3 });
  expect(await nameOf('6-31-07-01')).toMatchObject({ mark: 'L/S', standardTopLevel: 1, isNew: true });
});

it('names every bad cell, and applies nothing of such a file', async () => {
  const made = await preview(
    [
      '代码,名称,层级,上级代码,版本,标识,有无国家职业标准,最高等级,新职业',
      '6-18-02-04,焊工,4,6-18-02,2022,,,,',
      '6-18-02-4,焊工,,,,,,,',
      ',无代码,,,,,,,',
      '6-18-02-04,焊工,,,,,,,',
      '6-18-02-06,,,,,,,,',
      '6-77-02-01,没有上级,,,,,,,',
      '6-18-02-07,层级不对,3,6-18-03,2015,X,也许,九级,可能',
      '6-18-02-08,矛盾,,,,,无,三级,',
    ].join('\n'),
    { missing: 'keep' },
  );
  expect(made.findings.map(({ cell, code }) => `${cell} ${code}`)).toEqual([
    'A3 catalogue.occupation-code',
    'A4 catalogue.code-missing',
    'A5 catalogue.code-twice',
    'B6 catalogue.name-missing',
    'A7 catalogue.parent-unknown',
    'E8 catalogue.edition-differs',
    'C8 catalogue.level-differs',
    'D8 catalogue.parent-differs',
    'F8 catalogue.mark-unknown',
    'G8 catalogue.yes-or-no',
    'H8 catalogue.level-unknown',
    'I8 catalogue.yes-or-no',
    'H9 catalogue.standard-contradicts',
  ]);
  expect(made.findings.every(({ message }) => message.zh !== '' && message.en !== '')).toBe(true);
  expect(await codeOf(imports().apply(ministry, made.id))).toBe('catalogue.import-faulty');
});

it('refuses a preview when another version was applied since', async () => {
  const line = (name: string) => `code,name\n6-18-02-01,${name}`;
  const first = await preview(line('铸造工甲'), { missing: 'keep' });
  const colleague = await givenActor(database.source.manager, {
    ...{ role: 'reviewer', organisationId: ministry.organisationId, name: '周宁' },
  });
  const second = await imports().preview(colleague, csv(line('铸造工乙')), {
    ...{ kind: 'occupations', missing: 'keep' },
  });
  await imports().apply(colleague, second.id);
  expect(await codeOf(imports().apply(ministry, first.id))).toBe('catalogue.preview-stale');
  expect((await nameOf('6-18-02-01'))?.name).toBe('铸造工乙');
  expect(await codeOf(imports().apply(colleague, second.id))).toBe('catalogue.import-settled');
});

it('lets only one of two apply the same preview at once', async () => {
  const made = await preview('code,name\n6-18-02-01,铸造工', { missing: 'keep' });
  const both = await Promise.all([1, 2].map(() => codeOf(imports().apply(ministry, made.id))));
  expect(both.sort()).toEqual(['catalogue.import-settled', 'done']);
});

it('brings back what was retired, and never touches another edition', async () => {
  const older = await preview('code,name,edition\n6,旧大类,2015\n6-01,旧中类,2015', {});
  expect(older).toMatchObject({ edition: '2015', baseNumber: 0, added: 2, removed: 0 });
  await imports().apply(ministry, older.id);
  const back = await preview('code,name\n6-18-02-05,重来工', { missing: 'keep' });
  expect(back).toMatchObject({ edition: '2022', added: 1, changed: 0 });
  await imports().apply(ministry, back.id);
  expect(await nameOf('6-18-02-05')).toMatchObject({ name: '重来工', edition: '2022' });
  const [count]: { n: number }[] = await database.source.query(
    `SELECT count(*)::int AS n FROM occupation WHERE edition = '2022' AND retired_in IS NULL`,
  );
  expect(count?.n).toBe(2177);
});

it('reads Excel, a printed table too, and GB 18030', async () => {
  const table = await writeTable({
    title: '职业目录',
    columns: [
      { heading: '代码', width: 16 },
      { heading: '名称', width: 30 },
    ],
    rows: [['6-18-02-01', '铸造工丙']],
    ...{ versionCode: '1', orientation: 'portrait' },
  });
  const wish = { kind: 'occupations' as const, missing: 'keep' as const };
  const excel = await imports().preview(ministry, { bytes: table, fileName: 'a.xlsx' }, wish);
  expect(excel).toMatchObject({ changed: 1, blocking: 0, fileName: 'a.xlsx' });
  const gb = { 代码: 'b4fac2eb', 名称: 'c3fbb3c6', 铸造: 'd6fdd4ec' };
  const ascii = (text: string) => Buffer.from(text).toString('hex');
  const hex = `${gb.代码}${ascii(',')}${gb.名称}${ascii('\n6-18-02-01,')}${gb.铸造}`;
  const made = await imports().preview(ministry, { bytes: Buffer.from(hex, 'hex'), fileName: 'b.csv' }, wish);
  expect((await changesOf(made.id))[0]).toMatchObject({ name: '铸造', change: 'changed' });
});

it('says of a file that is no such list what it is, and makes no preview', async () => {
  const wrong = (text: string, kind: object = {}) => codeOf(preview(text, kind));
  expect(await wrong('code,name\nA,农业\nA01,农业\nA011,谷物\nA0111,稻谷')).toBe('catalogue.wrong-list');
  expect(await wrong('姓名,单位\n张三,某厂')).toBe('catalogue.unreadable');
  expect(await wrong('code,name')).toBe('catalogue.list-empty');
  expect(await wrong('name\n某会', { kind: 'organisations' })).toBe('catalogue.unreadable');
  expect(
    await codeOf(
      imports().preview(
        ministry,
        { bytes: Buffer.from('%PDF-1.7\u0000\u0001'), fileName: 'a.pdf' },
        { kind: 'occupations' },
      ),
    ),
  ).toBe('catalogue.unreadable');
  expect(
    await codeOf(
      imports().preview(
        ministry,
        { bytes: Buffer.from('504b0304ffff', 'hex'), fileName: 'a.xlsx' },
        { kind: 'occupations' },
      ),
    ),
  ).toBe('catalogue.unreadable');
});

it('is for the ministry: a bureau sees the versions and imports nothing', async () => {
  const wish = { kind: 'occupations' as const };
  expect(await codeOf(imports().preview(bureau, csv('code,name\n1,x'), wish))).toBe(
    'catalogue.ministry-only',
  );
  const made = await preview('code,name\n6-18-02-01,铸造工丁', { missing: 'keep' });
  expect(await codeOf(imports().apply(bureau, made.id))).toBe('catalogue.ministry-only');
  const seen = (await listImports(database.source.manager, bureau, { limit: 50 })).items;
  expect(seen.every(({ state }) => state === 'applied')).toBe(true);
  expect(await codeOf(listChanges(database.source.manager, bureau, made.id, {}))).toBe(
    'catalogue.import-not-found',
  );
});

it('discards a preview with its changes, and an earlier one when a new one is made', async () => {
  const first = await preview('code,name\n6-18-02-01,甲', { missing: 'keep' });
  const second = await preview('code,name\n6-18-02-01,乙', { missing: 'keep' });
  expect(await codeOf(imports().apply(ministry, first.id))).toBe('catalogue.import-settled');
  await imports().discard(ministry, second.id);
  expect(await changesOf(second.id)).toEqual([]);
  expect(await codeOf(imports().apply(ministry, second.id))).toBe('catalogue.import-settled');
});

it('takes cities apart from counties, and a city without counties from a list of counties', async () => {
  const cities = await preview('code4,name,province_code2\n3301,杭州市,33\n4419,东莞市,44\n1101,市辖区,12', {
    kind: 'divisions',
  });
  expect(cities).toMatchObject({ edition: '2022', unchanged: 3, removed: 339 });
  expect(cities.findings.map(({ cell, code }) => `${cell} ${code}`)).toEqual(
    expect.arrayContaining([' catalogue.many-removed', ' catalogue.orphans', 'C4 catalogue.parent-differs']),
  );
  const counties = await preview(
    'code6,name,city_code4,province_code2\n441900,东莞市,4419,44\n330106,西湖新区,3301,33',
    { kind: 'divisions' },
  );
  const changes = await changesOf(counties.id, { limit: '5000' });
  expect(changes.every(({ code }) => !code.endsWith('00'))).toBe(true);
  expect(changes.find(({ code }) => code === '330106')?.fields).toEqual([
    { field: 'name', before: '西湖区', after: '西湖新区' },
  ]);
});

describe('organisations', () => {
  const heads = '单位名称,简称,英文名称,类别,行政区划代码,行业代码\n';

  it('are registered and changed by name, and never removed', async () => {
    const made = await preview(
      `${heads}中国船舶集团有限公司,中船集团,CSSC,中央企业集团,110000,C37\n人社部,,,ministry,,`,
      { kind: 'organisations' },
    );
    expect(made).toMatchObject({ edition: '', added: 1, changed: 0, removed: 0, unchanged: 1, blocking: 0 });
    await imports().apply(ministry, made.id);
    const found = await new CatalogueSearch(database.source).organisations({ q: 'zcjt', limit: 5 });
    expect(found.items).toMatchObject([
      {
        name: '中国船舶集团有限公司',
        kind: 'centralEnterprise',
        divisionName: '北京市',
        industryCode: 'C37',
      },
    ]);
    const [audited]: { n: number }[] = await database.source.query(
      `SELECT count(*)::int AS n FROM audit_entry WHERE verb = 'organisation.imported'`,
    );
    expect(audited?.n).toBe(1);
  });

  it('with unknown kinds, areas, industries or twice the same name are named cell by cell', async () => {
    const made = await preview(
      `${heads}甲厂,,,作坊,,\n乙厂,,,企业,999999,C99\n乙厂,,,,33,\n丙厂,,,学校,杭州,`,
      { kind: 'organisations' },
    );
    expect(made.findings.map(({ cell, code }) => `${cell} ${code}`)).toEqual([
      'D2 catalogue.kind-unknown',
      'E3 catalogue.division-unknown',
      'F3 catalogue.industry-unknown',
      'D4 catalogue.kind-missing',
      'A4 catalogue.name-twice',
      'E5 catalogue.division-code',
    ]);
  });

  it('changed by hand since make the preview stale', async () => {
    const made = await preview(`${heads}人社部,部,,部委,,`, { kind: 'organisations' });
    await database.source.query(`UPDATE organisation SET short_name = '人社' WHERE name = '人社部'`);
    expect(await codeOf(imports().apply(ministry, made.id))).toBe('catalogue.preview-stale');
  });
});

it('names the cell of a name that cannot be read or is a formula, and of a column it does not know', async () => {
  const rows = [
    '代码,名称,国家标准号',
    '6-18-02-91,焊\u202E工,x',
    '6-18-02-92,钳\u200B工,x',
    '6-18-02-93,=cmd|x,x',
  ];
  const { findings, id, blocking } = await preview(rows.join('\n'), { missing: 'keep' });
  expect(findings.map(({ code, severity, cell }) => [code, severity, cell])).toEqual([
    ['catalogue.sheet-unknown-column', 'warning', 'C1'],
    ['catalogue.text-hostile', 'blocking', 'B2'],
    ['catalogue.text-hostile', 'blocking', 'B3'],
    ['catalogue.text-formula', 'blocking', 'B4'],
  ]);
  expect(findings[1]?.message.zh).toContain('U+202E');
  expect(blocking).toBe(3);
  expect(await codeOf(imports().apply(ministry, id))).toBe('catalogue.import-faulty');
});
