import { defineMessages } from './errors/messages.js';
import { Failure, TooBusy } from './errors/refusals.js';

defineMessages({
  'platform.too-busy': {
    zh: '同时提交的人太多，请 {retryAfterSeconds} 秒后再试；已填写的内容不会丢失。',
    en: 'Too many people are sending at this moment. Please try again in {retryAfterSeconds} seconds; nothing you typed is lost.',
  },
});

export interface GatherSettings<Row, Reply> {
  /**
   * Does the rows, all or nothing (one statement or transaction), and answers one reply per row in the same order. A
   * reply that is an `Error` refuses its row alone.
   */
  run: (rows: Row[]) => Promise<(Reply | Error)[]>;
  /** Rows of one key are never at work at the same time, and come one after another. */
  keyOf?: (row: Row) => string;
  /** Whether one row alone may have made a batch fail; by default everything but a database that is gone. */
  mayBeOneRow?: (error: unknown) => boolean;
  /** Rows in one batch at most: 500. */
  rowsMax?: number;
  /** Batches at work at the same time: 2; 1 makes a single writer. */
  inFlight?: number;
  /** Rows that may wait before further ones are turned away: 20,000. */
  waitingMax?: number;
}

interface Waiting<Row, Reply> {
  row: Row;
  key: string | undefined;
  resolve: (reply: Reply) => void;
  reject: (error: unknown) => void;
}

/** How often a batch that met a deadlock or a serialization failure is tried in all. */
const triesMax = 3;

/**
 * Gathers what many requests bring at the same time into batches, so that one statement and one commit serve them all,
 * and answers each after the commit. With one caller nothing waits; with a thousand, batches grow while the ones before
 * are at work (SPEED.md 3: 15.4k writes per second at 64 clients where one statement per request makes 6.3k).
 *
 * When a batch fails as a whole it is halved until the guilty row is found: that one gets the error, its neighbours
 * their replies. A database that is gone is told to all at once; a deadlock is tried again. Beyond `waitingMax` rows
 * `add` throws `TooBusy` `platform.too-busy`.
 */
export class Gather<Row, Reply> {
  private readonly settings: Required<Omit<GatherSettings<Row, Reply>, 'keyOf'>> & {
    keyOf?: (row: Row) => string;
  };
  private waiting: Waiting<Row, Reply>[] = [];
  private readonly busyKeys = new Set<string>();
  private readonly atWork = new Set<Promise<void>>();
  private scheduled = false;

  constructor(settings: GatherSettings<Row, Reply>) {
    this.settings = { mayBeOneRow, rowsMax: 500, inFlight: 2, waitingMax: 20_000, ...settings };
  }

  /** Rows that wait for a batch; those at work are not counted. */
  get waitingCount(): number {
    return this.waiting.length;
  }

  /** Hands a row over; resolves with its reply once its batch is done. */
  async add(row: Row): Promise<Reply> {
    if (this.waiting.length >= this.settings.waitingMax) {
      throw new TooBusy('platform.too-busy', { retryAfterSeconds: 1 });
    }
    return new Promise<Reply>((resolve, reject) => {
      this.waiting.push({ row, key: this.settings.keyOf?.(row), resolve, reject });
      this.schedule();
    });
  }

  /** Resolves when nothing waits and nothing is at work. */
  async idle(): Promise<void> {
    while (this.waiting.length || this.atWork.size) {
      await (this.atWork.size ? Promise.race(this.atWork) : new Promise(setImmediate));
    }
  }

  /** Once per turn of the event loop: what arrives in the same turn travels together. */
  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      this.leave();
    });
  }

  private leave(): void {
    while (this.atWork.size < this.settings.inFlight) {
      const batch = this.takeBatch();
      if (!batch.length) return;
      const done: Promise<void> = this.serve(batch).finally(() => {
        this.atWork.delete(done);
        for (const { key } of batch) if (key !== undefined) this.busyKeys.delete(key);
        this.leave();
      });
      this.atWork.add(done);
    }
  }

  /** The longest waiting rows whose key is free. */
  private takeBatch(): Waiting<Row, Reply>[] {
    if (!this.settings.keyOf) return this.waiting.splice(0, this.settings.rowsMax);
    const batch: Waiting<Row, Reply>[] = [];
    const left: Waiting<Row, Reply>[] = [];
    for (const one of this.waiting) {
      const free =
        batch.length < this.settings.rowsMax && (one.key === undefined || !this.busyKeys.has(one.key));
      if (free && one.key !== undefined) this.busyKeys.add(one.key);
      (free ? batch : left).push(one);
    }
    this.waiting = left;
    return batch;
  }

  private async serve(batch: Waiting<Row, Reply>[]): Promise<void> {
    try {
      const replies = await this.attempt(batch.map(({ row }) => row));
      batch.forEach(({ resolve, reject }, i) => {
        const reply = replies[i] as Reply | Error;
        if (reply instanceof Error) reject(reply);
        else resolve(reply);
      });
    } catch (error) {
      const guiltyAmongMany =
        batch.length > 1 && !(error instanceof WrongAnswer) && this.settings.mayBeOneRow(error);
      if (!guiltyAmongMany) return batch.forEach(({ reject }) => reject(error));
      const middle = Math.ceil(batch.length / 2);
      await this.serve(batch.slice(0, middle));
      await this.serve(batch.slice(middle));
    }
  }

  private async attempt(rows: Row[]): Promise<(Reply | Error)[]> {
    for (let tries = 1; ; tries++) {
      try {
        const replies = await this.settings.run(rows);
        if (replies.length !== rows.length) throw new WrongAnswer(replies.length, rows.length);
        return replies;
      } catch (error) {
        if (tries === triesMax || !isCollision(error)) throw error;
      }
    }
  }
}

/** A programmer's error: which reply belongs to whom cannot be told any more. */
class WrongAnswer extends Error {
  constructor(replies: number, rows: number) {
    super(`gathered work answered ${replies} replies for ${rows} rows`);
  }
}

const sqlStateOf = (error: unknown): string => {
  if (error instanceof Failure) return '';
  const { code, driverError } = (error ?? {}) as { code?: unknown; driverError?: { code?: unknown } };
  return String(driverError?.code ?? code ?? '');
};

/** Deadlock, serialization failure. */
const isCollision = (error: unknown): boolean => ['40P01', '40001'].includes(sqlStateOf(error));

/** Not so when the connection is lost, the server stops or is out of resources: then no single row is to blame. */
const mayBeOneRow = (error: unknown): boolean =>
  !/^(08|53|57|58|XX|E[A-Z]{3,})/.test(sqlStateOf(error)) &&
  !(
    error instanceof Error &&
    /Connection terminated|timeout exceeded when trying to connect/.test(error.message)
  );
