import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { Type } from 'class-transformer';
import { SaidDto } from '@luban/platform';

export class MarkingTeamMemberDto {
  @IsUUID()
  judgeId: string;

  /** Seat from 1; a stand-in has none. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(9)
  seat?: number | null;

  @IsIn(['member', 'standIn'])
  part: 'member' | 'standIn';
}

/** A marking team as it should be: creating and replacing take the whole of it. */
export class SaveMarkingTeam {
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  name: string;

  @IsArray()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => MarkingTeamMemberDto)
  members: MarkingTeamMemberDto[];
}

export class MarkingTeamMemberReply {
  judgeId: string;
  displayName: string;
  delegationName: string | null;
  seat: number | null;
  part: 'member' | 'standIn';
}

export class MarkingTeamReply {
  id: string;
  name: string;
  version: number;
  members: MarkingTeamMemberReply[];
  /** Codes of the sub-criteria the team marks. */
  subCriteria: string[];
}

export class MarkingTeamList {
  items: MarkingTeamReply[];
}

/** Which team marks a sub-criterion, and how compatriots are handled there. */
export class AssignSubCriterion {
  @IsUUID()
  subCriterionId: string;

  @IsUUID()
  teamId: string;

  @IsIn(['open', 'coded'])
  compatriotMode: 'open' | 'coded';
}

export class AssignSubCriteria {
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => AssignSubCriterion)
  assignments: AssignSubCriterion[];
}

export class SubCriterionReply {
  id: string;
  criterionCode: string;
  criterionName: string;
  code: string;
  name: string;
  dayOfMarking: number | null;
  moduleId: string;
  moduleCode: string;
  compatriotMode: 'open' | 'coded';
  teamId: string | null;
  teamName: string | null;
  aspectCount: number;
  maxHundredths: number;
  forms: number;
}

export class SubCriterionList {
  items: SubCriterionReply[];
}

export class MarkingSetUpQuery {
  /** One skill only. */
  @IsOptional()
  @IsUUID()
  skillId?: string;
}

export class SetUpFindingReply {
  code: string;
  severity: 'passed' | 'warning' | 'blocking';
  message: SaidDto;
  /** The screen where it is mended. */
  href: string | null;
}

/** How far the marking of one skill is set up. */
export class MarkingSetUpReply {
  skillId: string;
  code: string;
  name: string;
  nameEn: string | null;
  policyName: string;
  /** Judges in a marking team, by the policy. */
  panelJudges: number;
  /** The number of the scheme in force; null while there is none. */
  schemeNumber: number | null;
  drafts: number;
  subCriteria: number;
  /** Sub-criteria without a team. */
  unassigned: number;
  teams: number;
  judges: number;
  chiefJudges: number;
  /** Forms that the drawn works need; zero before the draw. */
  formsWanted: number;
  formsMade: number;
  formsMarked: number;
  findings: SetUpFindingReply[];
}

export class MarkingSetUpList {
  items: MarkingSetUpReply[];
}
