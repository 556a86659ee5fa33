import { prepareMarks, saveByHttp, saveByPgbench, signInJudges } from './bench-marks.js';
import type { LoadResult } from './http-load.worker.js';
import { ratioOf, short } from './report.js';
import type { BenchRun } from './run-bench.js';
import { interleaved, median } from './statistics.js';

/** PostgreSQL takes 200 connections: for more clients than this the limit is pgbench at its best. */
const pgbenchClientsMax = 64;
const levels: { clients: number; aim: string }[] = [
  { clients: 1, aim: '–' },
  { clients: 16, aim: '0.75' },
  { clients: 64, aim: '1.0' },
  { clients: 1024, aim: 'p99 < 100 ms' },
];

/** Saving marking forms: the whole way over HTTP beside pgbench doing the same work in the database. */
export async function measureMarks({
  system,
  report,
  pgbench,
  rounds,
  seconds,
  say,
}: BenchRun): Promise<void> {
  await prepareMarks(system);
  await system.startParts();
  const cookies = await signInJudges(system);
  say('warming up');
  await saveByHttp(system, cookies, 16, seconds);
  for (const { clients, aim } of levels) {
    const limitClients = Math.min(clients, pgbenchClientsMax);
    const { limit, ours } = await interleaved<'limit' | 'ours', LoadResult | number>(rounds, {
      limit: async () => (pgbench ? saveByPgbench(system, pgbench, limitClients, seconds) : NaN),
      ours: () => saveByHttp(system, cookies, clients, seconds),
    });
    const results = ours as LoadResult[];
    const rates = results.map(({ done, seconds: took }) => done / took);
    const of = (figure: (result: LoadResult) => number) => median(results.map(figure));
    report.row({
      what: `save a form, ${clients} clients`,
      ours: `${short(median(rates))} forms/s, ${short(of(({ values, seconds: took }) => values / took))} values/s, p50 ${of(({ p50 }) => p50).toFixed(1)} ms, p99 ${of(({ p99 }) => p99).toFixed(1)} ms`,
      limit: `${short(median(limit as number[]))} forms/s (pgbench, ${limitClients} clients)`,
      ratio: ratioOf(rates, limit as number[]),
      aim,
    });
    const refused = of(({ refused: n, done }) => n / (n + done));
    if (refused > 0)
      say(
        `${(refused * 100).toFixed(2)} % of the saves were refused, as another judge had changed the same value`,
      );
  }
}
