import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { ClassApplication } from './class-application.entity.js';

/** What was submitted, as it was: the data, the policy and its findings at the moment of arrival. */
@Entity('application_submission')
@ForeignKey(() => ClassApplication, ['applicationId'], ['id'], {
  name: 'application_submission_application_fk',
})
@Unique('application_submission_application_number_key', ['applicationId', 'number'])
export class ApplicationSubmission {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'application_submission_pkey' })
  applicationId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'application_submission_pkey' })
  id: string;

  @Column('int')
  number: number;

  @Column('int')
  contentVersion: number;

  @Column('text')
  pageCode: string;

  @Column('jsonb')
  snapshot: unknown;

  @Column('uuid', { nullable: true })
  rulePackId: string | null;

  @Column('jsonb')
  findings: unknown;

  @Column('uuid', { nullable: true })
  by: string | null;

  @Column('timestamptz')
  arrivedAt: Date;
}
