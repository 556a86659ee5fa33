import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { ClassApplication } from './class-application.entity.js';

/** The year's list 年度竞赛计划 of an authority. */
@Entity('annual_plan')
@Unique('annual_plan_level_division_code_plan_year_key', ['level', 'divisionCode', 'planYear'])
@Check('annual_plan_level_check', `level IN ('nationalIndustry', 'provincial', 'municipal', 'county')`)
export class AnnualPlan {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'annual_plan_pkey' })
  id: string;

  @Column('text')
  level: 'nationalIndustry' | 'provincial' | 'municipal' | 'county';

  /** GB/T 2260, six digits; `000000` is the whole country. */
  @Column('text')
  divisionCode: string;

  @Column('int')
  planYear: number;

  /** About that many: shown, never enforced. */
  @Column('int', { nullable: true })
  targetOne: number | null;

  @Column('int', { nullable: true })
  targetTwo: number | null;

  @Column('text', { nullable: true })
  targetSource: string | null;

  @Column('uuid', { nullable: true })
  createdBy: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('int', { default: 1 })
  version: number;
}

/** One edition of the year's list: the plan, a supplement or a correction. 拟稿 until its document number, signer, date and stamped scan are recorded. */
@Entity('plan_version')
@ForeignKey(() => AnnualPlan, ['planId'], ['id'], { name: 'plan_version_plan_fk' })
@Unique('plan_version_plan_number_key', ['planId', 'number'])
@Check('plan_version_kind_check', `kind IN ('plan', 'supplement', 'correction')`)
@Check(
  'plan_version_published_check',
  `published_at IS NULL OR (document_number IS NOT NULL AND signer IS NOT NULL AND signed_on IS NOT NULL AND scan_hash IS NOT NULL)`,
)
export class PlanVersion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'plan_version_pkey' })
  planId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'plan_version_pkey' })
  id: string;

  @Column('int')
  number: number;

  @Column('text')
  kind: 'plan' | 'supplement' | 'correction';

  @Column('text')
  title: string;

  @Column('text', { nullable: true })
  correctionNote: string | null;

  /** 主送机关, as the notice names them. */
  @Column('text')
  addressees: string;

  /** 发文字号. */
  @Column('text', { nullable: true })
  documentNumber: string | null;

  /** 签发人. */
  @Column('text', { nullable: true })
  signer: string | null;

  /** 成文日期. */
  @Column('date', { nullable: true })
  signedOn: string | null;

  /** The stamped scan 盖章扫描件. */
  @Column('text', { nullable: true })
  scanHash: string | null;

  @Column('text', { nullable: true })
  scanName: string | null;

  /** The check code 核对码 of what the version said when the scan was attached. */
  @Column('text', { nullable: true })
  scanCode: string | null;

  @Column('uuid', { nullable: true })
  publishedBy: string | null;

  @Column('timestamptz', { nullable: true })
  publishedAt: Date | null;

  @Column('uuid', { nullable: true })
  createdBy: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('int', { default: 1 })
  version: number;
}

/** A line of a list, as published. */
@Entity('plan_item')
@ForeignKey(() => ClassApplication, ['applicationId'], ['id'], { name: 'plan_item_application_fk' })
@Unique('plan_item_version_class_number_key', ['versionId', 'class', 'number'])
@Check('plan_item_class_check', `class IN ('one', 'two')`)
@Check('plan_item_change_check', `change IN ('added', 'removed', 'corrected', 'kept')`)
export class PlanItem {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'plan_item_pkey' })
  planId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'plan_item_pkey' })
  versionId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'plan_item_pkey' })
  applicationId: string;

  @Column('int')
  number: number;

  @Column('text', { nullable: true })
  class: 'one' | 'two' | null;

  @Column('text')
  officialName: string;

  @Column('text')
  hosts: string;

  @Column('text')
  occupations: string;

  @Column('text')
  change: 'added' | 'removed' | 'corrected' | 'kept';

  @Column('text', { nullable: true })
  note: string | null;
}
