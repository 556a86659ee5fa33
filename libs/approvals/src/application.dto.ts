import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { PageQuery } from '@luban/platform';
import { authorityLevels, organisationKinds } from '@luban/rulebook';
import { ApplicationContentDto } from './application-content.dto.js';
import { CalendarDay, NotBlank, PlainText } from './application-text.js';
import { applicationStates } from './transitions.js';

/** May be left out, but not null. */
const IfGiven = (): PropertyDecorator => ValidateIf((_, value: unknown) => value !== undefined);

/** A draft: for which authority, year and class. The lead applicant is the actor's own organisation. */
export class CreateApplicationDto {
  @IsIn(authorityLevels)
  level: 'nationalIndustry' | 'provincial' | 'municipal' | 'county';

  /** GB/T 2260, six digits, of the level: `000000` for the country, `330000` for a province, `330100` for a city. */
  @Matches(/^\d{6}$/)
  divisionCode: string;

  @IsInt()
  @Min(2000)
  @Max(2100)
  planYear: number;

  /** Left out: the plan year. */
  @IfGiven()
  @IsInt()
  @Min(2000)
  @Max(2101)
  heldYear?: number;

  /** Null where the level has no classes. */
  @IsOptional()
  @IsIn(['one', 'two'])
  class?: 'one' | 'two' | null;

  /** 赛事名称 without year, series and edition. */
  @NotBlank()
  @PlainText(120)
  name: string;

  /** 第N届. */
  @IsOptional()
  @PlainText(30)
  edition?: string | null;

  /** 牵头申办单位, where the actor applies for several organisations. */
  @IfGiven()
  @IsUUID()
  leadOrganisationId?: string;
}

/** A unit that takes part beside the lead. A registered one is named by its id, and its name and kind are taken from there. */
export class PartyWishDto {
  @IsOptional()
  @IsUUID()
  organisationId?: string | null;

  @NotBlank()
  @PlainText(120)
  name: string;

  @IsIn(organisationKinds)
  kind:
    | 'ministry'
    | 'bureau'
    | 'association'
    | 'centralEnterprise'
    | 'massOrganisation'
    | 'enterprise'
    | 'school'
    | 'other';

  @IsIn(['lead', 'coHost', 'organiser', 'coOrganiser', 'technicalSupport'])
  part: 'lead' | 'coHost' | 'organiser' | 'coOrganiser' | 'technicalSupport';
}

/** An occupation: by edition and code, or by its name where the classification does not have it. */
export class OccupationWishDto {
  /** Of the row that stands, so that its documents stay with it. */
  @IsOptional()
  @IsUUID()
  id?: string | null;

  @IsOptional()
  @PlainText(20)
  edition?: string | null;

  @IsOptional()
  @Matches(/^\d-\d{2}(-\d{2}){0,2}$/)
  code?: string | null;

  /** Taken from the catalogue where edition and code are known there. */
  @NotBlank()
  @PlainText(100)
  name: string;

  /** 赛项方向. */
  @IsOptional()
  @PlainText(100)
  detail?: string | null;

  /** As stated; the catalogue comes first. */
  @IsOptional()
  @IsBoolean()
  standardExists?: boolean | null;

  /** 5 初级工 … 1 高级技师. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(5)
  standardTopLevel?: number | null;

  /** Why it belongs to a strategic field 国家战略重点领域. */
  @IsOptional()
  @PlainText(1000, true)
  strategicReason?: string | null;

  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(20)
  teamSize?: number;
}

/** A change of a draft or returned application. What is left out stays; lists are replaced as a whole. */
export class EditApplicationDto {
  @IfGiven()
  @IsInt()
  @Min(2000)
  @Max(2100)
  planYear?: number;

  @IfGiven()
  @IsInt()
  @Min(2000)
  @Max(2101)
  heldYear?: number;

  @IsOptional()
  @IsIn(['one', 'two'])
  class?: 'one' | 'two' | null;

  @IfGiven()
  @NotBlank()
  @PlainText(120)
  name?: string;

  @IsOptional()
  @PlainText(30)
  edition?: string | null;

  /** GB/T 4754. */
  @IsOptional()
  @Matches(/^[A-T](\d{2,4})?$/)
  industryCode?: string | null;

  /** Where the final is held. */
  @IsOptional()
  @Matches(/^\d{6}$/)
  placeDivisionCode?: string | null;

  @IsOptional()
  @CalendarDay()
  finalFrom?: string | null;

  @IsOptional()
  @CalendarDay()
  finalTo?: string | null;

  @IfGiven()
  @ValidateNested()
  @Type(() => ApplicationContentDto)
  content?: ApplicationContentDto;

  /** All but the lead. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => PartyWishDto)
  parties?: PartyWishDto[];

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  @Type(() => OccupationWishDto)
  occupations?: OccupationWishDto[];
}

export class WithdrawApplicationDto {
  @NotBlank()
  @PlainText(1000, true)
  reason: string;
}

/** An application of an earlier year as a draft for another one. */
export class CopyApplicationDto {
  @IsInt()
  @Min(2000)
  @Max(2100)
  planYear: number;

  /** 第N届 of the new one; left empty otherwise. */
  @IsOptional()
  @PlainText(30)
  edition?: string | null;
}

/** The actor's own applications. */
export class ApplicationFilterDto extends PageQuery {
  @IfGiven()
  @Type(() => Number)
  @IsInt()
  planYear?: number;

  @IfGiven()
  @IsIn(applicationStates)
  state?:
    | 'draft'
    | 'submitted'
    | 'accepted'
    | 'underReview'
    | 'returned'
    | 'granted'
    | 'grantedWithConditions'
    | 'declined'
    | 'withdrawn'
    | 'revoked';

  /** Part of the name. */
  @IfGiven()
  @PlainText(100)
  q?: string;
}
