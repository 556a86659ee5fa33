import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min, MinLength } from 'class-validator';

export class MovePlacement {
  @IsUUID()
  sessionId: string;

  @IsUUID()
  workstationId: string;

  @IsString()
  @MinLength(2)
  @MaxLength(500)
  reason: string;
}

export class FailWorkstation {
  @IsUUID()
  workstationId: string;

  /** Where its entries go; left out: the first spare, otherwise the first usable workstation, that is free. */
  @IsOptional()
  @IsUUID()
  toWorkstationId?: string | null;

  @IsString()
  @MinLength(2)
  @MaxLength(500)
  reason: string;
}

export class PlacementQuery {
  @IsOptional()
  @IsUUID()
  moduleId?: string;

  @IsOptional()
  @IsUUID()
  sessionId?: string;

  @IsOptional()
  @IsString()
  @MaxLength(60)
  q?: string;

  @IsOptional()
  @IsUUID()
  after?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1000)
  limit?: number;
}

/** Where an entry competes in a module. No work code: who sits where and whose work is whose are two maps. */
export class PlacementReply {
  id: string;
  entryId: string;
  entryNumber: string | null;
  groupName: string;
  moduleId: string;
  moduleCode: string;
  moduleName: string;
  sessionId: string;
  sessionName: string;
  startsAt: Date;
  endsAt: Date;
  workstationId: string | null;
  workstationCode: string | null;
  status: 'entered' | 'present' | 'absent' | 'withdrawn' | 'retired' | 'disqualified';
  /** Only for host and organiser; null for floor staff. */
  delegationName: string | null;
  names: string[] | null;
  version: number;
  /** Why it was moved since the draw, latest first. */
  moves: PlacementMoveReply[];
}

export class PlacementMoveReply {
  fromSessionName: string;
  fromWorkstationCode: string | null;
  reason: string;
  at: Date;
}

export class PlacementPage {
  items: PlacementReply[];
  next: string | null;
}

/** What became of a failed workstation's entries. */
export class WorkstationFailure {
  workstationId: string;
  toWorkstationId: string | null;
  toWorkstationCode: string | null;
  moved: PlacementReply[];
}
