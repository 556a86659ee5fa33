/** Signals that come within this time of the first are the same Ctrl-C: the terminal sends one, npm another (ms). */
const sameMs = 1000;
const names = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Being told to stop: Ctrl-C, SIGTERM, a closed terminal – or the end of the npm that started us. */
export class StopSignal {
  readonly received: Promise<void>;
  private firstAt: number | undefined;
  private second: () => void = () => process.exit(130);
  private tell: () => void = () => {};
  private readonly parentWatch: NodeJS.Timeout | undefined;
  private readonly listener = () => this.signal();

  constructor() {
    this.received = new Promise((resolve) => (this.tell = resolve));
    for (const name of names) process.on(name, this.listener);
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {}); // a terminal that is gone
    const parent = process.ppid;
    // npm stays for as long as its script runs; if it was killed, nobody could stop us any more.
    if (process.env.npm_lifecycle_event && parent > 1) {
      this.parentWatch = setInterval(() => process.ppid !== parent && this.signal(), 1000);
      this.parentWatch.unref();
    }
  }

  /** What a second Ctrl-C does. */
  onSecond(act: () => void): void {
    this.second = act;
  }

  close(): void {
    clearInterval(this.parentWatch);
    for (const name of names) process.off(name, this.listener);
  }

  private signal(): void {
    const now = Date.now();
    this.firstAt ??= now;
    if (now - this.firstAt > sameMs) this.second();
    else this.tell();
  }
}
