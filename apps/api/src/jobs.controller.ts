import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@luban/audit';
import { sees } from '@luban/identity';
import { isId, jobDto, JobDto, JobPageDto, Jobs, NotFound, PageQuery } from '@luban/platform';
import { CurrentActor, May } from './doors/who-may.js';

/** Long work, seen by those who asked for it and by those whose event it is. */
@ApiTags('jobs')
@Controller()
export class JobsController {
  constructor(private readonly jobs: Jobs) {}

  /** One piece of long work. */
  @Get('jobs/:jobId')
  @May('jobs.read')
  async readJob(@CurrentActor() actor: Actor, @Param('jobId') jobId: string): Promise<JobDto> {
    const job = isId(jobId) ? await this.jobs.find(jobId) : null;
    const mine = job !== null && job.requestedBy !== null && job.requestedBy === actor.accountId;
    const ours = job?.eventId && sees(actor, { eventId: job.eventId });
    if (!job || !(mine || ours)) throw new NotFound('platform.job-not-found');
    return jobDto(job);
  }

  /** The long work of an event, newest first. */
  @Get('events/:eventId/jobs')
  @May('jobs.read')
  async listJobs(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Query() page: PageQuery,
  ): Promise<JobPageDto> {
    if (!sees(actor, { eventId })) throw new NotFound('identity.not-in-reach');
    const { items, next } = await this.jobs.ofEvent(eventId, page);
    return { items: items.map(jobDto), next };
  }
}
