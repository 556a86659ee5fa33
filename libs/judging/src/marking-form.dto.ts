import { Transform, Type } from 'class-transformer';
import {
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { OpenSpreadDto } from './marks.dto.js';

export const formStates = ['open', 'submitted', 'signed'] as const;
export type FormState = (typeof formStates)[number];

/** Who made a work: told only where the sub-criterion is marked `open`, that is, with its maker present. */
export class WorkMakerDto {
  entryNumber: string | null;
  delegationName: string;
}

export class FormSubCriterionDto {
  id: string;
  code: string;
  name: string;
  criterionCode: string;
  criterionName: string;
  dayOfMarking: number | null;
  maxHundredths: number;
  compatriotMode: 'open' | 'coded';
}

export class FormAspectDto {
  id: string;
  code: string;
  kind: 'measurement' | 'judgement';
  maxHundredths: number;
  /** How an entered value becomes a mark (docs/formats.md); null: full or zero. */
  calculation: object | null;
  description: string;
  extra: string;
  requirement: string;
  section: string | null;
  /** What 0, 1, 2 and 3 mean, on a judgement. */
  descriptors: string[];
}

export class FormValueDto {
  aspectId: string;
  seat: number;
  value: string;
  /** Name of whoever entered it. */
  by: string | null;
  at: string;
}

export class FormSeatDto {
  seat: number;
  judgeId: string;
  name: string;
  isMe: boolean;
}

export class MarkNoteDto {
  id: string;
  aspectId: string | null;
  text: string;
  by: string | null;
  at: string;
}

export class FormSignOffDto {
  versionCode: string;
  revision: number;
  totalHundredths: number;
  by: string | null;
  at: string;
  /** Hash of the signed scan, where one is attached. */
  scanHash: string | null;
}

export class FormReopeningDto {
  reason: string;
  by: string | null;
  at: string;
}

export class FormNeighbourDto {
  id: string;
  workCode: string;
}

export class FormRulesDto {
  judgement: object;
  rounding: object;
}

/** What the actor may do with the form now; the server refuses by the same rules. */
export class FormMayDto {
  enter: boolean;
  submit: boolean;
  signOff: boolean;
  reopen: boolean;
}

/** One form as its judges and the chief judge see it. Nothing in it tells who made a coded work. */
export class FormReply {
  id: string;
  eventId: string;
  skillId: string;
  skillCode: string;
  skillName: string;
  skillNameEn: string | null;
  moduleCode: string;
  moduleName: string;
  teamName: string;
  workCode: string;
  maker: WorkMakerDto | null;
  subCriterion: FormSubCriterionDto;
  state: FormState;
  /** Grows with every save; also the version that submission and sign-off name in If-Match. */
  revision: number;
  /** Of the skill's policy: `judgement` (the panel) and `rounding`, each with its clause (docs/formats.md). */
  rules: FormRulesDto;
  aspects: FormAspectDto[];
  /** Current values. A recorder or checker gets none: the paper is the source. */
  values: FormValueDto[];
  seats: FormSeatDto[];
  notes: MarkNoteDto[];
  submittedAt: string | null;
  submittedBy: string | null;
  signOff: FormSignOffDto | null;
  /** Latest first. */
  reopenings: FormReopeningDto[];
  /** Code of the marks as they stand, printed on the sheet; null while the form is open. */
  versionCode: string | null;
  requireSignedScan: boolean;
  /** Hash of a scan uploaded and not yet signed with. */
  scanHash: string | null;
  previous: FormNeighbourDto | null;
  next: FormNeighbourDto | null;
  may: FormMayDto;
}

/** Only what a tablet asks every few seconds: has somebody else changed the form? */
export class FormRevisionReply {
  state: FormState;
  revision: number;
  /** Current values of the cells changed after the revision named; null values were taken back. */
  changes: FormChangeDto[];
}

export class FormChangeDto {
  aspectId: string;
  seat: number;
  value: string | null;
  by: string | null;
  at: string;
}

export class MyFormDto {
  id: string;
  workCode: string;
  maker: WorkMakerDto | null;
  state: FormState;
  revision: number;
  /** Aspects that have a mark. */
  marked: number;
  spreads: number;
  /** A signed form that was opened again. */
  reopened: boolean;
}

/** The forms of one sub-criterion, by work code. */
export class MyFormGroupDto {
  skillId: string;
  skillCode: string;
  skillName: string;
  skillNameEn: string | null;
  moduleCode: string;
  subCriterion: FormSubCriterionDto;
  aspectCount: number;
  forms: MyFormDto[];
}

export class MyFormsReply {
  items: MyFormGroupDto[];
}

export class FormSaveDto {
  id: string;
  revision: number;
  source: 'tablet' | 'paper' | 'correction';
  by: string | null;
  at: string;
  values: FormSavedValueDto[];
}

export class FormSavedValueDto {
  aspectId: string;
  code: string;
  seat: number;
  value: string | null;
  /** What the save replaced; null: not yet marked. */
  earlier: string | null;
}

/** Every save of a form, latest first, a page at a time. */
export class FormHistoryReply {
  items: FormSaveDto[];
  /** Revision to continue after; null at the end. */
  next: string | null;
}

/** A remark 备注 on a form, or on one of its aspects. */
export class WriteNote {
  @IsOptional()
  @IsUUID()
  aspectId?: string;

  @IsString()
  @MinLength(1)
  @MaxLength(2000)
  text: string;
}

/** What a submission answers. */
export class FormStandingReply {
  id: string;
  state: FormState;
  revision: number;
  marked: number;
  missing: string[];
  spreads: OpenSpreadDto[];
  subtotalHundredths: number | null;
}

export class FormChangesQuery {
  /** The revision that the tablet shows. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  since: number;
}

/** `?after=&limit=` of a form's history; `after` is a revision. */
export class FormHistoryQuery {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  after?: number;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 50;
}

export class FormSheetQuery {
  /** Without marks, for paper. */
  @IsOptional()
  @Transform(({ value }) => value === true || value === 'true')
  @IsBoolean()
  blank: boolean = false;
}
