import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { PageQuery } from '@luban/platform';
import { CalendarDay, NotBlank, PlainText } from './application-text.js';

/** An occupation of a filed contest: by edition and code, or by its name alone. */
export class FiledOccupationDto {
  @IsOptional()
  @PlainText(20)
  edition?: string | null;

  @IsOptional()
  @Matches(/^\d-\d{2}(-\d{2}){0,2}$/)
  code?: string | null;

  @NotBlank()
  @PlainText(100)
  name: string;
}

export class CreateFilingDto {
  /** For which of one's organisations; may be left out by those who have one. */
  @IsOptional()
  @IsUUID()
  organisationId?: string;

  /** With the authority of which area, GB/T 2260: the organisation's own, or the city or province it lies in. */
  @IsOptional()
  @Matches(/^\d{6}$/)
  divisionCode?: string;

  @NotBlank()
  @PlainText(100)
  name: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => FiledOccupationDto)
  occupations: FiledOccupationDto[];

  /** First day, `YYYY-MM-DD`. Its year is the year of the number. */
  @CalendarDay()
  startsOn: string;

  @CalendarDay()
  endsOn: string;

  @NotBlank()
  @PlainText(200)
  place: string;

  /** About how many will compete. */
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  competitors: number;

  /** Who answers questions: name and telephone. */
  @NotBlank()
  @PlainText(100)
  contact: string;
}

export class WithdrawFilingDto {
  @NotBlank()
  @PlainText(500, true)
  reason: string;
}

export class FilingFilterDto {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1950)
  @Max(2200)
  planYear?: number;

  @IsOptional()
  @IsIn(['enterprise', 'school'])
  level?: 'enterprise' | 'school';

  @IsOptional()
  @IsIn(['filed', 'withdrawn'])
  state?: 'filed' | 'withdrawn';

  /** Of this area and those in it. */
  @IsOptional()
  @Matches(/^\d{6}$/)
  divisionCode?: string;

  /** Part of the number, the name or the organisation's name. */
  @IsOptional()
  @PlainText(100)
  q?: string;
}

export class FilingQuery extends FilingFilterDto implements PageQuery {
  /** The `next` of the page before. */
  @IsOptional()
  @IsUUID()
  after?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit: number = 50;
}

export type FilingAction = 'withdraw' | 'openEvent';

/** A contest filed 备案 by an enterprise or a school. */
export class FilingDto {
  id: string;
  /** 备案号, such as 备330106-2027-0001. */
  number: string;
  organisationId: string;
  organisationName: string;
  level: 'enterprise' | 'school';
  divisionCode: string;
  areaName: string | null;
  /** The authority 人社部门 it is filed with: of the area, or the nearest above; null while none is registered. */
  authorityName: string | null;
  planYear: number;
  name: string;
  occupations: FiledOccupationDto[];
  startsOn: string;
  endsOn: string;
  place: string | null;
  competitors: number | null;
  contact: string | null;
  filedAt: Date;
  /** The event that was made of it. */
  eventId: string | null;
  withdrawnAt: Date | null;
  withdrawalReason: string | null;
  /** What whoever asks may do now. */
  actions: FilingAction[];
  version: number;
}

export class FilingListDto {
  items: FilingDto[];
  next: string | null;
}

/** An area with whose authority one may file. */
export class FilingAreaDto {
  divisionCode: string;
  areaName: string | null;
  authorityName: string | null;
}

/** An organisation one files for. */
export class FilerDto {
  organisationId: string;
  organisationName: string;
  /** Null: neither enterprise nor school, so it does not file. */
  level: 'enterprise' | 'school' | null;
  /** Its own first; empty where its division code is not known. */
  areas: FilingAreaDto[];
}

export class FilerListDto {
  items: FilerDto[];
  next: string | null;
}
