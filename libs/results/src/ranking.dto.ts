import { ArrayMaxSize, ArrayMinSize, IsArray, IsString, MaxLength, MinLength } from 'class-validator';

/** One entry in the chief judge's internal ranking: by its work codes, never by its maker. */
export class RankingRow {
  /** The entry's work codes, one for each module marked by the scheme. */
  codes: string[];
  groupId: string;
  groupName: string;
  rank: number | null;
  position: number | null;
  undecided: boolean;
  /** Null while forms are unsigned: never zero. */
  totalHundredths: number | null;
  /** Marks of the forms signed so far. */
  soFarHundredths: number;
  scaledScore: number | null;
  award: string | null;
  formsExpected: number;
  formsSigned: number;
}

/** A tie that no rule breaks: it waits for a ruling. */
export class UndecidedTie {
  groupId: string;
  groupName: string;
  position: number;
  /** The work codes of each tied entry. */
  entries: string[][];
}

export class RankingReply {
  /** Number of the result version; 0 before the first score run. */
  number: number;
  complete: boolean;
  computedAt: Date | null;
  /** Short code of the version, printed on every sheet. */
  versionCode: string;
  skillName: string;
  skillNameEn: string | null;
  formsExpected: number;
  formsSigned: number;
  policyName: string;
  rows: RankingRow[];
  undecided: UndecidedTie[];
  /** Entries without a work to mark: absent, withdrawn, disqualified. */
  notCompeting: number;
}

/** The chief judge's ruling on a tie, entries named by a work code each, the better first. */
export class RuleOnTie {
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(200)
  @IsString({ each: true })
  order: string[];

  @IsString()
  @MinLength(5)
  @MaxLength(1000)
  reason: string;
}

export class TieRulingReply {
  id: string;
  groupId: string;
  order: string[];
  reason: string;
  at: Date;
}

export class DecodingReply {
  state: 'closed' | 'opened' | 'witnessed';
  openedBy: string | null;
  openedAt: Date | null;
  witnessedBy: string | null;
  witnessedAt: Date | null;
  /** Why it cannot be opened yet; empty when nothing is missing. */
  missing: DecodingMissing[];
}

/** Something in the way of the decoding, in words, with where it is mended. */
export class DecodingMissing {
  code: string;
  count: number;
  messageZh: string;
  messageEn: string;
  href: string | null;
}
