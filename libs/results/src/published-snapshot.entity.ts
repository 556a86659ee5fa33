import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { CompetitionEvent } from '@luban/events';

/** What the public reads, made once: the progress board and the published results. */
@Entity('published_snapshot')
@ForeignKey(() => CompetitionEvent, ['eventId'], ['id'], { name: 'published_snapshot_event_fk' })
@Check('published_snapshot_kind_check', `kind IN ('board', 'results')`)
export class PublishedSnapshot {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'published_snapshot_pkey' })
  eventId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'published_snapshot_pkey' })
  kind: 'board' | 'results';

  @Column('text')
  etag: string;

  @Column('jsonb')
  body: unknown;

  @Column('timestamptz')
  at: Date;
}
