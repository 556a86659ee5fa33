import { DataSource, type DataSourceOptions, type MigrationInterface } from 'typeorm';
import { SnakeNaming } from './naming.js';

export type EntityClass = new () => object;
export type MigrationClass = new () => MigrationInterface;

export interface DatabaseSettings {
  /** `postgres://user:password@host:port/database` */
  url: string;
  /** Every entity of the house, given explicitly: no globs. */
  entities: readonly EntityClass[];
  migrations?: readonly MigrationClass[];
  /** Connections held at most; 10 unless told. */
  poolSize?: number;
  /** Shown in `pg_stat_activity`. */
  applicationName?: string;
}

/** What TypeORM is told. UUIDs are made by the app; the schema changes by migrations only. PostgreSQL 15 to 18. */
export function dataSourceOptions(
  settings: DatabaseSettings,
): Extract<DataSourceOptions, { type: 'postgres' }> {
  return {
    type: 'postgres',
    url: settings.url,
    entities: [...settings.entities],
    migrations: [...(settings.migrations ?? [])],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'all',
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    applicationName: settings.applicationName ?? 'luban',
    poolSize: settings.poolSize ?? 10,
    connectTimeoutMS: 10_000,
    extra: {
      // Every connection speaks UTC, wherever the server stands.
      options: '-c timezone=UTC',
      keepAlive: true,
    },
    logging: false,
  };
}

/** A data source that is not yet connected. */
export const createDataSource = (settings: DatabaseSettings): DataSource =>
  new DataSource(dataSourceOptions(settings));
