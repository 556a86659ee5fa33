import type { AuthorityLevel } from '@luban/rulebook';
import { FindingDto, type Stage } from '@luban/events';
import { SaidDto } from '@luban/platform';

/** How one class stands: the target is about that many, shown and never enforced. */
export class PlanClassCountDto {
  /** Null where the level has no classes. */
  class: 'one' | 'two' | null;
  target: number | null;
  granted: number;
  /** In the last published version. */
  published: number;
  /** Still before a decision. */
  undecided: number;
  /** The comparison in words: 「比目标约 70 项多 7 项」. */
  words: SaidDto;
}

/** How much stands today that the last published version does not say. */
export class PlanChangesDto {
  added: number;
  removed: number;
  corrected: number;
}

/** A line of the list of plans. */
export class PlanSummaryDto {
  level: AuthorityLevel;
  divisionCode: string;
  areaName: string;
  planYear: number;
  counts: PlanClassCountDto[];
  /** Number of the last published version; null: none. */
  publishedNumber: number | null;
  documentNumber: string | null;
  /** Number of the version being drafted; null: none. */
  draftNumber: number | null;
  waiting: PlanChangesDto;
  /** 演示数据: some of its contests were invented for the demonstration. */
  demo: boolean;
  /** Whether the reader prepares it; others look. */
  mayEdit: boolean;
}

export class PlanListDto {
  items: PlanSummaryDto[];
  next: string | null;
}

/** A contest in the list as it stands today. */
export class PlanLineDto {
  applicationId: string;
  number: number;
  class: 'one' | 'two' | null;
  officialName: string;
  nameReason: string | null;
  hosts: string;
  hostCount: number;
  occupations: string;
  occupationCount: number;
  /** Against the last published version. */
  change: 'added' | 'removed' | 'corrected' | 'kept';
  /** What became another, or why it was removed. */
  note: string | null;
  /** Published before: its number stays. */
  published: boolean;
  openConditions: number;
  finalFrom: string | null;
  finalTo: string | null;
  heldYear: number | null;
  eventId: string | null;
  /** Everybody sees an event that has left set-up. */
  eventStage: Stage | null;
}

export class PlanVersionSummaryDto {
  number: number;
  kind: 'plan' | 'supplement' | 'correction';
  title: string;
  correctionNote: string | null;
  documentNumber: string | null;
  signedOn: string | null;
  publishedAt: string | null;
  createdAt: string;
  changes: PlanChangesDto;
}

/** The plan of an authority for a year, as its desk sees it. */
export class PlanDto {
  level: AuthorityLevel;
  divisionCode: string;
  areaName: string;
  /** Whose document it is; null where no authority is registered. */
  authorityName: string | null;
  planYear: number;
  targetOne: number | null;
  targetTwo: number | null;
  targetSource: string | null;
  /** What a public record names as target, while none is set here. */
  targetSuggested: boolean;
  counts: PlanClassCountDto[];
  lines: PlanLineDto[];
  /** The latest first. */
  versions: PlanVersionSummaryDto[];
  waiting: PlanChangesDto;
  /** 演示数据: some of its contests were invented for the demonstration. */
  demo: boolean;
  mayEdit: boolean;
  /** 0 while nothing was set. For `If-Match`. */
  version: number;
}

/** A line of a version, as published or as it would be. */
export class PlanItemDto {
  applicationId: string;
  number: number;
  class: 'one' | 'two' | null;
  officialName: string;
  hosts: string;
  occupations: string;
  change: 'added' | 'removed' | 'corrected' | 'kept';
  note: string | null;
  eventId: string | null;
}

/** One version: 拟稿 until its four facts are recorded and it is published. */
export class PlanVersionDto {
  number: number;
  kind: 'plan' | 'supplement' | 'correction';
  title: string;
  correctionNote: string | null;
  addressees: string;
  documentNumber: string | null;
  signer: string | null;
  signedOn: string | null;
  scanName: string | null;
  /** Check code 核对码 of all that the notice says now, `K7QD-2M9X`; printed on the copy to be stamped. */
  checkCode: string;
  /** The check code under which the scan was attached; another one than `checkCode`: the scan is outdated. */
  scanCode: string | null;
  publishedAt: string | null;
  createdAt: string;
  items: PlanItemDto[];
  changes: PlanChangesDto;
  /** What stands between a draft and its publication. */
  findings: FindingDto[];
  ready: boolean;
  mayEdit: boolean;
  /** The job that opens the events; null while it is a draft. */
  openingJobId: string | null;
  version: number;
}

export class PlanScanDto {
  scanName: string;
  mediaType: string;
  sizeBytes: number;
  scanCode: string | null;
  version: number;
}
