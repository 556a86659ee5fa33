import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CompetitionEvent, Group, Skill } from '@luban/events';

/** The chief judge's recorded ruling on a tie that no rule breaks. */
@Entity('tie_ruling')
@ForeignKey(() => CompetitionEvent, ['eventId'], ['id'], { name: 'tie_ruling_event_fk' })
@ForeignKey(() => Skill, ['eventId', 'skillId'], ['eventId', 'id'], { name: 'tie_ruling_skill_fk' })
@ForeignKey(() => Group, ['eventId', 'groupId'], ['eventId', 'id'], { name: 'tie_ruling_group_fk' })
@Index('tie_ruling_skill_idx', ['eventId', 'skillId'])
export class TieRuling {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'tie_ruling_pkey' })
  eventId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'tie_ruling_pkey' })
  id: string;

  @Column('uuid')
  skillId: string;

  @Column('uuid')
  groupId: string;

  @Column('jsonb')
  entryOrder: string[];

  @Column('text')
  reason: string;

  @Column('uuid', { nullable: true })
  by: string | null;

  @Column('timestamptz')
  at: Date;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;
}
