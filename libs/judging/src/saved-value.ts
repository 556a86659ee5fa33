/** One value as a judge or a recorder sends it. */
export interface SavedValue {
  aspectId: string;
  /** 0: the team's one agreed value (measurement); from 1: the judge's seat (judgement). */
  seat: number;
  /** Decimal string; null takes the value back to "not yet marked". */
  value: string | null;
}
