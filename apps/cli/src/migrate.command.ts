import { migrate as migrateDatabase, migrateBack, readConfig } from '@luban/platform';
import { entities, migrations } from '../../../migrations/index.js';
import { loadShipped } from './launcher/database.js';

/** `luban migrate [--down]`: brings the database at DATABASE_URL to the newest schema, or one step back. */
export async function migrate(args: string[]): Promise<number> {
  const { databaseUrl: url } = readConfig();
  if (!url) {
    process.stderr.write(
      'luban migrate: set DATABASE_URL (the embedded database is migrated by `npm start`)\n',
    );
    return 2;
  }
  if (args.includes('--down')) {
    const undone = await migrateBack({ url, entities, migrations });
    process.stderr.write(undone ? `took back ${undone}\n` : 'nothing to take back\n');
    return 0;
  }
  const ran = await migrateDatabase({ url, entities, migrations });
  await loadShipped(url);
  for (const name of ran) process.stderr.write(`applied ${name}\n`);
  process.stderr.write(ran.length ? 'the schema is up to date now\n' : 'the schema was up to date\n');
  return 0;
}
