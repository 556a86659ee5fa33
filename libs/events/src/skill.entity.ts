import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { CompetitionEvent } from './competition-event.entity.js';
import { Venue } from './venue.entity.js';
import type { Policy } from '@luban/scoring';

/** A discipline within an event 竞赛项目. */
@Entity('skill')
@ForeignKey(() => CompetitionEvent, ['eventId'], ['id'], { name: 'skill_event_fk' })
@ForeignKey(() => Venue, ['eventId', 'venueId'], ['eventId', 'id'], { name: 'skill_venue_fk' })
@Unique('skill_code_key', ['eventId', 'code'])
@Check('skill_team_size_check', `team_size BETWEEN 1 AND 3`)
export class Skill {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'skill_pkey' })
  eventId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'skill_pkey' })
  id: string;

  @Column('text')
  code: string;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  nameEn: string | null;

  /** Number in the 63 skills of WorldSkills. */
  @Column('int', { nullable: true })
  worldSkillNumber: number | null;

  /** Code in the occupational classification 大典. */
  @Column('text', { nullable: true })
  occupationCode: string | null;

  @Column('smallint', { default: 1 })
  teamSize: number;

  @Column('int', { nullable: true })
  ageYearsMax: number | null;

  @Column('uuid', { nullable: true })
  venueId: string | null;

  @Column('text')
  policyName: string;

  @Column('jsonb')
  policy: Policy;

  /** A sign-off then wants the scan of the signed sheet. */
  @Column('boolean', { default: false })
  requireSignedScan: boolean;

  @Column('int', { default: 0 })
  position: number;

  @Column('int', { default: 1 })
  version: number;
}
