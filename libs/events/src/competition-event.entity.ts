import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A skills competition as a whole 赛事. */
@Entity('competition_event')
@ForeignKey(() => CompetitionEvent, ['clonedFromId'], ['id'], { name: 'competition_event_cloned_from_fk' })
@Index('competition_event_stage_idx', ['stage'])
@Check(
  'competition_event_level_check',
  `level IN ('world', 'nationalComprehensive', 'nationalIndustry', 'provincial', 'municipal', 'county', 'enterprise', 'school')`,
)
@Check('competition_event_class_check', `class IN ('one', 'two')`)
@Check(
  'competition_event_special_kind_check',
  `special_kind IN ('newOccupation', 'ruralRevitalisation', 'innovation')`,
)
@Check(
  'competition_event_stage_check',
  `stage IN ('draft', 'registration', 'preparation', 'competition', 'results', 'provisional', 'final')`,
)
@Check('competition_event_dates_check', `ends_on >= starts_on`)
export class CompetitionEvent {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'competition_event_pkey' })
  id: string;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  nameEn: string | null;

  @Column('text')
  level:
    | 'world'
    | 'nationalComprehensive'
    | 'nationalIndustry'
    | 'provincial'
    | 'municipal'
    | 'county'
    | 'enterprise'
    | 'school';

  @Column('text', { nullable: true })
  class: 'one' | 'two' | null;

  @Column('text', { nullable: true })
  specialKind: 'newOccupation' | 'ruralRevitalisation' | 'innovation' | null;

  /** 第N届. */
  @Column('text', { nullable: true })
  edition: string | null;

  @Column('int')
  heldYear: number;

  @Column('text', { nullable: true })
  divisionCode: string | null;

  @Column('text', { nullable: true })
  industryCode: string | null;

  @Column('text', { default: 'Asia/Shanghai' })
  timeZone: string;

  @Column('date')
  startsOn: string;

  @Column('date')
  endsOn: string;

  @Column('timestamptz', { nullable: true })
  registrationOpensAt: Date | null;

  @Column('timestamptz', { nullable: true })
  registrationClosesAt: Date | null;

  /** Governed by the one table of transitions in stages.ts. */
  @Column('text', { default: 'draft' })
  stage: 'draft' | 'registration' | 'preparation' | 'competition' | 'results' | 'provisional' | 'final';

  @Column('uuid', { nullable: true })
  clonedFromId: string | null;

  /** 演示数据: shown as such on every screen. */
  @Column('boolean', { default: false })
  demo: boolean;

  @Column('uuid', { nullable: true })
  createdBy: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('int', { default: 1 })
  version: number;
}
