import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An industry of GB/T 4754. */
@Entity('industry')
@Index('industry_edition_parent_code_idx', ['edition', 'parentCode'])
export class Industry {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'industry_pkey' })
  edition: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'industry_pkey' })
  code: string;

  @Column('text')
  name: string;

  /** 1 section 门类 … 4 class 小类. */
  @Column('smallint')
  level: number;

  @Column('text', { nullable: true })
  parentCode: string | null;

  @Column('text')
  initials: string;

  @Column('text')
  pinyin: string;

  @Column('uuid', { nullable: true })
  retiredIn: string | null;
}
