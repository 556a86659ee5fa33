import { TooBusy } from './errors/refusals.js';
import { defineMessages } from './errors/messages.js';

defineMessages({
  'platform.too-busy': {
    zh: '系统正忙，请稍候，会自动重试。',
    en: 'The system is busy at the moment. Please try again shortly.',
  },
});

export interface GatherSettings<Row, Reply> {
  /** Does all rows at once and answers one reply per row, in their order. Whatever it throws it has undone. */
  run(rows: Row[]): Promise<Reply[]>;
  /** Rows of the same key never travel together nor at the same time: the second waits for the first one's answer. */
  keyOf?(row: Row): string;
  /** Whether an error may be one row's fault, so that trying by halves makes sense; always, unless told. */
  mayBeOneRow?(error: unknown): boolean;
  /** Rows of one batch at most. */
  rowsMax?: number;
  /** Batches on their way at the same time. */
  inFlight?: number;
  /** Rows waiting at most; beyond, `TooBusy` at once. */
  waitingMax?: number;
}

interface Waiting<Row, Reply> {
  row: Row;
  key: string | undefined;
  resolve(reply: Reply): void;
  reject(error: unknown): void;
}

/**
 * Gathers what many callers want to do at the same time into one statement per turn of the event loop, and answers each
 * after the commit (SPEED.md 3): a batch leaves as soon as one of the few connections is free, and while it is on its
 * way the next one fills by itself. With one caller nothing waits; with a thousand, batches grow.
 *
 * When a batch fails as a whole, its rows are tried by halves, so that one bad row fails alone and its neighbours do
 * not notice. An error that is no row's fault (a lost connection, see `mayBeOneRow`) fails them all.
 */
export class Gather<Row, Reply> {
  private waiting: Waiting<Row, Reply>[] = [];
  private readonly busyKeys = new Set<string>();
  private onTheirWay = 0;
  private isScheduled = false;

  constructor(private readonly settings: GatherSettings<Row, Reply>) {}

  /** Rows that wait for a batch; those on their way are not counted. */
  get waitingCount(): number {
    return this.waiting.length;
  }

  /** The row's own reply. Throws `TooBusy` `platform.too-busy` when too many wait, and whatever failed the row. */
  add(row: Row): Promise<Reply> {
    if (this.waiting.length >= (this.settings.waitingMax ?? 20_000)) {
      return Promise.reject(new TooBusy('platform.too-busy', { retryAfterSeconds: 1 }));
    }
    return new Promise<Reply>((resolve, reject) => {
      this.waiting.push({ row, key: this.settings.keyOf?.(row), resolve, reject });
      this.schedule();
    });
  }

  /** After what the event loop has at hand: requests that came in together leave together. */
  private schedule(): void {
    if (this.isScheduled) return;
    this.isScheduled = true;
    setImmediate(() => {
      this.isScheduled = false;
      this.leave();
    });
  }

  private leave(): void {
    while (this.onTheirWay < (this.settings.inFlight ?? 2)) {
      const batch = this.takeBatch();
      if (batch.length === 0) return;
      this.onTheirWay++;
      void this.carry(batch).finally(() => {
        this.onTheirWay--;
        for (const { key } of batch) if (key !== undefined) this.busyKeys.delete(key);
        if (this.waiting.length > 0) this.schedule();
      });
    }
  }

  /** The longest waiting rows whose key is free. */
  private takeBatch(): Waiting<Row, Reply>[] {
    const batch: Waiting<Row, Reply>[] = [];
    const left: Waiting<Row, Reply>[] = [];
    const rowsMax = this.settings.rowsMax ?? 500;
    for (const item of this.waiting) {
      const isFree = batch.length < rowsMax && (item.key === undefined || !this.busyKeys.has(item.key));
      if (isFree && item.key !== undefined) this.busyKeys.add(item.key);
      (isFree ? batch : left).push(item);
    }
    this.waiting = left;
    return batch;
  }

  private async carry(batch: Waiting<Row, Reply>[]): Promise<void> {
    let replies: Reply[];
    try {
      replies = await this.settings.run(batch.map(({ row }) => row));
      if (replies.length !== batch.length)
        throw new Error(`${batch.length} rows got ${replies.length} replies`);
    } catch (error) {
      if (batch.length === 1 || this.settings.mayBeOneRow?.(error) === false) {
        return batch.forEach(({ reject }) => reject(error));
      }
      const middle = batch.length >> 1;
      await this.carry(batch.slice(0, middle));
      return this.carry(batch.slice(middle));
    }
    batch.forEach(({ resolve }, index) => resolve(replies[index] as Reply));
  }
}
