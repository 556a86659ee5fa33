// What the other libs and the apps may use of the platform. It knows no word of the domain.
export { Clock, StandingClock } from './clock.js';
export { Config, ConfigError, defaultDataDir, readConfig, type S3Settings } from './config.js';
export { type MailSettings } from './mail-settings.js';
export {
  createDataSource,
  dataSourceOptions,
  type DatabaseSettings,
  type EntityClass,
  type MigrationClass,
} from './database/data-source.js';
export {
  type EmbeddedPostgres,
  type EmbeddedSettings,
  startEmbeddedPostgres,
  stopEmbeddedPostgres,
} from './database/embedded-postgres.js';
export { apiName, workerName } from './database/application-names.js';
export { isTableEmpty, recreateDatabase } from './database/embedded-contents.js';
export { Presence } from './database/presence.js';
export { freePort } from './database/free-port.js';
export { migrate, migrateBack } from './database/migrate.js';
export { SnakeNaming } from './database/naming.js';
export { canServerReach } from './database/postgres-binaries.js';
export {
  codeOfConstraint,
  declaredMessages,
  defineConstraintCodes,
  defineMessages,
  say,
} from './errors/messages.js';
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
export { Gather, type GatherSettings } from './gather.js';
export { fileBytesMax, Files } from './files/files.service.js';
export { StoredFile } from './files/stored-file.entity.js';
export { IdempotencyKey } from './idempotency-key.entity.js';
export { IdempotencyKeys, type KeptAnswer, type KeyedRequest } from './idempotency-keys.service.js';
export { isId, newId, nilId } from './ids.js';
export { declaredJobs, declareJobs } from './jobs/job-names.js';
export { JobProcessor, type JobRun, type Processor } from './jobs/job-processor.js';
export { JobRequest, type JobState, jobStates } from './jobs/job-request.entity.js';
export { Jobs, type JobRequestOptions } from './jobs/jobs.service.js';
export { Live, type LiveListener, type LiveNews } from './live/live.service.js';
export { JobWorkerModule, PlatformModule, type PlatformSettings } from './platform.module.js';
export { createLog, NestLog } from './log.js';
export { type Page, pageOf } from './page.js';
export { PageQuery } from './page.dto.js';
export { assertCurrent } from './errors/version.js';
export { jobDto, JobDto, JobPageDto, SaidDto } from './jobs/job.dto.js';
export { stayUntilStopped } from './stay.js';
export { assertRedis } from './live/redis-bus.js';
