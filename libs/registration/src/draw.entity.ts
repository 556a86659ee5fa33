import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CompetitionEvent, Skill } from '@luban/events';

/** A draw 抽签 that anyone with the seed and the inputs can recompute. */
@Entity('draw')
@ForeignKey(() => CompetitionEvent, ['eventId'], ['id'], { name: 'draw_event_fk' })
@ForeignKey(() => Skill, ['eventId', 'skillId'], ['eventId', 'id'], { name: 'draw_skill_fk' })
@Index('draw_skill_idx', ['eventId', 'skillId'])
export class Draw {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'draw_pkey' })
  eventId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'draw_pkey' })
  id: string;

  @Column('uuid')
  skillId: string;

  @Column('text')
  seed: string;

  @Column('text')
  inputsHash: string;

  @Column('uuid', { nullable: true })
  by: string | null;

  @Column('timestamptz')
  at: Date;

  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;

  @Column('text', { nullable: true })
  reason: string | null;
}
