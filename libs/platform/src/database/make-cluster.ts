import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { asServer, type EmbeddedHome, superuser } from './embedded-home.js';
import { freePort } from './free-port.js';
import type { ServerUser } from './postgres-binaries.js';

/** Makes the cluster: in a folder beside its place, which is then renamed. Throws with initdb's last words. */
export async function makeCluster(
  home: EmbeddedHome,
  binaries: string,
  user: ServerUser | undefined,
  durable: boolean,
): Promise<void> {
  const half = `${home.cluster}.half`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  const password = randomBytes(24).toString('hex');
  const passwordFile = join(home.stateDir, '.password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) for (const path of [half, passwordFile]) chownSync(path, user.uid, user.gid);
  try {
    const log = openSync(home.logFile, 'a', 0o600);
    const from = statSync(home.logFile).size;
    const code = await new Promise<number | null>((resolve, reject) => {
      const child = spawn(
        join(binaries, 'bin', 'initdb'),
        [
          `--pgdata=${half}`,
          `--username=${superuser}`,
          `--pwfile=${passwordFile}`,
          '--auth=scram-sha-256',
          '--encoding=UTF8',
          // Order by code point, letters by Unicode: the same on every machine, whatever its locales.
          '--locale-provider=builtin',
          '--builtin-locale=C.UTF-8',
          '--lc-collate=C',
          `--lc-ctype=${process.platform === 'darwin' ? 'UTF-8' : 'C.UTF-8'}`,
          '--lc-messages=C',
          ...(durable ? [] : ['--no-sync']),
        ],
        { stdio: ['ignore', log, log], ...asServer(user) },
      );
      child.once('error', reject);
      child.once('exit', resolve);
    }).finally(() => closeSync(log));
    if (code !== 0) throw new Error(`initdb ended with code ${code}:\n${home.lastWords(from)}`);
    home.write({ port: await freePort(), password });
    renameSync(half, home.cluster);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}
