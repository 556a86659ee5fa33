import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A human being. No document number, phone or photo is stored here until they can be encrypted. */
@Entity('person')
@Check('person_sex_check', `sex IN ('male', 'female')`)
export class Person {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'person_pkey' })
  id: string;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  nameLatin: string | null;

  @Column('text', { nullable: true })
  sex: 'male' | 'female' | null;

  @Column('date', { nullable: true })
  birthDate: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}
