import type { LoggerService } from '@nestjs/common';
import { type Logger, pino } from 'pino';
import type { LogLevel } from './config.js';

/**
 * One JSON line per message, to standard output: time, level, part, text. Nothing that a person typed goes in: no
 * bodies, query strings, cookies or names.
 */
export const createLog = (part: string, level: LogLevel): Logger =>
  pino({ level, base: { part }, timestamp: pino.stdTimeFunctions.isoTime, messageKey: 'text' });

/** Contexts of Nest's chatter at start (routes, modules): of interest only when debugging. */
const chatter = new Set([
  'NestFactory',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestApplication',
]);

/** Lets Nest write into our log. */
export class NestLog implements LoggerService {
  constructor(private readonly pino: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write(chatter.has(String(rest.at(-1))) ? 'debug' : 'info', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  /** Nest passes the context last, and a stack before it where there is one. */
  private write(
    level: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal',
    message: unknown,
    rest: unknown[],
  ) {
    const text = message instanceof Error ? (message.stack ?? message.message) : String(message);
    const [stack, context] = rest.length > 1 ? [rest[0], rest.at(-1)] : [undefined, rest[0]];
    this.pino[level]({ context, stack }, text);
  }
}
