import { IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min, MinLength } from 'class-validator';

/** A deduction proposed on the floor for a breach 违规扣分. */
export class ProposeDeduction {
  @IsUUID()
  placementId: string;

  /** Marks to be taken off, in hundredths: 150 = 1.50. */
  @IsInt()
  @Min(1)
  @Max(10_000)
  hundredths: number;

  @IsString()
  @MinLength(2)
  @MaxLength(500)
  reason: string;
}

/** Why the chief judge refuses a deduction. */
export class RefuseDeduction {
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string;
}

export class DeductionReply {
  id: string;
  skillId: string;
  placementId: string;
  entryNumber: string | null;
  workstation: string | null;
  moduleCode: string;
  hundredths: number;
  reason: string;
  state: 'proposed' | 'approved' | 'refused';
  by: string | null;
  at: string;
  decidedBy: string | null;
  decidedAt: string | null;
  /** The actor proposed it: somebody else decides. */
  isMine: boolean;
}

export class DeductionList {
  items: DeductionReply[];
}
