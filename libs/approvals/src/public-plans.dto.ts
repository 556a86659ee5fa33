import type { AuthorityLevel } from '@luban/rulebook';

/** A published plan in the public list. */
export class PublicPlanSummaryDto {
  level: AuthorityLevel;
  divisionCode: string;
  areaName: string;
  planYear: number;
  title: string;
  documentNumber: string;
  publishedAt: string;
  /** Of the latest version. */
  number: number;
  classOne: number;
  classTwo: number;
  unclassed: number;
  /** 演示数据: some of its contests were invented for the demonstration. */
  demo: boolean;
}

/** A contest found by a search over all published plans. */
export class PublicPlanHitDto {
  level: AuthorityLevel;
  divisionCode: string;
  areaName: string;
  planYear: number;
  class: 'one' | 'two' | null;
  number: number;
  officialName: string;
  hosts: string;
  occupations: string;
  demo: boolean;
}

export class PublicPlanListDto {
  items: PublicPlanSummaryDto[];
  /** Contests that fit `q`; empty without one. */
  found: PublicPlanHitDto[];
  next: string | null;
}

export class PublicPlanVersionDto {
  number: number;
  kind: 'plan' | 'supplement' | 'correction';
  title: string;
  correctionNote: string | null;
  documentNumber: string;
  /** 成文日期. */
  signedOn: string;
  publishedAt: string;
  added: number;
  removed: number;
  corrected: number;
}

export class PublicPlanItemDto {
  class: 'one' | 'two' | null;
  number: number;
  officialName: string;
  hosts: string;
  occupations: string;
  change: 'added' | 'removed' | 'corrected' | 'kept';
  note: string | null;
  /** Its event, once that is shown to everybody. */
  eventId: string | null;
}

/** A published plan as everybody reads it. */
export class PublicPlanDto {
  level: AuthorityLevel;
  divisionCode: string;
  areaName: string;
  authorityName: string | null;
  planYear: number;
  title: string;
  /** The latest first. */
  versions: PublicPlanVersionDto[];
  /** Number of the version whose items are shown. */
  shown: number;
  /** 演示数据: some of these items were invented for the demonstration. */
  demo: boolean;
  items: PublicPlanItemDto[];
}
