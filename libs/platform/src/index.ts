export { Clock, StandingClock } from './clock.js';
export { type Config, ConfigError, readConfig, type S3Settings } from './config.js';
export {
  createDataSource,
  dataSourceOptions,
  type DatabaseSettings,
  type EntityClass,
  type MigrationClass,
} from './database/data-source.js';
export { SnakeNaming } from './database/naming.js';
export { isId, newId, nilId } from './ids.js';
export {
  type EmbeddedPostgres,
  type EmbeddedSettings,
  startEmbeddedPostgres,
  stopEmbeddedPostgres,
} from './database/embedded-postgres.js';
export { freePort } from './database/free-port.js';
export { migrate, migrateBack } from './database/migrate.js';
export { IdempotencyKey } from './idempotency-key.entity.js';
export { JobRequest, type JobState, jobStates } from './jobs/job-request.entity.js';
export { StoredFile } from './files/stored-file.entity.js';
export { canServerReach } from './database/postgres-binaries.js';
export {
  Denied,
  Failure,
  Invalid,
  type MessageParams,
  NotFound,
  Outdated,
  Refused,
  type Said,
  TooBusy,
} from './errors/refusals.js';
export {
  codeOfConstraint,
  declaredMessages,
  defineConstraintCodes,
  defineMessages,
  say,
} from './errors/messages.js';
