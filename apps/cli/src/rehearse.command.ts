import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ApiProblem } from './rehearse/http-client.js';
import { ProgressBar } from './rehearse/progress-bar.js';
import { Rehearsal, type RehearsalOutcome } from './rehearse/rehearsal.js';
import { until } from './rehearse/until.js';
import { demoAdministrator } from './demo/accounts.js';

const usage = `npm run rehearse -- --scheme FILE.xlsx [--delegations 36] [--skills 3] [--seed 1] [--url http://localhost:3000]
  [--login NAME --password PASSWORD]   an administrator of the system at --url (the demo's, unless given)
Runs one competition from its draft to its medals over the public HTTP API, as its people would, and checks the results.
Starts a system as \`npm start\` does when none answers at --url. Ends with 1 if anything differs.
`;

/** `luban rehearse`. Answers the exit code: 0 all as it should be, 1 something differs, 2 the call was wrong. */
export async function rehearse(args: string[]): Promise<number> {
  const wish = read(args);
  if (!wish) {
    process.stderr.write(usage);
    return 2;
  }
  const bytes = await readFile(wish.scheme).catch(() => null);
  if (!bytes) {
    process.stderr.write(`There is no file ${wish.scheme}\n${usage}`);
    return 2;
  }
  const bar = new ProgressBar();
  let system: ChildProcess | null = null;
  try {
    system = await systemAt(wish.url, bar);
    const rehearsal = new Rehearsal({ ...wish, scheme: { name: basename(wish.scheme), bytes } }, bar);
    const outcome = await rehearsal.run();
    bar.end();
    report(outcome, bar);
    return outcome.checks.failed === 0 ? 0 : 1;
  } catch (error) {
    process.stderr.write(
      `\n${error instanceof ApiProblem ? error.message : ((error as Error).stack ?? String(error))}\n`,
    );
    process.stdout.write('The rehearsal did not reach its end.\n');
    return 1;
  } finally {
    await stop(system);
  }
}

interface Wish {
  scheme: string;
  delegations: number;
  skills: number;
  seed: number;
  url: string;
  admin: { login: string; password: string };
}

function read(args: string[]): Wish | null {
  try {
    const { values } = parseArgs({
      args,
      options: {
        scheme: { type: 'string' },
        delegations: { type: 'string', default: '36' },
        skills: { type: 'string', default: '3' },
        seed: { type: 'string', default: '1' },
        url: { type: 'string', default: `http://localhost:${process.env.PORT ?? '3000'}` },
        login: { type: 'string', default: process.env.LUBAN_LOGIN ?? demoAdministrator.login },
        password: { type: 'string', default: process.env.LUBAN_PASSWORD ?? demoAdministrator.password },
      },
    });
    const [delegations, skills, seed] = [values.delegations, values.skills, values.seed].map(Number);
    const whole = (n: number | undefined, from: number, to: number): n is number =>
      n !== undefined && Number.isInteger(n) && n >= from && n <= to;
    if (!values.scheme || !whole(delegations, 2, 500) || !whole(skills, 1, 63) || !whole(seed, 0, 2 ** 31))
      return null;
    const from = process.env.INIT_CWD ?? process.cwd();
    const named = [resolve(from, values.scheme), resolve(values.scheme)];
    return {
      scheme: named.find((path) => existsSync(path)) ?? resolve(from, values.scheme),
      delegations,
      skills,
      seed,
      url: values.url,
      admin: { login: values.login, password: values.password },
    };
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    return null;
  }
}

/** Uses what answers at the address; starts a system when nothing does. */
async function systemAt(url: string, bar: ProgressBar): Promise<ChildProcess | null> {
  if (await answers(url)) return null;
  const { hostname, port, protocol } = new URL(url);
  if (!['localhost', '127.0.0.1', '[::1]'].includes(hostname)) throw new Error(`Nothing answers at ${url}`);
  bar.step('启动系统 starting a system');
  const launcher = join(process.env.LUBAN_ROOT ?? process.cwd(), 'apps', 'cli', 'luban.mjs');
  const child = spawn(process.execPath, [launcher, 'start'], {
    env: { ...process.env, PORT: port || (protocol === 'https:' ? '443' : '80') },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<never>((_, reject) =>
    child.once('exit', (code) => reject(new Error(`the system ended with ${code} while starting`))),
  );
  await Promise.race([until(`a system at ${url}`, () => answers(url), 180_000), ended]);
  return child;
}

async function answers(url: string): Promise<boolean> {
  try {
    const reply = await fetch(new URL('/api/health', url), { signal: AbortSignal.timeout(2000) });
    return reply.ok;
  } catch {
    return false;
  }
}

async function stop(child: ChildProcess | null): Promise<void> {
  if (!child || child.exitCode !== null) return;
  const gone = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  await gone;
}

function report({ checks, counts, calls }: RehearsalOutcome, bar: ProgressBar): void {
  const sorted = [...calls.milliseconds].sort((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1);
  const lines = [
    '',
    ...bar.durations.map(({ step, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${step}`),
    `${bar.seconds.toFixed(1).padStart(7)} s  in all`,
    '',
    ...Object.entries(counts).map(([name, count]) => `${String(count).padStart(9)}  ${name}`),
    `${String(calls.calls).padStart(9)}  calls, ${(calls.calls / bar.seconds).toFixed(0)} per s; median ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms`,
    '',
    ...checks.lines.map(
      ({ name, ok, seen }) => `${ok ? '  ok  ' : 'DIFFERS'} ${name}${ok || !seen ? '' : `\n        ${seen}`}`,
    ),
    '',
    checks.failed === 0
      ? `All ${checks.lines.length} checks hold.`
      : `${checks.failed} of ${checks.lines.length} checks differ.`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
