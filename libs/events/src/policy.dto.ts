import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { SaidDto } from '@luban/platform';
import { IfGiven } from './if-given.js';
import {
  type PanelChoice,
  panelChoices,
  type PolicyParameter,
  type TieBreakChoice,
  tieBreakChoices,
} from './skill-policy.js';

const award = /^[a-zA-Z][a-zA-Z0-9]{1,30}$/;

/** 理论 / 实操 in hundredths of a percent, together 10000. */
export class PartWeightsDto {
  @IsInt()
  @Min(1)
  @Max(9999)
  theoryHundredths: number;

  @IsInt()
  @Min(1)
  @Max(9999)
  practiceHundredths: number;
}

export class PrizeRankDto {
  /** `firstPrize`, `gold` …, or the contest's own code. */
  @Matches(award)
  award: string;

  @IsInt()
  @Min(1)
  @Max(100_000)
  from: number;

  @IsInt()
  @Min(1)
  @Max(100_000)
  to: number;
}

export class PrizePercentageDto {
  @Matches(award)
  award: string;

  /** 10 % = 1000. */
  @IsInt()
  @Min(1)
  @Max(10_000)
  percentHundredths: number;
}

/** What an organiser may set within a named policy. What is left out stays as the policy ships it. */
export class PolicyParametersDto {
  /** Null: parts are plainly added. */
  @IsOptional()
  @ValidateNested()
  @Type(() => PartWeightsDto)
  partWeights?: PartWeightsDto | null;

  /** In the order applied; only where ranks never tie. */
  @IfGiven()
  @IsArray()
  @ArrayUnique()
  @IsIn(tieBreakChoices, { each: true })
  tieBreaks?: TieBreakChoice[];

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => PrizeRankDto)
  prizeRanks?: PrizeRankDto[];

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => PrizePercentageDto)
  prizePercentages?: PrizePercentageDto[];

  /** How a fraction of an entrant is rounded. */
  @IfGiven()
  @IsIn(['floor', 'ceil', 'halfUp'])
  countRounding?: 'floor' | 'ceil' | 'halfUp';

  @IfGiven()
  @IsIn(panelChoices)
  panel?: PanelChoice;
}

/** A named policy with the contest's own parameters. */
export class PolicyChoiceDto {
  @IsString()
  @MaxLength(60)
  name: string;

  @IfGiven()
  @ValidateNested()
  @Type(() => PolicyParametersDto)
  parameters?: PolicyParametersDto;
}

/** One rule of a policy as it is applied, with where it stands written and how sure that is. */
export class PolicyClauseDto {
  /** What it decides: `scale`, `judgement`, `rounding`, `parts`, `deductions`, `statuses`, `rank`, `tieBreak`, `award` … */
  about: string;
  /** The awards, separated by commas, or what a tie-break compares; null otherwise. */
  of: string | null;
  id: string;
  text: SaidDto;
  source: string;
  year: number | null;
  scope: string;
  grade: 'verified' | 'verified-unofficial' | 'recalled' | 'design';
}

/** A policy for reading: what it is called, what may be set, what is set, every clause. */
export class PolicyDto {
  name: string;
  title: SaidDto;
  editable: PolicyParameter[];
  parameters: PolicyParametersDto;
  clauses: PolicyClauseDto[];
}

export class PolicyListDto {
  items: PolicyDto[];
  next: string | null;
}
