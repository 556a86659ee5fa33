import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { CompetitionEvent } from '@luban/events';
import { Account, Person } from '@luban/identity';
import { Entry } from './entry.entity.js';

/** A person who competes 选手, in an entry. */
@Entity('competitor')
@ForeignKey(() => CompetitionEvent, ['eventId'], ['id'], { name: 'competitor_event_fk' })
@ForeignKey(() => Entry, ['eventId', 'entryId'], ['eventId', 'id'], { name: 'competitor_entry_fk' })
@ForeignKey(() => Person, ['personId'], ['id'], { name: 'competitor_person_fk' })
@ForeignKey(() => Account, ['accountId'], ['id'], { name: 'competitor_account_fk' })
@Unique('competitor_entry_position_key', ['eventId', 'entryId', 'position'])
@Index('competitor_person_idx', ['personId'])
@Index('competitor_account_idx', ['accountId'])
export class Competitor {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'competitor_pkey' })
  eventId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'competitor_pkey' })
  id: string;

  @Column('uuid')
  entryId: string;

  @Column('uuid')
  personId: string;

  @Column('uuid', { nullable: true })
  accountId: string | null;

  /** 单位 as the roster gives it. */
  @Column('text', { nullable: true })
  unit: string | null;

  @Column('smallint', { default: 1 })
  position: number;
}
