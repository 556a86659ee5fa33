import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { canServerReach, migrate, startEmbeddedPostgres } from '@luban/platform';
import pg from 'pg';
import { entities, migrations } from '../../migrations/index.js';

export interface TestServer {
  /** A database on the server from which others can be made. */
  adminUrl: string;
  /** An empty, migrated database to make copies of. */
  template: string;
  /** Every database of this run begins with it. */
  prefix: string;
}

let known: Promise<TestServer> | undefined;

/**
 * The server of this test run: a throw-away cluster of our own, or the server at DATABASE_URL. The first spec that
 * asks brings it up, the others wait for that. A guard process puts it away whatever happens to the run.
 */
export const testServer = (): Promise<TestServer> => (known ??= findOrStart());

async function findOrStart(): Promise<TestServer> {
  const run = process.env.LUBAN_TEST_RUN;
  const jestPid = process.env.LUBAN_TEST_PID;
  if (!run || !jestPid) throw new Error('jest was started without test/support/global-setup.mjs');
  const result = join(run, 'server.json');
  if (claim(run)) {
    const prefix = `luban_test_${jestPid}_${createHash('sha1').update(run).digest('hex').slice(0, 6)}_`;
    const answer = await start(run, jestPid, prefix).catch((error: Error) => ({
      error: error.stack ?? String(error),
    }));
    writeFileSync(`${result}.half`, JSON.stringify(answer));
    renameSync(`${result}.half`, result);
  }
  while (!existsSync(result)) await sleep(50);
  const answer = JSON.parse(readFileSync(result, 'utf8')) as TestServer | { error: string };
  if ('error' in answer) throw new Error(`the test server did not come up:\n${answer.error}`);
  return answer;
}

function claim(run: string): boolean {
  try {
    mkdirSync(join(run, 'claimed'));
    return true;
  } catch {
    return false;
  }
}

async function start(run: string, jestPid: string, prefix: string): Promise<TestServer> {
  const given = process.env.DATABASE_URL;
  const guard = spawn(process.execPath, [join(__dirname, 'guard.mjs'), run, jestPid, prefix], {
    detached: true,
    stdio: 'ignore',
  });
  guard.unref();
  const stateDir = join(run, 'server');
  if (!given && !canServerReach(stateDir)) {
    throw new Error(
      `as root, the tests need a temporary folder open to other users: TMPDIR=/tmp, not ${run}`,
    );
  }
  const adminUrl = given ?? (await startEmbeddedPostgres({ stateDir, durable: false })).url;
  const template = `${prefix}template`;
  await withAdmin(adminUrl, async (client) => {
    await client.query(
      `CREATE DATABASE ${template} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'`,
    );
  });
  await migrate({ url: databaseUrl(adminUrl, template), entities, migrations });
  return { adminUrl, template, prefix };
}

/** Runs statements on the server's own database. */
export async function withAdmin<T>(adminUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The same server, another database. */
export function databaseUrl(adminUrl: string, name: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.href;
}
