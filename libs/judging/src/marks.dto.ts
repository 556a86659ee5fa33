import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';

/** One value as a judge or a recorder enters it. */
export class EnteredValueDto {
  @IsUUID()
  aspectId: string;

  /** 0: the team's one agreed value (measurement); from 1: the judge's seat (judgement). */
  @IsInt()
  @Min(0)
  @Max(9)
  seat: number;

  /** Decimal string, `1`/`0` for yes/no, a choice's number or label; null takes the value back to "not yet marked". */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  value: string | null;
}

/** Values entered on a form. Sending it again under the same key changes nothing and answers the same. */
export class SaveMarks {
  /** Made by the screen, once for each save. */
  @IsString()
  @MinLength(8)
  @MaxLength(100)
  clientKey: string;

  /** The revision of the form that the values were entered on. */
  @IsInt()
  @Min(0)
  @Max(2_000_000_000)
  revision: number;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => EnteredValueDto)
  values: EnteredValueDto[];
}

/** An aspect whose scores lie too far apart: the same judges discuss and score it again. */
export class OpenSpreadDto {
  aspectId: string;
  code: string;
  /** Difference between the highest and the lowest score: steps, or marks where judges give marks. */
  spread: number;
}

/** A value that somebody else saved. */
export class OthersValueDto {
  aspectId: string;
  seat: number;
  value: string | null;
  /** Name of the judge who entered it. */
  by: string | null;
  at: string;
}

export class SaveMarksReply {
  /** The form's revision after this save. */
  revision: number;
  /** How many values were saved. */
  saved: number;
  savedAt: string;
  /** Of the aspects that this save touched. */
  spreads: OpenSpreadDto[];
  /** What others saved since the revision named, other than the values of this save. */
  merged: OthersValueDto[];
}
