import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { CompetitionEvent } from './competition-event.entity.js';

/** A place where skills are competed. */
@Entity('venue')
@ForeignKey(() => CompetitionEvent, ['eventId'], ['id'], { name: 'venue_event_fk' })
@Unique('venue_name_key', ['eventId', 'name'])
export class Venue {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'venue_pkey' })
  eventId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'venue_pkey' })
  id: string;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  address: string | null;

  @Column('int', { default: 1 })
  version: number;
}
