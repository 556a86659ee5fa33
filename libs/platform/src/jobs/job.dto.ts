import { say } from '../errors/messages.js';
import type { Said } from '../errors/refusals.js';
import type { JobRequest, JobState } from './job-request.entity.js';

/** A sentence in both languages. */
export class SaidDto {
  zh: string;
  en: string;
}

export class JobProgressDto {
  done: number;
  /** Null until the job knows. */
  total: number | null;
}

/** Long work as people see it. */
export class JobDto {
  id: string;
  /** `scoreRun`, `openForms` … */
  name: string;
  /** Id of what it is about. */
  subject: string;
  eventId: string | null;
  state: JobState;
  progress: JobProgressDto | null;
  /** What it found, once it is done: counts and ids. */
  summary: Record<string, unknown> | null;
  /** Why it failed for good. */
  error: SaidDto | null;
  requestedAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
}

export class JobPageDto {
  items: JobDto[];
  next: string | null;
}

export function jobDto(job: JobRequest): JobDto {
  const error: Said | null = job.errorCode === null ? null : say(job.errorCode);
  const started = job.state === 'running' || job.progressDone > 0;
  return {
    id: job.id,
    name: job.name,
    subject: job.subject,
    eventId: job.eventId,
    state: job.state,
    progress: started ? { done: job.progressDone, total: job.progressTotal } : null,
    summary: job.result as Record<string, unknown> | null,
    error,
    requestedAt: job.requestedAt,
    startedAt: job.startedAt,
    finishedAt: job.finishedAt,
  };
}
