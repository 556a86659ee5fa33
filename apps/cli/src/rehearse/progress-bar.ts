import type { Progress } from './rehearsal.js';

/** Steps and counts on the error stream: one line redrawn on a terminal, a line per step elsewhere. */
export class ProgressBar implements Progress {
  private current = '';
  private readonly began = performance.now();
  readonly durations: { step: string; seconds: number }[] = [];
  private stepBegan = performance.now();

  step(name: string): void {
    this.end();
    this.current = name;
    this.stepBegan = performance.now();
    this.draw('');
  }

  of(done: number, total: number): void {
    if (!process.stderr.isTTY && done !== total) return;
    const width = 24;
    const full = total > 0 ? Math.round((done / total) * width) : 0;
    this.draw(`${'█'.repeat(full)}${'░'.repeat(width - full)} ${done} / ${total}`);
  }

  /** Closes the current step. */
  end(): void {
    if (!this.current) return;
    const seconds = (performance.now() - this.stepBegan) / 1000;
    this.durations.push({ step: this.current, seconds });
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K  ✓ ${this.current}  ${seconds.toFixed(1)} s\n`);
    this.current = '';
  }

  get seconds(): number {
    return (performance.now() - this.began) / 1000;
  }

  private draw(text: string): void {
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K  … ${this.current}  ${text}`);
    else if (text === '') process.stderr.write(`  … ${this.current}\n`);
  }
}
