import {
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
import { IfGiven } from './if-given.js';
import { codePattern as code } from './code-pattern.js';

/** A group 组别: `worker` 职工, `student` 学生, or a code of the organiser's own. */
export class CreateGroupDto {
  @Matches(code)
  code: string;

  /** Left out for `worker` and `student`: 职工组, 学生组. */
  @IfGiven()
  @IsString()
  @Length(1, 60)
  name?: string;
}

export class EditGroupDto {
  @IfGiven()
  @Matches(code)
  code?: string;

  @IfGiven()
  @IsString()
  @Length(1, 60)
  name?: string;

  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(1000)
  position?: number;
}

export class CreateModuleDto {
  @Matches(code)
  code: string;

  @IsString()
  @Length(1, 100)
  name: string;

  /** Day of the event, from 1. */
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(60)
  day?: number;

  @IsInt()
  @Min(1)
  @Max(10_000)
  durationMinutes: number;

  /** Hundredths of a percent (20 % = 2000); null or left out: marks are summed as they are. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(10_000)
  weightHundredths?: number | null;

  @IfGiven()
  @IsIn(['theory', 'practice'])
  part?: 'theory' | 'practice';

  /** `list`: marks come in from a list by entry number (theory papers). */
  @IfGiven()
  @IsIn(['scheme', 'list'])
  markedBy?: 'scheme' | 'list';
}

export class EditModuleDto {
  @IfGiven()
  @Matches(code)
  code?: string;

  @IfGiven()
  @IsString()
  @Length(1, 100)
  name?: string;

  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(60)
  day?: number;

  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(10_000)
  durationMinutes?: number;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(10_000)
  weightHundredths?: number | null;

  @IfGiven()
  @IsIn(['theory', 'practice'])
  part?: 'theory' | 'practice';

  @IfGiven()
  @IsIn(['scheme', 'list'])
  markedBy?: 'scheme' | 'list';

  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(1000)
  position?: number;
}

class SessionTimesDto {
  @IsString()
  @Length(1, 60)
  name: string;

  /** ISO 8601 with the zone, for example `2027-05-11T09:00:00+08:00`. */
  @IsISO8601({ strict: true })
  startsAt: string;

  @IsISO8601({ strict: true })
  endsAt: string;
}

export class CreateSessionDto extends SessionTimesDto {
  @IsUUID()
  moduleId: string;
}

/** A session within a new skill, whose modules have no ids yet. */
export class NewSkillSessionDto extends SessionTimesDto {
  @Matches(code)
  moduleCode: string;
}

export class EditSessionDto {
  @IfGiven()
  @IsString()
  @Length(1, 60)
  name?: string;

  @IfGiven()
  @IsISO8601({ strict: true })
  startsAt?: string;

  @IfGiven()
  @IsISO8601({ strict: true })
  endsAt?: string;
}

/** Many workstations at once. */
export class CreateWorkstationsDto {
  /** `A01–A24`, or codes separated by commas. */
  @IsString()
  @Length(1, 5000)
  codes: string;

  @IfGiven()
  @IsIn(['usable', 'spare', 'failed'])
  state?: 'usable' | 'spare' | 'failed';

  /** Left out: the skill's venue. */
  @IsOptional()
  @IsUUID()
  venueId?: string | null;
}

export class EditWorkstationDto {
  @IfGiven()
  @IsIn(['usable', 'spare', 'failed'])
  state?: 'usable' | 'spare' | 'failed';

  @IsOptional()
  @IsUUID()
  venueId?: string | null;

  /** Why, when a workstation fails or comes back: kept in the history. */
  @IsOptional()
  @IsString()
  @MaxLength(300)
  reason?: string | null;
}
