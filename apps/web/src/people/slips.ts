/** What is printed on one slip. */
export interface Slip {
  displayName: string;
  login: string;
  initialPassword: string;
  /** The role with its reach, in words. */
  roles: string;
}

interface SlipSheet {
  /** Such as the event's name. */
  subtitle: string;
  slips: readonly Slip[];
}

// Only in this page's memory: an initial password is stored nowhere, not even in the browser.
let sheet: SlipSheet | null = null;

/** Keeps the slips until the page is left or the next are kept. */
export function keepSlips(next: SlipSheet): void {
  sheet = next;
}

/** The slips last kept; null after a reload. */
export const keptSlips = (): SlipSheet | null => sheet;
