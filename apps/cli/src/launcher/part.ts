import { type ChildProcess, fork } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

export interface PartSettings {
  /** `api`, `worker`. */
  name: string;
  /** The built main.js. */
  file: string;
  env: NodeJS.ProcessEnv;
  cwd: string;
  /** Every line the process writes. */
  onLine: (line: string) => void;
  /** It ended though nobody stopped it, and is started again after that time. */
  onCrash: (how: string, againInMs: number) => void;
}

/** It was up this long: then a crash starts the count of failures anew (milliseconds). */
const healthyMs = 30_000;

/**
 * Room for short-lived objects, in MiB. Under load every request makes some; with Node's 16 MiB a fifth of the api's
 * profile was collecting them (docs/BENCHMARKS.md).
 */
const youngObjects = '--max-semi-space-size=64';

/** A process of Luban that is kept alive: started again when it dies, after 0.5 s, then longer (10 s at most). */
export class Part {
  private child: ChildProcess | undefined;
  private stopping = false;
  private failures = 0;

  constructor(private readonly settings: PartSettings) {}

  /** Resolves when the process says that it is ready; throws if it ends before. */
  async start(): Promise<void> {
    const { name, file, env, cwd } = this.settings;
    const child = fork(file, [], {
      env,
      cwd,
      execArgv: ['--enable-source-maps', youngObjects],
      // Its own process group: Ctrl-C reaches the launcher alone, which stops the parts in order. If the launcher
      // dies, the channel closes, and the part stops by itself.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.child = child;
    for (const stream of [child.stdout, child.stderr]) this.readLines(stream);
    const startedAt = Date.now();
    await new Promise<void>((resolve, reject) => {
      child.once('message', () => resolve());
      child.once('error', reject);
      child.once('exit', (code, signal) => {
        const how = signal ?? `code ${code}`;
        reject(new Error(`the ${name} ended with ${how} before it was ready; what it said stands above`));
      });
    });
    child.once('exit', (code, signal) => void this.ended(signal ?? `code ${code}`, startedAt));
  }

  /** Asks it to stop, and ends it if it has not after `withinMs`. */
  async stop(withinMs: number): Promise<void> {
    this.stopping = true;
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), withinMs);
    await ended;
    clearTimeout(late);
  }

  /** Of the process that runs now. */
  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** Ends it now. */
  kill(): void {
    this.stopping = true;
    this.child?.kill('SIGKILL');
  }

  private async ended(how: string, startedAt: number): Promise<void> {
    if (Date.now() - startedAt > healthyMs) this.failures = 0;
    while (!this.stopping) {
      const againInMs = Math.min(10_000, 500 * 2 ** this.failures++);
      this.settings.onCrash(how, againInMs);
      await sleep(againInMs);
      if (this.stopping) return;
      try {
        return await this.start();
      } catch (error) {
        how = (error as Error).message;
      }
    }
  }

  private readLines(stream: NodeJS.ReadableStream | null): void {
    let rest = '';
    stream?.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      lines.forEach(this.settings.onLine);
    });
  }
}
