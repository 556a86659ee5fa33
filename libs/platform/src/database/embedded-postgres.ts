import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { asServer, database, EmbeddedHome, type Secrets } from './embedded-home.js';
import { freePort } from './free-port.js';
import { makeCluster } from './make-cluster.js';
import { postgresFor, serverUser, type ServerUser } from './postgres-binaries.js';
import { isAlive, postmasterOf, signal } from './postmaster.js';

export interface EmbeddedSettings {
  /** Folder of this installation; the cluster lies in `postgres/` under it. Made when absent. */
  stateDir: string;
  /** False only for throw-away clusters of tests: then a power cut may lose everything. */
  durable: boolean;
  /** Told what takes time: `initialising`, `recovering`, `adopted`. */
  onStep?: (step: string) => void;
}

export interface EmbeddedPostgres {
  /** `postgres://…/luban`: the one database, whose owner may also create others. */
  url: string;
  port: number;
  /** Process id of the postmaster. */
  pid: number;
  /** It was still running from an earlier start whose launcher died. */
  adopted: boolean;
  /** Stops it: politely, and after `politeMs` at once (it then recovers at the next start; nothing is lost). */
  stop(politeMs?: number): Promise<void>;
}

const readyWithinMs = 120_000;

/**
 * Starts the PostgreSQL 18 that npm brought, on 127.0.0.1 only, with a generated password. Works as root (the server
 * steps down to `postgres` or `nobody`) and as any other user; adopts a server that outlived its launcher; recovers
 * one that was killed. The cluster is made in a folder beside its place and renamed, so that an interrupted first
 * start leaves nothing half made. Throws with the server's own last words when it does not come up.
 */
export async function startEmbeddedPostgres(settings: EmbeddedSettings): Promise<EmbeddedPostgres> {
  const user = serverUser(join(settings.stateDir, 'postgres'));
  mkdirSync(settings.stateDir, { recursive: true });
  const home = new EmbeddedHome(settings.stateDir, user);
  const binaries = postgresFor(user, settings.stateDir);
  if (!existsSync(home.cluster)) {
    settings.onStep?.('initialising');
    await makeCluster(home, binaries, user, settings.durable);
  }
  const found = postmasterOf(home.cluster);
  if (found && isAlive(found.pid)) {
    const adopted = await adopt(home, found.pid, found.port);
    if (adopted) {
      settings.onStep?.('adopted');
      return adopted;
    }
    await gone(found.pid, 30_000);
  }
  return launch(home, binaries, user, settings);
}

/** Stops the server of a state folder if one runs there; true if one did. */
export async function stopEmbeddedPostgres(stateDir: string, politeMs?: number): Promise<boolean> {
  const found = postmasterOf(join(stateDir, 'postgres'));
  if (!found || !isAlive(found.pid)) return false;
  await stop(found.pid, politeMs);
  return true;
}

async function adopt(home: EmbeddedHome, pid: number, port: number): Promise<EmbeddedPostgres | undefined> {
  const secrets = { ...home.read(), port };
  try {
    await ready(home.url(secrets, 'postgres'), () => isAlive(pid));
  } catch {
    return undefined; // it is on its way down
  }
  await ensureDatabase(home.url(secrets, 'postgres'));
  home.write(secrets);
  return running(home, secrets, pid, true);
}

async function launch(
  home: EmbeddedHome,
  binaries: string,
  user: ServerUser | undefined,
  settings: EmbeddedSettings,
): Promise<EmbeddedPostgres> {
  const givenUpAt = Date.now() + 30_000;
  for (;;) {
    const secrets = { ...home.read() };
    if ((await freePort(secrets.port)) !== secrets.port) {
      secrets.port = await freePort();
      home.write(secrets);
    }
    rmSync(join(home.cluster, 'postmaster.pid'), { force: true }); // its process is gone: looked at just before
    if (existsSync(home.logFile) && statSync(home.logFile).size > 10_000_000) rmSync(home.logFile);
    const log = openSync(home.logFile, 'a', 0o600);
    const from = statSync(home.logFile).size;
    const child = spawn(
      join(binaries, 'bin', 'postgres'),
      serverArguments(home, secrets.port, settings.durable),
      {
        // Its own process group: a Ctrl-C in the terminal reaches the launcher, which stops things in order.
        detached: true,
        stdio: ['ignore', log, log],
        ...asServer(user),
      },
    );
    closeSync(log);
    let ended: string | undefined;
    child.once('error', (error) => (ended = error.message));
    child.once('exit', (code, killedBy) => (ended = `ended with ${killedBy ?? `code ${code}`}`));
    child.unref();
    try {
      await ready(home.url(secrets, 'postgres'), () => ended === undefined, settings.onStep);
    } catch (error) {
      const words = home.lastWords(from);
      // Worth another try: the port was taken a moment ago, or children of a killed server have not noticed yet.
      const passing = /could not bind|still in use|lock file .* already exists/.test(words);
      if (passing && Date.now() < givenUpAt) {
        await sleep(250);
        continue;
      }
      throw new Error(`PostgreSQL did not start (${ended ?? (error as Error).message}):\n${words}`, {
        cause: error,
      });
    }
    await ensureDatabase(home.url(secrets, 'postgres'));
    return running(home, secrets, child.pid as number, false);
  }
}

function serverArguments(home: EmbeddedHome, port: number, durable: boolean): string[] {
  const options = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(durable
      ? {}
      : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_wal_size: '2GB' }),
  };
  return [
    '-D',
    home.cluster,
    ...Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
}

/** Waits until the server takes connections; throws when `stillThere` says no or time is up. */
async function ready(url: string, stillThere: () => boolean, onStep?: (step: string) => void): Promise<void> {
  const givenUpAt = Date.now() + readyWithinMs;
  const tellAt = Date.now() + 1000; // a clean start takes no longer
  let told = false;
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      const code = (error as { code?: string }).code;
      if (code === '28P01' || !stillThere() || Date.now() > givenUpAt) throw error;
      if (code === '57P03' && !told && Date.now() > tellAt) {
        onStep?.('recovering');
        told = true;
      }
      await sleep(30);
    }
  }
}

async function ensureDatabase(maintenanceUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: maintenanceUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (!rowCount) await client.query(`CREATE DATABASE ${database}`);
  } finally {
    await client.end();
  }
}

function running(home: EmbeddedHome, secrets: Secrets, pid: number, adopted: boolean): EmbeddedPostgres {
  return {
    url: home.url(secrets),
    port: secrets.port,
    pid,
    adopted,
    stop: (politeMs) => stop(pid, politeMs),
  };
}

async function stop(pid: number, politeMs = 10_000): Promise<void> {
  signal(pid, 'SIGINT'); // "fast": ends sessions, writes a checkpoint
  if (await gone(pid, politeMs)) return;
  signal(pid, 'SIGQUIT'); // "immediate": the log is enough to recover from
  if (await gone(pid, 5000)) return;
  signal(pid, 'SIGKILL');
  await gone(pid, 2000);
}

async function gone(pid: number, withinMs: number): Promise<boolean> {
  const givenUpAt = Date.now() + withinMs;
  while (isAlive(pid)) {
    if (Date.now() > givenUpAt) return false;
    await sleep(25);
  }
  return true;
}
