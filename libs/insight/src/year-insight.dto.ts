import { SaidDto } from '@luban/platform';
import {
  ClassProgressDto,
  CountsDto,
  DutiesDto,
  FilingCountDto,
  IndustryCountDto,
  InsightClauseDto,
  LowerLevelDto,
  MonthsDto,
  OccupationsDto,
  ParticipationDto,
  PlacesDto,
  StateCountDto,
} from './year-figures.dto.js';

export class InsightAreaDto {
  divisionCode: string;
  name: string;
  nameEn: string | null;
}

/** What the switches offer: all of it in the reader's reach. */
export class InsightChoicesDto {
  /** Plan years with anything in this scope, latest first. */
  years: number[];
  levels: string[];
  /** The way down to this area, itself included. */
  path: InsightAreaDto[];
  /** Areas one step down that the level still has. */
  below: InsightAreaDto[];
}

/** Totals of the year, and how they are made up. */
export class TotalsDto extends CountsDto {
  open: number;
  declined: number;
  withdrawn: number;
  revoked: number;
  held: number;
  /** Entered from public records of earlier years, with invented facts where the record has none. */
  historic: number;
  demo: number;
  /** Lead applicants. */
  applicants: number;
}

/** The year's plan, where the scope is one authority's own. */
export class PlanStandDto {
  planId: string;
  targetOne: number | null;
  targetTwo: number | null;
  targetSource: string | null;
  /** Versions published. */
  published: number;
  /** 发文字号 and 成文日期 of the latest published one. */
  documentNumber: string | null;
  signedOn: string | null;
}

/** A public record of a year's plan: how many, where it stands, how sure that is. */
export class RecordCountDto {
  figure: 'target' | 'published';
  classOne: number | null;
  classTwo: number | null;
  occupations: number | null;
  document: string | null;
  source: string;
  verified: boolean;
  gradeNote: string;
}

/** A plan year beside the others. */
export class YearCountDto extends CountsDto {
  year: number;
  one: number;
  two: number;
  publishedOne: number;
  publishedTwo: number;
  targetOne: number | null;
  targetTwo: number | null;
  /** Single contests known from public records. */
  recordedContests: number;
  /** Of them verified. */
  recordedVerified: number;
  records: RecordCountDto[];
}

/**
 * What public records say of a year whose plan is not in this system; each part only where this system has none of its own:
 * `published` while no version is published here, `target` while none is set here.
 */
export class YearRecordDto {
  published: RecordCountDto | null;
  target: RecordCountDto | null;
}

/** What each figure counts, in words. */
export class FigureNotesDto {
  contests: SaidDto;
  classes: SaidDto;
  states: SaidDto;
  industries: SaidDto;
  places: SaidDto;
  occupations: SaidDto;
  months: SaidDto;
  participation: SaidDto;
  duties: SaidDto;
  lower: SaidDto;
  years: SaidDto;
}

/** The year at a glance 年度概览: all of it read at one moment. */
export class YearInsightDto {
  planYear: number;
  level: string;
  divisionCode: string;
  areaName: string;
  areaNameEn: string | null;
  authorityName: string | null;
  /** When it was read. */
  asOf: string;
  /** Of the figures: the same figures have the same code. */
  versionCode: string;
  choices: InsightChoicesDto;
  totals: TotalsDto;
  /** The same of the plan year before; null where nothing was applied for. */
  before: CountsDto | null;
  plan: PlanStandDto | null;
  /** Null where this system has the plan, or no public record is known. */
  record: YearRecordDto | null;
  classes: ClassProgressDto[];
  states: StateCountDto[];
  industries: IndustryCountDto[];
  places: PlacesDto;
  occupations: OccupationsDto;
  months: MonthsDto;
  participation: ParticipationDto[];
  duties: DutiesDto;
  lower: LowerLevelDto[];
  filings: FilingCountDto[];
  years: YearCountDto[];
  /** Clauses of the pack in force that stand only in unofficial or partial copies. */
  unverified: InsightClauseDto[];
  notes: FigureNotesDto;
}

/** A contest behind a figure. */
export class ContestDto {
  applicationId: string;
  level: string;
  divisionCode: string;
  areaName: string | null;
  class: 'one' | 'two' | 'none';
  state: string;
  /** As published or granted; the application's own name before. */
  name: string;
  lead: string;
  industryName: string | null;
  placeName: string | null;
  applicantPlaceName: string | null;
  finalFrom: string | null;
  finalTo: string | null;
  occupations: string[];
  published: boolean;
  /** Its number among its class in the latest published version; null: not published, or not as of this class. */
  number: number | null;
  historic: boolean;
  demo: boolean;
  eventId: string | null;
  delegations: number;
  entries: number;
  competitors: number;
  present: number;
  awarded: number;
  conditionsOpen: number;
  conditionsOverdue: number;
  obligationsOpen: number;
  obligationsOverdue: number;
}

export class ContestPageDto {
  items: ContestDto[];
  next: string | null;
}

/** A contest of an enterprise or school, filed 备案. */
export class FiledContestDto {
  id: string;
  number: string;
  level: 'enterprise' | 'school';
  organisation: string;
  name: string;
  areaName: string | null;
  startsOn: string;
  endsOn: string;
  competitors: number | null;
}

export class FiledContestPageDto {
  items: FiledContestDto[];
  next: string | null;
}
