import {
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { PageQuery, SaidDto } from '@luban/platform';
import { type AuthorityLevel, authorityLevels, type ContestClass } from '@luban/rulebook';
import { DutyDto, NamingDto, RuleDto, RulePackContentDto } from './rule-pack-content.dto.js';

export class RulePackQuery extends PageQuery {
  @IsOptional()
  @IsIn(authorityLevels)
  level?: AuthorityLevel;

  @IsOptional()
  @Matches(/^\d{6}$/)
  divisionCode?: string;
}

/** Makes a draft from an old pack, for a level and area that one acts for. */
export class NewRulePackDto {
  @IsUUID()
  basedOnId: string;

  /** Lower-case letters, figures and hyphens: `class-status-2024`. */
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  @Length(3, 60)
  code: string;

  /** That of the old pack unless given. */
  @IsOptional()
  @IsString()
  @Length(1, 100)
  titleZh?: string;

  @IsOptional()
  @IsString()
  @Length(1, 200)
  titleEn?: string;

  @IsOptional()
  @IsInt()
  @Min(1949)
  @Max(2100)
  year?: number;

  /** May be left out by whoever acts for one area only. */
  @IsOptional()
  @IsIn(authorityLevels)
  level?: AuthorityLevel;

  @IsOptional()
  @Matches(/^\d{6}$/)
  divisionCode?: string;
}

/** Changes a draft. What is given replaces the whole of that part; it is validated as a pack, fault by fault. */
export class EditRulePackDto {
  @IsOptional()
  @IsObject()
  title?: SaidDto;

  @IsOptional()
  @IsInt()
  year?: number;

  @IsOptional()
  @IsArray()
  classes?: ContestClass[];

  @IsOptional()
  @IsObject()
  naming?: NamingDto;

  @IsOptional()
  @IsArray()
  rules?: RuleDto[];

  @IsOptional()
  @IsArray()
  duties?: DutyDto[];
}

export class PutInForceDto {
  /** From this day on, China time; today at the earliest. */
  @IsISO8601({ strict: true })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  inForceFrom: string;

  /** By which document, or why. */
  @IsString()
  @Length(1, 500)
  reason: string;
}

export class TakeBackQuery {
  @IsString()
  @Length(1, 500)
  reason: string;
}

export class DifferenceQuery {
  /** The pack to compare with; the one it is based on unless given. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  from?: string;
}

export const packStates = ['draft', 'scheduled', 'inForce', 'past'] as const;
export type PackState = (typeof packStates)[number];

export class RulePackForceDto {
  id: string;
  inForceFrom: string;
  /** The day before the next pack begins; null: until further notice. */
  inForceUntil: string | null;
  reason: string | null;
  at: Date;
  /** Who put it in force; null: it came with the product. */
  byName: string | null;
  /** Taken back before its day. */
  endedAt: Date | null;
}

/** What was done to a pack, by whom. */
export class RulePackStepDto {
  at: Date;
  text: SaidDto;
  byName: string | null;
  reason: string | null;
}

export class RulePackSummaryDto {
  id: string;
  code: string;
  title: SaidDto;
  level: AuthorityLevel;
  divisionCode: string;
  /** Null: the whole country. */
  areaName: string | null;
  year: number;
  shipped: boolean;
  basedOnId: string | null;
  createdAt: Date;
  version: number;
  ruleCount: number;
  /** Rules whose clause is unverified. */
  unverifiedCount: number;
  state: PackState;
  inForceFrom: string | null;
  inForceUntil: string | null;
  /** Whether whoever asks acts for this level and area. */
  mine: boolean;
}

export class RulePackListDto {
  items: RulePackSummaryDto[];
  next: string | null;
}

export class RulePackDto extends RulePackSummaryDto {
  content: RulePackContentDto;
  basedOnTitle: SaidDto | null;
  createdByName: string | null;
  /** When it was and will be in force, and what was taken back. */
  forces: RulePackForceDto[];
  /** Who did what with it, newest first; the last hundred. */
  history: RulePackStepDto[];
  /** What whoever asks may do with it now. */
  actions: RulePackAction[];
}

export type RulePackAction = 'edit' | 'putInForce' | 'takeBack' | 'delete' | 'derive';

export class FieldDifferenceDto {
  label: SaidDto;
  before: SaidDto | null;
  after: SaidDto | null;
}

export class PackDifferenceDto {
  part: 'pack' | 'rule' | 'duty';
  id: string | null;
  title: SaidDto;
  change: 'added' | 'removed' | 'changed';
  fields: FieldDifferenceDto[];
}

export class PackDifferenceListDto {
  fromId: string;
  fromCode: string;
  fromTitle: SaidDto;
  items: PackDifferenceDto[];
}
