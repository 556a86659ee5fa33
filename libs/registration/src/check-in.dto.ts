import { Transform, Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';

export class RecordCheckIn {
  @IsUUID()
  entryId: string;

  /** Left out: every module of the skill. */
  @IsOptional()
  @IsUUID()
  moduleId?: string | null;

  @IsIn(['present', 'absent', 'withdrawn', 'retired', 'disqualified'])
  status: 'present' | 'absent' | 'withdrawn' | 'retired' | 'disqualified';

  /** Needed for `retired` and `disqualified`. */
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() || null : value))
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string | null;
}

export class CheckInQuery {
  @IsUUID()
  skillId: string;

  @IsUUID()
  moduleId: string;

  @IsOptional()
  @IsUUID()
  sessionId?: string;

  /** Part of an entry number, workstation or name. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  q?: string;

  /** Only entries that stand here; `waiting`: nothing recorded yet. */
  @IsOptional()
  @IsIn(['waiting', 'present', 'absent', 'withdrawn', 'retired', 'disqualified'])
  status?: 'waiting' | 'present' | 'absent' | 'withdrawn' | 'retired' | 'disqualified';

  @IsOptional()
  @IsUUID()
  after?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit?: number;
}

/** One entry at the check-in desk of a module. */
export class CheckInRow {
  entryId: string;
  entryNumber: string | null;
  teamName: string | null;
  groupName: string;
  delegationName: string;
  /** The names to compare with identity papers. */
  names: string[];
  sessionName: string | null;
  startsAt: Date | null;
  workstationCode: string | null;
  /** The latest finding for this module; `entered` when there is none. */
  status: 'entered' | 'present' | 'absent' | 'withdrawn' | 'retired' | 'disqualified';
  /** The entry as a whole. */
  entryStatus: 'entered' | 'present' | 'absent' | 'withdrawn' | 'retired' | 'disqualified';
  reason: string | null;
  at: Date | null;
  /** The record that can be undone; null when there is none. */
  checkInId: string | null;
}

export class CheckInCounts {
  waiting: number;
  present: number;
  absent: number;
  withdrawn: number;
  retired: number;
  disqualified: number;
}

export class CheckInPage {
  items: CheckInRow[];
  next: string | null;
  counts: CheckInCounts;
}

export class CheckInReply {
  id: string;
  entryId: string;
  moduleId: string;
  moduleCode: string;
  status: 'entered' | 'present' | 'absent' | 'withdrawn' | 'retired' | 'disqualified';
  reason: string | null;
  at: Date;
  by: string | null;
  byName: string | null;
  /** The earlier record that this one takes back. */
  undoesId: string | null;
}

export class CheckInList {
  items: CheckInReply[];
  /** The entry as a whole afterwards. */
  entryStatus: 'entered' | 'present' | 'absent' | 'withdrawn' | 'retired' | 'disqualified';
}
