import { IsOptional, IsUUID } from 'class-validator';
import { ReasonDto } from './review.dto.js';

/** Somebody stands aside from an application 回避. */
export class DeclareRecusalDto extends ReasonDto {
  /** A colleague; oneself when left out. */
  @IsOptional()
  @IsUUID()
  accountId?: string;
}

export class RecusalCandidateDto {
  id: string;
  name: string;
}

/** The acceptors and reviewers of the authority concerned. */
export class RecusalCandidatesDto {
  items: RecusalCandidateDto[];
}
