import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Module } from '@luban/events';
import { Work } from './work.entity.js';
import { Entry } from './entry.entity.js';
import { Draw } from './draw.entity.js';

/** The map from a work to its maker. Never in one reply with marks before decoding. */
@Entity('blind_code')
@ForeignKey(() => Work, ['eventId', 'workId'], ['eventId', 'id'], { name: 'blind_code_work_fk' })
@ForeignKey(() => Entry, ['eventId', 'entryId'], ['eventId', 'id'], { name: 'blind_code_entry_fk' })
@ForeignKey(() => Module, ['eventId', 'moduleId'], ['eventId', 'id'], { name: 'blind_code_module_fk' })
@ForeignKey(() => Draw, ['eventId', 'drawId'], ['eventId', 'id'], { name: 'blind_code_draw_fk' })
@Unique('blind_code_entry_module_key', ['eventId', 'entryId', 'moduleId'])
export class BlindCode {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'blind_code_pkey' })
  eventId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'blind_code_pkey' })
  workId: string;

  @Column('uuid')
  entryId: string;

  @Column('uuid')
  moduleId: string;

  @Column('uuid')
  drawId: string;
}
