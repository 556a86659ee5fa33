import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '@luban/identity';
import { ClassApplication } from './class-application.entity.js';

/** A person of the authority stands aside from an application 回避. */
@Entity('recusal')
@ForeignKey(() => ClassApplication, ['applicationId'], ['id'], { name: 'recusal_application_fk' })
@ForeignKey(() => Account, ['accountId'], ['id'], { name: 'recusal_account_fk' })
@Index('recusal_account_idx', ['accountId'])
export class Recusal {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'recusal_pkey' })
  applicationId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'recusal_pkey' })
  id: string;

  @Column('uuid')
  accountId: string;

  @Column('text')
  reason: string;

  @Column('uuid', { nullable: true })
  by: string | null;

  @Column('timestamptz')
  at: Date;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;
}
