import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CompetitionEvent, Skill } from '@luban/events';
import { ResultVersion } from './result-version.entity.js';

/** A result version shown: provisional 公示 or final 公布. */
@Entity('publication')
@ForeignKey(() => CompetitionEvent, ['eventId'], ['id'], { name: 'publication_event_fk' })
@ForeignKey(() => Skill, ['eventId', 'skillId'], ['eventId', 'id'], { name: 'publication_skill_fk' })
@ForeignKey(() => ResultVersion, ['eventId', 'resultVersionId'], ['eventId', 'id'], {
  name: 'publication_result_version_fk',
})
@Index('publication_skill_idx', ['eventId', 'skillId'])
@Check('publication_names_check', `names IN ('full', 'masked')`)
@Check('publication_names_basis_check', `names = 'masked' OR names_basis IS NOT NULL`)
@Check('publication_kind_check', `kind IN ('provisional', 'final')`)
export class Publication {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'publication_pkey' })
  eventId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'publication_pkey' })
  id: string;

  @Column('uuid')
  skillId: string;

  @Column('uuid')
  resultVersionId: string;

  @Column('text')
  kind: 'provisional' | 'final';

  @Column('uuid', { nullable: true })
  by: string | null;

  @Column('timestamptz')
  at: Date;

  @Column('text', { nullable: true })
  note: string | null;

  /** Whether names are shown in full (on the basis named: consent or law) or as 张*. */
  @Column('text', { default: 'masked' })
  names: 'full' | 'masked';

  @Column('text', { nullable: true })
  namesBasis: string | null;

  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;
}
