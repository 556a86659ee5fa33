import type { DataSource } from 'typeorm';
import { PgListener } from '../database/pg-listener.js';
import type { JobQueues } from './job-queues.js';
import { jobChannel } from './jobs.service.js';

/** Without a notice the table is looked at this often, in milliseconds. */
const pollMs = 200;
/** How often what was lost on the way is looked for, and how old it must be, in milliseconds. */
const sweepMs = 10_000;
const lostAfterMs = 10_000;

/**
 * Carries committed requests into their queues: woken by the commit itself (NOTIFY in the same transaction), and by a
 * look at the table in case a notice was missed. Any number of workers may run one; rows are taken with SKIP LOCKED.
 */
export class JobDispatcher {
  private readonly listener: PgListener;
  private readonly timers: NodeJS.Timeout[] = [];
  private turn: Promise<void> | undefined;
  private again = false;
  private closed = false;

  constructor(
    private readonly source: DataSource,
    url: string,
    private readonly queues: JobQueues,
    private readonly names: readonly string[],
    private readonly onError: (error: Error) => void,
  ) {
    const wake = () => this.wake();
    this.listener = new PgListener(url, jobChannel, wake, wake);
  }

  async open(): Promise<void> {
    await this.listener.open();
    this.timers.push(setInterval(() => this.wake(), pollMs));
    this.timers.push(setInterval(() => void this.sweep().catch(this.onError), sweepMs));
    this.wake();
  }

  /** Looks for waiting requests now; a call during a look makes it look once more. */
  wake(): void {
    if (this.closed) return;
    if (this.turn) {
      this.again = true;
      return;
    }
    this.turn = this.dispatch()
      .catch(this.onError)
      .finally(() => {
        this.turn = undefined;
        if (!this.again) return;
        this.again = false;
        this.wake();
      });
  }

  async close(): Promise<void> {
    this.closed = true;
    for (const timer of this.timers) clearInterval(timer);
    await this.turn;
    await this.listener.close();
  }

  private async dispatch(): Promise<void> {
    // A request waits while another of its name and subject is on the way: they never run at the same time.
    const [rows] = (await this.source.query(
      `UPDATE job_request SET state = 'queued', queued_at = now()
       WHERE id IN (
         SELECT w.id FROM job_request w
         WHERE w.state = 'waiting' AND w.name = ANY ($1)
           AND NOT EXISTS (
             SELECT FROM job_request a
             WHERE a.name = w.name AND a.subject = w.subject AND a.state IN ('queued', 'running')
           )
         ORDER BY w.requested_at
         LIMIT 500
         FOR UPDATE SKIP LOCKED
       )
       RETURNING id, name`,
      [this.names],
    )) as [{ id: string; name: string }[], number];
    if (rows.length) await this.queues.add(rows);
  }

  /** What was on the way when a process, or Redis, was killed: put it into its queue again if it is not there. */
  private async sweep(): Promise<void> {
    const rows: { id: string; name: string }[] = await this.source.query(
      `SELECT id, name FROM job_request
       WHERE state IN ('queued', 'running') AND name = ANY ($1)
         AND queued_at < now() - make_interval(secs => $2)
       ORDER BY queued_at LIMIT 500`,
      [this.names, lostAfterMs / 1000],
    );
    for (const row of rows) {
      if (!(await this.queues.has(row.name, row.id))) await this.queues.add([row]);
    }
    await this.source.query(
      `DELETE FROM job_request WHERE state IN ('done', 'failed') AND finished_at < now() - interval '90 days'`,
    );
  }
}
