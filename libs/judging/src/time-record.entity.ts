import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CompetitionEvent, Session, Workstation } from '@luban/events';
import { Placement } from '@luban/registration';

/** A timed fact on the floor: start, stop, pause, resume, extra time 补时, move to another session. */
@Entity('time_record')
@ForeignKey(() => CompetitionEvent, ['eventId'], ['id'], { name: 'time_record_event_fk' })
@ForeignKey(() => Placement, ['eventId', 'placementId'], ['eventId', 'id'], {
  name: 'time_record_placement_fk',
})
@ForeignKey(() => Session, ['eventId', 'toSessionId'], ['eventId', 'id'], {
  name: 'time_record_to_session_fk',
})
@ForeignKey(() => Workstation, ['eventId', 'toWorkstationId'], ['eventId', 'id'], {
  name: 'time_record_to_workstation_fk',
})
@Index('time_record_placement_at_idx', ['eventId', 'placementId', 'at'])
@Check('time_record_kind_check', `kind IN ('start', 'stop', 'pause', 'resume', 'extraTime', 'move')`)
export class TimeRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'time_record_pkey' })
  eventId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'time_record_pkey' })
  id: string;

  @Column('uuid')
  placementId: string;

  @Column('text')
  kind: 'start' | 'stop' | 'pause' | 'resume' | 'extraTime' | 'move';

  @Column('int', { nullable: true })
  minutes: number | null;

  @Column('uuid', { nullable: true })
  fromSessionId: string | null;

  @Column('uuid', { nullable: true })
  toSessionId: string | null;

  @Column('uuid', { nullable: true })
  toWorkstationId: string | null;

  @Column('text', { nullable: true })
  reason: string | null;

  /** When it happened. */
  @Column('timestamptz')
  at: Date;

  @Column('uuid', { nullable: true })
  by: string | null;

  @Column('timestamptz')
  recordedAt: Date;

  /** A record made by mistake is taken back, never deleted. */
  @Column('uuid', { nullable: true })
  voidedBy: string | null;

  @Column('timestamptz', { nullable: true })
  voidedAt: Date | null;

  @Column('text', { nullable: true })
  voidReason: string | null;
}

/** A time record confirmed by competitor, floor judge or chief judge. */
@Entity('time_confirmation')
@ForeignKey(() => TimeRecord, ['eventId', 'timeRecordId'], ['eventId', 'id'], {
  name: 'time_confirmation_time_record_fk',
})
@Check('time_confirmation_part_check', `part IN ('competitor', 'floorJudge', 'chiefJudge')`)
export class TimeConfirmation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'time_confirmation_pkey' })
  eventId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'time_confirmation_pkey' })
  timeRecordId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'time_confirmation_pkey' })
  part: 'competitor' | 'floorJudge' | 'chiefJudge';

  @Column('uuid', { nullable: true })
  by: string | null;

  @Column('timestamptz')
  at: Date;
}
