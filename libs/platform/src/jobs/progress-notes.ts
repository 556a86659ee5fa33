import type { DataSource } from 'typeorm';

/** Progress reaches the table at most this often, in milliseconds. */
const everyMs = 250;

/** Gathers what running jobs say about their progress and writes the newest of each now and then, in one statement. */
export class ProgressNotes {
  private readonly notes = new Map<string, { done: number; total: number }>();
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(private readonly source: DataSource) {}

  note(id: string, done: number, total: number): void {
    this.notes.set(id, { done, total });
    this.timer ??= setTimeout(() => void this.flush(), everyMs);
  }

  /** Writes what is noted; progress that cannot be written is not worth a failure. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const notes = [...this.notes];
    this.notes.clear();
    if (notes.length) {
      this.writing = this.writing.then(() => this.write(notes)).catch(() => {});
    }
    await this.writing;
  }

  private async write(notes: [string, { done: number; total: number }][]): Promise<void> {
    await this.source.query(
      `UPDATE job_request r SET progress_done = n.done, progress_total = n.total
       FROM unnest($1::uuid[], $2::int[], $3::int[]) AS n (id, done, total)
       WHERE r.id = n.id AND r.state = 'running'`,
      [notes.map(([id]) => id), notes.map(([, { done }]) => done), notes.map(([, { total }]) => total)],
    );
  }
}
