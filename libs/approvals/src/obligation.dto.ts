import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import type { AuthorityLevel } from '@luban/rulebook';
import { SaidDto } from '@luban/platform';

/** open 待提交, returned 退回补正, handedIn 待审核, checked 已审核. */
export const obligationStates = ['open', 'returned', 'handedIn', 'checked'] as const;
export type ObligationState = (typeof obligationStates)[number];

export const obligationKinds = [
  'summary',
  'technicalAnalysis',
  'baseTable',
  'nominations',
  'otherContests',
] as const;
export type ObligationKind = (typeof obligationKinds)[number];

export class ObligationFilterDto {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  planYear?: number;

  @IsOptional()
  @IsIn(obligationStates)
  state?: ObligationState;

  @IsOptional()
  @IsIn(obligationKinds)
  kind?: ObligationKind;

  @IsOptional()
  @IsUUID()
  applicationId?: string;

  /** Only those past their day and not handed in. */
  @IsOptional()
  @Type(() => String)
  @IsIn(['true', 'false'])
  overdue?: 'true' | 'false';

  /** Part of a contest's or host's name. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;
}

export class UndoObligationCheckDto {
  @IsString()
  @Length(2, 1000)
  reason: string;
}

export class ReturnObligationDto {
  @IsString()
  @Length(2, 1000)
  reason: string;
}

/** Where a duty stands. */
export class DutyCitationDto {
  article: SaidDto;
  source: string;
  @IsBoolean()
  verified: boolean;
}

/** Something owed after a contest. */
export class ObligationDto {
  id: string;
  applicationId: string;
  contest: string;
  hostName: string;
  level: AuthorityLevel;
  divisionCode: string;
  planYear: number;
  class: 'one' | 'two' | null;
  kind: ObligationKind;
  title: SaidDto;
  /** `YYYY-MM-DD`; null: no final day is known. */
  dueOn: string | null;
  /** Due with the next application, on the day its window closes. */
  dueWithNext: boolean;
  /** That window is not known yet: `dueOn` is 31 December of the year in which the contest is held. */
  dueExpected: boolean;
  state: ObligationState;
  overdue: boolean;
  handedInAt: string | null;
  fileName: string | null;
  note: string | null;
  checkedAt: string | null;
  returnedReason: string | null;
  citation: DutyCitationDto | null;
  eventId: string | null;
  /** The reader hands it in. */
  maySubmit: boolean;
  /** The reader checks it. */
  mayCheck: boolean;
  /** The reader takes back that it was checked. */
  mayUndoCheck: boolean;
}

/** How many stand where, over the whole filter but its state. */
export class ObligationCountsDto {
  open: number;
  returned: number;
  handedIn: number;
  checked: number;
  overdue: number;
}

export class ObligationListDto {
  items: ObligationDto[];
  counts: ObligationCountsDto;
  next: string | null;
}
