import { PageQuery } from '@luban/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { EnteredValueDto } from './marks.dto.js';

/** A signed paper form typed in by a recorder. */
export class EnterPaper {
  /** The revision of the form it was entered on. */
  @IsInt()
  @Min(0)
  revision: number;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => EnteredValueDto)
  values: EnteredValueDto[];
}

/** What the second person read from the same paper. */
export class CheckPaper {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => EnteredValueDto)
  values: EnteredValueDto[];
}

/** Sends a paper entry back to be entered again. */
export class RefusePaper {
  @IsString()
  @MinLength(2)
  @MaxLength(500)
  reason: string;
}

export class PaperValueDto {
  aspectId: string;
  seat: number;
  value: string | null;
}

/** Where the two readings differ; null: that person left it blank. */
export class PaperDifferenceDto {
  aspectId: string;
  code: string;
  seat: number;
  entered: string | null;
  checked: string | null;
}

export class PaperEntryReply {
  id: string;
  formId: string;
  skillId: string;
  skillName: string;
  workCode: string;
  subCriterionCode: string;
  subCriterionName: string;
  state: 'entered' | 'checked' | 'refused';
  enteredBy: string;
  enteredAt: string;
  checkedBy: string | null;
  checkedAt: string | null;
  /** The actor entered it: somebody else checks. */
  isMine: boolean;
  hasScan: boolean;
  /** Why it was sent back; null unless it was. */
  refusedReason: string | null;
  differences: PaperDifferenceDto[];
}

export class PaperEntryDetailReply extends PaperEntryReply {
  /** Empty for everybody but its recorder while it waits: the second person reads the paper, not the first reading. */
  values: PaperValueDto[];
}

export class PaperEntryList {
  items: PaperEntryReply[];
  next: string | null;
}

/** A form that waits for its paper to be typed in. */
export class PaperFormDto {
  formId: string;
  skillId: string;
  skillName: string;
  workCode: string;
  subCriterionCode: string;
  subCriterionName: string;
  dayOfMarking: number | null;
  /** Values are on it already, from a tablet. */
  hasMarks: boolean;
}

export class PaperFormList {
  items: PaperFormDto[];
}

export class PaperEntryQuery extends PageQuery {
  @IsOptional()
  @IsIn(['entered', 'checked', 'refused'])
  state?: 'entered' | 'checked' | 'refused';
}
