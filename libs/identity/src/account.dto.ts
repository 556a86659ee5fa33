import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { type Role, roles } from '@luban/audit';
import { PageQuery } from '@luban/platform';
import { canonicalLoginIn } from './login.js';
import { NewEventRoleDto, NewRoleDto, RoleGrantDto } from './role-grant.dto.js';
import { WhenGiven } from './when-given.js';
import { Trimmed } from './trimmed.js';

/** Accounts that one request may create. */
export const accountsAtOnceMax = 1000;

class NewAccountBase {
  /** The sign-in name; one is made when none is given. */
  @IsOptional()
  @Transform(canonicalLoginIn)
  @IsString()
  @MaxLength(200)
  login?: string;

  @Trimmed()
  @IsString()
  @Length(1, 100)
  displayName: string;

  @WhenGiven()
  @IsIn(['zh', 'en'])
  locale?: 'zh' | 'en';

  /** Left out: the organisation of the first role that names one. */
  @IsOptional()
  @IsUUID()
  organisationId?: string | null;
}

export class NewEventAccountDto extends NewAccountBase {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => NewEventRoleDto)
  roles: NewEventRoleDto[];
}

export class NewEventAccountsDto {
  /** All are created, or none. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(accountsAtOnceMax)
  @ValidateNested({ each: true })
  @Type(() => NewEventAccountDto)
  items: NewEventAccountDto[];
}

export class NewAccountDto extends NewAccountBase {
  /** At least one, unless an administrator creates it. */
  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => NewRoleDto)
  roles: NewRoleDto[];
}

export class EditAccountDto {
  @WhenGiven()
  @Trimmed()
  @IsString()
  @Length(1, 100)
  displayName?: string;

  @IsOptional()
  @IsUUID()
  organisationId?: string | null;

  @WhenGiven()
  @IsIn(['zh', 'en'])
  locale?: 'zh' | 'en';

  /** True disables the account and ends its sign-ins; false lets it sign in again. */
  @WhenGiven()
  @IsBoolean()
  disabled?: boolean;

  /** Why, for the record. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string;
}

export class AccountQuery extends PageQuery {
  /** Only accounts that hold a role in this event. */
  @IsOptional()
  @IsUUID()
  eventId?: string;

  @IsOptional()
  @IsIn(roles)
  role?: Role;

  /** Part of the login or of the name. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;
}

export class AccountDto {
  id: string;
  login: string;
  displayName: string;
  locale: 'zh' | 'en';
  organisationId: string | null;
  organisationName: string | null;
  disabledAt: string | null;
  /** The initial password has not been changed yet: nobody has signed in with it for work. */
  mustChangePassword: boolean;
  createdAt: string;
  /** For `If-Match` on edits. */
  version: number;
  /** The roles that whoever asks may see. */
  roles: RoleGrantDto[];
  /** Whether whoever asks may edit it, disable it and reset its password. */
  mayManage: boolean;
}

export class AccountListDto {
  items: AccountDto[];
  next: string | null;
}

export class CreatedAccountDto {
  id: string;
  login: string;
  displayName: string;
  /** Shown this once; changed by its owner at the first sign-in. */
  initialPassword: string;
  roles: NewRoleDto[];
}

export class CreatedAccountsDto {
  items: CreatedAccountDto[];
}

export class InitialPasswordDto {
  login: string;
  displayName: string;
  /** Shown this once; changed by its owner at the first sign-in. */
  initialPassword: string;
}
