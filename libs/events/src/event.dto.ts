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
} from 'class-validator';
import { PageQuery } from '@luban/platform';
import { IfGiven } from './if-given.js';
import { eventLevels, type EventLevel, specialKinds, type SpecialKind } from './levels.js';
import { stages, type Stage } from './stages.js';

const day = /^[12]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
/** GB/T 2260: six digits. */
const division = /^\d{6}$/;
/** GB/T 4754: a letter, and up to four digits. */
const industry = /^[A-T](\d{2,4})?$/;

/** What every event may say about itself. Null empties it. */
export class EventDetailsDto {
  @IsOptional()
  @IsString()
  @MaxLength(200)
  nameEn?: string | null;

  @IsOptional()
  @IsIn(specialKinds)
  specialKind?: SpecialKind | null;

  /** 第N届. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  edition?: string | null;

  /** Left out on creation: the year of the first day. */
  @IfGiven()
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

  /** IANA name; Asia/Shanghai unless given. */
  @IfGiven()
  @IsString()
  @MaxLength(60)
  timeZone?: string;

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

export class CreateEventDto extends EventDetailsDto {
  @IsString()
  @Length(2, 200)
  name: string;

  @IsIn(eventLevels)
  level: EventLevel;

  /** First day, `YYYY-MM-DD`, in the event's zone. */
  @Matches(day)
  startsOn: string;

  /** Last day, `YYYY-MM-DD`, in the event's zone. */
  @Matches(day)
  endsOn: string;

  /** 主办. Left out: the organisation of whoever creates it. */
  @IfGiven()
  @IsUUID()
  hostOrganisationId?: string;

  /** 承办; the host's own organisation where it runs the event itself. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  organiserOrganisationIds?: string[];
}

/** What is left out stays as it is. */
export class EditEventDto extends EventDetailsDto {
  @IfGiven()
  @IsString()
  @Length(2, 200)
  name?: string;

  @IfGiven()
  @IsIn(eventLevels)
  level?: EventLevel;

  /** First day, `YYYY-MM-DD`, in the event's zone. */
  @IfGiven()
  @Matches(day)
  startsOn?: string;

  /** Last day, `YYYY-MM-DD`, in the event's zone. */
  @IfGiven()
  @Matches(day)
  endsOn?: string;
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

  @IfGiven()
  @IsInt()
  @Min(1950)
  @Max(2100)
  heldYear?: number;

  /** Everything dated moves by as many days as this lies after the first event's first day. */
  @Matches(day)
  startsOn: string;
}

export class EventFilterDto extends PageQuery {
  @IfGiven()
  @IsIn(eventLevels)
  level?: EventLevel;

  @IfGiven()
  @IsIn(stages)
  stage?: Stage;

  /** The year it is held. */
  @IfGiven()
  @Type(() => Number)
  @IsInt()
  year?: number;

  /** Part of the name, in either language. */
  @IfGiven()
  @IsString()
  @MaxLength(100)
  q?: string;
}

export class StageChangeDto {
  @IsIn(stages)
  to: Stage;

  /** Needed for a step back. */
  @IsOptional()
  @IsString()
  @Length(2, 500)
  reason?: string | null;
}
