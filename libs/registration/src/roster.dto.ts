import { Transform } from 'class-transformer';
import { IsBoolean, IsObject, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { SaidDto } from '@luban/platform';
import type { RosterMapping } from '@luban/workbooks';

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
  @Transform(({ value }: { value: unknown }) => fromJson(value))
  @IsOptional()
  @IsObject()
  mapping?: RosterMapping;

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
  /** `{ sheet, headingRow, columns: { name: 'A', … }, headings: { A: '姓名', … } }` */
  mapping: object;
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
