import { Organisation } from '@luban/identity';
import { newId } from '@luban/platform';
import { testDatabase } from '../../../test/support/test-database.js';
import { CatalogueSearch } from './catalogue-search.service.js';
import { currentEdition, occupationsByCode } from './editions.js';
import { loadShippedCatalogues } from './load-shipped.js';

const database = testDatabase();
const search = () => new CatalogueSearch(database.source);
const occupations = async (q: string, more: object = {}) =>
  (await search().occupations({ q, limit: 20, ...more })).items.map(({ code, name }) => `${code} ${name}`);
const divisions = async (q: string, more: object = {}) =>
  (await search().divisions({ q, limit: 20, ...more })).items.map(({ name, within }) => `${within}/${name}`);
const organisations = async (q: string) =>
  (await search().organisations({ q, limit: 20 })).items.map(({ name }) => name);

beforeAll(async () => {
  await loadShippedCatalogues(database.source);
  const row = (name: string, shortName: string | null, nameEn: string | null) => ({
    ...{ id: newId(), name, shortName, nameEn, kind: 'association' as const },
    ...{ divisionCode: '110000', industryCode: null },
  });
  await database.source
    .getRepository(Organisation)
    .insert([
      row('中国机械工业联合会', '中机联', 'China Machinery Industry Federation'),
      row('中国钢铁工业协会', '中钢协', null),
      row('100%纯手工协会', null, null),
    ]);
});

describe('occupations', () => {
  it('are found by code, with or without dashes, the exact one first', async () => {
    expect(await occupations('6-18-02-04')).toEqual(['6-18-02-04 焊工']);
    expect((await occupations('6-18-02'))[0]).toMatch(/^6-18-02-01 /);
    expect(await occupations('6180204')).toEqual(['6-18-02-04 焊工']);
    expect(await occupations('６－１８－０２－０４')).toEqual(['6-18-02-04 焊工']);
  });

  it('are found by name: the name itself, then its beginning, then anywhere within', async () => {
    const found = await occupations('焊工');
    expect(found[0]).toBe('6-18-02-04 焊工');
    expect(found).toContain('6-18-03-04 喷涂喷焊工');
    expect(await occupations('机器人 运维')).toEqual(['6-31-07-01 工业机器人系统运维员']);
  });

  it('are found by pinyin initials and by pinyin', async () => {
    expect((await occupations('hg'))[0]).toBe('6-18-02-04 焊工');
    expect((await occupations('HanGong'))[0]).toBe('6-18-02-04 焊工');
    expect(await occupations('gyjqrxtyw')).toEqual(['6-31-07-01 工业机器人系统运维员']);
    expect(await occupations('hangong')).toContain('6-18-03-04 喷涂喷焊工');
  });

  it('are those of the lowest level, unless another is asked for', async () => {
    expect(await occupations('6-18')).not.toContain('6-18 机械制造基础加工人员');
    expect((await occupations('6-18', { level: 'all' }))[0]).toBe('6-18 机械制造基础加工人员');
    expect(await occupations('', { level: '1', limit: 50 })).toHaveLength(8);
    expect((await occupations('', { under: '6-18-02' })).every((row) => row.startsWith('6-18-02-'))).toBe(
      true,
    );
  });

  it('take a percent sign as a percent sign, and find nothing for nonsense', async () => {
    for (const q of ['%', '_', "' OR 1=1", '\\', '焊%工', '😀']) expect(await occupations(q)).toEqual([]);
  });

  it('come whole, page by page', async () => {
    const first = await search().occupations({ limit: 1000 });
    const second = await search().occupations({ limit: 1000, after: first.next ?? '' });
    expect([first.items.length, second.items.length, second.next]).toEqual([1000, 639, null]);
  });

  it('hide those that a later version removed', async () => {
    await database.source.query(`UPDATE occupation SET retired_in = $1 WHERE code = '6-18-02-05'`, [newId()]);
    const name = (await occupations('6-18-02-05', { retired: true }))[0];
    expect(name).toBeDefined();
    expect(await occupations('6-18-02-05')).toEqual([]);
  });
});

it('finds industries by code with or without their letter, and by name', async () => {
  const found = async (q: string) =>
    (await search().industries({ q, limit: 5 })).items.map(({ code, name }) => `${code} ${name}`);
  expect((await found('C34'))[0]).toBe('C34 通用设备制造业');
  expect((await found('34'))[0]).toBe('C34 通用设备制造业');
  expect((await found('tysb'))[0]).toBe('C34 通用设备制造业');
  expect((await found('稻谷'))[0]).toBe('A0111 稻谷种植');
});

it('finds divisions with where they lie, the larger of one name first, and no headings', async () => {
  expect(await divisions('杭州')).toContain('浙江省/杭州市');
  expect((await divisions('朝阳'))[0]).toBe('辽宁省/朝阳市');
  expect(await divisions('朝阳')).toContain('北京市/朝阳区');
  expect(await divisions('hangz')).not.toContain('山西省/长治市');
  expect((await divisions('hzs'))[0]).toMatch(/州市$/);
  expect(await divisions('330100')).toEqual(['浙江省/杭州市']);
  expect((await divisions('3301'))[0]).toBe('浙江省/杭州市');
  expect(await divisions('市辖区')).toEqual([]);
  expect(await divisions('', { level: 'province', limit: 50 })).toHaveLength(35);
  expect((await divisions('', { level: 'city', under: '330000', limit: 50 })).length).toBe(11);
});

describe('organisations', () => {
  it('are found by name, short name, English name and the pinyin of both', async () => {
    for (const q of ['机械工业', '中机联', 'machinery', 'zgjxgylhh', 'zjl', 'zhongjilian'])
      expect((await organisations(q))[0]).toBe('中国机械工业联合会');
    expect(await organisations('%')).toEqual(['100%纯手工协会']);
  });

  it('are found by a new name as soon as they have it', async () => {
    await database.source.query(
      `UPDATE organisation SET name = '中国焊接协会' WHERE name = '中国钢铁工业协会'`,
    );
    expect(await organisations('zghj')).toEqual(['中国焊接协会']);
  });
});

it('answers occupations by edition and code', async () => {
  const tx = database.source.manager;
  expect(await currentEdition(tx, 'occupations')).toBe('2022');
  const rows = await occupationsByCode(tx, [
    { edition: '2022', code: '6-18-02-04' },
    { edition: '2015', code: '6-18-02-04' },
  ]);
  expect(rows.map(({ edition, name }) => [edition, name])).toEqual([['2022', '焊工']]);
});
