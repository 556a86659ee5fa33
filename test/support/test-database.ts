import { createDataSource, newId } from '@luban/platform';
import type { DataSource } from 'typeorm';
import { entities } from '../../migrations/index.js';
import { databaseUrl, testServer, withAdmin } from './test-server.js';

export interface TestDatabase {
  /** Connected from `beforeAll` to `afterAll`. */
  readonly source: DataSource;
  readonly url: string;
  /** What has to be closed before the database goes away (jest calls `afterAll` hooks in the order they were made). */
  beforeDrop(close: () => Promise<unknown> | undefined): void;
}

/**
 * A database of its own for a spec file: real PostgreSQL, migrated and empty. Call it at the top of the file or in a
 * `describe`; it registers its own `beforeAll` and `afterAll`.
 */
export function testDatabase(): TestDatabase {
  let made: { source: DataSource; url: string; name: string } | undefined;
  const closers: (() => Promise<unknown> | undefined)[] = [];
  const use = () => {
    if (!made) throw new Error('the test database exists only while tests run: use it inside a test or hook');
    return made;
  };
  beforeAll(async () => {
    const { url, name } = await createTestDatabase();
    made = { url, name, source: await createDataSource({ url, entities }).initialize() };
  });
  afterAll(async () => {
    for (const close of closers.reverse()) await close();
    await made?.source.destroy();
    if (made) await dropTestDatabase(made.name);
  });
  return {
    get source() {
      return use().source;
    },
    get url() {
      return use().url;
    },
    beforeDrop(close) {
      closers.push(close);
    },
  };
}

/** A fresh copy of the migrated template; whoever makes one drops it (the run's guard does at the latest). */
export async function createTestDatabase(): Promise<{ name: string; url: string }> {
  const { adminUrl, template, prefix } = await testServer();
  const name = `${prefix}${newId().replaceAll('-', '').slice(-12)}`;
  await withAdmin(adminUrl, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  return { name, url: databaseUrl(adminUrl, name) };
}

export async function dropTestDatabase(name: string): Promise<void> {
  const { adminUrl } = await testServer();
  await withAdmin(adminUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
}
