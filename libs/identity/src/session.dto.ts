import { IsIn, IsString, Length, MaxLength } from 'class-validator';
import type { Role } from '@luban/audit';
import { WhenGiven } from './when-given.js';
import { Trimmed } from './trimmed.js';

export class SignInDto {
  /** The sign-in name. */
  @IsString()
  @MaxLength(200)
  login: string;

  @IsString()
  @MaxLength(1000)
  password: string;
}

/** The organisation somebody belongs to. */
export class OwnOrganisationDto {
  id: string;
  name: string;
  nameEn: string | null;
}

export class OwnAccountDto {
  id: string;
  login: string;
  displayName: string;
  locale: 'zh' | 'en';
  organisation: OwnOrganisationDto | null;
  /** For `If-Match` on edits. */
  version: number;
}

/** A role with its reach and the names to show. A null reach means: not narrowed by that. */
export class OwnRoleDto {
  role: Role;
  organisationId: string | null;
  organisationName: string | null;
  eventId: string | null;
  eventName: string | null;
  eventNameEn: string | null;
  skillId: string | null;
  skillName: string | null;
  skillNameEn: string | null;
  delegationId: string | null;
  delegationName: string | null;
  delegationNameEn: string | null;
}

/** Who is signed in. */
export class SessionDto {
  account: OwnAccountDto;
  roles: OwnRoleDto[];
  /** Until the initial password is changed, every other route answers 403 `identity.password-change-required`. */
  mustChangePassword: boolean;
  /** A browser's session or a script's token. */
  by: 'session' | 'token';
}

/** One browser somebody is signed in with. */
export class SignInListItemDto {
  id: string;
  /** Whether it is the one that asks. */
  current: boolean;
  createdAt: string;
  lastSeenAt: string;
  expiresAt: string;
  userAgent: string | null;
  address: string | null;
}

export class SignInListDto {
  items: SignInListItemDto[];
  next: string | null;
}

export class ChangePasswordDto {
  @IsString()
  @MaxLength(1000)
  current: string;

  /** At least ten characters; a sentence is fine. */
  @IsString()
  @MaxLength(1000)
  next: string;
}

export class EditOwnAccountDto {
  @WhenGiven()
  @IsIn(['zh', 'en'])
  locale?: 'zh' | 'en';

  @WhenGiven()
  @Trimmed()
  @IsString()
  @Length(1, 100)
  displayName?: string;
}
