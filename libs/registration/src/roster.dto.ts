import { plainToInstance, Transform, Type } from 'class-transformer';
import {
  IsBoolean,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { SaidDto } from '@luban/platform';

/** Which columns of a roster hold what; data that a preview tells and takes back corrected. */
export class RosterColumnsDto {
  /** Name of the sheet. */
  @IsString()
  @MaxLength(200)
  sheet: string;

  /** 1-based number of the last row of headings. */
  @IsInt()
  @Min(0)
  @Max(2_000_000)
  headingRow: number;

  /** Letters by what the column holds: `{ name: 'D', birthDate: 'F' }`. */
  @IsObject()
  columns: Record<string, string>;

  /** Headings by their letters. */
  @IsObject()
  headings: Record<string, string>;
}

/** How a roster is to be taken: beside an uploaded `file` as form fields, or with pasted `text` as JSON. */
export class RosterRequest {
  /** Pasted rows, cells parted by tabs or commas, with a row of headings. */
  @IsOptional()
  @IsString()
  @MaxLength(8_000_000)
  text?: string;

  /** Every row is of this delegation; a team leader's own is taken by itself. */
  @IsOptional()
  @IsUUID()
  delegationId?: string;

  /** Which columns hold what, as an earlier preview told and the person corrected it. As a form field: JSON. */
  @Transform(({ value }: { value: unknown }) => plainToInstance(RosterColumnsDto, fromJson(value)))
  @IsOptional()
  @ValidateNested()
  @Type(() => RosterColumnsDto)
  mapping?: RosterColumnsDto;

  /** Submit the entries at once instead of keeping them as drafts. */
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsOptional()
  @IsBoolean()
  submit?: boolean;

  /** Why they come after registration has closed: organisers only. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  lateReason?: string;
}

function fromJson(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}

export class RosterFindingReply {
  code: string;
  severity: 'warning' | 'blocking';
  /** `D5`. */
  cell: string;
  row: number;
  /** What the column holds; null for a fault of the sheet itself. */
  column: string | null;
  message: SaidDto;
}

export class RosterRowReply {
  row: number;
  delegationName: string | null;
  skillName: string | null;
  groupName: string | null;
  team: string;
  name: string;
  sex: 'male' | 'female' | null;
  birthDate: string | null;
  unit: string | null;
  /** `entered`: the very same entry exists already and is left as it is. */
  outcome: 'new' | 'entered' | 'faulty';
}

export class RosterCounts {
  rows: number;
  /** New entries and the people in them. */
  entries: number;
  competitors: number;
  /** Entries that exist already. */
  entered: number;
  blocking: number;
  warnings: number;
}

export class RosterPreview {
  mapping: RosterColumnsDto;
  /** How a text file was encoded; null for a workbook and for pasted text. */
  encoding: string | null;
  counts: RosterCounts;
  rows: RosterRowReply[];
  findings: RosterFindingReply[];
}

export class RosterImport {
  counts: RosterCounts;
  /** What is doubtful, for whoever reviews. */
  findings: RosterFindingReply[];
}
