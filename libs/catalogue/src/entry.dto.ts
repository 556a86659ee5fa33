import { Transform, Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { divisionLevels } from './catalogue-codes.js';

const yesOrNo = ({ value }: { value: unknown }) =>
  value === 'true' ? true : value === 'false' ? false : value;

/** What is looked for in a list. Without `q` the list itself comes, in the order of codes. */
class EntryQuery {
  /** A code or its beginning, part of the name, pinyin initials (`hg`) or pinyin (`hangong`). */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  /** 20 unless told, 5000 at most. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(5000)
  limit: number = 20;

  /** The `next` of the page before; only without `q`. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  after?: string;
}

class EditionQuery extends EntryQuery {
  /** `2022`; the newest unless told. */
  @IsOptional()
  @IsString()
  @MaxLength(20)
  edition?: string;

  /** Only what stands under this code. */
  @IsOptional()
  @Matches(/^[0-9A-T][0-9-]{0,9}$/)
  under?: string;

  /** With those that a later version has removed. */
  @IsOptional()
  @Transform(yesOrNo)
  @IsBoolean()
  retired?: boolean;
}

export class OccupationQuery extends EditionQuery {
  /** 1 major class … 4 occupation, or all of them: 4 unless told. */
  @IsOptional()
  @IsIn(['1', '2', '3', '4', 'all'])
  level?: '1' | '2' | '3' | '4' | 'all';
}

export class IndustryQuery extends EditionQuery {
  /** 1 section … 4 class, or all of them, as it is unless told. */
  @IsOptional()
  @IsIn(['1', '2', '3', '4', 'all'])
  level?: '1' | '2' | '3' | '4' | 'all';
}

export class DivisionQuery extends EditionQuery {
  /** `all`, unless told. */
  @IsOptional()
  @IsIn([...divisionLevels, 'all'])
  level?: 'province' | 'city' | 'county' | 'all';

  /** With headings such as 市辖区 that are no places. */
  @IsOptional()
  @Transform(yesOrNo)
  @IsBoolean()
  headings?: boolean;
}

export class OrganisationChoiceQuery extends EntryQuery {
  /** Just this one, to show its name. */
  @IsOptional()
  @IsUUID()
  id?: string;
}

export class OccupationDto {
  edition: string;
  code: string;
  name: string;
  /** 1 major class … 4 occupation. */
  level: number;
  parentCode: string | null;
  /** Name of the class it stands in. */
  parentName: string | null;
  gbmCode: string | null;
  /** `L` green, `S` digital, `L/S` both; null: none, or not known. */
  mark: string | null;
  initials: string;
  pinyin: string;
  /** Whether there is a national standard 国家职业标准; null: not known. */
  standardExists: boolean | null;
  /** Its highest level: 5 初级工 … 1 高级技师; null: not known. */
  standardTopLevel: number | null;
  /** Of a strategic field 国家战略重点领域. */
  strategic: boolean;
  /** A new occupation 新职业. */
  isNew: boolean;
  /** Whether a later version has removed it. */
  retired: boolean;
}

export class OccupationListDto {
  items: OccupationDto[];
  next: string | null;
}

export class IndustryDto {
  edition: string;
  code: string;
  name: string;
  /** 1 section 门类, 2 division 大类, 3 group 中类, 4 class 小类. */
  level: number;
  parentCode: string | null;
  parentName: string | null;
  initials: string;
  pinyin: string;
  retired: boolean;
}

export class IndustryListDto {
  items: IndustryDto[];
  next: string | null;
}

export class DivisionDto {
  edition: string;
  /** Six digits. */
  code: string;
  name: string;
  shortName: string | null;
  level: 'province' | 'city' | 'county';
  parentCode: string | null;
  /** Names of the province and city it lies in: `浙江省 杭州市`; empty for a province. */
  within: string;
  /** 市辖区 and the like: a heading, not a place. */
  pseudo: boolean;
  initials: string;
  pinyin: string;
  retired: boolean;
}

export class DivisionListDto {
  items: DivisionDto[];
  next: string | null;
}

export class OrganisationChoiceDto {
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
  divisionName: string | null;
  industryCode: string | null;
}

export class OrganisationChoiceListDto {
  items: OrganisationChoiceDto[];
  next: string | null;
}

/** One edition of a catalogue as it stands. */
export class CatalogueEditionDto {
  kind: 'occupations' | 'industries' | 'divisions' | 'organisations';
  /** Empty for organisations. */
  edition: string;
  /** The newest edition of its catalogue: what pickers search unless told. */
  current: boolean;
  /** Its version, from 1; 0: never imported. */
  number: number;
  /** Where this version comes from. */
  source: string | null;
  appliedAt: Date | null;
  entries: number;
  retired: number;
}

export class CatalogueOverviewDto {
  items: CatalogueEditionDto[];
  next: string | null;
  /** Whether whoever asks may import. */
  mayImport: boolean;
}
