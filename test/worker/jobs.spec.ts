import 'reflect-metadata';
import { Injectable, Module } from '@nestjs/common';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  type Config,
  declaredJobs,
  declareJobs,
  JobProcessor,
  JobRequest,
  type JobRun,
  Jobs,
  JobWorkerModule,
  newId,
  PlatformModule,
  type Processor,
  readConfig,
  Refused,
} from '@luban/platform';
import { entities } from '../../migrations/index.js';
import { testDatabase } from '../support/test-database.js';
import { until } from '../support/until.js';

declareJobs('countSheets', 'failOnce', 'refuse', 'alwaysFail');

/** What ran, in order; and gates that hold runs until a test opens them. */
const runs: string[] = [];
const gates = new Map<string, Promise<void>>();
let atWork = 0;
let atWorkMost = 0;

@JobProcessor('countSheets', { concurrency: 4 })
@Injectable()
class CountSheets implements Processor {
  async run(job: JobRun): Promise<unknown> {
    atWorkMost = Math.max(atWorkMost, ++atWork);
    job.progress(1, 3);
    await gates.get(job.subject);
    runs.push(job.subject);
    atWork--;
    return { sheets: 12 };
  }
}

@JobProcessor('failOnce')
@Injectable()
class FailOnce implements Processor {
  async run(job: JobRun): Promise<void> {
    if (job.attempt === 1) throw new Error('the printer was off');
    runs.push(`${job.subject} on try ${job.attempt}`);
  }
}

@JobProcessor('refuse')
@Injectable()
class Refuse implements Processor {
  async run(): Promise<void> {
    throw new Refused('platform.file-not-found');
  }
}

@JobProcessor('alwaysFail')
@Injectable()
class AlwaysFail implements Processor {
  async run(): Promise<void> {
    throw new Error('the disk is full');
  }
}

/** The jobs of the house need a processor too, or the worker would rightly refuse to start. */
function idleProcessors() {
  const own = ['countSheets', 'failOnce', 'refuse', 'alwaysFail'];
  return declaredJobs()
    .filter((name) => !own.includes(name))
    .map((name) => {
      @JobProcessor(name)
      @Injectable()
      class Idle implements Processor {
        async run(): Promise<void> {}
      }
      return Idle;
    });
}

@Module({})
class Workers {
  static for(config: Config) {
    return {
      module: Workers,
      imports: [PlatformModule.for({ config, entities, applicationName: 'luban worker' }), JobWorkerModule],
      providers: [CountSheets, FailOnce, Refuse, AlwaysFail, ...idleProcessors()],
    };
  }
}

const database = testDatabase();
const workers: INestApplicationContext[] = [];

const startWorker = async () => {
  const config = readConfig({
    DATABASE_URL: database.url,
    REDIS_URL: process.env.REDIS_URL,
    DATABASE_POOL: '4',
  });
  const worker = await NestFactory.createApplicationContext(Workers.for(config), {
    logger: false,
    abortOnError: false,
  });
  workers.push(worker);
  return worker;
};

const request = (name: string, subject: string): Promise<string> =>
  database.source.transaction((tx) => jobs().request(tx, name, subject));
const jobs = () => workers[0]!.get(Jobs);
const row = (id: string) => database.source.getRepository(JobRequest).findOneByOrFail({ id });
const finished = (id: string) =>
  until(`job ${id} to end`, async () => {
    const job = await row(id);
    return job.state === 'done' || job.state === 'failed' ? job : undefined;
  });

beforeAll(async () => {
  await startWorker();
  await startWorker(); // two of them, as in production
});
database.beforeDrop(() => Promise.all(workers.map((worker) => worker.close())));
beforeEach(() => {
  runs.length = 0;
  gates.clear();
  atWorkMost = 0;
});

function gate(subject: string): () => void {
  let open: () => void = () => {};
  gates.set(subject, new Promise((resolve) => (open = resolve)));
  return open;
}

it('runs a job after the commit and keeps its result and progress', async () => {
  const id = await request('countSheets', 'welding');
  expect(await finished(id)).toMatchObject({
    state: 'done',
    result: { sheets: 12 },
    progressDone: 1,
    progressTotal: 3,
    attempts: 1,
    errorCode: null,
  });
  expect(runs).toEqual(['welding']);
});

it('starts within a tenth of a second of the commit', async () => {
  const waits: number[] = [];
  for (let i = 0; i < 20; i++) {
    const { requestedAt, startedAt } = await finished(await request('countSheets', `skill ${i}`));
    waits.push(Number(startedAt) - Number(requestedAt));
  }
  waits.sort((a, b) => a - b);
  expect(waits[10]).toBeLessThan(100);
});

it('does not run what was rolled back', async () => {
  await expect(
    database.source.transaction(async (tx) => {
      await jobs().request(tx, 'countSheets', 'rolled back');
      throw new Error('changed my mind');
    }),
  ).rejects.toThrow('changed my mind');
  await finished(await request('countSheets', 'after it'));
  expect(runs).toEqual(['after it']);
});

it('makes one job of many requests that wait, and one more of those that come while it runs', async () => {
  const open = gate('plumbing');
  const first = await request('countSheets', 'plumbing');
  await until('the first to run', async () => (await row(first)).state === 'running');
  const later = await Promise.all(Array.from({ length: 10 }, () => request('countSheets', 'plumbing')));
  expect(new Set(later).size).toBe(1);
  expect(later[0]).not.toBe(first);
  expect((await row(later[0]!)).state).toBe('waiting');
  open();
  await finished(later[0]!);
  expect(runs).toEqual(['plumbing', 'plumbing']);
  expect(atWorkMost).toBe(1);
});

it('runs different subjects at the same time', async () => {
  const opens = ['bricks', 'tiles'].map(gate);
  const ids = await Promise.all(['bricks', 'tiles'].map((subject) => request('countSheets', subject)));
  await until('both to run', () => atWork === 2);
  opens.forEach((open) => open());
  await Promise.all(ids.map(finished));
});

it('does not run a joined request before the transaction that joined it can be seen', async () => {
  await database.source.query('CREATE TABLE IF NOT EXISTS seen (what text)');
  const hold = gate('joinery');
  const first = await request('countSheets', 'joinery');
  await until('the first to run', async () => (await row(first)).state === 'running');
  const waiting = await request('countSheets', 'joinery');

  let commit: () => void = () => {};
  const committed = new Promise<void>((resolve) => (commit = resolve));
  let joined: (id: string) => void = () => {};
  const joinedId = new Promise<string>((resolve) => (joined = resolve));
  const slow = database.source.transaction(async (tx) => {
    await tx.query(`INSERT INTO seen VALUES ('a late mark')`);
    joined(await jobs().request(tx, 'countSheets', 'joinery'));
    await committed;
  });
  expect(await joinedId).toBe(waiting);
  hold();
  await finished(first);
  const other = await finished(await request('countSheets', 'something else')); // the dispatcher has looked since
  expect(other.state).toBe('done');
  expect((await row(waiting)).state).toBe('waiting');
  commit();
  await slow;
  expect((await finished(waiting)).state).toBe('done');
});

it('tries again what failed by accident', async () => {
  const id = await request('failOnce', 'certificates');
  expect(await finished(id)).toMatchObject({ state: 'done', attempts: 2 });
  expect(runs).toEqual(['certificates on try 2']);
});

it('does not try again what was refused, and keeps the code', async () => {
  const id = await request('refuse', 'anything');
  expect(await finished(id)).toMatchObject({
    state: 'failed',
    attempts: 1,
    errorCode: 'platform.file-not-found',
  });
});

it('gives up after four tries, and lets it be asked for again', async () => {
  const id = await request('alwaysFail', 'archive');
  expect(await finished(id)).toMatchObject({
    state: 'failed',
    attempts: 4,
    errorCode: 'platform.job-failed',
  });
  expect(await request('alwaysFail', 'archive')).not.toBe(id);
});

it('puts what was lost on the way into its queue again', async () => {
  const id = newId();
  await database.source.query(
    `INSERT INTO job_request (id, name, subject, state, requested_at, queued_at)
     VALUES ($1, 'countSheets', 'lost', 'queued', now() - interval '1 minute', now() - interval '1 minute')`,
    [id],
  );
  expect((await finished(id)).state).toBe('done');
}, 30_000);

it('refuses a job that nobody declared: that is a programmer’s error', async () => {
  await expect(request('noSuchJob', 'x')).rejects.toThrow('declareJobs');
});
