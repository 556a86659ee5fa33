import { IsIn, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import { IfGiven } from './if-given.js';

export class CreateVenueDto {
  @IsString()
  @Length(1, 100)
  name: string;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  address?: string | null;
}

export class EditVenueDto {
  @IfGiven()
  @IsString()
  @Length(1, 100)
  name?: string;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  address?: string | null;
}

export class CreatePartyDto {
  @IsUUID()
  organisationId: string;

  @IsIn(['host', 'organiser', 'coOrganiser'])
  part: 'host' | 'organiser' | 'coOrganiser';
}
