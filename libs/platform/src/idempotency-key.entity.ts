import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The answer to a creating request that named a key: the same request again gets this answer again. */
@Entity('idempotency_key')
@Index('idempotency_key_created_at_idx', ['createdAt'])
export class IdempotencyKey {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'idempotency_key_pkey' })
  accountId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'idempotency_key_pkey' })
  key: string;

  /** `POST /api/v1/events`: method and path. */
  @Column('text')
  route: string;

  /** SHA-256 of the request's body. */
  @Column('text')
  requestHash: string;

  /** Null while the first request is still at work. */
  @Column('int', { nullable: true })
  status: number | null;

  @Column('jsonb', { nullable: true })
  response: unknown | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}
