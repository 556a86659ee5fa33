import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Organisation } from '@luban/identity';
import type { ApplicationContent } from './application-content.js';
import type { RulePack } from '@luban/rulebook';

/** A request for class status 申报: one contest, one edition, one plan year. */
@Entity('class_application')
@ForeignKey(() => Organisation, ['leadOrganisationId'], ['id'], {
  name: 'class_application_lead_organisation_fk',
})
@Index('class_application_level_division_code_plan_year_state_idx', [
  'level',
  'divisionCode',
  'planYear',
  'state',
])
@Index('class_application_lead_organisation_plan_year_idx', ['leadOrganisationId', 'planYear'])
@Index('class_application_contest_key_plan_year_idx', ['contestKey', 'planYear'])
@Index('class_application_state_submitted_at_idx', ['state', 'submittedAt'])
@Index('class_application_plan_year_final_from_idx', ['planYear', 'finalFrom'])
@Check('class_application_level_check', `level IN ('nationalIndustry', 'provincial', 'municipal', 'county')`)
@Check('class_application_class_check', `class IN ('one', 'two')`)
@Check(
  'class_application_state_check',
  `state IN ('draft', 'submitted', 'accepted', 'underReview', 'returned', 'granted', 'grantedWithConditions', 'declined', 'withdrawn', 'revoked')`,
)
@Check('class_application_dates_check', `final_to >= final_from`)
@Check('class_application_class_level_check', `class IS NOT NULL OR level <> 'nationalIndustry'`)
export class ClassApplication {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'class_application_pkey' })
  id: string;

  @Column('text')
  level: 'nationalIndustry' | 'provincial' | 'municipal' | 'county';

  /** GB/T 2260, six digits; `000000` is the whole country. */
  @Column('text')
  divisionCode: string;

  @Column('int')
  planYear: number;

  /** The final may fall in the next calendar year. */
  @Column('int')
  heldYear: number;

  /** Null where the level has no classes: a place in the plan only. */
  @Column('text', { nullable: true })
  class: 'one' | 'two' | null;

  /** 牵头申办单位. */
  @Column('uuid')
  leadOrganisationId: string;

  /** 赛事名称 without year, series and edition. */
  @Column('text')
  name: string;

  /** 第N届. */
  @Column('text', { nullable: true })
  edition: string | null;

  /** The same contest over the years: the name without edition, year and sponsor. */
  @Column('text')
  contestKey: string;

  @Column('text', { nullable: true })
  industryCode: string | null;

  /** Where the final is held. */
  @Column('text', { nullable: true })
  placeDivisionCode: string | null;

  @Column('date', { nullable: true })
  finalFrom: string | null;

  @Column('date', { nullable: true })
  finalTo: string | null;

  /** Governed by the one table in transitions.ts. */
  @Column('text', { default: 'draft' })
  state:
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

  @Column('jsonb')
  content: ApplicationContent;

  /** Grows with every change of what the applicant states; the page code of the form follows from it. */
  @Column('int', { default: 1 })
  contentVersion: number;

  /** The policy in force at submission. */
  @Column('uuid', { nullable: true })
  rulePackId: string | null;

  /** Its snapshot. */
  @Column('jsonb', { nullable: true })
  policy: RulePack | null;

  @Column('timestamptz', { nullable: true })
  submittedAt: Date | null;

  /** Until when a returned one may come back. */
  @Column('timestamptz', { nullable: true })
  completionDueAt: Date | null;

  /** Entered from records of earlier years. */
  @Column('boolean', { default: false })
  historic: boolean;

  /** Which facts were invented, where it was made from a public record. */
  @Column('text', { array: true, nullable: true })
  synthetic: string[] | null;

  @Column('boolean', { default: false })
  demo: boolean;

  @Column('uuid', { nullable: true })
  createdBy: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;

  @Column('int', { default: 1 })
  version: number;
}
