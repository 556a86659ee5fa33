import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An occupation or a class above it in the occupational classification 职业分类大典. Codes move between editions, so the edition is part of the key. */
@Entity('occupation')
@Index('occupation_edition_name_idx', ['edition', 'name'])
@Index('occupation_edition_parent_code_idx', ['edition', 'parentCode'])
@Check('occupation_level_check', `level BETWEEN 1 AND 4`)
@Check('occupation_standard_top_level_check', `standard_top_level BETWEEN 1 AND 5`)
export class Occupation {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'occupation_pkey' })
  edition: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'occupation_pkey' })
  code: string;

  @Column('text')
  name: string;

  /** 1 major 大类, 2 middle 中类, 3 minor 小类, 4 occupation 职业. */
  @Column('smallint')
  level: number;

  @Column('text', { nullable: true })
  parentCode: string | null;

  @Column('text', { nullable: true })
  gbmCode: string | null;

  /** L green, S digital, L/S both. */
  @Column('text', { nullable: true })
  mark: string | null;

  /** Pinyin initials, lower case: 焊工 → hg. */
  @Column('text')
  initials: string;

  /** Syllables without tones, parted by blanks: han gong. */
  @Column('text')
  pinyin: string;

  /** The highest level of the national standard: 5 初级工 … 1 高级技师; null: not known. */
  @Column('smallint', { nullable: true })
  standardTopLevel: number | null;

  /** Null: not known. */
  @Column('boolean', { nullable: true })
  standardExists: boolean | null;

  /** 国家战略重点领域. */
  @Column('boolean', { default: false })
  strategic: boolean;

  /** 新职业. */
  @Column('boolean', { default: false })
  isNew: boolean;

  /** The import that removed it. */
  @Column('uuid', { nullable: true })
  retiredIn: string | null;
}
