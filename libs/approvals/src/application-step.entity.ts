import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ClassApplication } from './class-application.entity.js';

/** A step of an application through the transition table: Acceptance 受理, Review 审核, Decision 批复 and the others, each with who, when, why and by which article. */
@Entity('application_step')
@ForeignKey(() => ClassApplication, ['applicationId'], ['id'], { name: 'application_step_application_fk' })
@Unique('application_step_application_number_key', ['applicationId', 'number'])
@Index('application_step_by_at_idx', ['by', 'at'])
@Check(
  'application_step_from_state_check',
  `from_state IN ('draft', 'submitted', 'accepted', 'underReview', 'returned', 'granted', 'grantedWithConditions', 'declined', 'withdrawn', 'revoked')`,
)
@Check(
  'application_step_to_state_check',
  `to_state IN ('draft', 'submitted', 'accepted', 'underReview', 'returned', 'granted', 'grantedWithConditions', 'declined', 'withdrawn', 'revoked')`,
)
export class ApplicationStep {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'application_step_pkey' })
  applicationId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'application_step_pkey' })
  id: string;

  @Column('int')
  number: number;

  @Column('text')
  action: string;

  @Column('text')
  fromState:
    | 'draft'
    | 'submitted'
    | 'accepted'
    | 'underReview'
    | 'returned'
    | 'granted'
    | 'grantedWithConditions'
    | 'declined'
    | 'withdrawn'
    | 'revoked';

  @Column('text')
  toState:
    | 'draft'
    | 'submitted'
    | 'accepted'
    | 'underReview'
    | 'returned'
    | 'granted'
    | 'grantedWithConditions'
    | 'declined'
    | 'withdrawn'
    | 'revoked';

  @Column('uuid', { nullable: true })
  by: string | null;

  /** The authority or applicant for whom he acted. */
  @Column('uuid', { nullable: true })
  organisationId: string | null;

  @Column('timestamptz')
  at: Date;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('text', { nullable: true })
  article: string | null;

  /** Of a return: field and remark. */
  @Column('jsonb', { nullable: true })
  markedFields: unknown | null;

  @Column('uuid', { nullable: true })
  submissionId: string | null;

  /** What the decision was taken on. */
  @Column('jsonb', { nullable: true })
  findings: unknown | null;

  @Column('uuid', { nullable: true })
  undoesId: string | null;

  @Column('timestamptz', { nullable: true })
  undoneAt: Date | null;
}
