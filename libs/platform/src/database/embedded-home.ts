import { chmodSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerUser } from './postgres-binaries.js';

export const superuser = 'luban';
export const database = 'luban';

/** What is remembered beside a cluster: `postgres.json`, for its owner's eyes only. */
export interface Secrets {
  port: number;
  password: string;
}

/** Where the pieces lie under a state folder. */
export class EmbeddedHome {
  readonly cluster: string;
  readonly secretsFile: string;
  readonly logFile: string;

  constructor(
    readonly stateDir: string,
    user: ServerUser | undefined,
  ) {
    this.cluster = join(stateDir, 'postgres');
    this.secretsFile = join(stateDir, 'postgres.json');
    this.logFile = join(stateDir, 'postgres.log');
    // The server's own user has to pass through, and no more than that.
    if (user) chmodSync(stateDir, (statSync(stateDir).mode & 0o777) | 0o011);
  }

  read(): Secrets {
    return JSON.parse(readFileSync(this.secretsFile, 'utf8')) as Secrets;
  }

  write(secrets: Secrets): void {
    const half = `${this.secretsFile}.half`;
    writeFileSync(half, JSON.stringify(secrets), { mode: 0o600 });
    renameSync(half, this.secretsFile);
  }

  /** The last lines of the server's log after `from` bytes. */
  lastWords(from: number): string {
    const lines = readFileSync(this.logFile).subarray(from).toString('utf8').trim().split('\n');
    return lines.slice(-15).join('\n');
  }

  url({ port, password }: Secrets, name = database): string {
    return `postgres://${superuser}:${password}@127.0.0.1:${port}/${name}`;
  }
}

/** How the server's programs are run: as the unprivileged user, with nothing of ours: PGDATA and its like are obeyed. */
export const asServer = (user: ServerUser | undefined) => ({
  cwd: '/',
  env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
  ...(user && { uid: user.uid, gid: user.gid }),
});
