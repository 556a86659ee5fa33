import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A ministry, bureau, association, enterprise, school: who hosts, organises or sends. */
@Entity('organisation')
@Unique('organisation_name_key', ['name'])
@Check(
  'organisation_kind_check',
  `kind IN ('ministry', 'bureau', 'association', 'centralEnterprise', 'massOrganisation', 'enterprise', 'school', 'other')`,
)
export class Organisation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'organisation_pkey' })
  id: string;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  shortName: string | null;

  @Column('text', { nullable: true })
  nameEn: string | null;

  @Column('text')
  kind:
    | 'ministry'
    | 'bureau'
    | 'association'
    | 'centralEnterprise'
    | 'massOrganisation'
    | 'enterprise'
    | 'school'
    | 'other';

  /** GB/T 2260 code of the area, six digits. */
  @Column('text', { nullable: true })
  divisionCode: string | null;

  /** GB/T 4754 code. */
  @Column('text', { nullable: true })
  industryCode: string | null;

  /** The account that made it: it may correct it. */
  @Column('uuid', { nullable: true })
  createdBy: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('int', { default: 1 })
  version: number;
}
