import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A province, city or county of GB/T 2260. */
@Entity('division')
@Index('division_edition_parent_code_idx', ['edition', 'parentCode'])
@Check('division_level_check', `level IN ('province', 'city', 'county')`)
export class Division {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'division_pkey' })
  edition: string;

  /** Six digits. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'division_pkey' })
  code: string;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  shortName: string | null;

  @Column('text')
  level: 'province' | 'city' | 'county';

  @Column('text', { nullable: true })
  parentCode: string | null;

  /** 市辖区 and the like: a heading, not a place. */
  @Column('boolean', { default: false })
  pseudo: boolean;

  @Column('text')
  initials: string;

  @Column('text')
  pinyin: string;

  @Column('uuid', { nullable: true })
  retiredIn: string | null;
}
