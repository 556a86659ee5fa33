import type pg from 'pg';
import { load } from './http-load.js';
import type { LoadResult } from './http-load.worker.js';
import { type BenchYears, loadYears } from './load-years.js';
import { signInAs } from './people.js';
import type { BenchRun } from './run-bench.js';
import { interleaved, median, percentile } from './statistics.js';

/** People who ask again the moment they are answered. */
const crowds = [1, 4];
/** The ministry's own years, and as many again as if every year had been as large as the latest. */
const sizes: BenchYears[] = [
  { year: 2026, years: 20, latest: 2000, each: 100 },
  { year: 2026, years: 20, latest: 2000, each: 2000 },
];

/** How fast desk and overview answer with 2,000 applications and 20 years of plans, beside a bare statement. */
export async function measureYears(run: BenchRun): Promise<void> {
  const { system, report, rounds, seconds, say } = run;
  for (const [at, size] of sizes.entries()) {
    if (at > 0) {
      await system.end();
      await system.startDatabase();
    }
    const applications = size.latest + (size.years - 1) * size.each;
    const startedAt = performance.now();
    await system.withClient((client) => loadYears(client, system.root, size));
    say(`${applications} applications loaded in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
    await system.startParts({ worker: false });
    const people = {
      official: await signInAs(system.port, 'bench-official'),
      reviewer: await signInAs(system.port, 'bench-reviewer'),
    };
    const pages = [
      ['year at a glance', '/api/v1/insight/year?year=2026', people.official],
      [
        'list behind a figure, 500 contests',
        '/api/v1/insight/contests?year=2026&stage=granted&limit=500',
        people.official,
      ],
      ['review desk', '/api/v1/review-desk?year=2026', people.reviewer],
    ] as const;
    for (const [what, path, cookie] of pages) {
      const reply = await fetch(`http://127.0.0.1:${system.port}${path}`, { headers: { Cookie: cookie } });
      const body = await reply.text();
      if (!reply.ok) {
        report.remark(`${what}: ${path} was answered ${reply.status} ${body.slice(0, 120)}`);
        continue;
      }
      for (const clients of crowds) {
        const { ours, limit } = await interleaved<'ours' | 'limit', Timed>(rounds, {
          limit: () => system.withClient((client) => selectOne(client, seconds)),
          ours: () =>
            load({
              port: system.port,
              clients,
              warmSeconds: 1,
              seconds,
              work: { kind: 'get', path, headers: [`Cookie: ${cookie}`] },
            }),
        });
        const failed = ours.find((result) => Object.keys(result.failed).length > 0);
        if (failed) throw new Error(`${path} was answered ${JSON.stringify(failed.failed)}`);
        const of = (name: 'p50' | 'p95', from: readonly Timed[]) =>
          median(from.map((result) => result[name]));
        report.row({
          what: `${what} (${(Buffer.byteLength(body) / 1024).toFixed(0)} KiB), ${applications.toLocaleString('en-US')} applications, ${clients} at a time`,
          ours: `p50 ${of('p50', ours).toFixed(0)} ms, p95 ${of('p95', ours).toFixed(0)} ms`,
          limit: `p50 ${of('p50', limit).toFixed(2)} ms, p95 ${of('p95', limit).toFixed(2)} ms (bare SELECT 1, one client)`,
          ratio: (of('p95', ours) / of('p95', limit)).toFixed(0),
          aim: 'p95 < 300 ms',
        });
      }
    }
  }
}

type Timed = Pick<LoadResult, 'p50' | 'p95' | 'failed'>;

/** How long a statement that asks for nothing takes. */
async function selectOne(client: pg.Client, seconds: number): Promise<Timed> {
  const times: number[] = [];
  const until = performance.now() + seconds * 1000;
  while (performance.now() < until) {
    const sentAt = performance.now();
    await client.query('SELECT 1');
    times.push(performance.now() - sentAt);
  }
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95), failed: {} };
}
