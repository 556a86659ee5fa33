import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Session, Workstation } from '@luban/events';
import { Placement } from './placement.entity.js';

/** An entry moved to another session or workstation after the draw: who, when, why. */
@Entity('placement_move')
@ForeignKey(() => Placement, ['eventId', 'placementId'], ['eventId', 'id'], {
  name: 'placement_move_placement_fk',
  onDelete: 'CASCADE',
})
@ForeignKey(() => Session, ['eventId', 'fromSessionId'], ['eventId', 'id'], {
  name: 'placement_move_from_session_fk',
})
@ForeignKey(() => Session, ['eventId', 'toSessionId'], ['eventId', 'id'], {
  name: 'placement_move_to_session_fk',
})
@ForeignKey(() => Workstation, ['eventId', 'fromWorkstationId'], ['eventId', 'id'], {
  name: 'placement_move_from_workstation_fk',
})
@ForeignKey(() => Workstation, ['eventId', 'toWorkstationId'], ['eventId', 'id'], {
  name: 'placement_move_to_workstation_fk',
})
@Index('placement_move_placement_idx', ['eventId', 'placementId'])
export class PlacementMove {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'placement_move_pkey' })
  eventId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'placement_move_pkey' })
  id: string;

  @Column('uuid')
  placementId: string;

  @Column('uuid')
  fromSessionId: string;

  @Column('uuid', { nullable: true })
  fromWorkstationId: string | null;

  @Column('uuid')
  toSessionId: string;

  @Column('uuid', { nullable: true })
  toWorkstationId: string | null;

  @Column('text')
  reason: string;

  @Column('uuid', { nullable: true })
  by: string | null;

  @Column('timestamptz')
  at: Date;
}
