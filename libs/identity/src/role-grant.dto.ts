import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { type Role, roles } from '@luban/audit';
import { canonicalLoginIn } from './login.js';

/** A role in the event of the route. */
export class NewEventRoleDto {
  @IsIn(roles)
  role: Role;

  /** Judges and chief judges need one. */
  @IsOptional()
  @IsUUID()
  skillId?: string | null;

  /** Team leaders and coaches need one. */
  @IsOptional()
  @IsUUID()
  delegationId?: string | null;

  @IsOptional()
  @IsUUID()
  organisationId?: string | null;
}

/** A role with its whole reach. */
export class NewRoleDto extends NewEventRoleDto {
  @IsOptional()
  @IsUUID()
  eventId?: string | null;
}

/** A role that an account holds. A null reach means: not narrowed by that. */
export class RoleGrantDto {
  id: string;
  accountId: string;
  role: Role;
  organisationId: string | null;
  eventId: string | null;
  eventName: string | null;
  eventNameEn: string | null;
  skillId: string | null;
  skillName: string | null;
  skillNameEn: string | null;
  delegationId: string | null;
  delegationName: string | null;
  delegationNameEn: string | null;
  /** Whether whoever asks may end it. */
  mayEnd: boolean;
}

export class GiveRoleDto extends NewRoleDto {
  /** The account, by id or by its exact login. */
  @IsOptional()
  @IsUUID()
  accountId?: string;

  @IsOptional()
  @Transform(canonicalLoginIn)
  @IsString()
  @MaxLength(200)
  login?: string;
}

export class EndRoleQuery {
  /** Why, for the record. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string;
}

export class RoleOptionQuery {
  /** The event in which roles are to be given; none for roles that belong to no event. */
  @IsOptional()
  @IsUUID()
  eventId?: string;
}

/** A role that whoever asks may give, and what it has to be, may be, or is not narrowed by. */
export class RoleOptionDto {
  role: Role;
  skill: 'must' | 'may' | 'not';
  delegation: 'must' | 'may' | 'not';
  organisation: 'must' | 'may' | 'not';
  /** The one skill within which it may be given; null when it may be any. */
  skillId: string | null;
  /** The one delegation within which it may be given; null when it may be any. */
  delegationId: string | null;
}

export class RoleOptionListDto {
  items: RoleOptionDto[];
}
