import {
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
} from 'class-validator';
import { SaidDto } from '@luban/platform';

export class AddDelegation {
  /** Unique in the event: letters, digits, dash. */
  @Matches(/^[\p{L}\p{N}][\p{L}\p{N}-]{0,11}$/u)
  code: string;

  @IsString()
  @MinLength(1)
  @MaxLength(80)
  name: string;

  @IsOptional()
  @IsString()
  @MaxLength(80)
  nameEn?: string | null;

  @IsOptional()
  @IsUUID()
  organisationId?: string | null;
}

/** What is not named stays. */
export class ChangeDelegation {
  @ValidateIf((_, value: unknown) => value !== undefined)
  @Matches(/^[\p{L}\p{N}][\p{L}\p{N}-]{0,11}$/u)
  code?: string;

  @ValidateIf((_, value: unknown) => value !== undefined)
  @IsString()
  @MinLength(1)
  @MaxLength(80)
  name?: string;

  @IsOptional()
  @IsString()
  @MaxLength(80)
  nameEn?: string | null;

  @IsOptional()
  @IsUUID()
  organisationId?: string | null;

  @ValidateIf((_, value: unknown) => value !== undefined)
  @IsInt()
  @Min(0)
  @Max(100_000)
  position?: number;
}

/** Many delegations at once: the 36 of the national level, or a pasted list, one `code name` per line. */
export class AddDelegationList {
  @IsIn(['national', 'text'])
  source: 'national' | 'text';

  @IsOptional()
  @IsString()
  @MaxLength(100_000)
  text?: string;

  /** Take only these codes of the national list. */
  @IsOptional()
  @IsString({ each: true })
  codes?: string[];
}

/** How many entries of a delegation stand where; withdrawn ones are counted apart. */
export class EntryCounts {
  draft: number;
  submitted: number;
  returned: number;
  accepted: number;
  withdrawn: number;
}

export class DelegationReply {
  id: string;
  code: string;
  name: string;
  nameEn: string | null;
  organisationId: string | null;
  position: number;
  version: number;
  entries: EntryCounts;
  competitors: number;
  /** Whether somebody leads it: has an account with that reach. */
  leaders: number;
}

export class DelegationPage {
  items: DelegationReply[];
  next: string | null;
}

export class DelegationListReply {
  added: number;
  /** Codes or names that the event had already; they were left as they are. */
  skipped: string[];
}

export class SuggestedDelegation {
  code: string;
  name: string;
  nameEn: string;
}

export class SuggestedDelegations {
  /** Where the composition was published. */
  source: SaidDto;
  items: SuggestedDelegation[];
}
