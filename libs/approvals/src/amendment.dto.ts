import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { EditApplicationDto } from './application.dto.js';
import { ApplicationFindingDto } from './application-reply.dto.js';
import { NotBlank, PlainText } from './application-text.js';
import { AmendedFieldDto } from './review-reply.dto.js';
import { DespiteFindingDto, ReasonDto } from './review.dto.js';

/** What is to be otherwise than granted 变更, and why. */
export class AmendApplicationDto extends ReasonDto {
  /** Only what changes; the plan year does not. */
  @ValidateNested()
  @Type(() => EditApplicationDto)
  changes: EditApplicationDto;

  /** Another lead applicant 牵头申办单位. */
  @IsOptional()
  @IsUUID()
  leadOrganisationId?: string;
}

/** Decides on a substantial amendment. */
export class DecideAmendmentDto extends ReasonDto {
  @IsIn(['granted', 'declined'])
  outcome: 'granted' | 'declined';

  @NotBlank()
  @PlainText(500, true)
  article: string;

  /** Granting it in the face of blocking findings answers each of them. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => DespiteFindingDto)
  despite?: DespiteFindingDto[];
}

/** What an amendment would change and how much that weighs. */
export class AmendmentPreviewDto {
  /** `minor` is recorded and in force at once, `substantial` is reviewed again. */
  weight: 'minor' | 'substantial';
  changes: AmendedFieldDto[];
  /** Findings that it makes worse than they stand now: such an amendment is substantial, whatever it changes. */
  worsened: ApplicationFindingDto[];
  /** The rules of the policy snapshot, held against the application as it would then be. */
  findings: ApplicationFindingDto[];
}
