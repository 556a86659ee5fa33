import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { CompetitionEvent } from './competition-event.entity.js';

/** A finding as it is kept: its code and parameters; the words are looked up again when it is read. */
export interface KeptFinding {
  code: string;
  severity: 'passed' | 'warning' | 'blocking';
  params: Record<string, string | number | null>;
}

/** An event entered a stage: who, when, why, and what the pre-flight checks said. */
@Entity('stage_entry')
@ForeignKey(() => CompetitionEvent, ['eventId'], ['id'], { name: 'stage_entry_event_fk' })
@Check(
  'stage_entry_from_stage_check',
  `from_stage IN ('draft', 'registration', 'preparation', 'competition', 'results', 'provisional', 'final')`,
)
@Check(
  'stage_entry_to_stage_check',
  `to_stage IN ('draft', 'registration', 'preparation', 'competition', 'results', 'provisional', 'final')`,
)
export class StageEntry {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'stage_entry_pkey' })
  eventId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'stage_entry_pkey' })
  id: string;

  @Column('text')
  fromStage: 'draft' | 'registration' | 'preparation' | 'competition' | 'results' | 'provisional' | 'final';

  @Column('text')
  toStage: 'draft' | 'registration' | 'preparation' | 'competition' | 'results' | 'provisional' | 'final';

  @Column('uuid', { nullable: true })
  by: string | null;

  @Column('timestamptz')
  at: Date;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('jsonb')
  findings: KeptFinding[];
}
