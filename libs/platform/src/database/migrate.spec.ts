import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  createTestDatabase,
  dropTestDatabase,
  testDatabase,
} from '../../../../test/support/test-database.js';
import { assertRedis } from '../live/redis-bus.js';
import { createDataSource } from './data-source.js';
import { migrate, migrateBack } from './migrate.js';

class First1700000000001 implements MigrationInterface {
  name = 'First1700000000001';
  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE TABLE first (id uuid)');
    await db.query('SELECT pg_sleep(0.2)'); // long enough for another start to come
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE first');
  }
}
class Broken1700000000002 implements MigrationInterface {
  name = 'Broken1700000000002';
  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE TABLE second (id uuid)');
    await db.query('CREATE TABLE first (id uuid)');
  }
  async down(): Promise<void> {}
}

// A database that already has the house's schema, and a list of migrations of its own.
const database = testDatabase(); // brings the server up, and closes what is below
let name: string;
let url: string;
beforeAll(async () => ({ name, url } = await createTestDatabase()));
database.beforeDrop(() => dropTestDatabase(name));

const settings = (migrations: (new () => MigrationInterface)[]) => ({ url, entities: [], migrations });

it('runs each migration once, however many start at the same time', async () => {
  const ran = await Promise.all([1, 2, 3].map(() => migrate(settings([First1700000000001]))));
  expect(ran.flat()).toEqual(['First1700000000001']);
});

it('leaves nothing of a migration that fails', async () => {
  await migrate(settings([First1700000000001]));
  await expect(migrate(settings([First1700000000001, Broken1700000000002]))).rejects.toThrow(
    'already exists',
  );
  await expect(migrate(settings([First1700000000001]))).resolves.toEqual([]);
  const source = await createDataSource({ url, entities: [] }).initialize();
  const there: unknown = await source.query(`SELECT to_regclass('second') AS there`);
  await source.destroy();
  expect(there).toEqual([{ there: null }]);
});

it('takes the last one back', async () => {
  await migrate(settings([First1700000000001]));
  expect(await migrateBack(settings([First1700000000001]))).toBe('First1700000000001');
  expect(await migrate(settings([First1700000000001]))).toEqual(['First1700000000001']);
});

it('says in one sentence where no database answers, without the password', async () => {
  const lost = { ...settings([]), url: 'postgres://luban:hidden9@127.0.0.1:1/luban' };
  const error = await migrate(lost).catch((failure: Error) => failure);
  expect(error).toMatchObject({
    message: expect.stringMatching(/database at 127\.0\.0\.1:1\/luban.*ECONNREFUSED/) as string,
  });
  expect(String(error)).not.toContain('hidden9');
});

it('says in one sentence where no Redis answers', async () => {
  await expect(assertRedis('redis://:hidden9@127.0.0.1:1')).rejects.toThrow(
    /no Redis answers at 127\.0\.0\.1:1.*ECONNREFUSED/,
  );
});
