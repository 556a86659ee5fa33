import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Organisation } from './organisation.entity.js';

/** A human-resources authority 人社部门 (or its centre): an organisation that grants class status for a level and area. Its acceptors and reviewers act there and nowhere else. */
@Entity('authority')
@ForeignKey(() => Organisation, ['organisationId'], ['id'], { name: 'authority_organisation_fk' })
@Index('authority_organisation_level_division_code_idx', ['organisationId', 'level', 'divisionCode'], {
  unique: true,
  where: `ended_at IS NULL`,
})
@Index('authority_level_division_code_idx', ['level', 'divisionCode'])
@Check('authority_level_check', `level IN ('nationalIndustry', 'provincial', 'municipal', 'county')`)
@Check('authority_area_check', `(level = 'nationalIndustry') = (division_code = '000000')`)
export class Authority {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'authority_pkey' })
  id: string;

  @Column('uuid')
  organisationId: string;

  @Column('text')
  level: 'nationalIndustry' | 'provincial' | 'municipal' | 'county';

  /** GB/T 2260, six digits; `000000` is the whole country. */
  @Column('text')
  divisionCode: string;

  @Column('uuid', { nullable: true })
  createdBy: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;

  @Column('uuid', { nullable: true })
  endedBy: string | null;
}
