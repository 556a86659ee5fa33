import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { CompetitionEvent, Module, Session, Skill, Workstation } from '@luban/events';
import { Entry } from './entry.entity.js';
import { Draw } from './draw.entity.js';

/** Where and when an entry competes in a module: session and workstation 赛位号. */
@Entity('placement')
@ForeignKey(() => CompetitionEvent, ['eventId'], ['id'], { name: 'placement_event_fk' })
@ForeignKey(() => Entry, ['eventId', 'entryId'], ['eventId', 'id'], { name: 'placement_entry_fk' })
@ForeignKey(() => Skill, ['eventId', 'skillId'], ['eventId', 'id'], { name: 'placement_skill_fk' })
@ForeignKey(() => Module, ['eventId', 'moduleId'], ['eventId', 'id'], { name: 'placement_module_fk' })
@ForeignKey(() => Session, ['eventId', 'sessionId'], ['eventId', 'id'], { name: 'placement_session_fk' })
@ForeignKey(() => Workstation, ['eventId', 'workstationId'], ['eventId', 'id'], {
  name: 'placement_workstation_fk',
})
@ForeignKey(() => Draw, ['eventId', 'drawId'], ['eventId', 'id'], { name: 'placement_draw_fk' })
@Unique('placement_entry_module_key', ['eventId', 'entryId', 'moduleId'])
@Unique('placement_session_workstation_key', ['eventId', 'sessionId', 'workstationId'])
export class Placement {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'placement_pkey' })
  eventId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'placement_pkey' })
  id: string;

  @Column('uuid')
  entryId: string;

  @Column('uuid')
  skillId: string;

  @Column('uuid')
  moduleId: string;

  @Column('uuid')
  sessionId: string;

  @Column('uuid', { nullable: true })
  workstationId: string | null;

  @Column('uuid')
  drawId: string;

  @Column('int', { default: 1 })
  version: number;
}
