import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { RulePack } from '@luban/rulebook';

/** A rule pack 规则包 of a level and area. Editable until it is put in force; from then on never. */
@Entity('rule_pack')
@ForeignKey(() => StoredRulePack, ['basedOnId'], ['id'], { name: 'rule_pack_based_on_fk' })
@Unique('rule_pack_level_division_code_code_key', ['level', 'divisionCode', 'code'])
@Check('rule_pack_level_check', `level IN ('nationalIndustry', 'provincial', 'municipal', 'county')`)
export class StoredRulePack {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'rule_pack_pkey' })
  id: string;

  @Column('text')
  level: 'nationalIndustry' | 'provincial' | 'municipal' | 'county';

  /** GB/T 2260, six digits; `000000` is the whole country. */
  @Column('text')
  divisionCode: string;

  /** `class-status-2023`: stable, stands in records and on printed decisions. */
  @Column('text')
  code: string;

  @Column('jsonb')
  title: { zh: string; en: string };

  @Column('jsonb')
  content: RulePack;

  @Column('uuid', { nullable: true })
  basedOnId: string | null;

  @Column('boolean', { default: false })
  shipped: boolean;

  @Column('uuid', { nullable: true })
  createdBy: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('int', { default: 1 })
  version: number;
}

/** A pack put in force from a date, until the next one of the same level and area begins. */
@Entity('rule_pack_force')
@ForeignKey(() => StoredRulePack, ['packId'], ['id'], { name: 'rule_pack_force_pack_fk' })
@Index('rule_pack_force_level_division_code_in_force_from_idx', ['level', 'divisionCode', 'inForceFrom'], {
  unique: true,
  where: `ended_at IS NULL`,
})
@Index('rule_pack_force_pack_idx', ['packId'])
@Check('rule_pack_force_level_check', `level IN ('nationalIndustry', 'provincial', 'municipal', 'county')`)
export class RulePackForce {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'rule_pack_force_pkey' })
  id: string;

  @Column('uuid')
  packId: string;

  @Column('text')
  level: 'nationalIndustry' | 'provincial' | 'municipal' | 'county';

  /** GB/T 2260, six digits; `000000` is the whole country. */
  @Column('text')
  divisionCode: string;

  /** In China time. */
  @Column('date')
  inForceFrom: string;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('uuid', { nullable: true })
  by: string | null;

  @Column('timestamptz')
  at: Date;

  /** Taken back before its date. */
  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;

  @Column('uuid', { nullable: true })
  endedBy: string | null;
}
