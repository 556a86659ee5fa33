import { SaidDto } from '@luban/platform';

/** How many contests stand behind a bar or tile. A contest is an application that was submitted; drafts are nobody's. */
export class CountsDto {
  /** Submitted for the plan year, whatever became of it. */
  applications: number;
  /** Granted, with or without conditions, and not revoked or withdrawn since. */
  granted: number;
  /** Standing in a published version of the plan. */
  published: number;
}

/** 计划进度 of one class. */
export class ClassProgressDto extends CountsDto {
  class: 'one' | 'two' | 'none';
  /** About that many; null where the plan names none. */
  target: number | null;
  /** Not decided yet. */
  open: number;
  /** Has an event. */
  held: number;
}

export class StateCountDto {
  state: string;
  one: number;
  two: number;
  none: number;
  count: number;
}

/** An industry section of GB/T 4754, or `none`: not stated. */
export class IndustryCountDto extends CountsDto {
  code: string;
  name: string | null;
}

/** Of one place, by where the final is held and by where the lead applicant is. */
export class PlaceCountDto {
  /** `none`: not stated; `outside`: not in the area looked at. */
  divisionCode: string;
  name: string | null;
  nameEn: string | null;
  shortName: string | null;
  shortNameEn: string | null;
  /** In the tile grid of provinces; null elsewhere. */
  row: number | null;
  column: number | null;
  /** False: named, and nothing is counted there. */
  counted: boolean;
  byFinal: CountsDto;
  byApplicant: CountsDto;
}

export class PlacesDto {
  unit: 'province' | 'city' | 'county';
  items: PlaceCountDto[];
}

/** 大类 of the occupational classification, or `none`: not in it. */
export class MajorCountDto {
  code: string;
  name: string | null;
  /** Contests granted with an occupation of this class: one with two classes counts in both. */
  contests: number;
  /** Different occupations granted. */
  occupations: number;
}

export class OccupationCountDto {
  /** For the list behind it. */
  key: string;
  edition: string | null;
  code: string | null;
  name: string;
  /** Contests granted with it. */
  contests: number;
  /** 新职业 in the catalogue. */
  isNew: boolean;
  /** L green, S digital. */
  mark: string | null;
  /** Not granted at this level in any earlier plan year on record. */
  firstTime: boolean;
}

export class OccupationsDto {
  majors: MajorCountDto[];
  /** The most frequent, at most twenty. */
  most: OccupationCountDto[];
  /** Different occupations granted. */
  different: number;
  /** Of them 新职业. */
  fresh: OccupationCountDto[];
  /** 新职业 in the edition of the catalogue that is used most. */
  freshInCatalogue: number;
  firstTime: number;
  green: number;
  digital: number;
}

/** Finals of a month: of granted contests. */
export class MonthCountDto {
  /** `1`…`12` of the plan year; `earlier`, `later`: another year; `none`: not stated. */
  month: string;
  one: number;
  two: number;
  none: number;
  count: number;
}

/** A clause of the rule pack in force, as it is shown to people. */
export class InsightClauseDto {
  title: SaidDto;
  article: SaidDto;
  source: string;
  verified: boolean;
}

export class MonthsDto {
  items: MonthCountDto[];
  /** Months in which finals should not bunch, by the rule in force; empty: there is no rule. */
  avoided: number[];
  /** Granted contests whose final falls there, and all with a date. */
  inAvoided: number;
  dated: number;
  clause: InsightClauseDto | null;
}

/** From the events of the year's class statuses. Delegations count once for each event. */
export class ParticipationDto {
  class: 'one' | 'two' | 'none' | 'all';
  events: number;
  delegations: number;
  /** Accepted. */
  entries: number;
  competitors: number;
  /** Checked in, whatever happened later. */
  present: number;
  /** With an award in a published result. */
  awarded: number;
}

export class DutyCountDto {
  /** Not met. */
  open: number;
  /** Of them past their day. */
  overdue: number;
  met: number;
}

export class DutiesDto {
  conditions: DutyCountDto;
  obligations: DutyCountDto;
}

export class LowerLevelDto extends CountsDto {
  level: string;
  /** Plans with a published version. */
  plans: number;
}

export class FilingCountDto {
  level: 'enterprise' | 'school';
  filings: number;
  competitors: number;
}
