import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from './free-port.js';
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

interface Secrets {
  port: number;
  password: string;
}

const superuser = 'luban';
const database = 'luban';
const readyWithinMs = 120_000;

/**
 * Starts the PostgreSQL 18 that npm brought, on 127.0.0.1 only, with a generated password. Works as root (the server
 * steps down to `postgres` or `nobody`) and as any other user; adopts a server that outlived its launcher; recovers
 * one that was killed. The cluster is made in a folder beside its place and renamed, so that an interrupted first
 * start leaves nothing half made. Throws with the server's own last words when it does not come up.
 */
export async function startEmbeddedPostgres(settings: EmbeddedSettings): Promise<EmbeddedPostgres> {
  const user = serverUser();
  mkdirSync(settings.stateDir, { recursive: true });
  const home = new Home(settings.stateDir, user);
  const binaries = postgresFor(user, settings.stateDir);
  if (!existsSync(home.cluster)) {
    settings.onStep?.('initialising');
    await initialise(home, binaries, user, settings.durable);
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

/** Where the pieces lie under a state folder. */
class Home {
  readonly cluster: string;
  readonly secretsFile: string;
  readonly logFile: string;

  constructor(
    readonly stateDir: string,
    user: ServerUser | undefined,
  ) {
    this.cluster = join(stateDir, 'postgres');
    this.secretsFile = join(stateDir, 'postgres.json');
    this.logFile = join(stateDir, 'postgres.log');
    // The server's own user has to pass through, and no more than that.
    if (user) chmodSync(stateDir, (statSync(stateDir).mode & 0o777) | 0o011);
  }

  read(): Secrets {
    return JSON.parse(readFileSync(this.secretsFile, 'utf8')) as Secrets;
  }

  write(secrets: Secrets): void {
    const half = `${this.secretsFile}.half`;
    writeFileSync(half, JSON.stringify(secrets), { mode: 0o600 });
    renameSync(half, this.secretsFile);
  }

  url({ port, password }: Secrets, name = database): string {
    return `postgres://${superuser}:${password}@127.0.0.1:${port}/${name}`;
  }
}

async function initialise(
  home: Home,
  binaries: string,
  user: ServerUser | undefined,
  durable: boolean,
): Promise<void> {
  const half = `${home.cluster}.half`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  const password = randomBytes(24).toString('hex');
  const passwordFile = join(home.stateDir, '.password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) for (const path of [half, passwordFile]) chownSync(path, user.uid, user.gid);
  try {
    const log = openSync(home.logFile, 'a', 0o600);
    const from = statSync(home.logFile).size;
    const code = await new Promise<number | null>((resolve, reject) => {
      const child = spawn(
        join(binaries, 'bin', 'initdb'),
        [
          `--pgdata=${half}`,
          `--username=${superuser}`,
          `--pwfile=${passwordFile}`,
          '--auth=scram-sha-256',
          '--encoding=UTF8',
          // Order by code point, letters by Unicode: the same on every machine, whatever its locales.
          '--locale-provider=builtin',
          '--builtin-locale=C.UTF-8',
          '--lc-collate=C',
          `--lc-ctype=${process.platform === 'darwin' ? 'UTF-8' : 'C.UTF-8'}`,
          '--lc-messages=C',
          ...(durable ? [] : ['--no-sync']),
        ],
        { stdio: ['ignore', log, log], cwd: '/', env: serverEnv(), ...asUser(user) },
      );
      child.once('error', reject);
      child.once('exit', resolve);
    }).finally(() => closeSync(log));
    if (code !== 0) throw new Error(`initdb ended with code ${code}:\n${lastWords(home, from)}`);
    home.write({ port: await freePort(), password });
    renameSync(half, home.cluster);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

async function adopt(home: Home, pid: number, port: number): Promise<EmbeddedPostgres | undefined> {
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
  home: Home,
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
        cwd: '/',
        env: serverEnv(),
        ...asUser(user),
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
      const words = lastWords(home, from);
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

function serverArguments(home: Home, port: number, durable: boolean): string[] {
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

function running(home: Home, secrets: Secrets, pid: number, adopted: boolean): EmbeddedPostgres {
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

const asUser = (user: ServerUser | undefined) => (user ? { uid: user.uid, gid: user.gid } : {});

/** Nothing of ours goes to the server: PGDATA, PGPORT and their like would be obeyed. */
const serverEnv = (): NodeJS.ProcessEnv => ({ PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' });

function lastWords(home: Home, from: number): string {
  const lines = readFileSync(home.logFile).subarray(from).toString('utf8').trim().split('\n');
  return lines.slice(-15).join('\n');
}
