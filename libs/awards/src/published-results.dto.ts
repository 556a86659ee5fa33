/** A clause that an award rests on, with its source and how well it was checked. */
export class PublishedClause {
  id: string;
  zh: string;
  en: string;
  source: string;
  year: number | null;
  scope: string;
  /** `verified`, `verified-unofficial`, `recalled` or `design`. */
  grade: string;
}

/** Which clause of the skill's policy gives an award. */
export class PublishedAwardClause {
  award: string;
  clause: PublishedClause;
}

export class PublishedPlacing {
  entryId: string;
  position: number | null;
  rank: number | null;
  names: string[];
  units: string[];
  teamName: string | null;
  delegation: string;
  delegationId: string;
  totalHundredths: number | null;
  scaledScore: number | null;
  award: string | null;
  status: string;
}

export class PublishedGroup {
  groupId: string;
  name: string;
  placings: PublishedPlacing[];
}

export class PublishedSkill {
  skillId: string;
  code: string;
  name: string;
  nameEn: string | null;
  kind: 'provisional' | 'final';
  version: number;
  /** Printed on every sheet: it changes whenever the results do. */
  versionCode: string;
  publishedAt: string;
  /** Why a correction was published; null for a first publication. */
  note: string | null;
  /** It changes a version that was published before. */
  correction: boolean;
  policyName: string;
  scaled: boolean;
  clauses: PublishedAwardClause[];
  groups: PublishedGroup[];
}

/** How many of one award a delegation has. */
export class AwardCount {
  award: string;
  count: number;
}

/** One delegation's line in the medal table; `position` = 1 + number of better ones, equal lines share. */
export class DelegationStanding {
  position: number;
  delegationId: string;
  delegation: string;
  /** In the order of the table's awards, those with none too. */
  awards: AwardCount[];
  points: number;
}

export class SpecialAwardEntry {
  skillId: string;
  skill: string;
  skillEn: string | null;
  names: string[];
  entryId: string;
}

export class BestOfDelegation {
  delegationId: string;
  delegation: string;
  scaledScore: number;
  entries: SpecialAwardEntry[];
}

/** Everything published of an event, as everybody may see it. */
export class PublishedResults {
  eventId: string;
  skills: PublishedSkill[];
  delegations: DelegationStanding[];
  /** The table is ordered by points; otherwise by awards, best first. */
  delegationsByPoints: boolean;
  delegationsClause: PublishedClause | null;
  bestOfDelegation: BestOfDelegation[];
  bestOfDelegationClause: PublishedClause | null;
  albertVidal: SpecialAwardEntry[];
  albertVidalClause: PublishedClause | null;
}
