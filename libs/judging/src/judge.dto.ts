import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { Type } from 'class-transformer';

export const judgeParts = ['chiefJudge', 'judge', 'floorJudge', 'recorder', 'checker'] as const;
export type JudgePart = (typeof judgeParts)[number];

/** An account that is to judge a skill. */
export class AddJudge {
  @IsUUID()
  accountId: string;

  @IsIn(judgeParts)
  part: JudgePart;

  /** The delegation the judge comes from; without one he is nobody's compatriot. */
  @IsOptional()
  @IsUUID()
  delegationId?: string;
}

export class AddJudges {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => AddJudge)
  judges: AddJudge[];
}

export class JudgeReply {
  id: string;
  accountId: string;
  displayName: string;
  login: string;
  part: JudgePart;
  delegationId: string | null;
  delegationName: string | null;
  /** Delegations the judge has declared a conflict 回避 with. */
  conflicts: JudgeConflictReply[];
  /** Names of the marking teams he sits in. */
  teams: string[];
}

export class JudgeConflictReply {
  id: string;
  delegationId: string;
  delegationName: string;
  reason: string;
}

export class JudgeList {
  items: JudgeReply[];
}

/** A relation or interest that keeps a judge from marking a delegation's work 回避. */
export class DeclareConflict {
  @IsUUID()
  delegationId: string;

  @IsString()
  @MinLength(2)
  @MaxLength(500)
  reason: string;
}
