import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClassApplication } from './class-application.entity.js';

/** What a host owes after the contest: summary, technical analysis of each skill, base table, nominations. */
@Entity('obligation')
@ForeignKey(() => ClassApplication, ['applicationId'], ['id'], { name: 'obligation_application_fk' })
@Index('obligation_due_on_idx', ['dueOn'], { where: `met_at IS NULL` })
@Check(
  'obligation_kind_check',
  `kind IN ('summary', 'technicalAnalysis', 'baseTable', 'nominations', 'otherContests')`,
)
export class Obligation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'obligation_pkey' })
  applicationId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'obligation_pkey' })
  id: string;

  @Column('text')
  kind: 'summary' | 'technicalAnalysis' | 'baseTable' | 'nominations' | 'otherContests';

  /** For a technical analysis. */
  @Column('uuid', { nullable: true })
  occupationId: string | null;

  @Column('jsonb')
  title: { zh: string; en: string };

  /** Days after the final; null: with the next application. */
  @Column('int', { nullable: true })
  dueDays: number | null;

  /** Of duties due with the next application: `setDaysOfNextApplication`. */
  @Column('date', { nullable: true })
  dueOn: string | null;

  @Column('jsonb', { nullable: true })
  citation: unknown | null;

  @Column('timestamptz', { nullable: true })
  metAt: Date | null;

  @Column('uuid', { nullable: true })
  metBy: string | null;

  @Column('text', { nullable: true })
  fileHash: string | null;

  @Column('text', { nullable: true })
  fileName: string | null;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('uuid', { nullable: true })
  checkedBy: string | null;

  @Column('timestamptz', { nullable: true })
  checkedAt: Date | null;

  @Column('text', { nullable: true })
  returnedReason: string | null;
}
