import { IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { PageQuery } from '@luban/platform';
import { WhenGiven } from './when-given.js';
import { Trimmed } from './trimmed.js';

export const organisationKinds = [
  'ministry',
  'bureau',
  'association',
  'centralEnterprise',
  'massOrganisation',
  'enterprise',
  'school',
  'other',
] as const;

export class NewOrganisationDto {
  /** The full name, unique. */
  @Trimmed()
  @IsString()
  @Length(2, 200)
  name: string;

  @IsOptional()
  @IsString()
  @MaxLength(50)
  shortName?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  nameEn?: string | null;

  @IsIn(organisationKinds)
  kind:
    | 'ministry'
    | 'bureau'
    | 'association'
    | 'centralEnterprise'
    | 'massOrganisation'
    | 'enterprise'
    | 'school'
    | 'other';

  /** GB/T 2260 code of the area: six digits. */
  @IsOptional()
  @Matches(/^\d{6}$/)
  divisionCode?: string | null;

  /** GB/T 4754 code of the industry: a letter, and up to four digits: `C`, `C34`, `C3421`. */
  @IsOptional()
  @Matches(/^[A-T](\d{2,4})?$/)
  industryCode?: string | null;
}

export class EditOrganisationDto {
  @WhenGiven()
  @Trimmed()
  @IsString()
  @Length(2, 200)
  name?: string;

  @IsOptional()
  @IsString()
  @MaxLength(50)
  shortName?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  nameEn?: string | null;

  @WhenGiven()
  @IsIn(organisationKinds)
  kind?:
    | 'ministry'
    | 'bureau'
    | 'association'
    | 'centralEnterprise'
    | 'massOrganisation'
    | 'enterprise'
    | 'school'
    | 'other';

  @IsOptional()
  @Matches(/^\d{6}$/)
  divisionCode?: string | null;

  @IsOptional()
  @Matches(/^[A-T](\d{2,4})?$/)
  industryCode?: string | null;
}

export class OrganisationQuery extends PageQuery {
  /** Part of the name, the short name or the English name. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;
}

export class OrganisationDto {
  id: string;
  name: string;
  shortName: string | null;
  nameEn: string | null;
  kind:
    | 'ministry'
    | 'bureau'
    | 'association'
    | 'centralEnterprise'
    | 'massOrganisation'
    | 'enterprise'
    | 'school'
    | 'other';
  divisionCode: string | null;
  industryCode: string | null;
  /** For `If-Match` on edits. */
  version: number;
  /** Whether whoever asks may change it. */
  mayEdit: boolean;
}

export class OrganisationListDto {
  items: OrganisationDto[];
  next: string | null;
}
