import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Min,
  ValidateNested,
} from 'class-validator';
import { SaidDto } from '@luban/platform';
import { CalendarDay, NotBlank, PlainText } from './application-text.js';

/** A reason in the authority's words. */
export class ReasonDto {
  @NotBlank()
  @PlainText(2000, true)
  reason: string;
}

/** A field that has to be mended, and what is wrong with it. */
export class MarkFieldDto {
  /** Of `applicationFields`, or a kind of document: `documents.feasibility`. */
  @PlainText(80)
  field: string;

  @NotBlank()
  @PlainText(500, true)
  remark: string;
}

/** Returns an application to its applicant for completion 退回补正. */
export class ReturnApplicationDto extends ReasonDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => MarkFieldDto)
  markedFields: MarkFieldDto[];

  /** The last day on which it may come back, in China. */
  @CalendarDay()
  dueOn: string;
}

/** A condition of a grant. */
export class NewConditionDto {
  @NotBlank()
  @PlainText(1000, true)
  text: string;

  @CalendarDay()
  dueOn: string;
}

/** Why a blocking finding does not stand in the way of this grant. */
export class DespiteFindingDto {
  /** Of the finding. */
  @NotBlank()
  @PlainText(120)
  code: string;

  @NotBlank()
  @PlainText(1000, true)
  reason: string;
}

/** A decision 审核决定 with its reason and the article it rests on. */
export class DecideApplicationDto extends ReasonDto {
  @IsIn(['granted', 'grantedWithConditions', 'declined'])
  outcome: 'granted' | 'grantedWithConditions' | 'declined';

  @NotBlank()
  @PlainText(500, true)
  article: string;

  /** Exactly where the outcome is `grantedWithConditions`. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => NewConditionDto)
  conditions?: NewConditionDto[];

  /** A grant in the face of blocking findings answers each of them. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => DespiteFindingDto)
  despite?: DespiteFindingDto[];
}

/** Takes class status away again 撤销资格. */
export class RevokeApplicationDto extends ReasonDto {
  @NotBlank()
  @PlainText(500, true)
  article: string;
}

/** Takes a step back, or ends a standing aside: without a reason it is refused. */
export class UndoStepDto {
  @IsOptional()
  @PlainText(2000, true)
  reason?: string;
}

/** An application as the one who acts on it saw it. */
export class SeenApplicationDto {
  @IsUUID()
  id: string;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  version: number;
}

/** Several applications to be accepted, or their acceptance taken back, at once. */
export class SeenApplicationsDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => SeenApplicationDto)
  applications: SeenApplicationDto[];

  /** Needed to take their acceptance back. */
  @IsOptional()
  @PlainText(2000, true)
  reason?: string | null;
}

/** What became, or would become, of one of several. */
export class ApplicationOutcomeDto {
  id: string;
  /** Null where it is not in reach. */
  name: string | null;
  leadName: string | null;
  done: boolean;
  /** Its version after it was done. */
  version: number | null;
  /** Why not. */
  code: string | null;
  message: SaidDto | null;
  /** How many rules of the policy it does not meet: worth a look before it is accepted. */
  blocking: number;
  warnings: number;
}

export class ApplicationOutcomesDto {
  done: number;
  refused: number;
  outcomes: ApplicationOutcomeDto[];
}
