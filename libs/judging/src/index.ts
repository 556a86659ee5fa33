import './marking-messages.js';

export { JudgingModule } from './judging.module.js';
export { MarkingScheme } from './marking-scheme.entity.js';
export { SubCriterion } from './sub-criterion.entity.js';
export { SchemeAspect } from './aspect.entity.js';
export { Judge } from './judge.entity.js';
export { MarkingTeam, MarkingTeamMember } from './marking-team.entity.js';
export { Conflict } from './conflict.entity.js';
export { MarkingForm, MarkingFormSeat } from './marking-form.entity.js';
export { Mark, MarkSave, MarkNote } from './mark.entity.js';
export { SignOff, Reopening } from './sign-off.entity.js';
export { PaperEntry } from './paper-entry.entity.js';
export { TimeRecord, TimeConfirmation } from './time-record.entity.js';
export { PartMark } from './part-mark.entity.js';
export { Deduction } from './deduction.entity.js';
export { type SavedValue } from './saved-value.js';
export { AddJudges, DeclareConflict, JudgeList, JudgeReply } from './judge.dto.js';
export { Judges } from './judges.service.js';
export {
  AssignSubCriteria,
  MarkingTeamList,
  MarkingTeamReply,
  SaveMarkingTeam,
  SubCriterionList,
} from './marking-team.dto.js';
export { MarkingTeams } from './marking-teams.service.js';
export {
  PutSchemeInForce,
  SaveSchemeTree,
  SchemeDetailReply,
  SchemeList,
  SchemePreviewReply,
} from './marking-scheme.dto.js';
export { MarkingSchemes } from './marking-schemes.service.js';
export { type SchemeFile } from './scheme-file.js';
export { OpenForms } from './open-forms.js';
