import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsUUID } from 'class-validator';
import type { AuthorityLevel } from '@luban/rulebook';

export class ClassStatusFilterDto {
  @IsOptional()
  @IsUUID()
  applicationId?: string;

  @IsOptional()
  @IsUUID()
  eventId?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  planYear?: number;
}

/** An occupation as granted, with the skills of the event that hold it. */
export class GrantedOccupationDto {
  name: string;
  detail: string | null;
  code: string | null;
  teamSize: number;
  /** Whether the event has a skill for it; null while there is no event. */
  held: boolean | null;
}

/** Class status as granted, for one plan year and edition. */
export class ClassStatusDto {
  applicationId: string;
  level: AuthorityLevel;
  divisionCode: string;
  planYear: number;
  heldYear: number;
  class: 'one' | 'two' | null;
  officialName: string;
  edition: string | null;
  occupations: GrantedOccupationDto[];
  grantedAt: string;
  /** 发文字号 of the list in which it was published; null: not yet. */
  documentNumber: string | null;
  publishedAt: string | null;
  /** Its event; null until the plan is published and the event is open. */
  eventId: string | null;
  endedAt: string | null;
  endReason: string | null;
}

export class ClassStatusListDto {
  items: ClassStatusDto[];
  next: string | null;
}
