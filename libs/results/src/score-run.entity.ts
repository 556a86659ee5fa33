import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CompetitionEvent, Skill } from '@luban/events';

/** One computation of a skill's results 成绩计算. */
@Entity('score_run')
@ForeignKey(() => CompetitionEvent, ['eventId'], ['id'], { name: 'score_run_event_fk' })
@ForeignKey(() => Skill, ['eventId', 'skillId'], ['eventId', 'id'], { name: 'score_run_skill_fk' })
@Index('score_run_skill_id_idx', ['eventId', 'skillId', 'id'])
@Check('score_run_state_check', `state IN ('running', 'done', 'failed')`)
export class ScoreRun {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'score_run_pkey' })
  eventId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'score_run_pkey' })
  id: string;

  @Column('uuid')
  skillId: string;

  @Column('text')
  state: 'running' | 'done' | 'failed';

  @Column('text', { nullable: true })
  inputsHash: string | null;

  @Column('uuid', { nullable: true })
  resultVersionId: string | null;

  @Column('timestamptz')
  startedAt: Date;

  @Column('timestamptz', { nullable: true })
  finishedAt: Date | null;

  @Column('text', { nullable: true })
  errorCode: string | null;
}
