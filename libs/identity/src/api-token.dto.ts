import { IsISO8601, IsOptional, IsString, Length } from 'class-validator';
import { Trimmed } from './trimmed.js';

export class NewApiTokenDto {
  /** What it is for, so that its owner knows it again. */
  @Trimmed()
  @IsString()
  @Length(1, 100)
  name: string;

  /** 90 days from now unless told, a year at most. */
  @IsOptional()
  @IsISO8601({ strict: true })
  expiresAt?: string;
}

export class ApiTokenDto {
  id: string;
  name: string;
  createdAt: string;
  lastUsedAt: string | null;
  expiresAt: string | null;
}

export class ApiTokenListDto {
  items: ApiTokenDto[];
  next: string | null;
}

export class CreatedApiTokenDto extends ApiTokenDto {
  /** The token itself: shown this once. Sent as `Authorization: Bearer …`. */
  token: string;
}
