import { SetMetadata } from '@nestjs/common';

/** What a processor is told about the run it makes. */
export interface JobRun {
  /** Id of the `JobRequest`. */
  id: string;
  name: string;
  /** What it is about: an id. */
  subject: string;
  eventId: string | null;
  requestedBy: string | null;
  /** 1 for the first try. */
  attempt: number;
  /** Tells people how far it is; cheap to call often. */
  progress(done: number, total: number): void;
}

/**
 * Does one kind of job: its body calls one service method. It may run twice for one request, so doing it twice must
 * be harmless. What it answers (small: ids, counts) is kept as the request's result. A `Failure` it throws is final,
 * anything else is tried again (four times in all).
 */
export interface Processor {
  run(job: JobRun): Promise<unknown>;
}

export interface ProcessorSettings {
  name: string;
  /** Jobs of this name that one worker process runs at the same time. */
  concurrency: number;
}

export const processorKey = 'luban:job-processor';

/** Marks a provider of the worker as the processor of a job name: `@JobProcessor('scoreRun', { concurrency: 2 })`. */
export const JobProcessor = (name: string, { concurrency = 1 } = {}): ClassDecorator =>
  SetMetadata(processorKey, { name, concurrency } satisfies ProcessorSettings);
