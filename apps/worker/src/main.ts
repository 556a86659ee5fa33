import { NestFactory } from '@nestjs/core';
import { createLog, NestLog, readConfig, stayUntilStopped } from '@luban/platform';
import { WorkerModule } from './worker.module.js';

/** The worker as a process of its own: told by the environment (see `Config`), until SIGTERM or its launcher ends. */
async function main(): Promise<void> {
  const config = readConfig();
  const log = createLog('worker', config.logLevel);
  const app = await NestFactory.createApplicationContext(WorkerModule.for(config), {
    logger: new NestLog(log),
    abortOnError: false,
  });
  stayUntilStopped('worker', log, () => app.close());
}

main().catch((error: Error) => {
  process.stderr.write(
    `worker: ${error.name === 'ConfigError' ? error.message : (error.stack ?? String(error))}\n`,
  );
  process.exit(1);
});
