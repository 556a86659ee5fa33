import { runMigrations as migrateQueueSchema } from 'bullmq';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { createDataSource, type DatabaseSettings } from './data-source.js';

const oldestPostgres = 15;

/** Two starts at once must not migrate twice: the second waits for this lock and then finds nothing to do. */
const migrationLock = 8_226_001;

/**
 * Brings a database to the newest schema: our migrations (all in one transaction), then the queue's own (`bullmq`
 * schema; it has to be there whenever no Redis is used). Answers the names of the migrations that ran.
 */
export async function migrate(settings: DatabaseSettings): Promise<string[]> {
  return exclusively(settings, async (source, client) => {
    const ran = await source.runMigrations();
    await migrateQueueSchema(client);
    return ran.map((migration) => migration.name);
  });
}

/** Takes back the last migration; answers its name, or undefined if there was none. */
export async function migrateBack(settings: DatabaseSettings): Promise<string | undefined> {
  return exclusively(settings, async (source) => {
    const before = await appliedMigrations(source);
    await source.undoLastMigration();
    const after = await appliedMigrations(source);
    return before.find((name) => !after.includes(name));
  });
}

async function exclusively<T>(
  settings: DatabaseSettings,
  work: (source: DataSource, client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = await connect(settings.url);
  const source = createDataSource({ ...settings, poolSize: 2, applicationName: 'luban migrate' });
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await source.initialize();
    return await work(source, client);
  } finally {
    if (source.isInitialized) await source.destroy();
    await client.end();
  }
}

/** Connects, or says in one sentence why not – without the password that stands in the address. */
async function connect(url: string): Promise<pg.Client> {
  const { hostname, port, pathname } = new URL(url);
  const where = `${hostname}:${port || 5432}${pathname}`;
  const client = new pg.Client({
    connectionString: url,
    application_name: 'luban migrate',
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => {}); // told by the next query
  try {
    await client.connect();
  } catch (error) {
    const { message, code } = error as { message: string; code?: string };
    throw new Error(`cannot connect to the database at ${where}: ${message || code}`, { cause: error });
  }
  const { rows } = await client.query<{ version: number }>(
    `SELECT current_setting('server_version_num')::int / 10000 AS version`,
  );
  const version = rows[0]?.version ?? 0;
  if (version >= oldestPostgres) return client;
  await client.end();
  throw new Error(
    `the database at ${where} is PostgreSQL ${version}, but Luban needs ${oldestPostgres} or newer`,
  );
}

async function appliedMigrations(source: DataSource): Promise<string[]> {
  const rows: { name: string }[] = await source.query('SELECT name FROM migration ORDER BY id');
  return rows.map((row) => row.name);
}
