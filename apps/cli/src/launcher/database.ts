import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadHistoricContests } from '@luban/approvals';
import { loadShippedCatalogues } from '@luban/catalogue';
import {
  type Config,
  createDataSource,
  defaultDataDir,
  type EmbeddedPostgres,
  canServerReach,
  isTableEmpty,
  migrate,
  startEmbeddedPostgres,
} from '@luban/platform';
import { ensureShippedPacks } from '@luban/rules';
import { entities, migrations } from '../../../../migrations/index.js';

/** An account of the demo to sign in with. */
export interface DemoAccount {
  /** The role, as people read it: `承办单位 organiser`. */
  role: string;
  login: string;
  password: string;
}

/**
 * The folder of the embedded database. As root the server runs as another user; a data folder which that user cannot
 * get to (somewhere under a closed home) keeps everything but the database, which then lies in the system's state
 * folder named by the data folder's path.
 */
export function embeddedHome(config: Config): string {
  if (canServerReach(config.dataDir)) return config.dataDir;
  return defaultDataDir(config.dataDir);
}

/** Starts the embedded database, and starts it again when it was killed. */
export class EmbeddedDatabase {
  private running: EmbeddedPostgres | undefined;
  private watch: NodeJS.Timeout | undefined;
  private stopping = false;

  constructor(
    readonly home: string,
    private readonly onStep: (step: string) => void,
  ) {}

  async start(): Promise<string> {
    this.running = await startEmbeddedPostgres({ stateDir: this.home, durable: true, onStep: this.onStep });
    return this.running.url;
  }

  /** From now on a killed server is started again at the same address. `onMoved` when its port was taken meanwhile. */
  keepAlive(onMoved: (url: string) => void): void {
    this.watch = setInterval(() => {
      if (this.stopping || !this.running || isAlive(this.running.pid)) return;
      const before = this.running;
      this.running = undefined;
      this.onStep('killed');
      this.start().then(
        (url) => {
          this.onStep('again');
          if (url !== before.url) onMoved(url);
        },
        (error: Error) => {
          this.running = before; // and try again
          this.onStep(error.message);
        },
      );
    }, 500);
  }

  async stop(): Promise<void> {
    this.stopping = true;
    clearInterval(this.watch);
    await this.running?.stop(5000);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Brings the schema and what ships with the product up to date; answers how many migrations ran. */
export async function bringUpToDate(url: string): Promise<number> {
  const ran = (await migrate({ url, entities, migrations })).length;
  await loadShipped(url);
  return ran;
}

/** Lists and rules that come with the product: each loads what was never loaded. */
export async function loadShipped(url: string): Promise<void> {
  const source = createDataSource({ url, entities, poolSize: 2, applicationName: 'luban load' });
  try {
    await source.initialize();
    await loadShippedCatalogues(source);
    await ensureShippedPacks(source);
    await loadHistoricContests(source);
  } finally {
    if (source.isInitialized) await source.destroy();
  }
}

/** Whether nobody has an account yet: then there is nothing in it at all. */
export const isEmpty = (url: string): Promise<boolean> => isTableEmpty(url, 'account');

/** What is known about the demo of a data folder: `demo.json` beside the database. */
export class DemoNote {
  private readonly file: string;

  constructor(home: string) {
    mkdirSync(home, { recursive: true });
    this.file = join(home, 'demo.json');
  }

  read(): { state: 'loading' | 'loaded'; accounts: DemoAccount[] } | undefined {
    if (!existsSync(this.file)) return undefined;
    return JSON.parse(readFileSync(this.file, 'utf8')) as {
      state: 'loading' | 'loaded';
      accounts: DemoAccount[];
    };
  }

  write(state: 'loading' | 'loaded', accounts: DemoAccount[]): void {
    writeFileSync(`${this.file}.half`, JSON.stringify({ state, accounts }), { mode: 0o600 });
    renameSync(`${this.file}.half`, this.file);
  }
}
