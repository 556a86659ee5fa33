/** A text for people in both languages. */
export interface Words {
  zh: string;
  en: string;
}

/** The rungs whose authority grants class status (DOMAIN.md 1). */
export const authorityLevels = ['nationalIndustry', 'provincial', 'municipal', 'county'] as const;
export type AuthorityLevel = (typeof authorityLevels)[number];

export type ContestClass = 'one' | 'two';

/** How sure a clause is: `unverified` stands only in an unofficial or partial copy. It may warn, never block. */
export type Grade = 'verified' | 'unverified';

/** Where a clause stands. */
export interface Citation {
  /** 「2020年国家级职业技能竞赛计划申报通知」 and where in it: shown with every finding and printed on decisions. */
  article: Words;
  /** Number or address of the source: `S01 http://…`. */
  source: string;
  grade: Grade;
}

/**
 * The closed list of checks, each with the parameters it takes. A screen edits parameters, severity, citation and
 * dates of a rule; never expressions.
 */
export interface CheckParameters {
  /** Who may be lead applicant 牵头申办单位. */
  applicantKinds: { kinds: OrganisationKind[] };
  /** An association has passed so many yearly inspections 年审 in a row. */
  annualInspections: { kinds: OrganisationKind[]; years: number };
  /** Ordinary companies only help or give technical support 协办/技术支持. */
  companiesOnlyHelp: { kinds: OrganisationKind[]; parts: PartyPart[] };
  /** Editions of a contest in the same occupation held by the applicant within the last years. */
  editionsHeld: { editions: number; years: number };
  /** 大典 classes that occupations belong to. */
  occupationClasses: { classes: number[] };
  /** A national standard whose highest level is at least this (5 初级工 … 3 高级工 … 1 高级技师). */
  standardLevel: { levelAtLeast: number; strategicExempt: boolean };
  /** Occupations of one application; class null: of whatever class. */
  occupationsAtMost: { class: ContestClass | null; most: number };
  /** The same lead applicant does not run the same occupation two years running; no classes named: whatever class. */
  notTwoYearsRunning: { classes: ContestClass[]; strategicExempt: boolean };
  /** The final does not fall into these months (not bunched in the fourth quarter). */
  finalNotInMonths: { months: number[] };
  /** These documents are there; `firstTimeOnly` ones where an occupation is new to the contest. */
  documentsComplete: { documents: { kind: DocumentKind; firstTimeOnly: boolean; perOccupation: boolean }[] };
  /** The name ends in the word of its class: 大赛 / 竞赛. */
  nameWord: { one: string; two: string };
  /** Experts and judges named in the application. */
  peopleAtLeast: { experts: number; judges: number };
  /** Money is there and its sources are named. */
  fundingStated: Record<string, never>;
  /** A safe place with equipment is named. */
  venueStated: Record<string, never>;
  /** The applicant's business covers training, use and evaluation of skilled people. */
  businessCovers: Record<string, never>;
  /** At least this many years between two editions of a contest of this class; null: of whatever class. */
  rhythmYears: { class: ContestClass | null; years: number; strategicExempt: boolean };
  /** What was owed after earlier contests is done. */
  obligationsMet: Record<string, never>;
}
export type CheckName = keyof CheckParameters;

export const organisationKinds = [
  'ministry',
  'bureau',
  'association',
  'centralEnterprise',
  'massOrganisation',
  'enterprise',
  'school',
  'other',
] as const;
/** ministry 国务院有关部门, bureau 地方部门, association 协会, centralEnterprise 中央企业集团, massOrganisation 群团. */
export type OrganisationKind = (typeof organisationKinds)[number];

export const partyParts = ['lead', 'coHost', 'organiser', 'coOrganiser', 'technicalSupport'] as const;
/** 牵头, 联合主办, 承办, 协办, 技术支持. */
export type PartyPart = (typeof partyParts)[number];

export const documentKinds = [
  'request',
  'stampedForm',
  'feasibility',
  'standard',
  'implementationPlan',
  'agreement',
  'supplement',
  'other',
] as const;
/** 请示, 盖章申请表, 可行性分析, 标准颁布文件, 组织实施方案, 协议, 补充材料. */
export type DocumentKind = (typeof documentKinds)[number];

/** One rule of a pack: a check with its parameters, how hard it is and where it stands. */
export type Rule = {
  [Name in CheckName]: {
    /** Stable within the pack and its descendants: `occupations-at-most-one`. */
    id: string;
    check: Name;
    parameters: CheckParameters[Name];
    /** What a failed check is. A rule whose citation is unverified is never `blocking`. */
    severity: 'blocking' | 'warning';
    title: Words;
    citation: Citation;
    /** `YYYY-MM-DD`: holds for submissions from and until these days; null: as long as the pack. */
    from: string | null;
    until: string | null;
  };
}[CheckName];

/** What is owed after the contest, and when. */
export interface Duty {
  kind: 'summary' | 'technicalAnalysis' | 'baseTable' | 'nominations' | 'otherContests';
  title: Words;
  /** Days after the final; null: with the next application. */
  dueDays: number | null;
  citation: Citation;
}

/** Rules as data 规则包: of a year, for a level and area, each with its citation. */
export interface RulePack {
  /** `class-status-2023`. */
  code: string;
  title: Words;
  year: number;
  level: AuthorityLevel;
  /** GB/T 2260, `000000` for the whole country. */
  divisionCode: string;
  /** Classes granted at this level; empty where the level has none. */
  classes: ContestClass[];
  /** Official name: `{planYear}`, `{edition}`, `{name}` are filled in. */
  naming: { pattern: string; citation: Citation };
  rules: Rule[];
  duties: Duty[];
}
