import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * Who did what, when: one row per verb, written in the verb's own transaction and never changed: the trigger
 * `audit_entry_append_only` refuses UPDATE, DELETE and TRUNCATE. `eventId` is the nil UUID for what belongs to no event.
 */
@Entity('audit_entry')
@Index('audit_entry_subject_type_subject_id_idx', ['eventId', 'subjectType', 'subjectId', 'id'])
export class AuditEntry {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'audit_entry_pkey' })
  eventId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'audit_entry_pkey' })
  id: string;

  @Column('timestamptz')
  at: Date;

  /** Null when the system itself acted (a job, the command line). */
  @Column('uuid', { nullable: true })
  actorAccountId: string | null;

  /** `form.signedOff`: noun, dot, past participle. */
  @Column('text')
  verb: string;

  /** The skill concerned, where there is one: a chief judge reads the rows of the own skill. */
  @Column('uuid', { nullable: true })
  skillId: string | null;

  @Column('text')
  subjectType: string;

  @Column('text')
  subjectId: string;

  /** Ids, codes, marks and states only: no personal data. */
  @Column('jsonb', { nullable: true })
  before: unknown | null;

  @Column('jsonb', { nullable: true })
  after: unknown | null;

  @Column('text', { nullable: true })
  reason: string | null;
}
