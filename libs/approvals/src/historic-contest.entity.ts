import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ClassApplication } from './class-application.entity.js';

/** A contest of earlier years from a public record, with where it stands written and how sure that is. */
@Entity('historic_contest')
@ForeignKey(() => ClassApplication, ['applicationId'], ['id'], { name: 'historic_contest_application_fk' })
@Unique('historic_contest_plan_year_official_name_key', ['planYear', 'officialName'])
@Index('historic_contest_contest_key_plan_year_idx', ['contestKey', 'planYear'])
@Check('historic_contest_class_check', `class IN ('one', 'two')`)
@Check('historic_contest_grade_check', `grade IN ('verified', 'unverified')`)
export class HistoricContest {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'historic_contest_pkey' })
  id: string;

  @Column('int')
  planYear: number;

  @Column('text')
  class: 'one' | 'two';

  @Column('text')
  officialName: string;

  @Column('text')
  contestKey: string;

  @Column('text', { nullable: true })
  hosts: string | null;

  @Column('text', { array: true })
  occupations: string[];

  /** The source lists all of them. */
  @Column('boolean', { default: true })
  occupationsComplete: boolean;

  @Column('text', { nullable: true })
  groups: string | null;

  @Column('text', { nullable: true })
  datePlace: string | null;

  @Column('text', { nullable: true })
  scale: string | null;

  @Column('text', { nullable: true })
  awards: string | null;

  @Column('text')
  source: string;

  @Column('text')
  grade: 'verified' | 'unverified';

  @Column('text')
  gradeNote: string;

  /** Entered also as an application. */
  @Column('uuid', { nullable: true })
  applicationId: string | null;
}

/** How many contests earlier plans held, from public records. */
@Entity('plan_count')
@Check('plan_count_figure_check', `figure IN ('target', 'published')`)
@Check('plan_count_grade_check', `grade IN ('verified', 'unverified')`)
export class PlanCount {
  @PrimaryColumn('int', { primaryKeyConstraintName: 'plan_count_pkey' })
  planYear: number;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'plan_count_pkey' })
  figure: 'target' | 'published';

  @Column('text')
  seriesName: string;

  @Column('int', { nullable: true })
  classOne: number | null;

  @Column('int', { nullable: true })
  classTwo: number | null;

  @Column('int', { nullable: true })
  occupations: number | null;

  @Column('text', { nullable: true })
  document: string | null;

  @Column('text')
  source: string;

  @Column('text')
  grade: 'verified' | 'unverified';

  @Column('text')
  gradeNote: string;
}
