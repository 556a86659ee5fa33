import { prepareMarks, saveByHttp, saveByPgbench, signInJudges, warmSeconds } from './bench-marks.js';
import type { LoadResult } from './http-load.worker.js';
import { processorSeconds } from './processor-time.js';
import { ratioOf, short } from './report.js';
import type { BenchRun } from './run-bench.js';
import { interleaved, median } from './statistics.js';

/** PostgreSQL takes 200 connections: for more clients than this the limit is pgbench at its best. */
const pgbenchClientsMax = 64;
/** A hall full of judges, each quicker than any of them will be. */
const tablets = 1024;
const tabletEveryMs = 2000;
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
    const costs: number[] = [];
    const limitCosts: number[] = [];
    const { limit, ours } = await interleaved<'limit' | 'ours', LoadResult | number>(rounds, {
      limit: async () => {
        const before = processorSeconds([process.pid, system.postmasterPid]);
        const rate = pgbench ? await saveByPgbench(system, pgbench, limitClients, seconds) : NaN;
        limitCosts.push(
          ((processorSeconds([process.pid, system.postmasterPid]) - before) * 1e6) / (rate * seconds),
        );
        return rate;
      },
      ours: async () => {
        const parts = [process.pid, system.apiPid, system.postmasterPid];
        const before = processorSeconds(parts);
        const result = await saveByHttp(system, cookies, clients, seconds);
        const used = processorSeconds(parts) - before;
        costs.push((used * 1e6) / (result.done * (1 + warmSeconds / result.seconds)));
        return result;
      },
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
    if (system.isEmbedded) {
      report.row({
        what: `processor time per form, ${clients} clients (load, api, database)`,
        ours: `${median(costs).toFixed(0)} µs`,
        limit: `${median(limitCosts).toFixed(0)} µs (pgbench, database)`,
        ratio: ratioOf(limitCosts, costs),
        aim: '–',
      });
    }
    const refused = of(({ refused: n, done }) => n / (n + done));
    if (refused > 0)
      say(
        `${(refused * 100).toFixed(2)} % of the saves were refused, as another judge had changed the same value`,
      );
  }
  const paced: LoadResult[] = [];
  for (let round = 0; round < rounds; round++) {
    paced.push(await saveByHttp(system, cookies, tablets, seconds, tabletEveryMs));
  }
  const p = (share: 'p50' | 'p99') => median(paced.map((result) => result[share])).toFixed(1);
  report.row({
    what: `${tablets} tablets, each saving a form every ${tabletEveryMs / 1000} s`,
    ours: `${short(median(paced.map(({ done, seconds: took }) => done / took)))} forms/s, p50 ${p('p50')} ms, p99 ${p('p99')} ms`,
    limit: '–',
    ratio: '–',
    aim: 'p99 < 100 ms',
  });
}
