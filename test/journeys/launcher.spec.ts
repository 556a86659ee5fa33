import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@luban/platform';
import pg from 'pg';
import { until } from '../support/until.js';

// `npm start` as a person runs it, without the demo. The first run builds what is stale, which takes its time.
const root = join(__dirname, '..', '..');
const startCommand = ['apps/cli/luban.mjs', 'start', '--no-demo'];
const firstStartMs = 180_000;
jest.setTimeout(firstStartMs + 60_000);

const dataDir = mkdtempSync(join(tmpdir(), 'luban-launch-'));
let port: number;
let launcher: Launcher;

beforeAll(async () => {
  chmodSync(dataDir, 0o711);
  port = await freePort();
});

afterAll(async () => {
  await launcher?.end();
  const postmaster = postmasterPid();
  if (postmaster) process.kill(postmaster, 'SIGQUIT');
  await until('the database to end', () => !postmaster || !isAlive(postmaster));
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
});

describe('npm start', () => {
  beforeAll(async () => {
    launcher = new Launcher();
    await launcher.ready(firstStartMs);
    await write('before everything');
  });

  it('serves the API and the page on one address', async () => {
    const page = await fetch(`http://127.0.0.1:${port}/`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<div id="root">');
  });

  it('refuses a second start on the same data, and says where the first is', async () => {
    const second = new Launcher();
    expect(await second.ended).not.toBe(0);
    expect(second.output).toContain(`http://localhost:${port}`);
  });

  it('says how to choose another port when the port is in use', async () => {
    const other = mkdtempSync(join(tmpdir(), 'luban-launch-other-'));
    const second = new Launcher({ DATA_DIR: other });
    expect(await second.ended).not.toBe(0);
    expect(second.output).toContain(`PORT=${port + 1} npm start`);
    rmSync(other, { recursive: true, force: true });
  });

  it('starts an api again that was killed', async () => {
    const api = await launcher.part('api');
    process.kill(api, 'SIGKILL');
    await until('the api to be gone', () => !isAlive(api));
    await until('another api', isHealthy);
    expect(await launcher.part('api')).not.toBe(api);
  });

  it('starts a worker again that was killed', async () => {
    const worker = await launcher.part('worker');
    process.kill(worker, 'SIGKILL');
    await until('another worker', async () => (await launcher.part('worker')) !== worker);
    await until('the worker to be seen', async () => (await health())?.worker === true);
  });

  it('starts a database again that was killed, with everything committed in it', async () => {
    await write('just before the kill');
    const postmaster = postmasterPid() ?? 0;
    process.kill(postmaster, 'SIGKILL');
    await until('another database', () => ![undefined, postmaster].includes(postmasterPid()));
    await until('the api to find it', isHealthy, 30_000);
    expect(await written()).toEqual(['before everything', 'just before the kill']);
  });

  it('stops everything within 15 seconds on Ctrl-C', async () => {
    const pids = [await launcher.part('api'), await launcher.part('worker'), postmasterPid() ?? 0];
    const startedAt = Date.now();
    launcher.signal('SIGINT');
    expect(await launcher.ended).toBe(0);
    expect(Date.now() - startedAt).toBeLessThan(15_000);
    expect(pids.filter(isAlive)).toEqual([]);
  });
});

describe('a second start', () => {
  beforeAll(async () => {
    launcher = new Launcher();
    await launcher.ready(60_000);
  });

  it('has the data of the first', async () => {
    expect(await written()).toEqual(['before everything', 'just before the kill']);
  });

  it('leaves no api or worker behind when the launcher is killed, and the next start goes on', async () => {
    await write('before the launcher was killed');
    const parts = [await launcher.part('api'), await launcher.part('worker')];
    launcher.signal('SIGKILL');
    await until('the parts to notice', () => !parts.some(isAlive));
    launcher = new Launcher();
    await launcher.ready(60_000);
    expect((await written()).at(-1)).toBe('before the launcher was killed');
    expect(launcher.output).toContain('taking over');
    await launcher.end();
  });

  it('ends when the npm that started it is killed: nobody could stop it any more', async () => {
    launcher = new Launcher({}, ['npm', 'start', '--', '--no-demo']);
    await launcher.ready(60_000);
    launcher.signal('SIGKILL');
    await until('the api to end', async () => !(await isHealthy()));
    await until('the database to end', () => postmasterPid() === undefined);
  });
});

/** A running `luban start`. */
class Launcher {
  output = '';
  readonly ended: Promise<number | null>;
  private readonly child: ChildProcess;

  constructor(env: Record<string, string> = {}, command = [process.execPath, ...startCommand]) {
    const { DATABASE_URL: _, REDIS_URL: __, ...inherited } = process.env;
    this.child = spawn(command[0]!, command.slice(1), {
      cwd: root,
      env: { ...inherited, DATA_DIR: dataDir, PORT: String(port), HOST: '127.0.0.1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    }
    this.ended = new Promise((resolve) => this.child.once('exit', (code) => resolve(code)));
  }

  async ready(withinMs: number): Promise<void> {
    const ended = this.ended.then((code) => {
      throw new Error(`the launcher ended with ${code}:\n${this.output}`);
    });
    await Promise.race([ended, until('the api to be ready', isHealthy, withinMs)]);
  }

  signal(name: NodeJS.Signals): void {
    this.child.kill(name);
  }

  /** Process id of a part: a child of the launcher. */
  async part(name: 'api' | 'worker'): Promise<number> {
    return until(
      `the ${name}`,
      () => childrenOf(this.child.pid ?? 0).find(({ command }) => command.includes(`apps/${name}/`))?.pid,
    );
  }

  async end(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.signal('SIGTERM');
    await this.ended;
  }
}

function childrenOf(pid: number): { pid: number; command: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const parent = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1];
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return Number(parent) === pid ? [{ pid: Number(name), command }] : [];
      } catch {
        return []; // it ended while we looked
      }
    });
}

function isAlive(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.split(') ').at(-1)?.[0] !== 'Z';
  } catch {
    return false;
  }
}

function postmasterPid(): number | undefined {
  try {
    return Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return undefined;
  }
}

async function health(): Promise<{ worker: boolean } | undefined> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`);
    return answer.ok ? ((await answer.json()) as { worker: boolean }) : undefined;
  } catch {
    return undefined;
  }
}

const isHealthy = async () => (await health()) !== undefined;

async function sql(text: string, values: unknown[] = []): Promise<{ said: string }[]> {
  const { port: databasePort, password } = JSON.parse(
    readFileSync(join(dataDir, 'postgres.json'), 'utf8'),
  ) as {
    port: number;
    password: string;
  };
  const client = new pg.Client({
    connectionString: `postgres://luban:${password}@127.0.0.1:${databasePort}/luban`,
  });
  await client.connect();
  try {
    return (await client.query<{ said: string }>(text, values)).rows;
  } finally {
    await client.end();
  }
}

async function write(said: string): Promise<void> {
  await sql('CREATE TABLE IF NOT EXISTS launcher_test (n serial, said text)');
  await sql('INSERT INTO launcher_test (said) VALUES ($1)', [said]);
}

const written = async () => (await sql('SELECT said FROM launcher_test ORDER BY n')).map(({ said }) => said);
