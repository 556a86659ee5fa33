import type { Ruling } from './ruling.js';
import type { Standing } from './standing.js';

/** Rulings by the entries they name. A ruling orders a tie; it can never lift an entry over a better one. */
export class Rulings {
  private readonly byEntry = new Map<string, Ruling>();
  private readonly unused: Set<Ruling>;

  constructor(rulings: readonly Ruling[]) {
    this.unused = new Set(rulings);
    for (const ruling of rulings) for (const entry of ruling.entries) this.byEntry.set(entry, ruling);
  }

  /** The tied entries in the order a ruling gives them; null unless it names exactly these. */
  orderOf(tied: readonly Standing[]): { ruling: Ruling; ordered: Standing[] } | null {
    const ruling = this.byEntry.get((tied[0] as Standing).input.entry);
    if (!ruling || ruling.entries.length !== tied.length) return null;
    const byEntry = new Map(tied.map((standing) => [standing.input.entry, standing]));
    const ordered: Standing[] = [];
    for (const entry of ruling.entries) {
      const standing = byEntry.get(entry);
      if (!standing) return null;
      ordered.push(standing);
    }
    this.unused.delete(ruling);
    return { ruling, ordered };
  }

  /** Rulings that met no tie of exactly their entries. */
  leftOver(): Ruling[] {
    return [...this.unused];
  }
}
