import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, LessThan } from 'typeorm';
import { Clock } from '../clock.js';
import { defineMessages } from '../errors/messages.js';
import { newId } from '../ids.js';
import type { PageQuery } from '../page.dto.js';
import { type Page, pageOf } from '../page.js';
import { assertDeclared } from './job-names.js';
import { JobRequest } from './job-request.entity.js';

defineMessages({
  'platform.job-failed': {
    zh: '后台任务多次尝试后仍未完成。请重试；如再次失败，请联系管理员。',
    en: 'The work could not be completed after several tries. Please ask for it again; if it fails again, tell your administrator.',
  },
  'platform.job-not-found': { zh: '找不到这项任务。', en: 'There is no such piece of work.' },
});

export interface JobRequestOptions {
  /** The event whose people may see it. */
  eventId?: string | null;
  /** The account that asked. */
  by?: string | null;
}

/** The channel on which a committed request wakes the dispatcher. */
export const jobChannel = 'luban_jobs';

@Injectable()
export class Jobs {
  constructor(
    private readonly clock: Clock,
    private readonly source: DataSource,
  ) {}

  /**
   * Asks for a job in the caller's transaction: it runs soon after the commit (some 10 ms), and not at all after a
   * rollback. Answers the id of the request that will do it.
   *
   * Requests for the same name and subject are one while they wait. Joining a waiting request *locks* it until this
   * transaction ends, so that it cannot be run before what was changed here can be seen; that is why it is asked for
   * last in a verb. A request made while the job runs waits and runs it once more. The same name and subject never
   * run twice at the same time.
   */
  async request(
    tx: EntityManager,
    name: string,
    subject: string,
    options: JobRequestOptions = {},
  ): Promise<string> {
    assertDeclared(name);
    const rows: { id: string }[] = await tx.query(
      `INSERT INTO job_request (id, name, subject, event_id, requested_by, requested_at, state)
       VALUES ($1, $2, $3, $4, $5, $6, 'waiting')
       ON CONFLICT (name, subject) WHERE state = 'waiting' DO UPDATE SET requested_at = EXCLUDED.requested_at
       RETURNING id, pg_notify($7, '') IS NULL AS told`,
      [newId(), name, subject, options.eventId ?? null, options.by ?? null, this.clock.now(), jobChannel],
    );
    const [row] = rows;
    if (!row) throw new Error('the insert of a job request answered nothing');
    return row.id;
  }

  /** A request by its id, whoever may see it; null when there is none. */
  async find(id: string): Promise<JobRequest | null> {
    return this.source.getRepository(JobRequest).findOneBy({ id });
  }

  /** The requests of an event, newest first. */
  async ofEvent(eventId: string, { after, limit }: PageQuery): Promise<Page<JobRequest>> {
    const rows = await this.source.getRepository(JobRequest).find({
      where: { eventId, ...(after && { id: LessThan(after) }) },
      order: { id: 'DESC' },
      take: limit + 1,
    });
    return pageOf(rows, limit, (row) => row.id);
  }
}
