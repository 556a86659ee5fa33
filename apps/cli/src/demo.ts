import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { loadHistoricApplications } from '@luban/approvals';
import { Audit, systemActor } from '@luban/audit';
import { AccountService, PasswordHasher } from '@luban/identity';
import { Clock, type Config, createDataSource, freePort } from '@luban/platform';
import { entities } from '../../../migrations/index.js';
import { demoAdministrator, demoPassword } from './demo/accounts.js';
import { buildDemo } from './demo/build-demo.js';
import type { DemoAccount } from './launcher/database.js';
import { Agent } from 'node:http';
import { CallLog, Person } from './rehearse/http-client.js';
import { firstSignIn, type MadeAccount } from './rehearse/people.js';
import { until } from './rehearse/until.js';

export interface DemoSettings {
  databaseUrl: string;
  config: Config;
  /** Shows what is being done: Chinese, English. */
  say: (chinese: string, english: string) => void;
}

/**
 * Loads the demonstration into an empty database while the worker runs, and answers the accounts to sign in with.
 * Everything but the first administrator and the contests of public records is done over the public API, of an api of
 * its own that nobody else reaches.
 * If it is interrupted, the next start empties the database and calls it again.
 */
export async function demo({ databaseUrl, config, say }: DemoSettings): Promise<DemoAccount[]> {
  const db = await createDataSource({
    url: databaseUrl,
    entities,
    poolSize: 2,
    applicationName: 'luban demo',
  }).initialize();
  const api = await privateApi(databaseUrl, config);
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  try {
    const clock = new Clock();
    const accounts = new AccountService(db, clock, new PasswordHasher(), new Audit(clock));
    const [made] = await accounts.create(systemActor, [
      { login: demoAdministrator.login, displayName: '管理员（演示）', roles: [{ role: 'administrator' }] },
    ]);
    const calls = new CallLog();
    const newPerson = (name: string) => new Person(api.url, agent, calls, name);
    const admin = await firstSignIn(newPerson('管理员'), made as MadeAccount, demoPassword);
    const told = await buildDemo({ admin, newPerson, db, say });
    await loadHistoricApplications(db);
    return told;
  } finally {
    agent.destroy();
    await api.stop();
    await db.destroy();
  }
}

/** An api on a free port of this machine only, for as long as the demo is being loaded. */
async function privateApi(databaseUrl: string, config: Config): Promise<{ url: URL; stop(): Promise<void> }> {
  const root = process.env.LUBAN_ROOT ?? process.cwd();
  const port = await freePort();
  const child: ChildProcess = spawn(process.execPath, [join(root, 'dist', 'apps', 'api', 'src', 'main.js')], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      LUBAN_ROOT: root,
      DATABASE_URL: databaseUrl,
      DATA_DIR: config.dataDir,
      HOST: '127.0.0.1',
      PORT: String(port),
      TLS_CERT: undefined,
      TLS_KEY: undefined,
      LOG_LEVEL: 'error',
    },
  });
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  const url = new URL(`http://127.0.0.1:${port}`);
  await Promise.race([
    until(
      'the api that loads the demo',
      async () => (await fetch(new URL('/api/health', url)).catch(() => null))?.ok ?? false,
    ),
    gone.then(() => Promise.reject(new Error('the api that loads the demo ended'))),
  ]);
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM');
      await gone;
    },
  };
}
