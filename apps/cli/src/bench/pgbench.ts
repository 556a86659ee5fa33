import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where distributions put it (Debian: one folder for each version); the embedded binaries come without it. */
const places = '/usr/lib/postgresql';

/** The path of pgbench, or undefined: then there is no limit to measure against. */
export function findPgbench(): string | undefined {
  const onPath = (process.env.PATH ?? '').split(':').map((folder) => join(folder, 'pgbench'));
  const versions = existsSync(places) ? readdirSync(places).sort((a, b) => Number(b) - Number(a)) : [];
  return [...versions.map((version) => join(places, version, 'bin', 'pgbench')), ...onPath].find((path) =>
    existsSync(path),
  );
}

export interface PgbenchOrder {
  pgbench: string;
  url: string;
  script: string;
  clients: number;
  seconds: number;
  variables: Record<string, string | number>;
}

/** Transactions per second of a script with prepared statements, two threads. */
export async function pgbenchRate({
  pgbench,
  url,
  script,
  clients,
  seconds,
  variables,
}: PgbenchOrder): Promise<number> {
  const { hostname, port, username, password, pathname } = new URL(url);
  const named = Object.entries(variables).flatMap(([name, value]) => ['-D', `${name}=${value}`]);
  const { stdout } = await run(
    pgbench,
    [
      '-n',
      '-M',
      'prepared',
      '-c',
      String(clients),
      '-j',
      String(Math.min(2, clients)),
      '-T',
      String(seconds),
      '-f',
      script,
    ]
      .concat(named)
      .concat(['-h', hostname, '-p', port || '5432', '-U', decodeURIComponent(username), pathname.slice(1)]),
    { env: { ...process.env, PGPASSWORD: decodeURIComponent(password) }, maxBuffer: 10_000_000 },
  );
  const rate = /tps = ([\d.]+)/.exec(stdout);
  if (!rate) throw new Error(`pgbench said no rate:\n${stdout}`);
  return Number(rate[1]);
}
