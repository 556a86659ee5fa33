import { SaidDto } from '@luban/platform';
import { ApplicationContentDto } from './application-content.dto.js';

type AuthorityLevel = 'nationalIndustry' | 'provincial' | 'municipal' | 'county';
type ContestClass = 'one' | 'two';
type State =
  | 'draft'
  | 'submitted'
  | 'accepted'
  | 'underReview'
  | 'returned'
  | 'granted'
  | 'grantedWithConditions'
  | 'declined'
  | 'withdrawn'
  | 'revoked';
type Kind =
  | 'ministry'
  | 'bureau'
  | 'association'
  | 'centralEnterprise'
  | 'massOrganisation'
  | 'enterprise'
  | 'school'
  | 'other';
type Part = 'lead' | 'coHost' | 'organiser' | 'coOrganiser' | 'technicalSupport';
type DocumentKind =
  | 'request'
  | 'stampedForm'
  | 'feasibility'
  | 'standard'
  | 'implementationPlan'
  | 'agreement'
  | 'supplement'
  | 'other';

export class FindingEvidenceDto {
  label: SaidDto;
  value: string;
  /** Where the value is made of our words; else it is as it stands in both languages. */
  valueEn?: string;
}

export class RuleCitationDto {
  article: SaidDto;
  source: string;
  grade: 'verified' | 'unverified';
}

/** One rule held against the application 检查结果. */
export class ApplicationFindingDto {
  /** Id of the rule. */
  code: string;
  check: string;
  /** `unknown`: the evidence is absent; it never decides. */
  severity: 'passed' | 'warning' | 'blocking' | 'unknown';
  message: SaidDto;
  evidence: FindingEvidenceDto[];
  citation: RuleCitationDto;
}

export class ApplicationPartyDto {
  id: string;
  position: number;
  organisationId: string | null;
  name: string;
  kind: Kind;
  part: Part;
}

export class ApplicationOccupationDto {
  id: string;
  position: number;
  edition: string | null;
  code: string | null;
  name: string;
  detail: string | null;
  /** What holds: of the catalogue where it says so, else as stated. */
  standardExists: boolean | null;
  /** 5 初级工 … 1 高级技师. */
  standardTopLevel: number | null;
  /** Where the standard is known from. */
  standardFrom: 'catalogue' | 'stated' | null;
  /** The catalogue counts it among the strategic fields. */
  strategic: boolean | null;
  strategicReason: string | null;
  teamSize: number;
  /** Edition and code stand in the catalogue. */
  catalogued: boolean;
}

export class ApplicationDocumentDto {
  id: string;
  kind: DocumentKind;
  occupationId: string | null;
  occupationName: string | null;
  fileName: string;
  mediaType: string;
  sizeBytes: number;
  /** SHA-256 of the content. */
  fileHash: string;
  /** Of a stamped form: the code printed on it. */
  pageCode: string | null;
  /** A stamped form of older data is outdated. */
  state: 'current' | 'outdated';
  uploadedBy: string | null;
  uploadedAt: string;
  /** Part of something submitted: it stays. */
  submitted: boolean;
}

/** A field that differs between two versions, in words. */
export class ApplicationChangeDto {
  field: string;
  before: string | null;
  after: string | null;
}

export class ApplicationSubmissionDto {
  id: string;
  number: number;
  contentVersion: number;
  pageCode: string;
  arrivedAt: string;
  byName: string | null;
  rulePackId: string | null;
  /** As they were when it arrived. */
  findings: ApplicationFindingDto[];
  /** Against the submission before; empty for the first. */
  changes: ApplicationChangeDto[];
}

export class MarkedFieldDto {
  field: string;
  remark: string;
}

export class ApplicationStepDto {
  id: string;
  number: number;
  action: string;
  fromState: State;
  toState: State;
  at: string;
  by: string | null;
  byName: string | null;
  organisationName: string | null;
  reason: string | null;
  article: string | null;
  markedFields: MarkedFieldDto[];
  submissionId: string | null;
  undoesId: string | null;
  undoneAt: string | null;
}

/** The rules that the findings were found by. */
export class ApplicationPolicyDto {
  rulePackId: string | null;
  code: string;
  title: SaidDto;
  /** True: as snapshotted at submission; false: the pack in force today. */
  snapshot: boolean;
  classes: ContestClass[];
}

export class ApplicationWindowDto {
  id: string;
  level: AuthorityLevel;
  divisionCode: string;
  planYear: number;
  opensAt: string;
  closesAt: string;
  notice: string | null;
  /** By the server's clock, when this was answered. */
  state: 'notYet' | 'open' | 'closed';
  version: number;
}

/** What a submission still lacks beside the rules. */
export class MissingFieldDto {
  field: string;
  message: SaidDto;
}

/** An application as a document: everything a screen shows of it. */
export class ApplicationDto {
  id: string;
  level: AuthorityLevel;
  divisionCode: string;
  /** Null where the catalogue does not know it. */
  divisionName: string | null;
  planYear: number;
  heldYear: number;
  class: ContestClass | null;
  leadOrganisationId: string;
  leadName: string;
  leadKind: Kind;
  name: string;
  edition: string | null;
  contestKey: string;
  /** By the naming rule of the pack; null without a pack. */
  officialName: string | null;
  industryCode: string | null;
  industryName: string | null;
  placeDivisionCode: string | null;
  placeName: string | null;
  finalFrom: string | null;
  finalTo: string | null;
  state: State;
  content: ApplicationContentDto;
  contentVersion: number;
  /** Stands on each page of the printed form. */
  pageCode: string;
  parties: ApplicationPartyDto[];
  occupations: ApplicationOccupationDto[];
  documents: ApplicationDocumentDto[];
  submissions: ApplicationSubmissionDto[];
  /** The history, oldest first. */
  steps: ApplicationStepDto[];
  /** What has to be completed, while it is returned. */
  markedFields: MarkedFieldDto[];
  /** What differs from what was last submitted, while it is returned. */
  changes: ApplicationChangeDto[];
  /** Null: no pack is in force for this level and area, so that nothing is checked. */
  policy: ApplicationPolicyDto | null;
  findings: ApplicationFindingDto[];
  missing: MissingFieldDto[];
  window: ApplicationWindowDto | null;
  /** The server's clock when this was answered. */
  serverTime: string;
  /** When it first arrived. */
  submittedAt: string | null;
  completionDueAt: string | null;
  decidedAt: string | null;
  /** Entered from records of earlier years. */
  historic: boolean;
  /** Which facts were invented, where it was made from a public record. */
  synthetic: string[];
  demo: boolean;
  createdAt: string;
  /** By which parts the actor may act on it. */
  roles: ('applicant' | 'acceptor' | 'reviewer')[];
  /** What the actor may do now, by the table of transitions. */
  actions: string[];
  version: number;
}

/** A line of the list of one's own applications. */
export class ApplicationRowDto {
  id: string;
  level: AuthorityLevel;
  divisionCode: string;
  divisionName: string | null;
  planYear: number;
  class: ContestClass | null;
  name: string;
  edition: string | null;
  leadName: string;
  state: State;
  occupations: string[];
  finalFrom: string | null;
  finalTo: string | null;
  submittedAt: string | null;
  completionDueAt: string | null;
  /** When the window of its authority closes. */
  windowClosesAt: string | null;
  decidedAt: string | null;
  historic: boolean;
  demo: boolean;
  version: number;
}

export class ApplicationListDto {
  items: ApplicationRowDto[];
  next: string | null;
}
