import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';

/** Finals of a calendar year; left out: the one that most applications under review are for. */
export class DeskCalendarQueryDto {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  year?: number;

  @IsOptional()
  @IsIn(['nationalIndustry', 'provincial', 'municipal', 'county'])
  level?: 'nationalIndustry' | 'provincial' | 'municipal' | 'county';

  @IsOptional()
  @Matches(/^\d{6}$/)
  area?: string;
}

/** A final in the calendar. */
export class CalendarContestDto {
  id: string;
  name: string;
  leadName: string;
  level: 'nationalIndustry' | 'provincial' | 'municipal' | 'county';
  class: 'one' | 'two' | null;
  planYear: number;
  state: string;
  finalFrom: string;
  finalTo: string;
  placeDivisionCode: string | null;
  placeName: string | null;
  occupations: string[];
}

/** Two finals in the same weeks that share an occupation, the city, or both. */
export class CalendarCollisionDto {
  one: string;
  other: string;
  kind: 'occupation' | 'place' | 'both';
  sharedOccupations: string[];
  /** Monday of the first week in which both are held. */
  weekOf: string;
}

export class DeskCalendarDto {
  year: number;
  contests: CalendarContestDto[];
  /** Each pair once. */
  collisions: CalendarCollisionDto[];
}
