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
export { JudgeImportReply, JudgePreviewReply } from './judge-list.dto.js';
export { JudgeLists } from './judge-lists.service.js';
export {
  AssignSubCriteria,
  MarkingSetUpList,
  MarkingSetUpQuery,
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

export { type AspectCard, readEnteredValue } from './entered-value.js';
export {
  type FormStanding,
  formStanding,
  type MarkingRules,
  type OpenSpread,
  type StandingValue,
} from './form-standing.js';
export { formNeededSql, workNeededSql } from './form-needed.sql.js';
export {
  saveMarksOptions,
  saveMarksParams,
  type SaveReplyRow,
  type SaveRow,
  saveMarksSql,
} from './save-marks.sql.js';
export { marksHash, versionCode } from './version-code.js';
export {
  type FloorState,
  floorTime,
  floorTransitions,
  timeSeconds,
  type TimedFact,
  type TimeRecordKind,
} from './time-rules.js';
export { workTimesOf } from './work-times.js';
export { progressChannel } from './marking-progress.js';
export { readSaveMarks } from './save-marks-reading.js';
export { FormCards } from './form-cards.js';
export { Marks } from './marks.service.js';
export { MarkingForms } from './marking-forms.service.js';
export { SignOffs } from './sign-offs.service.js';
export { FormSheets } from './form-sheets.service.js';
export { FormScans } from './form-scans.service.js';
export { PaperEntries } from './paper-entries.service.js';
export { TimeRecords } from './time-records.service.js';
export { Deductions } from './deductions.service.js';
export { type MarkListSource, PartMarks } from './part-marks.service.js';
export { MarkingDesk } from './marking-desk.service.js';
export * from './marks.dto.js';
export * from './marking-form.dto.js';
export * from './sign-off.dto.js';
export * from './paper-entry.dto.js';
export * from './time-record.dto.js';
export * from './deduction.dto.js';
export * from './part-mark.dto.js';
export * from './marking-desk.dto.js';
