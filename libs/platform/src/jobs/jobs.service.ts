import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock.js';
import { newId } from '../ids.js';
import { assertDeclared } from './job-names.js';

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
  constructor(private readonly clock: Clock) {}

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
}
