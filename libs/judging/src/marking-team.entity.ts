import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { CompetitionEvent, Skill } from '@luban/events';
import { Judge } from './judge.entity.js';

/** The judges who mark a sub-criterion for all entries 裁判组. */
@Entity('marking_team')
@ForeignKey(() => CompetitionEvent, ['eventId'], ['id'], { name: 'marking_team_event_fk' })
@ForeignKey(() => Skill, ['eventId', 'skillId'], ['eventId', 'id'], { name: 'marking_team_skill_fk' })
@Unique('marking_team_skill_name_key', ['eventId', 'skillId', 'name'])
export class MarkingTeam {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'marking_team_pkey' })
  eventId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'marking_team_pkey' })
  id: string;

  @Column('uuid')
  skillId: string;

  @Column('text')
  name: string;

  @Column('int', { default: 1 })
  version: number;
}

/** A judge's place in a marking team. Seats count from 1; a stand-in has none of his own. */
@Entity('marking_team_member')
@ForeignKey(() => CompetitionEvent, ['eventId'], ['id'], { name: 'marking_team_member_event_fk' })
@ForeignKey(() => MarkingTeam, ['eventId', 'teamId'], ['eventId', 'id'], {
  name: 'marking_team_member_team_fk',
})
@ForeignKey(() => Judge, ['eventId', 'judgeId'], ['eventId', 'id'], { name: 'marking_team_member_judge_fk' })
@Unique('marking_team_member_team_judge_key', ['eventId', 'teamId', 'judgeId'])
@Unique('marking_team_member_team_seat_key', ['eventId', 'teamId', 'seat'])
@Check('marking_team_member_part_check', `part IN ('member', 'standIn')`)
export class MarkingTeamMember {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'marking_team_member_pkey' })
  eventId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'marking_team_member_pkey' })
  id: string;

  @Column('uuid')
  teamId: string;

  @Column('uuid')
  judgeId: string;

  @Column('smallint', { nullable: true })
  seat: number | null;

  @Column('text', { default: 'member' })
  part: 'member' | 'standIn';
}
