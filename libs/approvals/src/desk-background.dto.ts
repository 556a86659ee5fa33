import { SaidDto } from '@luban/platform';

/** An edition of the same contest in another year: an application, or a public record. */
export class EarlierYearDto {
  /** Null for a public record that is no application. */
  applicationId: string | null;
  planYear: number;
  class: 'one' | 'two' | null;
  name: string;
  hosts: string | null;
  occupations: string[];
  state: string;
  submittedAt: Date | null;
  finalFrom: string | null;
  finalTo: string | null;
  reason: string | null;
  article: string | null;
  /** Of a public record. */
  source: string | null;
  grade: 'verified' | 'unverified' | null;
}

/** Another application for one of the same occupations in the same year. */
export class SameOccupationDto {
  applicationId: string;
  name: string;
  leadName: string;
  level: string;
  class: 'one' | 'two' | null;
  planYear: number;
  state: string;
  /** Those they share. */
  shared: string[];
  finalFrom: string | null;
  finalTo: string | null;
  placeName: string | null;
}

/** Another contest in the same weeks that shares an occupation or the city. */
export class CollisionDto {
  applicationId: string;
  name: string;
  leadName: string;
  class: 'one' | 'two' | null;
  state: string;
  finalFrom: string;
  finalTo: string;
  placeName: string | null;
  /** `both`: the same occupation in the same city in the same weeks. */
  kind: 'occupation' | 'place' | 'both';
  sharedOccupations: string[];
  /** Monday of the first week in which both are held. */
  weekOf: string;
}

/** What its lead applicant still owes of earlier contests. */
export class OwedDto {
  kind: 'obligation' | 'condition';
  applicationId: string;
  contest: string;
  planYear: number;
  title: SaidDto;
  dueOn: string | null;
  overdue: boolean;
}

/** What a reviewer looks at beside an application. */
export class DeskBackgroundDto {
  earlierYears: EarlierYearDto[];
  sameOccupation: SameOccupationDto[];
  collisions: CollisionDto[];
  owed: OwedDto[];
}
