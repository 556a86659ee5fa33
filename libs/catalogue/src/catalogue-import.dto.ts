import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { PageQuery, SaidDto } from '@luban/platform';
import { catalogueKinds } from './catalogue-codes.js';

/** What is uploaded: fields beside the `file` of a multipart form. */
export class CatalogueImportRequest {
  @IsIn(catalogueKinds)
  kind: 'occupations' | 'industries' | 'divisions' | 'organisations';

  /** The year of the edition; by default the one the file names, then the newest one there is. */
  @IsOptional()
  @Matches(/^((19|20)\d{2})?$/)
  edition?: string;

  /** Where the list comes from, for those who look at the version later; by default the file's name. */
  @IsOptional()
  @IsString()
  @MaxLength(300)
  source?: string;

  /**
   * What becomes of entries that the file leaves out: `retire` (it is the complete list of its levels) or `keep` (it adds
   * and changes only). Organisations are always kept.
   */
  @IsOptional()
  @IsIn(['retire', 'keep'])
  missing?: 'retire' | 'keep';
}

export class CatalogueImportQuery extends PageQuery {
  @IsOptional()
  @IsIn(catalogueKinds)
  kind?: 'occupations' | 'industries' | 'divisions' | 'organisations';

  @IsOptional()
  @IsString()
  @MaxLength(20)
  edition?: string;

  @IsOptional()
  @IsIn(['previewed', 'applied', 'discarded'])
  state?: 'previewed' | 'applied' | 'discarded';
}

export class CatalogueChangeQuery {
  @IsOptional()
  @IsIn(['added', 'changed', 'removed'])
  change?: 'added' | 'changed' | 'removed';

  /** Part of the code or of the name. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  /** The `next` of the page before. */
  @IsOptional()
  @IsString()
  @MaxLength(300)
  after?: string;

  /** 100 unless told, 5000 at most. */
  @IsOptional()
  @Matches(/^([1-9]\d{0,2}|[1-4]\d{3}|5000)$/)
  limit?: string;
}

export class CatalogueFindingDto {
  code: string;
  severity: 'warning' | 'blocking';
  /** `B7`; empty for a finding about the whole list. */
  cell: string;
  row: number;
  column: string | null;
  message: SaidDto;
}

/** A list that was read: a preview until it is applied, then a version of its catalogue. */
export class CatalogueImportDto {
  id: string;
  kind: 'occupations' | 'industries' | 'divisions' | 'organisations';
  /** Empty for organisations. */
  edition: string;
  state: 'previewed' | 'applied' | 'discarded';
  /** The version that it is; null unless applied. */
  number: number | null;
  /** The version with which it was compared. */
  baseNumber: number;
  source: string;
  fileName: string | null;
  added: number;
  changed: number;
  removed: number;
  unchanged: number;
  blocking: number;
  warnings: number;
  createdAt: Date;
  createdByName: string | null;
  appliedAt: Date | null;
  appliedByName: string | null;
}

export class CatalogueImportDetailDto extends CatalogueImportDto {
  /** The first thousand. */
  findings: CatalogueFindingDto[];
}

export class CatalogueImportListDto {
  items: CatalogueImportDto[];
  next: string | null;
}

/** One fact of an entry before and after, as text; null where there is none. */
export class CatalogueFieldDto {
  field: string;
  before: string | null;
  after: string | null;
}

export class CatalogueChangeDto {
  code: string;
  name: string;
  change: 'added' | 'changed' | 'removed';
  /** Of an added or removed entry all that it has, of a changed one what differs. */
  fields: CatalogueFieldDto[];
}

export class CatalogueChangeListDto {
  items: CatalogueChangeDto[];
  next: string | null;
}
