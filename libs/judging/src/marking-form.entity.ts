import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { CompetitionEvent, Skill } from '@luban/events';
import { Work } from '@luban/registration';
import { MarkingScheme } from './marking-scheme.entity.js';
import { SubCriterion } from './sub-criterion.entity.js';
import { MarkingTeam } from './marking-team.entity.js';
import { Judge } from './judge.entity.js';

/** One sub-criterion of one work, marked by one team 评分表. */
@Entity('marking_form')
@ForeignKey(() => CompetitionEvent, ['eventId'], ['id'], { name: 'marking_form_event_fk' })
@ForeignKey(() => Skill, ['eventId', 'skillId'], ['eventId', 'id'], { name: 'marking_form_skill_fk' })
@ForeignKey(() => MarkingScheme, ['eventId', 'schemeId'], ['eventId', 'id'], {
  name: 'marking_form_scheme_fk',
})
@ForeignKey(() => SubCriterion, ['eventId', 'subCriterionId'], ['eventId', 'id'], {
  name: 'marking_form_sub_criterion_fk',
})
@ForeignKey(() => Work, ['eventId', 'workId'], ['eventId', 'id'], { name: 'marking_form_work_fk' })
@ForeignKey(() => MarkingTeam, ['eventId', 'teamId'], ['eventId', 'id'], { name: 'marking_form_team_fk' })
@Unique('marking_form_sub_criterion_work_key', ['eventId', 'subCriterionId', 'workId'])
@Index('marking_form_skill_state_idx', ['eventId', 'skillId', 'state'])
@Index('marking_form_team_idx', ['eventId', 'teamId'])
@Index('marking_form_work_idx', ['eventId', 'workId'])
@Check('marking_form_state_check', `state IN ('open', 'submitted', 'signed')`)
export class MarkingForm {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'marking_form_pkey' })
  eventId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'marking_form_pkey' })
  id: string;

  @Column('uuid')
  skillId: string;

  @Column('uuid')
  schemeId: string;

  @Column('uuid')
  subCriterionId: string;

  @Column('uuid')
  workId: string;

  @Column('uuid')
  teamId: string;

  @Column('text', { default: 'open' })
  state: 'open' | 'submitted' | 'signed';

  /** Grows with every save; a save names the revision it was made on. */
  @Column('int', { default: 0 })
  revision: number;

  @Column('uuid', { nullable: true })
  submittedBy: string | null;

  @Column('timestamptz', { nullable: true })
  submittedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  firstMarkedAt: Date | null;

  /** The scan of the signed sheet, uploaded and not yet signed off with. */
  @Column('text', { nullable: true })
  scanHash: string | null;
}

/** Which judge sits in which seat for one form (a stand-in takes a compatriot's seat). */
@Entity('marking_form_seat')
@ForeignKey(() => MarkingForm, ['eventId', 'formId'], ['eventId', 'id'], {
  name: 'marking_form_seat_form_fk',
})
@ForeignKey(() => Judge, ['eventId', 'judgeId'], ['eventId', 'id'], { name: 'marking_form_seat_judge_fk' })
@Index('marking_form_seat_judge_idx', ['eventId', 'judgeId'])
export class MarkingFormSeat {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'marking_form_seat_pkey' })
  eventId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'marking_form_seat_pkey' })
  formId: string;

  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'marking_form_seat_pkey' })
  seat: number;

  @Column('uuid')
  judgeId: string;
}
