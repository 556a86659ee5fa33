import { testDatabase } from '../../../test/support/test-database.js';
import { loadShippedCatalogues } from './load-shipped.js';

const database = testDatabase();
const count = async (sql: string): Promise<number> => {
  const [row]: { n: number }[] = await database.source.query(`SELECT count(*)::int AS n FROM ${sql}`);
  return row?.n ?? 0;
};

beforeAll(() => loadShippedCatalogues(database.source));

it('fills occupations, industries and divisions as the first version of their editions', async () => {
  expect(await count('occupation')).toBe(2176);
  expect(await count('occupation WHERE level = 4')).toBe(1639);
  expect(await count('industry')).toBe(1971);
  expect(await count(`division WHERE level = 'province'`)).toBe(35);
  expect(await count('division')).toBe(3352);
  const versions: unknown[] = await database.source.query(
    `SELECT kind, edition, number, added FROM catalogue_import ORDER BY kind`,
  );
  expect(versions).toEqual([
    { kind: 'divisions', edition: '2022', number: 1, added: 3352 },
    { kind: 'industries', edition: '2017', number: 1, added: 1971 },
    { kind: 'occupations', edition: '2022', number: 1, added: 2176 },
  ]);
});

it('hangs every entry but the topmost under one that is there', async () => {
  for (const table of ['occupation', 'industry', 'division'])
    expect(
      await count(
        `${table} c WHERE parent_code IS NOT NULL AND NOT EXISTS
           (SELECT FROM ${table} p WHERE p.edition = c.edition AND p.code = c.parent_code)`,
      ),
    ).toBe(0);
  expect(await count(`division WHERE pseudo AND name IN ('市辖区', '县')`)).toBe(5);
});

it('writes how a name sounds by its words', async () => {
  const rows: { name: string; initials: string; pinyin: string }[] = await database.source.query(
    `SELECT name, initials, pinyin FROM occupation WHERE code = '6-18-02-04'
     UNION ALL SELECT name, initials, pinyin FROM division WHERE code = '500000'`,
  );
  expect(rows).toEqual([
    { name: '焊工', initials: 'hg', pinyin: 'han gong' },
    { name: '重庆市', initials: 'cqs', pinyin: 'chong qing shi' },
  ]);
});

it('loads nothing a second time, and leaves a catalogue alone that has a version', async () => {
  await database.source.query(`DELETE FROM occupation WHERE code = '6-18-02-04'`);
  await loadShippedCatalogues(database.source);
  expect(await count('catalogue_import')).toBe(3);
  expect(await count(`occupation WHERE code = '6-18-02-04'`)).toBe(0);
});
