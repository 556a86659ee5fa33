import { readFileSync } from 'node:fs';

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
    const starters = npmStarters();
    if (starters) {
      this.parentWatch = setInterval(() => {
        if (npmStarters() === starters) return;
        clearInterval(this.parentWatch);
        this.signal();
      }, 1000);
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

/**
 * Who stands between npm and us, as process ids: npm stays for as long as its script runs, so that a change means that
 * it was killed and nobody could stop us any more. npm runs a script by `sh -c`, which on some systems stays too.
 * Undefined when npm did not start us.
 */
function npmStarters(): string | undefined {
  if (!process.env.npm_lifecycle_event) return undefined;
  const { ppid } = process;
  if (process.platform !== 'linux') return String(ppid);
  try {
    const isShell = readFileSync(`/proc/${ppid}/cmdline`, 'utf8').split('\0').includes('-c');
    const above = readFileSync(`/proc/${ppid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1];
    return isShell ? `${ppid} ${above}` : String(ppid);
  } catch {
    return String(ppid); // it ended while we looked: next time there is another
  }
}
