import type { Logger } from 'pino';

/** A part that has not stopped by itself after this time is ended (milliseconds). */
const stopWithinMs = 7000;

/**
 * Keeps a process alive until it is told to stop (SIGTERM, SIGINT, or the launcher that started it is gone, which the
 * channel between them tells at once, even after `kill -9`), then closes it in order and exits. Tells the launcher
 * that it is ready. An error that nobody caught ends the process: the launcher starts it again.
 */
export function stayUntilStopped(part: string, log: Logger, close: () => Promise<void>): void {
  let stopping = false;
  const stop = (why: string, code = 0) => {
    if (stopping) return;
    stopping = true;
    log.info({ why }, `${part} stops`);
    setTimeout(() => process.exit(code || 1), stopWithinMs).unref();
    close().then(
      () => process.exit(code),
      (error: Error) => {
        log.error({ stack: error.stack }, `${part} did not stop in order`);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGINT', () => stop('SIGINT'));
  process.on('uncaughtException', (error) => {
    log.fatal({ stack: error.stack }, 'an error that nobody caught');
    stop('uncaught error', 1);
  });
  if (process.send) {
    process.on('disconnect', () => stop('the launcher is gone'));
    process.send({ ready: part });
  }
}
