import { Organisation } from '@luban/identity';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** How an organisation's names sound, for search; it follows from them and is brought up to date when it is asked for. */
@Entity('organisation_sound')
@ForeignKey(() => Organisation, ['organisationId'], ['id'], {
  name: 'organisation_sound_organisation_fk',
  onDelete: 'CASCADE',
})
export class OrganisationSound {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'organisation_sound_pkey' })
  organisationId: string;

  /** The names that it is the sound of: full and short, a line each. */
  @Column('text')
  names: string;

  /** Pinyin initials of the full and of the short name, a line each. */
  @Column('text')
  initials: string;

  /** The same in full syllables. */
  @Column('text')
  pinyin: string;
}
