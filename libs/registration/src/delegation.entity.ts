import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { CompetitionEvent } from '@luban/events';
import { Organisation } from '@luban/identity';

/** Who sends competitors 代表团 / 代表队. */
@Entity('delegation')
@ForeignKey(() => CompetitionEvent, ['eventId'], ['id'], { name: 'delegation_event_fk' })
@ForeignKey(() => Organisation, ['organisationId'], ['id'], { name: 'delegation_organisation_fk' })
@Unique('delegation_code_key', ['eventId', 'code'])
@Unique('delegation_name_key', ['eventId', 'name'])
export class Delegation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'delegation_pkey' })
  eventId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'delegation_pkey' })
  id: string;

  @Column('text')
  code: string;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  nameEn: string | null;

  @Column('uuid', { nullable: true })
  organisationId: string | null;

  @Column('int', { default: 0 })
  position: number;

  @Column('int', { default: 1 })
  version: number;
}
