import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Organisation } from '@luban/identity';
import { ClassApplication } from './class-application.entity.js';

/** A unit's part: 牵头, 联合主办, 承办, 协办, 技术支持. */
@Entity('application_party')
@ForeignKey(() => ClassApplication, ['applicationId'], ['id'], { name: 'application_party_application_fk' })
@ForeignKey(() => Organisation, ['organisationId'], ['id'], { name: 'application_party_organisation_fk' })
@Unique('application_party_application_position_key', ['applicationId', 'position'])
@Index('application_party_organisation_idx', ['organisationId'])
@Check(
  'application_party_kind_check',
  `kind IN ('ministry', 'bureau', 'association', 'centralEnterprise', 'massOrganisation', 'enterprise', 'school', 'other')`,
)
@Check(
  'application_party_part_check',
  `part IN ('lead', 'coHost', 'organiser', 'coOrganiser', 'technicalSupport')`,
)
export class ApplicationParty {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'application_party_pkey' })
  applicationId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'application_party_pkey' })
  id: string;

  @Column('smallint')
  position: number;

  @Column('uuid', { nullable: true })
  organisationId: string | null;

  @Column('text')
  name: string;

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

  @Column('text')
  part: 'lead' | 'coHost' | 'organiser' | 'coOrganiser' | 'technicalSupport';
}
