import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type MailSettings, mailSettings } from './mail-settings.js';

export interface S3Settings {
  /** `https://s3.example.org`, path-style addressing. */
  endpoint: string;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** Everything the environment may say, parsed once at start; injected by its class. README.md has the list for people. */
export class Config {
  /** Where the api listens: `PORT` (3000), `HOST` (0.0.0.0). */
  readonly port: number;
  readonly host: string;
  /** `DATABASE_URL`; with none, `npm start` brings an embedded PostgreSQL and sets it for its children. */
  readonly databaseUrl: string | undefined;
  /** `DATABASE_POOL` (10): connections one process holds at most. */
  readonly databasePool: number;
  /** `REDIS_URL`; with none, queues and live updates travel by PostgreSQL. */
  readonly redisUrl: string | undefined;
  /** `QUEUE_PREFIX`: keeps installations apart that share one Redis. Default: `luban-` and the database's name. */
  readonly queuePrefix: string;
  /** `DATA_DIR`: uploaded files and the embedded database. */
  readonly dataDir: string;
  /** `TLS_CERT` and `TLS_KEY`: paths of PEM files; then the api speaks HTTPS and cookies are Secure. */
  readonly tls: { certFile: string; keyFile: string } | undefined;
  /** `PUBLIC_URL`: the address people use, when a proxy stands before Luban. */
  readonly publicUrl: string | undefined;
  /** `TRUST_PROXY`: `true` only when a proxy that sets X-Forwarded-For stands before Luban. */
  readonly trustProxy: boolean;
  /** `S3_ENDPOINT`, `S3_REGION`, `S3_BUCKET`, `S3_ACCESS_KEY_ID`, `S3_SECRET_ACCESS_KEY`: all or none. */
  readonly s3: S3Settings | undefined;
  /** `SMTP_URL` and `MAIL_FROM`: both or none; with none, no mails are made. */
  readonly mail: MailSettings | undefined;
  /** `LOG_LEVEL` (info): fatal, error, warn, info, debug, trace or silent. */
  readonly logLevel: LogLevel;
  /** The database is the embedded one (set by the launcher): only there demo data may exist. */
  readonly embedded: boolean;
}

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** A variable that cannot be used. The message names every wrong variable and what it should look like. */
export class ConfigError extends Error {
  override name = 'ConfigError';
  constructor(readonly problems: string[]) {
    super(`the environment is not usable:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

/**
 * Reads the environment. Empty variables count as absent. Throws `ConfigError` naming every wrong variable.
 * `root` is the checkout, under which `.data` is the default data folder.
 */
export function readConfig(
  env: NodeJS.ProcessEnv = process.env,
  root = env.LUBAN_ROOT ?? process.cwd(),
): Config {
  const problems: string[] = [];
  const text = (name: string) => env[name]?.trim() || undefined;
  const wrong = (name: string, shouldBe: string, shown = `"${text(name)}"`) => {
    problems.push(`${name} is ${shown}, but should be ${shouldBe}`);
    return undefined;
  };
  const whole = (name: string, otherwise: number, min: number, max: number) => {
    const given = text(name);
    if (given === undefined) return otherwise;
    const value = /^\d+$/.test(given) ? Number(given) : NaN;
    if (value >= min && value <= max) return value;
    wrong(name, `a whole number from ${min} to ${max}, for example ${otherwise}`);
    return otherwise;
  };
  const address = (name: string, protocols: string[], example: string) => {
    const given = text(name);
    if (given === undefined) return undefined;
    const ok = URL.canParse(given) && protocols.includes(new URL(given).protocol) && new URL(given).hostname;
    // An address may hold a password: it is not repeated.
    return ok ? given : wrong(name, `an address like ${example}`, 'not readable');
  };
  const yesNo = (name: string) => {
    const given = text(name) ?? 'false';
    if (given === 'true' || given === '1') return true;
    if (given !== 'false' && given !== '0') wrong(name, 'true or false');
    return false;
  };
  const file = (name: string) => {
    const given = text(name);
    if (given !== undefined && !existsSync(given)) wrong(name, 'the path of a readable PEM file');
    return given;
  };

  const databaseUrl = address(
    'DATABASE_URL',
    ['postgres:', 'postgresql:'],
    'postgres://luban:secret@db.example.org:5432/luban',
  );
  if (databaseUrl && new URL(databaseUrl).pathname.length < 2) {
    wrong('DATABASE_URL', 'an address that ends in the name of a database', 'without a database');
  }
  const level = text('LOG_LEVEL') ?? 'info';
  const logLevel = logLevels.find((known) => known === level);
  if (!logLevel) wrong('LOG_LEVEL', `one of ${logLevels.join(', ')}`);
  const dataDir = text('DATA_DIR');
  const config: Config = Object.assign(new Config(), {
    port: whole('PORT', 3000, 1, 65535),
    host: text('HOST') ?? '0.0.0.0',
    databaseUrl,
    databasePool: whole('DATABASE_POOL', 10, 2, 500),
    redisUrl: address('REDIS_URL', ['redis:', 'rediss:'], 'redis://localhost:6379'),
    queuePrefix: text('QUEUE_PREFIX') ?? `luban-${databaseUrl ? databaseName(databaseUrl) : 'none'}`,
    dataDir: dataDir ? resolve(env.INIT_CWD ?? process.cwd(), dataDir) : defaultDataDir(root),
    tls: both(problems, 'TLS_CERT', file('TLS_CERT'), 'TLS_KEY', file('TLS_KEY')),
    publicUrl: address('PUBLIC_URL', ['http:', 'https:'], 'https://luban.example.org')?.replace(/\/+$/, ''),
    trustProxy: yesNo('TRUST_PROXY'),
    s3: s3Settings(problems, address('S3_ENDPOINT', ['http:', 'https:'], 'https://s3.example.org'), text),
    mail: mailSettings(problems, text('SMTP_URL'), text('MAIL_FROM')),
    logLevel: logLevel ?? 'info',
    embedded: yesNo('LUBAN_EMBEDDED'),
  });
  if (problems.length) throw new ConfigError(problems);
  return Object.freeze(config);
}

/** `.data` in the checkout; as root a state folder of the system, named by the checkout's path: clones never share it. */
export function defaultDataDir(root: string): string {
  if (process.getuid?.() !== 0) return join(root, '.data');
  return join('/var/lib', `luban-${createHash('sha256').update(root).digest('hex').slice(0, 12)}`);
}

const databaseName = (url: string): string => decodeURIComponent(new URL(url).pathname.slice(1));

function both(
  problems: string[],
  certName: string,
  certFile: string | undefined,
  keyName: string,
  keyFile: string | undefined,
): Config['tls'] {
  if (certFile && keyFile) return { certFile, keyFile };
  if (certFile) problems.push(`${keyName} is missing, but ${certName} is given: both or neither`);
  if (keyFile) problems.push(`${certName} is missing, but ${keyName} is given: both or neither`);
  return undefined;
}

function s3Settings(
  problems: string[],
  endpoint: string | undefined,
  text: (name: string) => string | undefined,
): S3Settings | undefined {
  const rest = ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'];
  if (endpoint === undefined && !rest.some((name) => text(name))) return undefined;
  const missing = [...(text('S3_ENDPOINT') ? [] : ['S3_ENDPOINT']), ...rest.filter((name) => !text(name))];
  for (const name of missing) problems.push(`${name} is missing: S3 needs S3_ENDPOINT, ${rest.join(', ')}`);
  return {
    endpoint: endpoint ?? '',
    region: text('S3_REGION') ?? 'us-east-1',
    bucket: text('S3_BUCKET') ?? '',
    accessKeyId: text('S3_ACCESS_KEY_ID') ?? '',
    secretAccessKey: text('S3_SECRET_ACCESS_KEY') ?? '',
  };
}
