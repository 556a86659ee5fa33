import { createDataSource, migrateBack, SnakeNaming } from '@luban/platform';
import type { DataSource } from 'typeorm';
import { entities, migrations } from '../../migrations/index.js';
import { createTestDatabase, dropTestDatabase, testDatabase } from '../support/test-database.js';

const database = testDatabase();

/** What would have to be done to the database to make it what the entities say, and tables that no entity knows. */
export async function schemaDrift(source: DataSource): Promise<string[]> {
  const { upQueries } = await source.driver.createSchemaBuilder().log();
  const known = new Set([...source.entityMetadatas.map(({ tableName }) => tableName), 'migration']);
  const tables: { name: string }[] = await source.query(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  );
  const strangers = tables
    .filter(({ name }) => !known.has(name))
    .map(({ name }) => `no entity knows the table ${name}`);
  return [...upQueries.map(({ query }) => query), ...strangers];
}

it('has migrations that make exactly what the entities say', async () => {
  expect(await schemaDrift(database.source)).toEqual([]);
});

it('has migrations that can be taken back, to the last', async () => {
  const { url, name } = await createTestDatabase();
  const settings = { url, entities, migrations };
  for (let i = 0; i < migrations.length; i++) expect(await migrateBack(settings)).toBeDefined();
  const source = await createDataSource({ url, entities: [] }).initialize();
  const left: { name: string }[] = await source.query(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migration'`,
  );
  await source.destroy();
  await dropTestDatabase(name);
  expect(left).toEqual([]);
});

it.each([
  ['a column nobody knows', 'ALTER TABLE account ADD COLUMN shoe_size int'],
  ['a column that is missing', 'ALTER TABLE account DROP COLUMN display_name'],
  ['a column of another type', 'ALTER TABLE account ALTER COLUMN display_name TYPE varchar(80)'],
  ['a column that may be empty', 'ALTER TABLE account ALTER COLUMN display_name DROP NOT NULL'],
  ['an index that is missing', 'DROP INDEX job_request_waiting_idx'],
  ['a foreign key that is missing', 'ALTER TABLE role_grant DROP CONSTRAINT role_grant_account_fk'],
  ['a check that is missing', 'ALTER TABLE job_request DROP CONSTRAINT job_request_state_check'],
  ['a table nobody knows', 'CREATE TABLE squad (id uuid)'],
])('sees %s', async (_, change) => {
  const { url, name } = await createTestDatabase();
  const source = await createDataSource({ url, entities }).initialize();
  await source.query(change);
  const drift = await schemaDrift(source);
  await source.destroy();
  await dropTestDatabase(name);
  expect(drift.length).toBeGreaterThan(0);
});

it('names what is not named by hand as PostgreSQL would', () => {
  const naming = new SnakeNaming();
  expect(naming.columnName('markHundredths', undefined, [])).toBe('mark_hundredths');
  expect(naming.tableName('CompetitionEvent', undefined)).toBe('competition_event');
  expect(naming.uniqueConstraintName('account', ['login'])).toBe('account_login_key');
  const long = naming.indexName('marking_team_member', [
    'a_rather_long_column',
    'another_rather_long_column',
  ]);
  expect(long.length).toBeLessThanOrEqual(63);
  expect(long).toMatch(/^marking_team_member_.*_[0-9a-f]{8}_idx$/);
});
