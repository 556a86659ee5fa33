// Builds what is stale: the server (Nest's compiler, one pass over apps/{api,worker,cli}, libs and migrations) into
// dist/, the web app (Vite) into dist/web. Plain JavaScript, because it runs before anything is built.
//
// Stale means: the sources' content differs from the stamp left by the last build. The stamp holds two digests, so
// that the usual answer costs only a `stat` of each file: `seen` (path, size, time) and `content`.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, readdirSync, renameSync } from 'node:fs';
import { rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const checkoutRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const dist = join(checkoutRoot, 'dist');
const require = createRequire(import.meta.url);

/** A build that could not be made; the message says what to do. */
export class BuildFailed extends Error {}

const server = {
  name: 'server',
  sources: ['apps/api', 'apps/worker', 'apps/cli/src', 'libs', 'migrations'],
  settings: ['tsconfig.json', 'tsconfig.build.json', 'nest-cli.json'],
  outputs: ['apps', 'libs', 'migrations'],
  async compile(out) {
    const settings = join(out, 'tsconfig.json');
    const extended = relative(out, join(checkoutRoot, 'tsconfig.build.json'));
    // While a change is half written, BUILD_ANYWAY=1 runs it in spite of type errors elsewhere.
    const anyway = process.env.BUILD_ANYWAY === '1';
    const compilerOptions = { outDir: '.', noEmitOnError: !anyway };
    writeFileSync(settings, JSON.stringify({ extends: extended, compilerOptions }));
    const nest = require.resolve('@nestjs/cli/bin/nest.js');
    await run([nest, 'build', '--path', relative(checkoutRoot, settings)], { anyway });
  },
};

const web = {
  name: 'web',
  sources: ['apps/web', 'libs/scoring', 'libs/rulebook'],
  settings: ['tsconfig.json'],
  outputs: ['web'],
  async compile(out) {
    const vite = join(dirname(require.resolve('vite/package.json')), 'bin/vite.js');
    // The bundling loader would write into node_modules, which may be somebody else's.
    const options = ['--configLoader', 'runner', '--emptyOutDir', '--logLevel', 'warn'];
    await run([vite, 'build', 'apps/web', '--outDir', join(out, 'web'), ...options]);
  },
};

/**
 * Builds the server into dist/{apps,libs,migrations} unless it is up to date.
 * @param {{force?: boolean, say?: (text: string) => void}} [how]
 * @returns {Promise<boolean>} whether it was built now
 */
export const buildServer = (how) => bringUpToDate(server, how);

/** Builds the web app into dist/web unless it is up to date. Same arguments and answer as `buildServer`. */
export const buildWeb = (how) => bringUpToDate(web, how);

const sayOnStandardError = (text) => process.stderr.write(`luban: ${text}\n`);

async function bringUpToDate(part, { force = false, say = sayOnStandardError } = {}) {
  if (!force && isFresh(part)) return false;
  if (!existsSync(join(checkoutRoot, 'node_modules', 'typescript'))) {
    throw new BuildFailed(
      `the ${part.name} has to be built, but the build tools are not installed: run \`npm ci\` in ${checkoutRoot}`,
    );
  }
  return locked(part, say, async () => {
    if (!force && isFresh(part)) return false;
    say(`building the ${part.name} …`);
    const startedAt = Date.now();
    const stamp = digest(part, { withContent: true });
    const out = join(dist, `.build-${part.name}-${process.pid}`);
    mkdirSync(out, { recursive: true });
    try {
      await part.compile(out);
      for (const output of part.outputs) swapIn(join(out, output), join(dist, output));
      writeFileSync(stampFile(part), JSON.stringify(stamp));
    } finally {
      rmSync(out, { recursive: true, force: true });
    }
    say(`built the ${part.name} in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
    return true;
  });
}

const stampFile = (part) => join(dist, `.${part.name}.stamp.json`);

function isFresh(part) {
  let stamp;
  try {
    stamp = JSON.parse(readFileSync(stampFile(part), 'utf8'));
  } catch {
    return false;
  }
  if (!part.outputs.every((output) => existsSync(join(dist, output)))) return false;
  if (digest(part).seen === stamp.seen) return true;
  const now = digest(part, { withContent: true });
  if (now.content !== stamp.content) return false;
  try {
    writeFileSync(stampFile(part), JSON.stringify(now)); // only the times moved: remember them
  } catch {
    // a read-only checkout is still up to date
  }
  return true;
}

function digest(part, { withContent = false } = {}) {
  const files = [...part.settings.filter((file) => existsSync(join(checkoutRoot, file)))];
  for (const folder of part.sources) collect(join(checkoutRoot, folder), files);
  files.sort();
  const seen = createHash('sha1');
  const content = createHash('sha1');
  for (const file of files) {
    const path = join(checkoutRoot, file);
    const { size, mtimeMs } = statSync(path);
    seen.update(`${file}\0${size}\0${mtimeMs}\n`);
    if (withContent) content.update(`${file}\0${size}\0`).update(readFileSync(path));
  }
  return { seen: seen.digest('hex'), content: withContent ? content.digest('hex') : undefined };
}

function collect(folder, files) {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) collect(path, files);
    else if (!/\.spec\.tsx?$/.test(entry.name)) files.push(relative(checkoutRoot, path));
  }
}

/** Puts a finished folder in place of the old one by renaming, so that nobody meets a half-written one. */
function swapIn(fresh, place) {
  if (!existsSync(fresh)) throw new BuildFailed(`the build did not make ${relative(checkoutRoot, place)}`);
  const old = `${fresh}.old`;
  if (existsSync(place)) renameSync(place, old);
  renameSync(fresh, place);
  rmSync(old, { recursive: true, force: true });
}

/** One build of a part at a time: a second call waits for the first and then finds it done. */
async function locked(part, say, work) {
  const lock = join(dist, `.${part.name}.lock`);
  let told = false;
  for (;;) {
    try {
      mkdirSync(dist, { recursive: true });
      const handle = openSync(lock, 'wx');
      writeSync(handle, String(process.pid));
      closeSync(handle);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') {
        throw new BuildFailed(
          `the ${part.name} has to be built, but ${dist} cannot be written (${error.code}): ` +
            'build it as the owner of the checkout with `npm run build`',
        );
      }
      if (holderIsGone(lock)) rmSync(lock, { force: true });
      else if (!told) say(`waiting for another build of the ${part.name} …`);
      told = true;
      await sleep(100);
    }
  }
  const release = () => rmSync(lock, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

function holderIsGone(lock) {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    if (!pid) return Date.now() - statSync(lock).mtimeMs > 5000; // made, but its maker died before signing it
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

function run(nodeArguments, { anyway = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, nodeArguments, {
      cwd: checkoutRoot,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1', FORCE_COLOR: '0' },
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0 || anyway) return resolve();
      reject(new BuildFailed(`the build failed:\n${output.replace(/\x1b\[[0-9;]*m/g, '').trim()}`));
    });
  });
}
