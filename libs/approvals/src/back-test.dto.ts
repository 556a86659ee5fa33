import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';
import { SaidDto } from '@luban/platform';
import type { Grade } from '@luban/rulebook';
import { ApplicationFindingDto } from './application-reply.dto.js';

export class BackTestQuery {
  /** `applications`: decided ones within reach; `records`: contests of public records. */
  @IsOptional()
  @IsIn(['applications', 'records'])
  over: 'applications' | 'records' = 'applications';

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1949)
  @Max(2100)
  planYear?: number;

  /** Without a plan year: all of them, or the newest that has cases. */
  @IsOptional()
  @IsIn(['all', 'newest'])
  years: 'all' | 'newest' = 'all';

  /** Which lines: all of them, or those that flip, are declined, or are warned. The counts are of all. */
  @IsOptional()
  @IsIn(['all', 'flips', 'declined', 'warned'])
  only: 'all' | 'flips' | 'declined' | 'warned' = 'all';

  /** The `next` of the page before. */
  @IsOptional()
  @Matches(/^\d{1,7}$/)
  after?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit: number = 100;
}

export class TrialQuery {
  @IsUUID()
  applicationId: string;
}

/** A rule as it stands to one case: in short. */
export class BackTestFindingDto {
  rule: string;
  title: SaidDto;
  severity: 'passed' | 'warning' | 'blocking' | 'unknown';
  message: SaidDto;
  article: SaidDto;
  source: string;
  grade: Grade;
}

export class BackTestLineDto {
  /** The application; null for a record that has none. */
  applicationId: string | null;
  officialName: string;
  hosts: string | null;
  planYear: number;
  classThen: 'one' | 'two' | null;
  decisionThen: 'grant' | 'decline';
  decision: 'grant' | 'decline' | null;
  flips: boolean;
  /** Why the pack does not speak of it, as when it grants no such class; null: it is in scope. */
  outOfScope: SaidDto | null;
  /** What decides: the rules that block; where none does, those that passed and could have blocked. */
  deciding: BackTestFindingDto[];
  warnings: BackTestFindingDto[];
  /** Ids of rules that passed as well, and of those that could not be judged. */
  passed: string[];
  unknown: string[];
}

export class BackTestCountsDto {
  cases: number;
  inScope: number;
  outOfScope: number;
  granted: number;
  declined: number;
  flips: number;
  warned: number;
}

export class BackTestDto {
  packId: string;
  packCode: string;
  packTitle: SaidDto;
  /** The plan year looked at; null: all of them. */
  planYear: number | null;
  /** Plan years with cases, newest first. */
  planYears: number[];
  counts: BackTestCountsDto;
  items: BackTestLineDto[];
  next: string | null;
}

/** What a pack, a draft too, finds in one application as it stands. */
export class TrialDto {
  packId: string;
  applicationId: string;
  decision: 'grant' | 'decline';
  findings: ApplicationFindingDto[];
}
