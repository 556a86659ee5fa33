import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ClassApplication } from './class-application.entity.js';

/** An occupation 职业（工种） that the contest is to be held in. */
@Entity('application_occupation')
@ForeignKey(() => ClassApplication, ['applicationId'], ['id'], {
  name: 'application_occupation_application_fk',
})
@Unique('application_occupation_application_position_key', ['applicationId', 'position'])
@Index('application_occupation_code_idx', ['code'])
@Index('application_occupation_name_idx', ['name'])
export class ApplicationOccupation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'application_occupation_pkey' })
  applicationId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'application_occupation_pkey' })
  id: string;

  @Column('smallint')
  position: number;

  /** Of the classification; null where the occupation is not in it. */
  @Column('text', { nullable: true })
  edition: string | null;

  @Column('text', { nullable: true })
  code: string | null;

  @Column('text')
  name: string;

  /** 赛项方向. */
  @Column('text', { nullable: true })
  detail: string | null;

  /** As the applicant states; the catalogue comes first. */
  @Column('boolean', { nullable: true })
  standardExists: boolean | null;

  @Column('smallint', { nullable: true })
  standardTopLevel: number | null;

  @Column('text', { nullable: true })
  strategicReason: string | null;

  @Column('smallint', { default: 1 })
  teamSize: number;
}
