import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';
import { PageQuery } from '@luban/platform';
import { PlainText } from './application-text.js';
import { ReviewBarDto } from './review-reply.dto.js';
import { applicationStates } from './transitions.js';

export const deskQueues = [
  'toAccept',
  'toReview',
  'returned',
  'amendments',
  'conditions',
  'decided',
  'all',
] as const;

/** Which applications the desk shows; the same words stand in the address of the page. */
export class DeskFilterDto {
  /**
   * What waits: to be accepted, to be reviewed, with the applicant for completion, amendments to be decided,
   * conditions reported or overdue, decided, or all that was submitted.
   */
  @IsOptional()
  @IsIn(deskQueues)
  queue: 'toAccept' | 'toReview' | 'returned' | 'amendments' | 'conditions' | 'decided' | 'all' = 'all';

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  year?: number;

  @IsOptional()
  @IsIn(['nationalIndustry', 'provincial', 'municipal', 'county'])
  level?: 'nationalIndustry' | 'provincial' | 'municipal' | 'county';

  /** Of the authority, `330000`: it and what lies in it. */
  @IsOptional()
  @Matches(/^\d{6}$/)
  area?: string;

  @IsOptional()
  @IsIn(['one', 'two', 'none'])
  class?: 'one' | 'two' | 'none';

  @IsOptional()
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

  /** GB/T 4754: a section with all in it. */
  @IsOptional()
  @Matches(/^[A-T]?\d{0,4}$/)
  industry?: string;

  /** Where the final is held: `330000` is all of the province. */
  @IsOptional()
  @Matches(/^\d{6}$/)
  place?: string;

  /** Only what should have moved on. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  overdue?: boolean;

  /** With at least one finding of this kind at its last submission; `clean`: with none of them. */
  @IsOptional()
  @IsIn(['blocking', 'warning', 'unknown', 'clean'])
  findings?: 'blocking' | 'warning' | 'unknown' | 'clean';

  /** Part of the name, the lead applicant or an occupation (also its code). */
  @IsOptional()
  @PlainText(100)
  q?: string;
}

/** A page of the desk. */
export class DeskQueryDto extends DeskFilterDto {
  @IsOptional()
  @IsUUID()
  after?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit: number = new PageQuery().limit;
}

/** How many findings of each kind. */
export class FindingCountsDto {
  passed: number;
  warning: number;
  blocking: number;
  unknown: number;
}

/** An application as a line of the desk. */
export class DeskRowDto {
  id: string;
  version: number;
  name: string;
  edition: string | null;
  level: 'nationalIndustry' | 'provincial' | 'municipal' | 'county';
  divisionCode: string;
  divisionName: string | null;
  planYear: number;
  heldYear: number;
  class: 'one' | 'two' | null;
  leadName: string;
  occupations: string[];
  industryCode: string | null;
  industryName: string | null;
  placeName: string | null;
  finalFrom: string | null;
  finalTo: string | null;
  state:
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
  submittedAt: Date;
  /** How often it was submitted. */
  submissions: number;
  /** When it came to the state it is in. */
  since: Date;
  daysWaiting: number;
  dueAt: Date | null;
  overdue: boolean;
  findings: FindingCountsDto;
  openConditions: number;
  overdueConditions: number;
  reportedConditions: number;
  waitingAmendments: number;
  /** What the reader may do with it now. */
  actions: string[];
  /** Why the reader stands aside. */
  bar: ReviewBarDto | null;
  historic: boolean;
  demo: boolean;
}

export class DeskCountsDto {
  toAccept: number;
  toReview: number;
  returned: number;
  amendments: number;
  conditions: number;
  decided: number;
  all: number;
  overdue: number;
}

export class DeskStateCountDto {
  state: string;
  count: number;
}

export class DeskPageDto {
  items: DeskRowDto[];
  next: string | null;
  /** Of all queues under the same filters. */
  counts: DeskCountsDto;
  states: DeskStateCountDto[];
  /** Plan years of which there is anything, newest first. */
  years: number[];
}
