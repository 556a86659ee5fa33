import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Organisation } from '@luban/identity';
import { CompetitionEvent } from './competition-event.entity.js';

/** An organisation's part in an event: host 主办, organiser 承办, co-organiser 协办. */
@Entity('event_party')
@ForeignKey(() => CompetitionEvent, ['eventId'], ['id'], { name: 'event_party_event_fk' })
@ForeignKey(() => Organisation, ['organisationId'], ['id'], { name: 'event_party_organisation_fk' })
@Unique('event_party_organisation_part_key', ['eventId', 'organisationId', 'part'])
@Check('event_party_part_check', `part IN ('host', 'organiser', 'coOrganiser')`)
export class EventParty {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'event_party_pkey' })
  eventId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'event_party_pkey' })
  id: string;

  @Column('uuid')
  organisationId: string;

  @Column('text')
  part: 'host' | 'organiser' | 'coOrganiser';
}
