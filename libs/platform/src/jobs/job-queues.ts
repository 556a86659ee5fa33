import { createPostgresBackend, createRedisBackend, Queue, Worker } from 'bullmq';
import type { Config } from '../config.js';

/** What a queue carries: nothing but the id of the request, as the job's own id. */
export type JobHandler = (requestId: string, attempt: number) => Promise<void>;

/** What both kinds of queue and worker have in common, as far as it is used here. */
type AnyQueue = Pick<Queue, 'add' | 'getJob' | 'close'> & {
  on(event: 'error', listener: (error: Error) => void): unknown;
};
type AnyWorker = Pick<Worker, 'close'>;

/** Tries in all, with 0.5, 1 and 2 s between. */
export const attemptsMax = 4;

/**
 * The one place that knows what BullMQ runs on: Redis where `REDIS_URL` is given, else PostgreSQL (schema `bullmq`).
 * The queue is only the way to the worker: the truth stands in `job_request`, so jobs are not kept when they end and
 * its own connections need not wait for the disk.
 */
export class JobQueues {
  private readonly queues = new Map<string, AnyQueue>();
  private readonly workers: AnyWorker[] = [];

  constructor(
    private readonly config: Pick<Config, 'databaseUrl' | 'redisUrl' | 'queuePrefix'>,
    private readonly onError: (error: Error) => void,
  ) {}

  /** Puts requests into their queues; one that is there already stays what it is. */
  async add(requests: readonly { id: string; name: string }[]): Promise<void> {
    await Promise.all(
      requests.map(({ id, name }) =>
        this.queue(name).add(
          name,
          {},
          {
            jobId: id,
            attempts: attemptsMax,
            backoff: { type: 'exponential', delay: 500 },
            removeOnComplete: true,
            removeOnFail: true,
          },
        ),
      ),
    );
  }

  /** Whether the queue still has it (waiting, delayed or at work). */
  async has(name: string, id: string): Promise<boolean> {
    return Boolean(await this.queue(name).getJob(id));
  }

  /** Starts to take jobs of a name. Resolves when it listens. */
  async work(name: string, concurrency: number, handle: JobHandler): Promise<void> {
    const settings = {
      concurrency,
      // A worker that was killed is noticed after this time, and its job given to another.
      lockDuration: 10_000,
      stalledInterval: 5_000,
      maxStalledCount: 5,
    };
    const take = (job: { id?: string; attemptsMade: number }) => handle(job.id ?? '', job.attemptsMade + 1);
    const worker = this.redis
      ? new Worker(name, take, { ...this.redis, ...settings }, createRedisBackend)
      : new Worker(name, take, { ...this.postgres, ...settings }, createPostgresBackend);
    worker.on('error', this.onError);
    this.workers.push(worker);
    await worker.waitUntilReady();
  }

  /** Lets running jobs end (at most `withinMs`), then closes everything. */
  async close(withinMs: number): Promise<void> {
    const late = setTimeout(() => this.workers.forEach((worker) => void worker.close(true)), withinMs);
    await Promise.allSettled(this.workers.map((worker) => worker.close()));
    clearTimeout(late);
    await Promise.allSettled([...this.queues.values()].map((queue) => queue.close()));
  }

  private queue(name: string): AnyQueue {
    let queue = this.queues.get(name);
    if (!queue) {
      queue = this.redis
        ? new Queue(name, this.redis, createRedisBackend)
        : new Queue(name, this.postgres, createPostgresBackend);
      queue.on('error', this.onError);
      this.queues.set(name, queue);
    }
    return queue;
  }

  private get redis() {
    const { redisUrl, queuePrefix } = this.config;
    return redisUrl && { connection: { url: redisUrl, maxRetriesPerRequest: null }, prefix: queuePrefix };
  }

  private get postgres() {
    return {
      connection: {
        connectionString: this.config.databaseUrl,
        schema: 'bullmq',
        max: 2,
        keepAlive: true,
        application_name: 'luban queue',
        options: '-c synchronous_commit=off',
      },
    };
  }
}
