import { createHash } from 'node:crypto';

/**
 * Randomness that anyone can recompute from a seed: the stream of 32-bit numbers is
 * SHA-256("<seed>:<label>:<0>"), SHA-256("<seed>:<label>:<1>"), … read as big-endian unsigned words. Different labels of
 * one seed are independent streams, so that drawing more of one thing never changes another.
 */
export class DrawRandom {
  private words: number[] = [];
  private block = 0;

  constructor(
    private readonly seed: string,
    private readonly label: string,
  ) {}

  /** A whole number from 0 to `n` − 1, each equally likely: words that would favour the low numbers are passed over. */
  below(n: number): number {
    if (!Number.isInteger(n) || n < 1 || n > 0x1_0000_0000) throw new RangeError(`cannot draw below ${n}`);
    const fair = Math.floor(0x1_0000_0000 / n) * n;
    for (;;) {
      const word = this.word();
      if (word < fair) return word % n;
    }
  }

  /** A new list in random order (Fisher and Yates, from the end). */
  shuffled<T>(items: readonly T[]): T[] {
    const order = [...items];
    for (let last = order.length - 1; last > 0; last -= 1) {
      const other = this.below(last + 1);
      [order[last], order[other]] = [order[other] as T, order[last] as T];
    }
    return order;
  }

  private word(): number {
    if (this.words.length === 0) {
      const digest = createHash('sha256').update(`${this.seed}:${this.label}:${this.block}`).digest();
      this.block += 1;
      for (let at = 28; at >= 0; at -= 4) this.words.push(digest.readUInt32BE(at));
    }
    return this.words.pop() as number;
  }
}
