import { runMigrations as migrateQueueSchema } from 'bullmq';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { createDataSource, type DatabaseSettings } from './data-source.js';

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
  const client = new pg.Client({ connectionString: settings.url, application_name: 'luban migrate' });
  await client.connect();
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

async function appliedMigrations(source: DataSource): Promise<string[]> {
  const rows: { name: string }[] = await source.query('SELECT name FROM migration ORDER BY id');
  return rows.map((row) => row.name);
}
