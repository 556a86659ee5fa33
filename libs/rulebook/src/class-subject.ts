import type { AuthorityLevel, ContestClass, DocumentKind, OrganisationKind, PartyPart } from './rule-pack.js';

/** An occupation as far as it is known. Null is evidence absent: a check that needs it answers `unknown`. */
export interface SubjectOccupation {
  name: string;
  detail: string | null;
  /** Code in the classification and its edition. */
  code: string | null;
  edition: string | null;
  standardExists: boolean | null;
  /** 5 初级工 … 1 高级技师. */
  standardTopLevel: number | null;
  /** 国家战略重点领域, with the applicant's reason; null: not known. */
  strategic: boolean | null;
  /** Held before in an earlier edition of this contest; null: not known. */
  heldBefore: boolean | null;
}

/** Money, place and business as stated; null: not stated. */
export interface StatedMeans {
  fundingYuan: number | null;
  fundingSources: string[];
  venuePlace: string | null;
  venueFacilities: string | null;
  venueSafety: string | null;
  businessNote: string | null;
}

/** What a pack of class-status rules is held against: an application, or a contest of a public record. */
export interface ClassSubject {
  planYear: number;
  level: AuthorityLevel;
  class: ContestClass | null;
  /** Without year, series and edition. */
  name: string;
  parties: { name: string; kind: OrganisationKind | null; part: PartyPart }[] | null;
  occupations: SubjectOccupation[] | null;
  /** False: the source names only some of the occupations. */
  occupationsComplete: boolean;
  /** Earlier editions held by the applicant, as stated or recorded. */
  earlierEditions: { year: number; occupations: string[] }[] | null;
  /** What the same lead applicant was granted in earlier plan years; empty: nothing. */
  earlierGrants:
    | {
        planYear: number;
        class: ContestClass | null;
        contest: string;
        occupations: { code: string | null; name: string }[];
      }[]
    | null;
  /** Years in which the lead passed its yearly inspection 年审. */
  inspectionYears: number[] | null;
  finalFrom: string | null;
  finalTo: string | null;
  documents: { kind: DocumentKind; occupation: string | null }[] | null;
  experts: number | null;
  judges: number | null;
  fundingStated: boolean | null;
  venueStated: boolean | null;
  businessCovers: boolean | null;
  /** What the three answers above rest on, where the source says: shown as evidence, never judged. */
  means?: StatedMeans;
  /** What is still owed after earlier contests. */
  unmetObligations: { contest: string; title: string; dueOn: string | null }[] | null;
  /** Day for which rules with dates are chosen: of submission, `YYYY-MM-DD`; null: all of them. */
  submittedOn: string | null;
  /** Lists of which the source names only a part: what is not in them may still be so. None unless told. */
  partly?: readonly ('parties' | 'earlierEditions' | 'earlierGrants')[];
}
