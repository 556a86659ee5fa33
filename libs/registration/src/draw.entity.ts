import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CompetitionEvent, Skill } from '@luban/events';
import type { DrawInputs } from './draw.js';

/** A draw 抽签 that anyone with the seed and the inputs can recompute. */
@Entity('draw')
@ForeignKey(() => CompetitionEvent, ['eventId'], ['id'], { name: 'draw_event_fk' })
@ForeignKey(() => Skill, ['eventId', 'skillId'], ['eventId', 'id'], { name: 'draw_skill_fk' })
@Index('draw_skill_idx', ['eventId', 'skillId'])
@Index('draw_current_key', ['eventId', 'skillId'], {
  unique: true,
  where: `superseded_at IS NULL AND kind = 'full'`,
})
@Check('draw_kind_check', `kind IN ('full', 'supplement')`)
export class Draw {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'draw_pkey' })
  eventId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'draw_pkey' })
  id: string;

  @Column('uuid')
  skillId: string;

  /** `supplement`: late entries only, into workstations that were free. */
  @Column('text', { default: 'full' })
  kind: 'full' | 'supplement';

  /** 64 hex digits from the system's random source. */
  @Column('text')
  seed: string;

  /** The codes' own seed: with it, who made which work could be told, so it leaves the database only by decoding. */
  @Column('text')
  codeSeed: string;

  /** What was drawn over, so that anyone can recompute `placement` as it stood after this draw. */
  @Column('jsonb')
  inputs: DrawInputs;

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
