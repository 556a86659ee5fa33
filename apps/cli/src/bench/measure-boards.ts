import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { load } from './http-load.js';
import { ownServices } from './own-process.js';
import { ratioOf, short } from './report.js';
import type { BenchRun } from './run-bench.js';
import { type BenchEvent, benchId, seedEvent } from './seed.js';
import { Watchers } from './sse-watchers.js';
import { interleaved, median } from './statistics.js';

/** The board of a national event: 63 skills. */
const event: BenchEvent = {
  number: 4,
  skills: 63,
  entries: 4,
  subCriteria: 2,
  measurements: 4,
  judgements: 1,
  state: 'open',
};
const eventId = benchId(event, 'event', 0);
const boardPath = `/api/v1/public/events/${eventId}/board`;
const clients = 64;
const watcherCount = 1000;

/** What the public does: reads the board, reads it again when nothing changed, and watches it change. */
export async function measureBoards(run: BenchRun): Promise<void> {
  const { system, report, rounds, seconds, say } = run;
  await seedEvent(system, event);
  const services = await ownServices(system);
  await services.boards.refresh(eventId);
  await system.startParts();
  const reply = await fetch(`http://127.0.0.1:${system.port}${boardPath}`);
  const etag = reply.headers.get('etag') ?? '';
  const body = await reply.text();
  if (!reply.ok || etag === '') throw new Error(`the board was answered ${reply.status}`);
  const barePort = system.port + 1;
  const bare = fork(fileURLToPath(new URL('./bare-fastify.js', import.meta.url)), [], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  try {
    bare.send({ port: barePort, etag, body });
    await new Promise<void>((resolve, reject) => {
      bare.once('message', () => resolve());
      bare.once('exit', (code) => reject(new Error(`bare Fastify ended with ${code}`)));
    });
    say(`the board has ${Buffer.byteLength(body)} bytes`);
    const read = (port: number, path: string, headers: string[]) => async () => {
      const result = await load({
        port,
        clients,
        warmSeconds: 0.5,
        seconds,
        work: { kind: 'get', path, headers },
      });
      if (Object.keys(result.failed).length > 0)
        throw new Error(`${path} was answered ${JSON.stringify(result.failed)}`);
      return result;
    };
    for (const [what, headers] of [
      [`read the public board (${short(Buffer.byteLength(body))} bytes), ${clients} clients`, []],
      [`the same with If-None-Match (304), ${clients} clients`, [`If-None-Match: ${etag}`]],
    ] as const) {
      const { limit, ours } = await interleaved(rounds, {
        limit: read(barePort, '/board', [...headers]),
        ours: read(system.port, boardPath, [...headers]),
      });
      const rates = (results: typeof ours) => results.map(({ done, seconds: took }) => done / took);
      report.row({
        what,
        ours: `${short(median(rates(ours)))} per s, p99 ${median(ours.map(({ p99 }) => p99)).toFixed(1)} ms`,
        limit: `${short(median(rates(limit)))} per s (bare Fastify, same bytes)`,
        ratio: ratioOf(rates(ours), rates(limit)),
        aim: '0.8',
      });
    }
    await watch(run, services.boards.refresh.bind(services.boards));
  } finally {
    bare.kill('SIGTERM');
    await services.close();
  }
}

/** From the publication of a change until the last of a thousand watchers has it. */
async function watch(
  { system, report, rounds, say }: BenchRun,
  refresh: (eventId: string) => Promise<unknown>,
): Promise<void> {
  say(`${watcherCount} watchers`);
  const watchers = await Watchers.open(system.port, `/api/v1/public/events/${eventId}/live`, watcherCount);
  const toLast: number[] = [];
  const toMedian: number[] = [];
  try {
    for (let round = 0; round < rounds * 4; round++) {
      await system.withClient((client) =>
        client.query(`UPDATE competition_event SET name_en = $2 WHERE id = $1`, [
          eventId,
          `Bench ${round} ${Date.now()}`,
        ]),
      );
      const heard = watchers.next();
      await refresh(eventId);
      const publishedAt = performance.now();
      const times = (await heard).map((at) => at - publishedAt);
      toLast.push(Math.max(...times));
      toMedian.push(median(times));
    }
  } finally {
    watchers.close();
  }
  report.row({
    what: `a change reaches all of ${watcherCount} SSE watchers`,
    ours: `last after ${median(toLast).toFixed(0)} ms (worst of ${toLast.length}: ${Math.max(...toLast).toFixed(0)} ms), half of them after ${median(toMedian).toFixed(0)} ms`,
    limit: '–',
    ratio: '–',
    aim: '< 100 ms',
  });
}
