import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { PageQuery } from '@luban/platform';
import { type InsightLevel, insightLevels } from './insight-scope.js';

/** Which contests are looked at: without level and area those of the reader's own authority. */
export class InsightQuery {
  @IsOptional()
  @IsIn(insightLevels)
  level?: InsightLevel;

  /** GB/T 2260, six digits; `000000` is the whole country. */
  @IsOptional()
  @Matches(/^\d{6}$/)
  area?: string;
}

export class YearQuery extends InsightQuery {
  /** Plan year; without one the latest that holds anything. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1949)
  @Max(2199)
  year?: number;
}

export const contestStages = ['granted', 'published', 'open', 'held'] as const;
export type ContestStage = (typeof contestStages)[number];

/**
 * Behind a figure: the contests that it counts. Each filter is what a bar or tile stands for; several are all to be met.
 * `none` is "not stated" wherever a fact may be missing.
 */
export class ContestQuery extends PageQuery {
  /** Plan year. */
  @Type(() => Number)
  @IsInt()
  @Min(1949)
  @Max(2199)
  year: number;

  @IsOptional()
  @IsIn(insightLevels)
  level?: InsightLevel;

  @IsOptional()
  @Matches(/^\d{6}$/)
  area?: string;

  @IsOptional()
  @IsIn(['one', 'two', 'none'])
  class?: 'one' | 'two' | 'none';

  @IsOptional()
  @IsString()
  @MaxLength(40)
  state?: string;

  /** `open`: not decided yet; `held`: it has an event. */
  @IsOptional()
  @IsIn(contestStages)
  stage?: ContestStage;

  /** Section of GB/T 4754: `C`. */
  @IsOptional()
  @Matches(/^([A-Z]|none)$/)
  industry?: string;

  /** Where the final is held; `outside`: not in the area looked at. */
  @IsOptional()
  @Matches(/^(\d{6}|none|outside)$/)
  place?: string;

  /** Where the lead applicant is. */
  @IsOptional()
  @Matches(/^(\d{6}|none|outside)$/)
  applicant?: string;

  /** Of the final: `10,11,12`; `earlier`, `later` than the plan year, `none`. */
  @IsOptional()
  @Matches(/^(\d{1,2}|earlier|later|none)(,(\d{1,2}|earlier|later|none))*$/)
  @MaxLength(80)
  months?: string;

  /** Major class 大类 of an occupation of the contest: `6`. */
  @IsOptional()
  @Matches(/^(\d|none)$/)
  major?: string;

  /** Key of an occupation, as the figure gives it. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  occupation?: string;

  /** Contests with a new occupation 新职业, or with one never granted before. */
  @IsOptional()
  @IsIn(['new', 'firstTime', 'green', 'digital'])
  covers?: 'new' | 'firstTime' | 'green' | 'digital';

  @IsOptional()
  @IsIn(['open', 'overdue'])
  conditions?: 'open' | 'overdue';

  @IsOptional()
  @IsIn(['open', 'overdue'])
  obligations?: 'open' | 'overdue';
}

export class FiledContestQuery extends PageQuery {
  /** Plan year. */
  @Type(() => Number)
  @IsInt()
  @Min(1949)
  @Max(2199)
  year: number;

  @IsOptional()
  @IsIn(insightLevels)
  level?: InsightLevel;

  @IsOptional()
  @Matches(/^\d{6}$/)
  area?: string;
}

/** Which yearly reports. */
export class ReportQuery extends PageQuery {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1949)
  @Max(2199)
  year?: number;

  @IsOptional()
  @IsIn(insightLevels)
  level?: InsightLevel;

  @IsOptional()
  @Matches(/^\d{6}$/)
  area?: string;
}
