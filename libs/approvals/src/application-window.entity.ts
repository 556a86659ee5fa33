import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** When applications of a plan year are received by an authority 申报时间. To the second, by the server's clock. */
@Entity('application_window')
@Unique('application_window_level_division_code_plan_year_key', ['level', 'divisionCode', 'planYear'])
@Check('application_window_level_check', `level IN ('nationalIndustry', 'provincial', 'municipal', 'county')`)
@Check('application_window_times_check', `closes_at > opens_at`)
export class ApplicationWindow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'application_window_pkey' })
  id: string;

  @Column('text')
  level: 'nationalIndustry' | 'provincial' | 'municipal' | 'county';

  /** GB/T 2260, six digits; `000000` is the whole country. */
  @Column('text')
  divisionCode: string;

  @Column('int')
  planYear: number;

  @Column('timestamptz')
  opensAt: Date;

  @Column('timestamptz')
  closesAt: Date;

  /** 发文字号 or address of the call. */
  @Column('text', { nullable: true })
  notice: string | null;

  @Column('uuid', { nullable: true })
  createdBy: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('int', { default: 1 })
  version: number;
}
