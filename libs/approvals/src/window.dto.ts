import { IsIn, IsInt, IsISO8601, IsOptional, Matches, Max, Min, ValidateIf } from 'class-validator';
import { Type } from 'class-transformer';
import { authorityLevels } from '@luban/rulebook';
import { PlainText } from './application-text.js';
import { ApplicationWindowDto } from './application-reply.dto.js';

const IfGiven = (): PropertyDecorator => ValidateIf((_, value: unknown) => value !== undefined);

/** Which window: an authority's level and area, and the plan year. */
export class WindowPlaceDto {
  @IsIn(authorityLevels)
  level: 'nationalIndustry' | 'provincial' | 'municipal' | 'county';

  @Matches(/^\d{6}$/)
  divisionCode: string;

  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  planYear: number;
}

/** When applications of a plan year are received: from `opensAt` on, until before `closesAt`; to the second. */
export class SetWindowDto {
  /** ISO 8601 with its zone: `2026-11-01T09:00:00+08:00`. */
  @IsISO8601({ strict: true })
  opensAt: string;

  @IsISO8601({ strict: true })
  closesAt: string;

  /** 发文字号 or address of the call. */
  @IsOptional()
  @PlainText(200)
  notice?: string | null;

  /** Why it is changed once it has been set. */
  @IsOptional()
  @PlainText(500, true)
  reason?: string | null;
}

/** Closes it now, by the server's clock. */
export class CloseWindowDto {
  @IsOptional()
  @PlainText(500, true)
  reason?: string | null;
}

export class WindowFilterDto {
  @IfGiven()
  @IsIn(authorityLevels)
  level?: 'nationalIndustry' | 'provincial' | 'municipal' | 'county';

  @IfGiven()
  @Matches(/^\d{6}$/)
  divisionCode?: string;

  @IfGiven()
  @Type(() => Number)
  @IsInt()
  planYear?: number;
}

/** A window with the name of its authority, and whether the actor keeps it. */
export class WindowRowDto extends ApplicationWindowDto {
  divisionName: string | null;
  /** The authorities of this level and area. */
  authorityNames: string[];
  mine: boolean;
}

/** An authority that grants class status: to whom one may apply. */
export class WindowAuthorityDto {
  level: 'nationalIndustry' | 'provincial' | 'municipal' | 'county';
  divisionCode: string;
  divisionName: string | null;
  authorityNames: string[];
  /** The actor opens and closes its windows. */
  mine: boolean;
}

export class WindowListDto {
  items: WindowRowDto[];
  next: string | null;
  /** All authorities that receive applications. */
  authorities: WindowAuthorityDto[];
  /** The server's clock when this was answered. */
  serverTime: string;
}
