import { IsIn, IsUUID, Matches } from 'class-validator';

export const authorityLevels = ['nationalIndustry', 'provincial', 'municipal', 'county'] as const;

/** Makes an organisation the human-resources authority of a level and area. */
export class NewAuthorityDto {
  @IsUUID()
  organisationId: string;

  @IsIn(authorityLevels)
  level: 'nationalIndustry' | 'provincial' | 'municipal' | 'county';

  /** GB/T 2260, six digits; `000000` is the whole country. */
  @Matches(/^\d{6}$/)
  divisionCode: string;
}

/** A human-resources authority 人社部门: who grants class status at a level and in an area. */
export class AuthorityDto {
  id: string;
  organisationId: string;
  organisationName: string;
  level: 'nationalIndustry' | 'provincial' | 'municipal' | 'county';
  divisionCode: string;
}

export class AuthorityListDto {
  items: AuthorityDto[];
  next: string | null;
}
