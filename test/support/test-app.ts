import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Clock, type Config, createLog, NestLog, readConfig } from '@luban/platform';
import type { DataSource } from 'typeorm';
import { createApi } from '../../apps/api/src/create-api.js';
import { WorkerModule } from '../../apps/worker/src/worker.module.js';
import { type TestDatabase, testDatabase } from './test-database.js';

export interface TestApp {
  /** The api: `app.api.inject({ method, url, headers, payload })`; `app.api.get(Service)` for a service. */
  readonly api: NestFastifyApplication;
  /** The worker, in this process too. */
  readonly worker: INestApplicationContext;
  /** Both look at this database; the connection is the test's own. */
  readonly source: DataSource;
  readonly config: Config;
  /** `http://127.0.0.1:<port>`: only with `listen`. */
  readonly address: string;
}

export interface TestAppSettings {
  /** Listens on a free port of 127.0.0.1, for tests that need real connections (SSE, browsers, load). */
  listen?: boolean;
  /** Without a worker nothing runs jobs. */
  worker?: boolean;
  clock?: Clock;
  /** Further environment variables, as `Config` reads them. */
  env?: Record<string, string>;
}

/**
 * The whole of Luban for a spec file: api, worker, a real queue, and a database of its own. Uses Redis when REDIS_URL
 * is set, PostgreSQL when not. Call it at the top of the file or in a `describe`.
 */
export function testApp(settings: TestAppSettings = {}): TestApp {
  const database = testDatabase();
  let running: Running | undefined;
  const use = () => {
    if (!running) throw new Error('the test app exists only while tests run: use it inside a test or hook');
    return running;
  };
  beforeAll(async () => {
    running = await Running.start(database, settings);
  });
  database.beforeDrop(() => running?.stop());
  return {
    get api() {
      return use().api;
    },
    get worker() {
      const { worker } = use();
      if (!worker) throw new Error('this test app was started without a worker');
      return worker;
    },
    get source() {
      return database.source;
    },
    get config() {
      return use().config;
    },
    get address() {
      return use().address;
    },
  };
}

class Running {
  private constructor(
    readonly config: Config,
    readonly api: NestFastifyApplication,
    readonly worker: INestApplicationContext | undefined,
    readonly address: string,
  ) {}

  static async start(database: TestDatabase, settings: TestAppSettings): Promise<Running> {
    const config = readConfig({
      DATABASE_URL: database.url,
      DATABASE_POOL: '6',
      REDIS_URL: process.env.REDIS_URL,
      // In the folder of the run, so that its guard removes it too.
      DATA_DIR: mkdtempSync(join(process.env.LUBAN_TEST_RUN ?? tmpdir(), 'data-')),
      LOG_LEVEL: process.env.LOG_LEVEL ?? 'fatal',
      ...settings.env,
    });
    const api = await createApi({ config, webFolder: join(config.dataDir, 'web'), clock: settings.clock });
    if (settings.listen) await api.listen(0, '127.0.0.1');
    else await api.init();
    await api.getHttpAdapter().getInstance().ready();
    const worker =
      settings.worker === false
        ? undefined
        : await NestFactory.createApplicationContext(WorkerModule.for(config, settings.clock), {
            logger: new NestLog(createLog('worker', config.logLevel)),
            abortOnError: false,
          });
    return new Running(config, api, worker, settings.listen ? await api.getUrl() : '');
  }

  async stop(): Promise<void> {
    await this.worker?.close();
    await this.api.close();
    rmSync(this.config.dataDir, { recursive: true, force: true });
  }
}
