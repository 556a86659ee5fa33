import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { type FloorState, timeRecordKinds, type TimeRecordKind } from './time-rules.js';

export const confirmationParts = ['competitor', 'floorJudge', 'chiefJudge'] as const;
export type ConfirmationPart = (typeof confirmationParts)[number];

/** A timed fact about one or many entries on the floor: for all of them or for none. */
export class RecordTime {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @IsUUID(undefined, { each: true })
  placementIds: string[];

  @IsIn(timeRecordKinds)
  kind: TimeRecordKind;

  /** When it happened; now, unless told. */
  @IsOptional()
  @IsISO8601({ strict: true })
  at?: string;

  /** Minutes of extra time 补时. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(600)
  minutes?: number;

  @IsOptional()
  @IsString()
  @MinLength(2)
  @MaxLength(500)
  reason?: string;

  /** Where a move leads. */
  @IsOptional()
  @IsUUID()
  toSessionId?: string;

  @IsOptional()
  @IsUUID()
  toWorkstationId?: string;
}

/** Takes a record back that was made by mistake; it stays in the history. */
export class VoidTime {
  @IsString()
  @MinLength(2)
  @MaxLength(500)
  reason: string;
}

export class TimeConfirmationDto {
  part: ConfirmationPart;
  by: string | null;
  at: string;
}

export class TimeRecordDto {
  id: string;
  kind: TimeRecordKind;
  at: string;
  minutes: number | null;
  reason: string | null;
  toSessionName: string | null;
  by: string | null;
  confirmations: TimeConfirmationDto[];
  /** Taken back, with the reason. */
  voidReason: string | null;
}

export class FloorDeductionDto {
  id: string;
  hundredths: number;
  reason: string;
  state: 'proposed' | 'approved' | 'refused';
  by: string | null;
  at: string;
}

/** One entry at its workstation, known by its entry number; never its work code. */
export class FloorPlaceDto {
  placementId: string;
  entryId: string;
  entryNumber: string | null;
  workstation: string | null;
  sessionId: string;
  moduleId: string;
  /** Of the entry in this module. */
  status: 'entered' | 'present' | 'absent' | 'withdrawn' | 'retired' | 'disqualified';
  state: FloorState;
  startedAt: string | null;
  stoppedAt: string | null;
  /** At `now` of the reply. */
  workedSeconds: number;
  allowedSeconds: number;
  records: TimeRecordDto[];
  deductions: FloorDeductionDto[];
}

export class FloorSessionDto {
  id: string;
  moduleId: string;
  moduleCode: string;
  moduleName: string;
  name: string;
  startsAt: string;
  endsAt: string;
  durationMinutes: number;
}

export class FloorWorkstationDto {
  id: string;
  code: string;
  state: 'usable' | 'spare' | 'failed';
}

export class FloorReply {
  skillId: string;
  skillName: string;
  skillNameEn: string | null;
  /** The server's clock: running times are counted on from here. */
  now: string;
  sessions: FloorSessionDto[];
  workstations: FloorWorkstationDto[];
  places: FloorPlaceDto[];
}

export class FloorPlaceList {
  items: FloorPlaceDto[];
}

export class FloorQuery {
  /** Only this session. */
  @IsOptional()
  @IsUUID()
  sessionId?: string;
}

export class ConfirmationPath {
  @IsUUID()
  eventId: string;

  @IsUUID()
  recordId: string;

  @IsIn(confirmationParts)
  part: ConfirmationPart;
}
