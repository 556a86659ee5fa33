import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { SaidDto } from '@luban/platform';

/** Places of one delegation, or of each, in a skill and group, or in the skill as a whole. */
export class QuotaCell {
  /** Null: of each delegation that has no number of its own. */
  @IsOptional()
  @IsUUID()
  delegationId: string | null;

  @IsUUID()
  skillId: string;

  /** Null: in the skill as a whole, all groups together. */
  @IsOptional()
  @IsUUID()
  groupId: string | null;

  /** Null takes the number away: no limit by this cell. */
  @ValidateIf((cell: QuotaCell) => cell.places !== null)
  @IsInt()
  @Min(0)
  @Max(10_000)
  places: number | null;
}

export class SetQuotas {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10_000)
  @ValidateNested({ each: true })
  @Type(() => QuotaCell)
  cells: QuotaCell[];
}

/** A delegation that has more entries than places. */
export class OverfullQuota {
  delegationId: string;
  skillId: string;
  groupId: string | null;
  places: number;
  entries: number;
  message: SaidDto;
}

export class QuotaGroup {
  id: string;
  code: string;
  name: string;
}

/** A skill to enter for, with its groups. */
export class QuotaSkill {
  id: string;
  code: string;
  name: string;
  nameEn: string | null;
  teamSize: number;
  ageYearsMax: number | null;
  drawn: boolean;
  groups: QuotaGroup[];
}

export class QuotaReply {
  /** Name it in `If-Match` when setting quotas. */
  version: number;
  cells: QuotaCell[];
  overfull: OverfullQuota[];
  /** The skills and groups that there are, in their order. */
  skills: QuotaSkill[];
  /** What is used, by delegation, skill and group. */
  used: QuotaUse[];
}

export class QuotaUse {
  delegationId: string;
  skillId: string;
  groupId: string;
  entries: number;
}
