import { type DynamicModule, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Clock } from './clock.js';
import { Config } from './config.js';
import { dataSourceOptions, type EntityClass } from './database/data-source.js';
import { Presence } from './database/presence.js';
import { Files } from './files/files.service.js';
import { IdempotencyKeys } from './idempotency-keys.service.js';
import { JobWorker } from './jobs/job-worker.js';
import { Jobs } from './jobs/jobs.service.js';
import { Live } from './live/live.service.js';

export interface PlatformSettings {
  config: Config;
  entities: readonly EntityClass[];
  /** `luban api`, `luban worker`: shown in the database's list of connections. */
  applicationName: string;
  /** Tests pass a clock of their own. */
  clock?: Clock;
}

const services = [Jobs, Live, Files, IdempotencyKeys, Presence];

/** Gives every module the configuration, the DataSource, Clock, Jobs, Live, Files and what the doors need. */
@Module({})
export class PlatformModule {
  static for(settings: PlatformSettings): DynamicModule {
    const { config, entities, applicationName } = settings;
    if (!config.databaseUrl)
      throw new Error('DATABASE_URL is missing: the launcher sets it for the embedded database');
    const provided = [
      { provide: Config, useValue: config },
      { provide: Clock, useValue: settings.clock ?? new Clock() },
    ];
    return {
      module: PlatformModule,
      global: true,
      imports: [
        TypeOrmModule.forRoot({
          ...dataSourceOptions({
            url: config.databaseUrl,
            entities,
            applicationName,
            poolSize: config.databasePool,
          }),
          retryAttempts: 3,
          retryDelay: 1000,
        }),
      ],
      providers: [...provided, ...services],
      exports: [...provided, ...services],
    };
  }
}

/** Runs jobs: imported by the worker, and by nobody else. */
@Module({ imports: [DiscoveryModule], providers: [JobWorker] })
export class JobWorkerModule {}
