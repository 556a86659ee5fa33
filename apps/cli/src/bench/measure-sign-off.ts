import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { signIn } from './people.js';
import type { BenchRun } from './run-bench.js';
import { type BenchEvent, benchId, seedEvent } from './seed.js';
import { median, percentile } from './statistics.js';

const event: BenchEvent = {
  number: 3,
  skills: 2,
  entries: 36,
  subCriteria: 30,
  measurements: 4,
  judgements: 1,
  state: 'submitted',
};
const eventId = benchId(event, 'event', 0);
/** Longer than this nobody waits for a ranking (milliseconds). */
const giveUpMs = 10_000;

/** From the chief judge's signature on one form until the ranking they read holds it, one after another. */
export async function measureSignOff(run: BenchRun): Promise<void> {
  const { system, rounds, seconds, report } = run;
  await seedEvent(system, event);
  await system.startParts();
  await measure(run, 1, 'queue on PostgreSQL', rounds * (seconds > 2 ? 60 : 10));
  await system.stopParts();
  const server = redisServer();
  if (!server) {
    report.remark('redis-server is not on this machine: the queue on Redis was not measured.');
    return;
  }
  const redisPort = system.port + 10;
  const folder = join(system.folder, 'redis');
  mkdirSync(folder, { recursive: true });
  const redis = spawn(
    server,
    ['--port', String(redisPort), '--bind', '127.0.0.1', '--save', '', '--dir', folder],
    { stdio: 'ignore' },
  );
  try {
    await system.startParts({ env: { REDIS_URL: `redis://127.0.0.1:${redisPort}` } });
    await measure(run, 2, 'queue on Redis', rounds * (seconds > 2 ? 60 : 10));
    await system.stopParts();
  } finally {
    redis.kill('SIGTERM');
  }
}

async function measure(
  { system, report, rounds }: BenchRun,
  skill: number,
  queue: string,
  count: number,
): Promise<void> {
  const cookie = await signIn(system.port, event, skill, 4);
  const news = await RankingNews.open(system.port, skill, cookie);
  const milliseconds: number[] = [];
  try {
    for (let i = 1; i <= count; i++) {
      const startedAt = performance.now();
      await sign(system.port, cookie, (skill - 1) * event.entries * event.subCriteria + i);
      await news.until(() => signedInRanking(system.port, skill, cookie).then((signed) => signed >= i));
      milliseconds.push(performance.now() - startedAt);
    }
  } finally {
    news.close();
  }
  const each = Math.ceil(count / rounds);
  const of = (share: number) =>
    Array.from({ length: rounds }, (_, round) =>
      percentile(milliseconds.slice(round * each, (round + 1) * each), share),
    );
  report.row({
    what: `one form signed off → the chief judge's ranking holds it, ${queue}`,
    ours: `p50 ${median(of(0.5)).toFixed(0)} ms, p99 ${median(of(0.99)).toFixed(0)} ms, of all ${count} p99 ${percentile(milliseconds, 0.99).toFixed(0)} ms`,
    limit: '–',
    ratio: '–',
    aim: 'p99 < 100 ms',
  });
}

async function sign(port: number, cookie: string, n: number): Promise<void> {
  const reply = await fetch(
    `http://127.0.0.1:${port}/api/v1/events/${eventId}/forms/${benchId(event, 'form', n)}/sign-off`,
    {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', 'If-Match': '"1"', Cookie: cookie },
      body: '{}',
    },
  );
  if (!reply.ok) throw new Error(`form ${n} could not be signed: ${reply.status} ${await reply.text()}`);
  await reply.arrayBuffer();
}

const rankingPath = (skill: number): string =>
  `/api/v1/events/${eventId}/skills/${benchId(event, 'skill', skill)}/ranking`;

async function signedInRanking(port: number, skill: number, cookie: string): Promise<number> {
  const reply = await fetch(`http://127.0.0.1:${port}${rankingPath(skill)}`, { headers: { Cookie: cookie } });
  if (!reply.ok) throw new Error(`the ranking could not be read: ${reply.status} ${await reply.text()}`);
  return ((await reply.json()) as { formsSigned: number }).formsSigned;
}

/** The ranking's news as the chief judge's screen hears it; reads the ranking at each. */
class RankingNews {
  private heard = 0;
  private wake: () => void = () => {};

  private constructor(readonly close: () => void) {}

  static open(port: number, skill: number, cookie: string): Promise<RankingNews> {
    return new Promise((resolve, reject) => {
      const request = get(
        { host: '127.0.0.1', port, path: `${rankingPath(skill)}/live`, headers: { Cookie: cookie } },
        (reply) => {
          if (reply.statusCode !== 200)
            return reject(new Error(`the ranking's news were answered ${reply.statusCode}`));
          const news = new RankingNews(() => request.destroy());
          reply.on('error', () => {});
          reply.on('data', () => {
            news.heard++;
            news.wake();
          });
          resolve(news);
        },
      );
      request.on('error', reject);
    });
  }

  /** Reads whenever something was heard (and once before), until it is there. */
  async until(isThere: () => Promise<boolean>): Promise<void> {
    const giveUpAt = performance.now() + giveUpMs;
    for (let known = this.heard; ; known = this.heard) {
      if (await isThere()) return;
      if (performance.now() > giveUpAt)
        throw new Error(`the ranking did not show the form within ${giveUpMs} ms`);
      if (this.heard === known) {
        await new Promise<void>((resolve) => {
          const late = setTimeout(resolve, 500);
          this.wake = () => {
            clearTimeout(late);
            resolve();
          };
        });
      }
    }
  }
}

/** Debian's, or one on the path. */
const redisServer = (): string | undefined =>
  ['/usr/bin', ...(process.env.PATH ?? '').split(':')]
    .map((folder) => join(folder, 'redis-server'))
    .find((path) => existsSync(path));
