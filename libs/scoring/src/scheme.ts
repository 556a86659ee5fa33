/**
 * A marking scheme as plain data: the tree inside `luban.scheme/1` (docs/formats.md), what the workbooks yield,
 * what is stored, and what scoring computes with. Marks are integers in hundredths.
 */
export interface SchemeTree {
  /** Number and name of the skill as the workbook names it, e.g. `17` / `Web Development`. */
  skill: { number: string | null; name: string } | null;
  sections: StandardSection[];
  criteria: Criterion[];
  /** Calculations the workbook lists and no aspect uses (real files have them); kept so that an export loses nothing. */
  unusedCalculations?: Calculation[];
}

/** A section of the WorldSkills Occupational Standard (世赛职业标准分项); weight in hundredths of a point of 100. */
export interface StandardSection {
  number: string;
  name: string;
  weightHundredths: number;
}

export interface Criterion {
  /** `A` … `I`. */
  code: string;
  name: string;
  /** What the sheet declares for the criterion, null when it declares nothing. Never used to compute. */
  declaredHundredths: number | null;
  subCriteria: SubCriterion[];
}

/** One sub-criterion is one marking form per work. */
export interface SubCriterion {
  /** `A1`; a row that is both sub-criterion and aspect appears as a sub-criterion with that one aspect. */
  code: string;
  name: string;
  dayOfMarking: number | null;
  aspects: Aspect[];
}

export interface Aspect {
  /** `A1.1`: the sub-criterion's code and the aspect's 1-based number within it; unique in the scheme. */
  id: string;
  /** Measurement 测量: one agreed value per team. Judgement 评价: three judges give 0–3. */
  kind: 'measurement' | 'judgement';
  description: string;
  /** Extra description. */
  extra: string;
  /** Requirement or nominal size (measurement only). */
  requirement: string;
  /** Number of the standard section, null when none is given. */
  section: string | null;
  maxHundredths: number;
  /** How an entered value becomes a mark; null on a measurement means full or zero. Always null on a judgement. */
  calculation: Calculation | null;
  /** Four descriptors, for 0 to 3, on a judgement; empty on a measurement. */
  descriptors: string[];
  /** Caption rows that stand before this aspect in the sheet. */
  captions: string[];
}

/**
 * The calculations of a CIS workbook (DOMAIN.md 5). Quantities are canonical decimal strings: a minus sign only when
 * needed, no exponent, no trailing zeros (`4.00000000` is read as `"4"`, `0E-8` as `"0"`, `33.30000000` as `"33.3"`).
 */
export type Calculation =
  | { type: 'PASS_FAIL'; name?: string }
  | { type: 'NUMBER_COMPLETED'; name?: string; possible: string }
  | {
      type: 'CHOICE';
      name?: string;
      /** Whether a choice's deduction is in marks or in % of the aspect's max. */
      deductionType: 'marks' | 'percent';
      choices: { label: string; deduction: string }[];
    }
  | {
      type: 'REGULAR_DIFFERENCE_DEDUCTION';
      name?: string;
      deductionType: 'marks' | 'percent';
      target: string;
      /** Deduct `deduction` for each (begun) `step` away from the target, floor 0. */
      step: string;
      deduction: string;
      tolerance?: string;
    }
  | {
      type: 'RANGED_SCORE';
      name?: string;
      deductionType: 'marks' | 'percent';
      target: string;
      /**
       * Tolerance bands around the target: a value from target − lower to target + upper (inclusive) lies in the band.
       * Of the bands that hold the value the smallest deduction counts; a value in no band earns zero. Real data force
       * this reading: test coverage with target 100 and bands (0, 20) → 100 %, (20, 0) → 60 %, (0, 0) → 0 % means
       * 100 earns all, 80 to 100 earns 40 %, less earns nothing; surviving mutants with target 0 and bands
       * (0, 3) → 0 %, (0, 15) → 60 % nest the same way (ES2025 workbook, Calculations rows 11 and 12).
       */
      ranges: { lower: string; upper: string; deduction: string }[];
    };
