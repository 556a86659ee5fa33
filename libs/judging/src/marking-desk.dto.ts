export const cellStates = [
  'notNeeded',
  'missing',
  'notStarted',
  'inProgress',
  'spread',
  'reopened',
  'submitted',
  'signed',
] as const;
/**
 * Where one form stands: `notNeeded` (the work's entry does not compete), `missing` (no form, though one is needed),
 * `submitted` (ready to sign), `reopened` (signed once, opened again).
 */
export type CellState = (typeof cellStates)[number];

/** How many cells are in each state. */
export class CellCountsDto {
  notNeeded: number;
  missing: number;
  notStarted: number;
  inProgress: number;
  spread: number;
  reopened: number;
  submitted: number;
  signed: number;
}

export class DeskSubCriterionDto {
  id: string;
  code: string;
  name: string;
  moduleId: string;
  moduleCode: string;
  dayOfMarking: number | null;
  aspectCount: number;
  maxHundredths: number;
  teamName: string | null;
}

export class DeskWorkDto {
  id: string;
  code: string;
  moduleId: string;
}

export class DeskCellDto {
  workId: string;
  subCriterionId: string;
  formId: string | null;
  state: CellState;
  marked: number;
  spreads: number;
  revision: number;
}

export class DeskScoreDto {
  seat: number;
  name: string;
  value: string;
}

export class DeskSpreadDto {
  formId: string;
  workCode: string;
  subCriterionCode: string;
  aspectId: string;
  aspectCode: string;
  description: string;
  scores: DeskScoreDto[];
}

/** A form of a scheme that is no longer in force, and that carries marks: the same work was marked by another scheme. */
export class DeskStrayDto {
  formId: string;
  workCode: string;
  subCriterionCode: string;
  schemeNumber: number;
}

/** The chief judge's matrix: works × sub-criteria. Works are codes; who made them is not here. */
export class DeskReply {
  skillId: string;
  skillCode: string;
  skillName: string;
  skillNameEn: string | null;
  requireSignedScan: boolean;
  subCriteria: DeskSubCriterionDto[];
  works: DeskWorkDto[];
  cells: DeskCellDto[];
  counts: CellCountsDto;
  spreads: DeskSpreadDto[];
  strays: DeskStrayDto[];
}

/** A value or a total worth a second look; never an error by itself. */
export class ImplausibleDto {
  kind: 'allZero' | 'totalOutlier' | 'valueOutlier';
  formId: string;
  workCode: string;
  subCriterionCode: string;
  /** Of a value. */
  aspectCode: string | null;
  /** The value, or the total in marks. */
  value: string;
  /** Middle of the other works. */
  median: string | null;
  /** How many scaled MADs it lies away from the median. */
  distance: number | null;
}

export class ImplausibleList {
  items: ImplausibleDto[];
}

/** One sub-criterion's progress: counts only. */
export class SubCriterionProgressDto {
  subCriterionId: string;
  code: string;
  name: string;
  dayOfMarking: number | null;
  counts: CellCountsDto;
}

export class SkillProgressDto {
  skillId: string;
  code: string;
  name: string;
  nameEn: string | null;
  counts: CellCountsDto;
  subCriteria: SubCriterionProgressDto[];
}

/** How far marking is: for people who run the event and must not see a mark. */
export class MarkingProgressReply {
  counts: CellCountsDto;
  skills: SkillProgressDto[];
}
