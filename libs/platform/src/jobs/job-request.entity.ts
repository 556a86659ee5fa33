import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

export const jobStates = ['waiting', 'queued', 'running', 'done', 'failed'] as const;
export type JobState = (typeof jobStates)[number];

/**
 * Work asked for: written in the transaction of the verb that needs it, seen by people while it goes on. At most one
 * row of a name and subject waits; a later request joins it. What the work is about stands in `subject` (an id):
 * there is no payload, the job reads the truth when it runs.
 */
@Entity('job_request')
@Index('job_request_waiting_idx', ['name', 'subject'], { unique: true, where: `state = 'waiting'` })
@Index('job_request_active_idx', ['name', 'subject'], { where: `state IN ('queued', 'running')` })
@Index('job_request_event_idx', ['eventId', 'id'])
@Check('job_request_state_check', `state IN ('waiting', 'queued', 'running', 'done', 'failed')`)
export class JobRequest {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'job_request_pkey' })
  id: string;

  /** A name made known by `defineJob`. */
  @Column('text')
  name: string;

  @Column('text')
  subject: string;

  /** The event whose people may see it; null when it belongs to none. */
  @Column('uuid', { nullable: true })
  eventId: string | null;

  @Column('text', { default: 'waiting' })
  state: JobState;

  @Column('int', { default: 0 })
  progressDone: number;

  /** Null until the job knows. */
  @Column('int', { nullable: true })
  progressTotal: number | null;

  /** Why it failed for good: a message code. */
  @Column('text', { nullable: true })
  errorCode: string | null;

  /** What the job found: small, ids and counts. */
  @Column('jsonb', { nullable: true })
  result: unknown | null;

  @Column('uuid', { nullable: true })
  requestedBy: string | null;

  @Column('timestamptz')
  requestedAt: Date;

  @Column('timestamptz', { nullable: true })
  queuedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  startedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  finishedAt: Date | null;

  @Column('int', { default: 0 })
  attempts: number;
}
