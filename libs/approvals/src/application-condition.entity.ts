import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClassApplication } from './class-application.entity.js';

/** A condition of a grant, with the day until which it has to be met. */
@Entity('application_condition')
@ForeignKey(() => ClassApplication, ['applicationId'], ['id'], {
  name: 'application_condition_application_fk',
})
@Index('application_condition_due_on_idx', ['dueOn'], { where: `met_at IS NULL AND cancelled_at IS NULL` })
export class ApplicationCondition {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'application_condition_pkey' })
  applicationId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'application_condition_pkey' })
  id: string;

  @Column('uuid')
  stepId: string;

  @Column('text')
  text: string;

  @Column('date')
  dueOn: string;

  /** The applicant says that it is met, with a note and a file. */
  @Column('timestamptz', { nullable: true })
  reportedAt: Date | null;

  @Column('uuid', { nullable: true })
  reportedBy: string | null;

  @Column('text', { nullable: true })
  reportNote: string | null;

  @Column('text', { nullable: true })
  fileHash: string | null;

  @Column('text', { nullable: true })
  fileName: string | null;

  /** Why the authority did not take the report for met; the applicant reports again. */
  @Column('text', { nullable: true })
  returnedReason: string | null;

  /** The authority confirms that it is met. */
  @Column('timestamptz', { nullable: true })
  metAt: Date | null;

  @Column('uuid', { nullable: true })
  metBy: string | null;

  @Column('text', { nullable: true })
  metNote: string | null;

  @Column('timestamptz', { nullable: true })
  cancelledAt: Date | null;
}
