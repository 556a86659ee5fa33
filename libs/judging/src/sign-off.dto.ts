import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';

/** Signs one form; the revision stands in If-Match. */
export class SignForm {
  /** Code of the printed sheet that was signed; refused when the marks no longer have it. */
  @IsOptional()
  @IsString()
  @MaxLength(20)
  versionCode?: string;
}

export class FormToSign {
  @IsUUID()
  formId: string;

  @IsInt()
  @Min(0)
  revision: number;
}

/** Signs many forms at once: all of them or none. */
export class SignForms {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(2000)
  @ValidateNested({ each: true })
  @Type(() => FormToSign)
  forms: FormToSign[];
}

/** Opens a signed form again. */
export class ReopenForm {
  @IsString()
  @MinLength(5)
  @MaxLength(1000)
  reason: string;
}

export class SignOffReply {
  id: string;
  formId: string;
  revision: number;
  versionCode: string;
  totalHundredths: number;
  by: string | null;
  at: string;
  scanHash: string | null;
}

export class SignOffList {
  items: SignOffReply[];
}

export class SignOffFindingDto {
  code: string;
  severity: 'warning' | 'blocking';
  message: SignOffMessageDto;
}

export class SignOffMessageDto {
  zh: string;
  en: string;
}

/** A form handed in: what signing it would confirm, and what stands in the way. */
export class SignOffCandidateDto {
  formId: string;
  workCode: string;
  subCriterionCode: string;
  subCriterionName: string;
  revision: number;
  totalHundredths: number | null;
  maxHundredths: number;
  versionCode: string;
  hasScan: boolean;
  findings: SignOffFindingDto[];
}

export class SignOffCandidates {
  items: SignOffCandidateDto[];
}

export class ScanReply {
  hash: string;
  sizeBytes: number;
  mediaType: string;
}
