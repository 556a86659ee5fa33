import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { CompetitionEvent, Skill } from '@luban/events';

/** Work codes joined to identities for a skill: opened by one person, witnessed by another, refused while a form is missing. */
@Entity('decoding')
@ForeignKey(() => CompetitionEvent, ['eventId'], ['id'], { name: 'decoding_event_fk' })
@ForeignKey(() => Skill, ['eventId', 'skillId'], ['eventId', 'id'], { name: 'decoding_skill_fk' })
@Unique('decoding_skill_key', ['eventId', 'skillId'])
@Check('decoding_two_persons_check', `witnessed_by IS NULL OR witnessed_by <> opened_by`)
export class Decoding {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'decoding_pkey' })
  eventId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'decoding_pkey' })
  id: string;

  @Column('uuid')
  skillId: string;

  @Column('uuid')
  openedBy: string;

  @Column('timestamptz')
  openedAt: Date;

  @Column('uuid', { nullable: true })
  witnessedBy: string | null;

  @Column('timestamptz', { nullable: true })
  witnessedAt: Date | null;
}
