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

  /** Null while at work, and where the answer holds a secret. */
  @Column('jsonb', { nullable: true })
  response: { body: object | null } | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}
