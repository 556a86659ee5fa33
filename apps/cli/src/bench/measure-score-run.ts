import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MatrixAspect, rowWidth, totalsFromMatrix } from '@luban/scoring';
import { marksEvent, prepareMarks, saveByHttp, signInJudges } from './bench-marks.js';
import type { BenchSystem } from './bench-system.js';
import { ownServices, type OwnServices } from './own-process.js';
import { ratioOf, short } from './report.js';
import type { BenchRun } from './run-bench.js';
import { type BenchEvent, benchId, marksOf, seedEvent } from './seed.js';
import { interleaved, median } from './statistics.js';

/** 63 skills of 36 entries and 30 forms of 15 values: 450 stored values an entry, 1,020,600 in all. */
const event: BenchEvent = {
  number: 2,
  skills: 63,
  entries: 36,
  subCriteria: 30,
  measurements: 6,
  judgements: 3,
  state: 'signed',
};
const eventId = benchId(event, 'event', 0);
/** As many at once as the worker runs. */
const runsAtOnce = 2;

/** A score run of a whole event to stored results, beside one SQL sum of the same rows and the bare loop. */
export async function measureScoreRun(run: BenchRun): Promise<void> {
  const { system, report, rounds, say } = run;
  say('seeding a million values');
  await seedEvent(system, event);
  const services = await ownServices(system);
  try {
    const matrix = await readMatrix(system);
    say(`${short(matrix.values.length)} values; every run begins with one value changed in each skill`);
    let memoryMax = 0;
    const times = await interleaved<'sum' | 'byAspect' | 'loop' | 'ours', number>(rounds, {
      sum: () => timeOfSql(system, 'sum.sql'),
      byAspect: () => timeOfSql(system, 'sum-by-aspect.sql'),
      loop: async () =>
        timed(() => void totalsFromMatrix(matrix.aspects, matrix.values, matrix.works.length)),
      ours: async () => {
        await changeOneValue(system);
        const before = process.memoryUsage().rss;
        const watch = setInterval(
          () => (memoryMax = Math.max(memoryMax, process.memoryUsage().rss - before)),
          10,
        );
        const milliseconds = await timed(() => runAll(services));
        clearInterval(watch);
        return milliseconds;
      },
    });
    const ms = (figures: number[]) => `${median(figures).toFixed(0)} ms`;
    const what = `score run, ${short(matrix.values.length)} values, ${event.skills} skills, to stored results`;
    const ours = ms(times.ours);
    report.row({
      what,
      ours,
      limit: `${ms(times.sum)} (one SQL sum)`,
      ratio: ratioOf(times.ours, times.sum),
      aim: '≤ 2',
    });
    report.row({
      what,
      ours,
      limit: `${ms(times.byAspect)} (one SQL statement with the mean of each aspect)`,
      ratio: ratioOf(times.ours, times.byAspect),
      aim: '≤ 2',
    });
    report.row({
      what,
      ours,
      limit: `${median(times.loop).toFixed(1)} ms (typed-array loop, values in memory)`,
      ratio: ratioOf(times.ours, times.loop),
      aim: '–',
    });
    report.remark(
      `Memory of the process grew by at most ${(memoryMax / 2 ** 20).toFixed(0)} MiB while ${event.skills} skills were computed, ${runsAtOnce} at once.`,
    );
    await compare(system, report.remark.bind(report));
    await marksMeanwhile(run, services);
  } finally {
    await services.close();
  }
}

async function runAll({ runs }: OwnServices): Promise<void> {
  let next = 1;
  const one = async (): Promise<void> => {
    while (next <= event.skills) await runs.run(eventId, benchId(event, 'skill', next++));
  };
  await Promise.all(Array.from({ length: runsAtOnce }, one));
}

/** One measured value of each skill becomes the other one: otherwise a run finds its inputs unchanged and writes nothing. */
const changeOneValue = (system: BenchSystem): Promise<void> =>
  system.withClient(async (client) => {
    const perSkill = event.entries * event.subCriteria;
    const forms = Array.from({ length: event.skills }, (_, k) => benchId(event, 'form', k * perSkill + 1));
    await client.query(
      `UPDATE mark m SET value = 1 - m.value, mark_hundredths = $3 - m.mark_hundredths
       FROM aspect a WHERE m.event_id = $1 AND m.form_id = ANY($2::uuid[]) AND a.event_id = m.event_id
         AND a.id = m.aspect_id AND a.code LIKE '%.1'`,
      [eventId, forms, marksOf(event).measured],
    );
    await client.query('DELETE FROM job_request');
  });

async function timed(work: () => unknown): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

const sqlOf = (system: BenchSystem, file: string): string =>
  readFileSync(join(system.root, 'test', 'bench', file), 'utf8');

const timeOfSql = (system: BenchSystem, file: string): Promise<number> =>
  system.withClient((client) => timed(() => client.query(sqlOf(system, file), [eventId])));

interface Matrix {
  aspects: MatrixAspect[];
  values: Int32Array;
  works: string[];
}

async function readMatrix(system: BenchSystem): Promise<Matrix> {
  const { judged } = marksOf(event);
  const aspects = Array.from({ length: event.subCriteria }, () => [
    ...Array.from({ length: event.measurements }, (): MatrixAspect => ({ kind: 'mark' })),
    ...Array.from({ length: event.judgements }, (): MatrixAspect => ({
      kind: 'judgement',
      maxHundredths: judged,
    })),
  ]).flat();
  return system.withClient(async (client) => {
    const { rows } = await client.query<{ work_id: string; row: number[] }>(sqlOf(system, 'matrix.sql'), [
      eventId,
    ]);
    const values = new Int32Array(rows.length * rowWidth(aspects));
    rows.forEach(({ row }, i) => values.set(row, i * rowWidth(aspects)));
    return { aspects, values, works: rows.map(({ work_id }) => work_id) };
  });
}

/** The stored results against the bare loop over the values as they are now. */
async function compare(system: BenchSystem, say: (text: string) => void): Promise<void> {
  const { aspects, values, works } = await readMatrix(system);
  const totals = totalsFromMatrix(aspects, values, works.length);
  const expected = new Map(works.map((work, i) => [work, totals[i]]));
  const stored = await system.withClient(async (client) => {
    const { rows } = await client.query<{ work_id: string; total: number }>(
      `SELECT b.work_id, r.total_hundredths AS total FROM result r
       JOIN (SELECT DISTINCT ON (skill_id) id FROM result_version WHERE event_id = $1 ORDER BY skill_id, number DESC) v ON v.id = r.version_id
       JOIN blind_code b ON b.event_id = r.event_id AND b.entry_id = r.entry_id WHERE r.event_id = $1`,
      [eventId],
    );
    return rows;
  });
  const differing = stored.filter(({ work_id, total }) => expected.get(work_id) !== total).length;
  if (differing > 0 || stored.length !== works.length) {
    throw new Error(
      `${differing} of ${stored.length} stored totals differ from the loop over ${works.length} works`,
    );
  }
  say(`All ${stored.length} stored totals equal those of the loop.`);
}

/** Marks saved per second while score runs of the whole event follow each other, and without them. */
async function marksMeanwhile(
  { system, report, rounds, seconds, say }: BenchRun,
  services: OwnServices,
): Promise<void> {
  say('marking while score runs go on');
  await prepareMarks(system);
  await system.startParts({ worker: false });
  const cookies = await signInJudges(system);
  await saveByHttp(system, cookies, 16, 1);
  let runsDone = 0;
  const meanwhile = async () => {
    let saving = true;
    const runs = (async () => {
      for (let k = 1; saving; k = (k % event.skills) + 1) {
        await services.runs.run(eventId, benchId(event, 'skill', k));
        runsDone++;
      }
    })();
    const result = await saveByHttp(system, cookies, 16, seconds);
    saving = false;
    await runs;
    return result;
  };
  const { alone, beside } = await interleaved(rounds, {
    alone: () => saveByHttp(system, cookies, 16, seconds),
    beside: meanwhile,
  });
  const rates = (results: typeof alone) => results.map(({ done, seconds: took }) => done / took);
  const p99 = (results: typeof alone) => median(results.map((result) => result.p99)).toFixed(1);
  report.row({
    what: `save a form of ${marksEvent.measurements + 3 * marksEvent.judgements} values, 16 clients, while score runs follow each other without a pause`,
    ours: `${short(median(rates(beside)))} forms/s, p99 ${p99(beside)} ms`,
    limit: `${short(median(rates(alone)))} forms/s, p99 ${p99(alone)} ms (no score runs)`,
    ratio: ratioOf(rates(beside), rates(alone)),
    aim: '≈ 1',
  });
  report.remark(
    `${runsDone} score runs were done meanwhile; they take processor time from the same two cores, and no lock that marking needs.`,
  );
}
