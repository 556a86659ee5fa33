/** A recorded ruling of the chief judge on a tie that no rule breaks: the tied entries, better first. */
export interface Ruling {
  entries: readonly string[];
  by: string;
  reason: string;
}
