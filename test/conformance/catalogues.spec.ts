import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Audit, systemActor } from '@luban/audit';
import { CatalogueImports, loadShippedCatalogues } from '@luban/catalogue';
import { Clock } from '@luban/platform';
import { testDatabase } from '../support/test-database.js';

const folder = join(process.cwd(), '../shared/data/china');
const files = [
  ['occupations', 'occupations_2022.csv', 2176],
  ['industries', 'gbt4754_2017.csv', 1971],
  ['divisions', 'divisions_province.csv', 35],
  ['divisions', 'divisions_city.csv', 342],
  ['divisions', 'divisions_county.csv', 2978],
] as const;
const missing = files.filter(([, name]) => !existsSync(join(folder, name)));

if (missing.length > 0) {
  it('says that the published lists are not here', () => {
    console.warn(`no reference data in ${folder}: the shipped catalogues are not held against it`);
    expect(missing.filter(([, name]) => existsSync(join(folder, name)))).toEqual([]);
  });
} else {
  const database = testDatabase();
  const clock = new Clock();
  const imports = () => new CatalogueImports(database.source, clock, new Audit(clock));

  beforeAll(() => loadShippedCatalogues(database.source));

  it.each(files)('ships %s exactly as %s has them', async (kind, name, rows) => {
    const bytes = readFileSync(join(folder, name));
    const made = await imports().preview(systemActor, { bytes, fileName: name }, { kind });
    // What a list holds beside ours is named, and nothing else is said of it.
    expect(made.findings.filter(({ code }) => code !== 'catalogue.sheet-unknown-column')).toEqual([]);
    expect(made).toMatchObject({ added: 0, changed: 0, removed: 0, unchanged: rows });
  });

  it('takes the whole classification into an empty catalogue', async () => {
    await database.source.query(`TRUNCATE occupation`);
    const bytes = readFileSync(join(folder, 'occupations_2022.csv'));
    const made = await imports().preview(systemActor, { bytes, fileName: 'a.csv' }, { kind: 'occupations' });
    expect(made).toMatchObject({ added: 2176, blocking: 0 });
    await imports().apply(systemActor, made.id);
    const [count]: { n: number }[] = await database.source.query(
      `SELECT count(*)::int AS n FROM occupation WHERE level = 4 AND initials <> ''`,
    );
    expect(count?.n).toBe(1639);
  });
}
