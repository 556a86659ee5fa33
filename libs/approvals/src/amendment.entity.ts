import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ClassApplication } from './class-application.entity.js';

/** A change 变更 of what was granted. Minor ones are recorded, substantial ones reviewed again. */
@Entity('amendment')
@ForeignKey(() => ClassApplication, ['applicationId'], ['id'], { name: 'amendment_application_fk' })
@Unique('amendment_application_number_key', ['applicationId', 'number'])
@Index('amendment_state_idx', ['state'], { where: `state = 'submitted'` })
@Check('amendment_weight_check', `weight IN ('minor', 'substantial')`)
@Check('amendment_state_check', `state IN ('recorded', 'submitted', 'granted', 'declined', 'withdrawn')`)
export class Amendment {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'amendment_pkey' })
  applicationId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'amendment_pkey' })
  id: string;

  @Column('int')
  number: number;

  @Column('text')
  weight: 'minor' | 'substantial';

  @Column('text')
  state: 'recorded' | 'submitted' | 'granted' | 'declined' | 'withdrawn';

  /** Field, before, after. */
  @Column('jsonb')
  changes: unknown;

  @Column('text')
  reason: string;

  @Column('uuid', { nullable: true })
  by: string | null;

  @Column('timestamptz')
  at: Date;

  @Column('uuid', { nullable: true })
  decidedBy: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;

  @Column('text', { nullable: true })
  decisionReason: string | null;

  @Column('text', { nullable: true })
  article: string | null;
}
