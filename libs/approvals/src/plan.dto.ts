import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { authorityLevels, type AuthorityLevel } from '@luban/rulebook';

/** Where a plan belongs: level, area and year, as they stand in its address. */
export class PlanPlaceDto {
  @IsIn(authorityLevels)
  level: AuthorityLevel;

  /** GB/T 2260, six digits; `000000` is the whole country. */
  @Matches(/^\d{6}$/)
  divisionCode: string;

  @Type(() => Number)
  @IsInt()
  @Min(1950)
  @Max(2100)
  planYear: number;
}

export class PlanVersionPlaceDto extends PlanPlaceDto {
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(999)
  number: number;
}

export class PlanItemPlaceDto extends PlanPlaceDto {
  @IsUUID()
  applicationId: string;
}

export class PlanFilterDto {
  @IsOptional()
  @IsIn(authorityLevels)
  level?: AuthorityLevel;

  @IsOptional()
  @Matches(/^\d{6}$/)
  divisionCode?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  planYear?: number;
}

/** About how many are meant to be granted, with the document that says so. What is left out stays; null empties it. */
export class EditPlanDto {
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10_000)
  targetOne?: number | null;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10_000)
  targetTwo?: number | null;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  targetSource?: string | null;
}

export class PlanOrderDto {
  /** All contests of the plan, in the order wanted; classes stay together. */
  @IsArray()
  @ArrayMaxSize(2000)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  applicationIds: string[];
}

export class OfficialNameDto {
  @IsString()
  @Length(2, 200)
  officialName: string;

  @IsString()
  @Length(2, 500)
  reason: string;
}

export class NewPlanVersionDto {
  @IsIn(['plan', 'supplement', 'correction'])
  kind: 'plan' | 'supplement' | 'correction';

  /** Left out: the usual title of its kind. */
  @IsOptional()
  @IsString()
  @Length(4, 200)
  title?: string | null;

  /** 更正说明: needed for a correction. */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  correctionNote?: string | null;
}

/** The facts of the document, as they become known. What is left out stays; null empties it. */
export class EditPlanVersionDto {
  @IsOptional()
  @IsString()
  @Length(4, 200)
  title?: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  correctionNote?: string | null;

  /** 主送机关. */
  @IsOptional()
  @IsString()
  @Length(2, 500)
  addressees?: string;

  /** 发文字号, such as 人社部函〔2026〕42号. Other brackets are put right. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  documentNumber?: string | null;

  /** 签发人. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  signer?: string | null;

  /** 成文日期, `YYYY-MM-DD`, today at the latest. */
  @IsOptional()
  @Matches(/^[12]\d{3}-\d{2}-\d{2}$/)
  signedOn?: string | null;
}

export class NoticeCopyDto {
  /** `seal`: the copy to be stamped 用印稿, without the marks of a draft. */
  @IsOptional()
  @IsIn(['seal'])
  copy?: 'seal';
}

export class PublicPlanFilterDto extends PlanFilterDto {
  /** Part of a contest's name, host or occupation. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;
}
