import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A reference list read from a file: first a preview of what would change, then applied or discarded. An applied one is a version of its catalogue. */
@Entity('catalogue_import')
@Unique('catalogue_import_kind_edition_number_key', ['kind', 'edition', 'number'])
@Index('catalogue_import_kind_edition_created_at_idx', ['kind', 'edition', 'createdAt'])
@Check('catalogue_import_kind_check', `kind IN ('occupations', 'industries', 'divisions', 'organisations')`)
@Check('catalogue_import_state_check', `state IN ('previewed', 'applied', 'discarded')`)
export class CatalogueImport {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'catalogue_import_pkey' })
  id: string;

  @Column('text')
  kind: 'occupations' | 'industries' | 'divisions' | 'organisations';

  /** `2022`; organisations have none: empty. */
  @Column('text')
  edition: string;

  /** The version of this catalogue and edition, from 1; set when applied. */
  @Column('int', { nullable: true })
  number: number | null;

  /** Where the list comes from, in words for people. */
  @Column('text')
  source: string;

  /** Null for the lists that ship with the product. */
  @Column('text', { nullable: true })
  fileHash: string | null;

  @Column('text', { nullable: true })
  fileName: string | null;

  @Column('text', { default: 'previewed' })
  state: 'previewed' | 'applied' | 'discarded';

  @Column('int', { default: 0 })
  added: number;

  @Column('int', { default: 0 })
  changed: number;

  @Column('int', { default: 0 })
  removed: number;

  @Column('int', { default: 0 })
  unchanged: number;

  @Column('jsonb')
  findings: object[];

  /** The version it was compared with: another one applied since makes the preview stale. */
  @Column('int', { default: 0 })
  baseNumber: number;

  @Column('uuid', { nullable: true })
  createdBy: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('uuid', { nullable: true })
  appliedBy: string | null;

  @Column('timestamptz', { nullable: true })
  appliedAt: Date | null;
}

/** One row that an import adds, changes or removes. */
@Entity('catalogue_change')
@ForeignKey(() => CatalogueImport, ['importId'], ['id'], { name: 'catalogue_change_import_fk' })
@Check('catalogue_change_change_check', `change IN ('added', 'changed', 'removed')`)
export class CatalogueChange {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'catalogue_change_pkey' })
  importId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'catalogue_change_pkey' })
  code: string;

  @Column('text')
  change: 'added' | 'changed' | 'removed';

  @Column('jsonb', { nullable: true })
  before: unknown | null;

  @Column('jsonb', { nullable: true })
  after: unknown | null;
}
