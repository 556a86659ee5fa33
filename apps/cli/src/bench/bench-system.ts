import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbeddedPostgres, type Config, type EmbeddedPostgres } from '@luban/platform';
import pg from 'pg';
import { bringUpToDate, embeddedHome } from '../launcher/database.js';
import { Part } from '../launcher/part.js';

/** How long a part has to stop (milliseconds). */
const stopWithinMs = 8000;

/**
 * A system to measure, thrown away afterwards: an embedded PostgreSQL of its own, fully durable, or a database of its
 * own on the server at DATABASE_URL; and the api and the worker as `npm start` runs them.
 */
export class BenchSystem {
  readonly root = process.env.LUBAN_ROOT ?? process.cwd();
  url = '';
  private postgres: EmbeddedPostgres | undefined;
  private parts: { api?: Part; worker?: Part } = {};
  readonly folder: string;
  private readonly databaseName = `luban_bench_${process.pid}`;
  /** What the parts wrote above the level of information. */
  readonly said: string[] = [];

  constructor(
    private readonly config: Config,
    readonly port: number,
  ) {
    this.folder = join(embeddedHome(config), `bench-${process.pid}`);
  }

  /** Brings the database up and its schema with it. */
  async startDatabase(): Promise<void> {
    mkdirSync(this.folder, { recursive: true });
    if (this.config.databaseUrl) {
      await this.onServer(`CREATE DATABASE ${this.databaseName}`);
      const url = new URL(this.config.databaseUrl);
      url.pathname = `/${this.databaseName}`;
      this.url = url.href;
    } else {
      await this.startEmbedded();
    }
    await bringUpToDate(this.url);
  }

  /** Of the embedded server; with DATABASE_URL undefined: a server that is not ours is not killed. */
  get postmasterPid(): number | undefined {
    return this.postgres?.pid;
  }

  /** Starts the embedded server (again). */
  async startEmbedded(): Promise<void> {
    this.postgres = await startEmbeddedPostgres({ stateDir: this.folder, durable: true });
    this.url = this.postgres.url;
  }

  get isEmbedded(): boolean {
    return !this.config.databaseUrl;
  }

  get apiPid(): number | undefined {
    return this.parts.api?.pid;
  }

  /** Starts the api, and the worker unless told otherwise. `env` is added to theirs. */
  async startParts(wanted: { worker?: boolean; env?: NodeJS.ProcessEnv } = {}): Promise<void> {
    if (wanted.worker !== false) this.parts.worker = await this.startPart('worker', wanted.env);
    this.parts.api = await this.startPart('api', wanted.env);
  }

  async stopParts(): Promise<void> {
    await Promise.all(Object.values(this.parts).map((part) => part.stop(stopWithinMs)));
    this.parts = {};
  }

  /** Stops everything and puts it away. */
  async end(): Promise<void> {
    await this.stopParts();
    await this.postgres?.stop(5000);
    if (this.config.databaseUrl) {
      await this.onServer(`DROP DATABASE IF EXISTS ${this.databaseName} WITH (FORCE)`).catch(() => {});
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Runs statements on a connection of its own. */
  async withClient<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client({ connectionString: this.url, application_name: 'luban bench' });
    client.on('error', () => {});
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end().catch(() => {});
    }
  }

  private async onServer(text: string): Promise<void> {
    const client = new pg.Client({ connectionString: this.config.databaseUrl });
    await client.connect();
    await client.query(text).finally(() => client.end());
  }

  private async startPart(name: 'api' | 'worker', env: NodeJS.ProcessEnv = {}): Promise<Part> {
    const part = new Part({
      name,
      file: join(this.root, 'dist', 'apps', name, 'src', 'main.js'),
      cwd: this.root,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        LUBAN_ROOT: this.root,
        DATABASE_URL: this.url,
        DATA_DIR: this.folder,
        HOST: '127.0.0.1',
        PORT: String(this.port),
        REDIS_URL: '',
        ...env,
      },
      onLine: (line) => {
        if (!/^\{"level":[1-3]0,/.test(line)) this.said.push(`${name}: ${line}`);
      },
      onCrash: (how) => this.said.push(`${name} ended (${how})`),
    });
    await part.start();
    return part;
  }
}
