import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file kept by its content: the same bytes are stored once, and are never changed. */
@Entity('stored_file')
export class StoredFile {
  /** SHA-256, 64 hexadecimal digits. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'stored_file_pkey' })
  hash: string;

  /** A bigint: arrives as a string. */
  @Column('bigint')
  sizeBytes: string;

  @Column('text')
  mediaType: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}
