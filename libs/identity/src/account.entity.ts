import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Person } from './person.entity.js';
import { Organisation } from './organisation.entity.js';

/** What a person signs in with. */
@Entity('account')
@ForeignKey(() => Person, ['personId'], ['id'], { name: 'account_person_fk' })
@ForeignKey(() => Organisation, ['organisationId'], ['id'], { name: 'account_organisation_fk' })
@Unique('account_login_key', ['login'])
@Check('account_locale_check', `locale IN ('zh', 'en')`)
export class Account {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'account_pkey' })
  id: string;

  /** Lower case, unique. */
  @Column('text')
  login: string;

  @Column('text')
  displayName: string;

  @Column('uuid', { nullable: true })
  personId: string | null;

  @Column('uuid', { nullable: true })
  organisationId: string | null;

  /** argon2id. */
  @Column('text')
  passwordHash: string;

  @Column('boolean', { default: false })
  mustChangePassword: boolean;

  @Column('text', { default: 'zh' })
  locale: 'zh' | 'en';

  /** The account that handed this one down. */
  @Column('uuid', { nullable: true })
  createdBy: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  disabledAt: Date | null;

  @Column('int', { default: 1 })
  version: number;
}
