import { SaidDto } from '@luban/platform';
import { ApplicationFindingDto } from './application-reply.dto.js';

/** A finding that a decision was taken on. */
export class DecisionFindingDto extends ApplicationFindingDto {
  /** Why a grant was given in the face of it. */
  despite: string | null;
}

/** The decision that stands. */
export class ReviewDecisionDto {
  stepId: string;
  outcome: 'granted' | 'grantedWithConditions' | 'declined';
  at: Date;
  byName: string | null;
  organisationName: string | null;
  reason: string;
  article: string;
  /** What it was taken on. */
  findings: DecisionFindingDto[];
}

export class ReviewConditionDto {
  id: string;
  text: string;
  /** `YYYY-MM-DD`. */
  dueOn: string;
  state: 'open' | 'reported' | 'met' | 'cancelled';
  overdue: boolean;
  reportedAt: Date | null;
  reportNote: string | null;
  fileName: string | null;
  returnedReason: string | null;
  metAt: Date | null;
  metNote: string | null;
}

export class AmendedFieldDto {
  /** Of `applicationFields`. */
  field: string;
  label: SaidDto;
  weight: 'minor' | 'substantial';
  /** As a person reads it; null: nothing. */
  before: string | null;
  after: string | null;
}

export class ReviewAmendmentDto {
  id: string;
  number: number;
  weight: 'minor' | 'substantial';
  state: 'recorded' | 'submitted' | 'granted' | 'declined' | 'withdrawn';
  changes: AmendedFieldDto[];
  reason: string;
  at: Date;
  byName: string | null;
  decidedAt: Date | null;
  decidedByName: string | null;
  decisionReason: string | null;
  article: string | null;
}

export class ReviewRecusalDto {
  id: string;
  accountId: string;
  name: string;
  reason: string;
  at: Date;
  /** Whether it is the reader's own. */
  own: boolean;
  /** Whether the person declared it, rather than the authority. */
  declaredBySelf: boolean;
}

export class ReviewSubmissionDto {
  id: string;
  number: number;
  arrivedAt: Date;
  pageCode: string;
}

/** Why the reader stands aside. */
export class ReviewBarDto {
  code: string;
  message: SaidDto;
}

/** Where an application stands in its review, and what the reader may do with it. */
export class ReviewDto {
  id: string;
  version: number;
  name: string;
  edition: string | null;
  state: string;
  level: 'nationalIndustry' | 'provincial' | 'municipal' | 'county';
  divisionCode: string;
  planYear: number;
  class: 'one' | 'two' | null;
  leadName: string;
  /** When it came to where it stands. */
  since: Date | null;
  /** By when it should move on, by the targets of the house. */
  dueAt: Date | null;
  overdue: boolean;
  submission: ReviewSubmissionDto | null;
  /** Of the last submission. */
  findings: ApplicationFindingDto[];
  /** What the reader may do now, of the table of transitions. */
  actions: string[];
  /** By which parts the reader acts on it. */
  parts: string[];
  bar: ReviewBarDto | null;
  decision: ReviewDecisionDto | null;
  /** The published list it stands in. */
  publishedAt: Date | null;
  documentNumber: string | null;
  conditions: ReviewConditionDto[];
  amendments: ReviewAmendmentDto[];
  /** For the authority only. */
  recusals: ReviewRecusalDto[];
}
