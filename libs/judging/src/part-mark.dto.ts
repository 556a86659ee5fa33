import { IsString, MaxLength, MinLength } from 'class-validator';

/** A list pasted as text instead of a file. */
export class PastedPartMarks {
  @IsString()
  @MinLength(1)
  @MaxLength(2_000_000)
  text: string;
}

export class PartMarkReply {
  entryId: string;
  entryNumber: string | null;
  /** Null: no mark has come in yet; that is not zero. */
  markHundredths: number | null;
  /** Of the entry in this module. */
  status: 'entered' | 'present' | 'absent' | 'withdrawn' | 'retired' | 'disqualified';
  at: string | null;
  by: string | null;
}

export class PartMarkList {
  moduleId: string;
  moduleCode: string;
  moduleName: string;
  maxHundredths: number;
  items: PartMarkReply[];
}

export class PartMarkMessageDto {
  zh: string;
  en: string;
}

export class PartMarkFindingDto {
  code: string;
  severity: 'warning' | 'blocking';
  cell: string | null;
  message: PartMarkMessageDto;
}

export class PartMarkChangeDto {
  entryId: string;
  entryNumber: string;
  markHundredths: number;
  before: number | null;
}

/** What a list would do, or did. */
export class PartMarkImportReply {
  marks: PartMarkChangeDto[];
  findings: PartMarkFindingDto[];
}
