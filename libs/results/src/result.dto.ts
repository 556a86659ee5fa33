import { IsInt, IsOptional, Min } from 'class-validator';
import { Type } from 'class-transformer';

export class ResultsQuery {
  /** Number of the version; the latest when absent. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  version?: number;
}

export class ModuleMark {
  code: string;
  name: string;
  /** Null while not marked: never zero. */
  markHundredths: number | null;
}

/** One entry's result with its people; only after decoding. */
export class ResultRow {
  entryId: string;
  entryNumber: string | null;
  workstations: string[];
  teamName: string | null;
  competitors: string[];
  units: string[];
  delegationId: string;
  delegationName: string;
  groupId: string;
  groupName: string;
  status: string;
  modules: ModuleMark[];
  theoryHundredths: number | null;
  practiceHundredths: number | null;
  totalHundredths: number | null;
  scaledScore: number | null;
  rank: number | null;
  position: number | null;
  undecided: boolean;
  award: string | null;
}

export class SkillResultsReply {
  skillId: string;
  skillName: string;
  skillNameEn: string | null;
  version: number;
  complete: boolean;
  computedAt: Date;
  policyName: string;
  /** Short code of the version, printed on every sheet; it changes whenever the results do. */
  versionCode: string;
  rows: ResultRow[];
}

/** A competitor's or leader's own result, once published. */
export class OwnResult extends ResultRow {
  skillId: string;
  skillName: string;
  kind: 'provisional' | 'final';
  publishedAt: Date;
}

export class OwnResultList {
  items: OwnResult[];
}

export class ExplanationClauseReply {
  id: string;
  zh: string;
  en: string;
  source: string;
  year: number | null;
  scope: string;
  grade: string;
}

export class ExplanationInput {
  name: string;
  value: string;
}

export class ExplanationStepReply {
  step: string;
  labelZh: string;
  labelEn: string;
  clause: ExplanationClauseReply | null;
  inputs: ExplanationInput[];
  output: string | null;
}

/** From an award back to the marks, step by step, each with the clause it applies. */
export class ExplanationReply {
  entryId: string;
  version: number;
  steps: ExplanationStepReply[];
}
