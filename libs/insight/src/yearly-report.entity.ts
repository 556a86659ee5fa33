import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A yearly report 年度报告 as a PDF: of one scope, made by a job, kept as it was. */
@Entity('yearly_report')
@Index('yearly_report_level_division_code_plan_year_idx', ['level', 'divisionCode', 'planYear', 'id'])
@Check('yearly_report_level_check', `level IN ('nationalIndustry', 'provincial', 'municipal', 'county')`)
export class YearlyReport {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'yearly_report_pkey' })
  id: string;

  @Column('text')
  level: 'nationalIndustry' | 'provincial' | 'municipal' | 'county';

  /** GB/T 2260, six digits; `000000` is the whole country. */
  @Column('text')
  divisionCode: string;

  @Column('int')
  planYear: number;

  @Column('uuid', { nullable: true })
  requestedBy: string | null;

  @Column('timestamptz')
  requestedAt: Date;

  /** Null until it is made. */
  @Column('timestamptz', { nullable: true })
  madeAt: Date | null;

  /** Of the figures in it. */
  @Column('text', { nullable: true })
  versionCode: string | null;

  @Column('text', { nullable: true })
  fileHash: string | null;

  @Column('text', { nullable: true })
  fileName: string | null;

  @Column('int', { nullable: true })
  sizeBytes: number | null;
}
