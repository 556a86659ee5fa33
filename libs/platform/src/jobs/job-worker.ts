import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { Config } from '../config.js';
import { Failure } from '../errors/refusals.js';
import { JobDispatcher } from './job-dispatcher.js';
import { declaredJobs } from './job-names.js';
import { type JobRun, type Processor, processorKey, type ProcessorSettings } from './job-processor.js';
import { attemptsMax, JobQueues } from './job-queues.js';
import { ProgressNotes } from './progress-notes.js';

/** A running job that is not done after this time when the worker is told to stop is given to the next worker. */
const shutdownMs = 5000;
const complainEveryMs = 10_000;

interface Found extends ProcessorSettings {
  processor: Processor;
}

/** Runs the jobs, in the worker process: the dispatcher and every processor found among the providers. */
@Injectable()
export class JobWorker implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('jobs');
  private readonly progress: ProgressNotes;
  private processors: Found[] = [];
  private queues: JobQueues | undefined;
  private dispatcher: JobDispatcher | undefined;
  private complainedAt = 0;

  constructor(
    private readonly source: DataSource,
    private readonly config: Config,
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {
    this.progress = new ProgressNotes(source);
  }

  /** Throws, so that the process does not come up, unless every declared job has exactly one processor. */
  onModuleInit(): void {
    this.processors = this.findProcessors();
    assertOneEach(
      declaredJobs(),
      this.processors.map(({ name }) => name),
    );
  }

  async onApplicationBootstrap(): Promise<void> {
    const processors = this.processors;
    const onError = (error: Error) => this.complain(error);
    this.queues = new JobQueues(this.config, onError);
    this.dispatcher = new JobDispatcher(
      this.source,
      this.config.databaseUrl ?? '',
      this.queues,
      processors.map(({ name }) => name),
      onError,
    );
    for (const { name, concurrency, processor } of processors) {
      await this.queues.work(name, concurrency, (id, attempt) => this.run(processor, id, attempt));
    }
    await this.dispatcher.open();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.dispatcher?.close();
    await this.queues?.close(shutdownMs);
    await this.progress.flush();
  }

  /** A database that is gone is noticed many times a second; it is told once in a while. */
  private complain(error: Error): void {
    const now = Date.now();
    if (now - this.complainedAt < complainEveryMs) return;
    this.complainedAt = now;
    this.logger.warn(`the queue has trouble: ${error.message || (error as { code?: string }).code}`);
  }

  private findProcessors(): Found[] {
    return this.discovery.getProviders().flatMap(({ instance, metatype }) => {
      const settings = metatype && this.reflector.get<ProcessorSettings | undefined>(processorKey, metatype);
      return settings ? [{ ...settings, processor: instance as Processor }] : [];
    });
  }

  private async run(processor: Processor, id: string, attempt: number): Promise<void> {
    const [[row]] = (await this.source.query(
      `UPDATE job_request SET state = 'running', started_at = now(), attempts = attempts + 1
       WHERE id = $1 AND state IN ('queued', 'running')
       RETURNING name, subject, event_id AS "eventId", requested_by AS "requestedBy"`,
      [id],
    )) as [Pick<JobRun, 'name' | 'subject' | 'eventId' | 'requestedBy'>[], number];
    if (!row) return; // done already, by a run that lost its lock to this one
    try {
      const progress = (done: number, total: number) => this.progress.note(id, done, total);
      const result = (await processor.run({ ...row, id, attempt, progress })) ?? null;
      await this.progress.flush();
      await this.finish(id, 'done', null, result);
    } catch (error) {
      const final = error instanceof Failure || attempt >= attemptsMax;
      const stack = error instanceof Error ? error.stack : String(error);
      this.logger.error(`${row.name} ${row.subject}, try ${attempt}${final ? ', given up' : ''}: ${stack}`);
      if (!final) throw error; // BullMQ tries again
      await this.finish(id, 'failed', error instanceof Failure ? error.code : 'platform.job-failed', null);
    }
    this.dispatcher?.wake(); // one that waited for this one
  }

  private async finish(
    id: string,
    state: 'done' | 'failed',
    errorCode: string | null,
    result: unknown,
  ): Promise<void> {
    await this.source.query(
      `UPDATE job_request SET state = $2, error_code = $3, result = $4, finished_at = now() WHERE id = $1`,
      [id, state, errorCode, result === null ? null : JSON.stringify(result)],
    );
  }
}

/** Throws a list of what is wrong unless each declared name has exactly one processor, and each processor a name. */
export function assertOneEach(declared: readonly string[], processors: readonly string[]): void {
  const problems = [
    ...declared.filter((name) => !processors.includes(name)).map((name) => `job "${name}" has no processor`),
    ...[...new Set(processors)]
      .filter((name) => processors.indexOf(name) !== processors.lastIndexOf(name))
      .map((name) => `job "${name}" has more than one processor`),
    ...processors.filter((name) => !declared.includes(name)).map((name) => `nobody declares job "${name}"`),
  ];
  if (problems.length) throw new Error(`the worker cannot start: ${problems.join('; ')}`);
}
