import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { CompetitionEvent, Skill } from '@luban/events';
import type { Policy } from '@luban/scoring';

/** What one score run found 第N次成绩; a later version supersedes it and is never written over it. */
@Entity('result_version')
@ForeignKey(() => CompetitionEvent, ['eventId'], ['id'], { name: 'result_version_event_fk' })
@ForeignKey(() => Skill, ['eventId', 'skillId'], ['eventId', 'id'], { name: 'result_version_skill_fk' })
@Unique('result_version_skill_number_key', ['eventId', 'skillId', 'number'])
export class ResultVersion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'result_version_pkey' })
  eventId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'result_version_pkey' })
  id: string;

  @Column('uuid')
  skillId: string;

  @Column('int')
  number: number;

  @Column('text')
  inputsHash: string;

  @Column('text')
  policyName: string;

  @Column('jsonb')
  policy: Policy;

  /** No form is missing, open or unsigned. */
  @Column('boolean')
  complete: boolean;

  @Column('int')
  formsExpected: number;

  @Column('int')
  formsSigned: number;

  @Column('jsonb')
  warnings: unknown;

  /** The `luban.score/1` bundle this version can be recomputed from; made by the job `proveResult` once it is complete. */
  @Column('jsonb', { nullable: true })
  bundle: unknown;

  /** When the bundle, scored by itself from every single value, gave the same results. */
  @Column('timestamptz', { nullable: true })
  provenAt: Date | null;

  @Column('timestamptz')
  createdAt: Date;
}
