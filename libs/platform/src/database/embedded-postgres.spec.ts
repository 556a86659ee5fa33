import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { isTableEmpty, recreateDatabase } from './embedded-contents.js';
import { type EmbeddedPostgres, startEmbeddedPostgres, stopEmbeddedPostgres } from './embedded-postgres.js';
import { isAlive } from './postmaster.js';

const stateDir = mkdtempSync(join(tmpdir(), 'luban-embedded-'));
const steps: string[] = [];
let server: EmbeddedPostgres;

// Durable as in earnest: what is acknowledged has to be there after a kill.
const start = async () =>
  (server = await startEmbeddedPostgres({ stateDir, durable: true, onStep: (s) => steps.push(s) }));

async function sql<T extends object>(text: string, url = server.url): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(text)).rows;
  } finally {
    await client.end();
  }
}

beforeAll(start);
beforeEach(() => (steps.length = 0));
afterAll(async () => {
  await stopEmbeddedPostgres(stateDir, 1000);
  rmSync(stateDir, { recursive: true, force: true });
});

it('is a real PostgreSQL with everything that keeps data safe', async () => {
  const settings = await sql<{ name: string; setting: string }>(
    `SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes', 'max_connections', 'data_checksums')`,
  );
  expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    max_connections: '200',
    data_checksums: 'on',
  });
});

it('orders by code point and knows Chinese letters', async () => {
  const [row] = await sql<{ sorted: string[]; letter: boolean }>(
    `SELECT array_agg(x ORDER BY x) AS sorted, '焊' ~ '^\\w$' AS letter FROM unnest(ARRAY['b', 'B', '中', 'a']) AS x`,
  );
  expect(row).toEqual({ sorted: ['B', 'a', 'b', '中'], letter: true });
});

it('listens to this machine alone, and asks for the password', async () => {
  const [row] = await sql<{ listens: string }>(`SHOW listen_addresses`).then((rows) =>
    rows.map((r) => ({ listens: (r as unknown as { listen_addresses: string }).listen_addresses })),
  );
  expect(row?.listens).toBe('127.0.0.1');
  const wrong = new URL(server.url);
  wrong.password = 'guessed';
  await expect(sql('SELECT 1', wrong.href)).rejects.toMatchObject({ code: '28P01' });
  expect(statSync(join(stateDir, 'postgres.json')).mode & 0o077).toBe(0);
  expect(server.port).toBeLessThan(32_768);
});

it('takes over a server that outlived its launcher', async () => {
  const { pid } = server;
  expect(await start()).toMatchObject({ pid, adopted: true });
  expect(steps).toEqual(['adopted']);
});

it('has everything acknowledged after the server was killed', async () => {
  await sql('CREATE TABLE acknowledged (n int)');
  for (let n = 1; n <= 50; n++) await sql(`INSERT INTO acknowledged VALUES (${n})`);
  const { pid, port } = server;
  process.kill(pid, 'SIGKILL');
  await start();
  expect(server).toMatchObject({ port, adopted: false });
  expect(server.pid).not.toBe(pid);
  expect(await sql('SELECT count(*)::int AS n FROM acknowledged')).toEqual([{ n: 50 }]);
});

it('starts at another port when somebody else has taken its own', async () => {
  await server.stop();
  expect(isAlive(server.pid)).toBe(false);
  const { port } = server;
  const squatter = await listenOn(port);
  await start();
  expect(server.port).not.toBe(port);
  expect(await sql('SELECT count(*)::int AS n FROM acknowledged')).toEqual([{ n: 50 }]);
  await new Promise((resolve) => squatter.close(resolve));
});

it('is not misled by a file that names a process which is another’s', async () => {
  await server.stop();
  const lines = ['1', join(stateDir, 'postgres'), '0', String(server.port), '', '127.0.0.1', '', 'ready'];
  lines[0] = String(process.pid);
  writeFileSync(join(stateDir, 'postgres', 'postmaster.pid'), lines.join('\n'));
  await start();
  expect(server.adopted).toBe(false);
});

it('runs as whom the cluster belongs to, also when another user would be chosen today', async () => {
  await server.stop();
  const cluster = join(stateDir, 'postgres');
  if (process.getuid?.() === 0) execFileSync('chown', ['-R', '65534:65534', cluster]);
  await start();
  expect(statSync(`/proc/${server.pid}`).uid).toBe(statSync(cluster).uid);
  expect(statSync(cluster).uid).not.toBe(0);
});

it('makes the cluster anew when its first making was interrupted', async () => {
  const other = mkdtempSync(join(tmpdir(), 'luban-embedded-half-'));
  chmodSync(other, 0o711);
  const half = join(other, 'postgres.half');
  mkdirSync(half);
  writeFileSync(join(half, 'PG_VERSION'), '18\n'); // as far as it had come
  writeFileSync(`${half}-note`, ''); // something else in the folder stays
  const first = await startEmbeddedPostgres({ stateDir: other, durable: false });
  await first.stop();
  expect(existsSync(half)).toBe(false);
  expect(existsSync(`${half}-note`)).toBe(true);
  rmSync(other, { recursive: true, force: true });
});

it('says what PostgreSQL said when it does not come up', async () => {
  await server.stop();
  const version = join(stateDir, 'postgres', 'PG_VERSION');
  const right = readFileSync(version, 'utf8');
  writeFileSync(version, '12\n');
  await expect(start()).rejects.toThrow(/did not start[\s\S]*initialized by PostgreSQL version 12/);
  writeFileSync(version, right);
  await start();
});

it('can be emptied, and says whether a table is empty', async () => {
  expect(await isTableEmpty(server.url, 'acknowledged')).toBe(false);
  await recreateDatabase(server.url);
  await sql('CREATE TABLE acknowledged (n int)');
  expect(await isTableEmpty(server.url, 'acknowledged')).toBe(true);
});

function listenOn(port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const listener = createServer();
    listener.once('error', reject);
    listener.listen(port, '127.0.0.1', () => resolve(listener));
  });
}
