import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import type { Role } from '@luban/audit';
import { eventLevels, type EventLevel, specialKinds, type SpecialKind } from './levels.js';
import type { SetUpPart } from './set-up-rules.js';
import { stages, type Stage } from './stages.js';

const day = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
/** GB/T 2260: six digits. */
const division = /^\d{6}$/;
/** GB/T 4754: a letter, and up to four digits. */
const industry = /^[A-T](\d{2,4})?$/;

/** What may be changed about an event. What is left out stays as it is; null empties it. */
export class EditEventDto {
  @IsOptional()
  @IsString()
  @Length(2, 200)
  name?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  nameEn?: string | null;

  @IsOptional()
  @IsIn(eventLevels)
  level?: EventLevel;

  @IsOptional()
  @IsIn(specialKinds)
  specialKind?: SpecialKind | null;

  /** 第N届. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  edition?: string | null;

  @IsOptional()
  @IsInt()
  @Min(1950)
  @Max(2100)
  heldYear?: number;

  /** GB/T 2260, six digits. */
  @IsOptional()
  @Matches(division)
  divisionCode?: string | null;

  /** GB/T 4754, for example `C` or `C35`. */
  @IsOptional()
  @Matches(industry)
  industryCode?: string | null;

  /** IANA name, for example `Asia/Shanghai`. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  timeZone?: string;

  /** First day, `YYYY-MM-DD`, in the event's zone. */
  @IsOptional()
  @Matches(day)
  startsOn?: string;

  /** Last day, `YYYY-MM-DD`, in the event's zone. */
  @IsOptional()
  @Matches(day)
  endsOn?: string;

  @IsOptional()
  @IsISO8601({ strict: true })
  registrationOpensAt?: string | null;

  @IsOptional()
  @IsISO8601({ strict: true })
  registrationClosesAt?: string | null;

  /** Refused unless null: a class is granted by the authority through an application. */
  @IsOptional()
  @IsString()
  @MaxLength(20)
  class?: string | null;
}

export class CreateEventDto extends EditEventDto {
  @IsString()
  @Length(2, 200)
  declare name: string;

  @IsIn(eventLevels)
  declare level: EventLevel;

  /** Left out: the year of the first day. */
  @IsOptional()
  @IsInt()
  @Min(1950)
  @Max(2100)
  declare heldYear?: number;

  @Matches(day)
  declare startsOn: string;

  @Matches(day)
  declare endsOn: string;

  /** 主办. Left out: the organisation of whoever creates it. */
  @IsOptional()
  @IsUUID()
  hostOrganisationId?: string;

  /** 承办; the host's own organisation where it runs the event itself. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  organiserOrganisationIds?: string[];
}

/** Next year's event from this one. */
export class CloneEventDto {
  @IsString()
  @Length(2, 200)
  name: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  nameEn?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(60)
  edition?: string | null;

  @IsOptional()
  @IsInt()
  @Min(1950)
  @Max(2100)
  heldYear?: number;

  /** Everything dated moves by as many days as this lies after the first event's first day. */
  @Matches(day)
  startsOn: string;
}

export class EventFilterDto {
  @IsOptional()
  @IsIn(eventLevels)
  level?: EventLevel;

  @IsOptional()
  @IsIn(stages)
  stage?: Stage;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  year?: number;

  /** Part of the name, in either language. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  after?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;
}

export class StageChangeDto {
  @IsIn(stages)
  to: Stage;

  /** Needed for a step back. */
  @ValidateIf((change: StageChangeDto) => change.reason != null)
  @IsString()
  @Length(2, 500)
  reason?: string | null;
}

/** An organisation's part, with the organisation's names. */
export class PartyDto {
  id: string;
  organisationId: string;
  part: 'host' | 'organiser' | 'coOrganiser';
  name: string;
  nameEn: string | null;
}

export class PartyListDto {
  items: PartyDto[];
  next: string | null;
}

/** A line of a list of events. */
export class EventListItemDto {
  id: string;
  name: string;
  nameEn: string | null;
  level: EventLevel;
  class: 'one' | 'two' | null;
  specialKind: SpecialKind | null;
  edition: string | null;
  heldYear: number;
  divisionCode: string | null;
  industryCode: string | null;
  timeZone: string;
  startsOn: string;
  endsOn: string;
  stage: Stage;
  demo: boolean;
  skillCount: number;
  /** The first host's name. */
  hostName: string | null;
  hostNameEn: string | null;
  version: number;
}

export class EventListDto {
  items: EventListItemDto[];
  next: string | null;
}

/** How much of the set-up is there. */
export class EventCountsDto {
  skills: number;
  groups: number;
  modules: number;
  sessions: number;
  venues: number;
  workstationsUsable: number;
  workstationsSpare: number;
  workstationsFailed: number;
}

/** What the reader may do here, as the event stands now. */
export class EventMayDto {
  /** Parts of the set-up that may be changed. */
  change: SetUpPart[];
  /** An organiser without the host's part changes the registration window only. */
  registrationWindowOnly: boolean;
  clone: boolean;
  delete: boolean;
  stage: boolean;
}

export class EventDto {
  id: string;
  name: string;
  nameEn: string | null;
  level: EventLevel;
  class: 'one' | 'two' | null;
  specialKind: SpecialKind | null;
  edition: string | null;
  heldYear: number;
  divisionCode: string | null;
  industryCode: string | null;
  timeZone: string;
  startsOn: string;
  endsOn: string;
  registrationOpensAt: string | null;
  registrationClosesAt: string | null;
  stage: Stage;
  clonedFromId: string | null;
  demo: boolean;
  createdAt: string;
  version: number;
  parties: PartyDto[];
  counts: EventCountsDto;
  /** The reader's roles in this event. */
  roles: Role[];
  may: EventMayDto;
}

/** The id of what was created, and its version for `If-Match`. */
export class CreatedDto {
  id: string;
  version: number;
}
