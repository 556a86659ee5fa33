import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { CalendarDay, NotBlank, PlainText } from './application-text.js';

export class ContactDto {
  @IsOptional()
  @PlainText(40)
  name?: string;

  @IsOptional()
  @Matches(/^[0-9+() \-－转,，]{0,40}$/)
  phone?: string;

  @IsOptional()
  @IsEmail()
  @PlainText(120)
  email?: string;
}

/** 组别. */
export class ApplicationGroupDto {
  @IsIn(['worker', 'student', 'other'])
  code: 'worker' | 'student' | 'other';

  @NotBlank()
  @PlainText(40)
  name: string;
}

export class ScheduleDto {
  @IsOptional()
  @CalendarDay()
  preliminaryFrom?: string;

  @IsOptional()
  @CalendarDay()
  preliminaryTo?: string;

  @IsOptional()
  @PlainText(2000, true)
  note?: string;
}

export class VenueStatementDto {
  @IsOptional()
  @PlainText(60)
  city?: string;

  @IsOptional()
  @PlainText(200)
  address?: string;

  @IsOptional()
  @PlainText(2000, true)
  facilities?: string;

  @IsOptional()
  @PlainText(2000, true)
  safety?: string;
}

/** Experts or judges: how many, and who they are in words. */
export class PeopleStatementDto {
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100_000)
  count?: number;

  @IsOptional()
  @PlainText(2000, true)
  note?: string;
}

export class FundingSourceDto {
  @NotBlank()
  @PlainText(100)
  name: string;

  /** Whole yuan. */
  @IsInt()
  @Min(0)
  @Max(100_000_000_000)
  amountYuan: number;
}

export class FundingDto {
  /** Whole yuan. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100_000_000_000)
  totalYuan?: number;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => FundingSourceDto)
  sources?: FundingSourceDto[];

  @IsOptional()
  @PlainText(2000, true)
  note?: string;
}

export class ScaleDto {
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10_000)
  delegations?: number;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10_000_000)
  competitors?: number;
}

/** An edition that was held 近五年举办情况. */
export class EarlierEditionDto {
  @IsInt()
  @Min(1950)
  @Max(2100)
  year: number;

  @NotBlank()
  @PlainText(200)
  name: string;

  @IsArray()
  @ArrayMaxSize(40)
  @PlainText(100, false, { each: true })
  occupations: string[];

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10_000_000)
  competitors?: number;
}

export class BusinessDto {
  @IsOptional()
  @IsBoolean()
  covers?: boolean;

  @IsOptional()
  @PlainText(2000, true)
  note?: string;
}

/**
 * What an application states beside its columns. Every part may be missing in a draft. In a change, a part that is
 * named replaces the part that stands; an empty one (`{}`, `[]`, an empty text) empties it.
 */
export class ApplicationContentDto {
  /** 竞赛目的与意义. */
  @IsOptional()
  @PlainText(4000, true)
  purpose?: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => ContactDto)
  contact?: ContactDto;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => ApplicationGroupDto)
  groups?: ApplicationGroupDto[];

  @IsOptional()
  @ValidateNested()
  @Type(() => ScheduleDto)
  schedule?: ScheduleDto;

  @IsOptional()
  @ValidateNested()
  @Type(() => VenueStatementDto)
  venue?: VenueStatementDto;

  @IsOptional()
  @ValidateNested()
  @Type(() => PeopleStatementDto)
  experts?: PeopleStatementDto;

  @IsOptional()
  @ValidateNested()
  @Type(() => PeopleStatementDto)
  judges?: PeopleStatementDto;

  @IsOptional()
  @ValidateNested()
  @Type(() => FundingDto)
  funding?: FundingDto;

  @IsOptional()
  @ValidateNested()
  @Type(() => ScaleDto)
  scale?: ScaleDto;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => EarlierEditionDto)
  earlierEditions?: EarlierEditionDto[];

  /** 民政部门年审合格的年份. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1950, { each: true })
  @Max(2100, { each: true })
  inspectionYears?: number[];

  @IsOptional()
  @ValidateNested()
  @Type(() => BusinessDto)
  business?: BusinessDto;
}
