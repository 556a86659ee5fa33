import { createPostgresBackend, createRedisBackend, Queue, Worker } from 'bullmq';
import type { Config } from '../config.js';

/** What a queue carries: nothing but the id of the request, as the job's own id. */
export type JobHandler = (requestId: string, attempt: number) => Promise<void>;

/** Tries in all, with 0.5, 1 and 2 s between. */
export const attemptsMax = 4;

/**
 * The one place that knows what BullMQ runs on: Redis where `REDIS_URL` is given, else PostgreSQL (schema `bullmq`).
 * The queue is only the way to the worker: the truth stands in `job_request`, so jobs are not kept when they end and
 * its own connections need not wait for the disk.
 */
export class JobQueues {
  private readonly queues = new Map<string, Queue>();
  private readonly workers: Worker[] = [];

  constructor(
    private readonly config: Pick<Config, 'databaseUrl' | 'redisUrl' | 'queuePrefix'>,
    private readonly onError: (error: Error) => void,
  ) {}

  /** Puts requests into their queues; one that is there already stays what it is. */
  async add(requests: readonly { id: string; name: string }[]): Promise<void> {
    await Promise.all(
      requests.map(({ id, name }) =>
        this.queue(name).add(name, {}, {
          jobId: id,
          attempts: attemptsMax,
          backoff: { type: 'exponential', delay: 500 },
          removeOnComplete: true,
          removeOnFail: true,
        }),
      ),
    );
  }

  /** Whether the queue still has it (waiting, delayed or at work). */
  async has(name: string, id: string): Promise<boolean> {
    return Boolean(await this.queue(name).getJob(id));
  }

  /** Starts to take jobs of a name. Resolves when it listens. */
  async work(name: string, concurrency: number, handle: JobHandler): Promise<void> {
    const { connection, factory, ...where } = this.backend();
    const worker = new Worker(
      name,
      async (job) => handle(job.id ?? '', job.attemptsMade + 1),
      {
        ...where,
        connection,
        concurrency,
        // A worker that was killed is noticed after this time, and its job given to another.
        lockDuration: 10_000,
        stalledInterval: 5_000,
        maxStalledCount: 5,
      },
      factory,
    );
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

  private queue(name: string): Queue {
    let queue = this.queues.get(name);
    if (!queue) {
      const { connection, factory, ...where } = this.backend();
      queue = new Queue(name, { ...where, connection }, factory);
      queue.on('error', this.onError);
      this.queues.set(name, queue);
    }
    return queue;
  }

  private backend() {
    const { redisUrl, databaseUrl, queuePrefix } = this.config;
    if (redisUrl) {
      return {
        connection: { url: redisUrl, maxRetriesPerRequest: null },
        prefix: queuePrefix,
        factory: createRedisBackend,
      };
    }
    return {
      connection: {
        connectionString: databaseUrl,
        schema: 'bullmq',
        max: 2,
        keepAlive: true,
        application_name: 'luban queue',
        options: '-c synchronous_commit=off',
      },
      factory: createPostgresBackend,
    };
  }
}
