import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Holder {
  pid: number;
  address: string;
}

/** One launcher per data folder: `luban.pid` names it while it runs. */
export class LaunchLock {
  private readonly file: string;
  /** The last launcher was killed: what it started may still be ending. */
  leftBehind = false;

  constructor(dataDir: string) {
    this.file = join(dataDir, 'luban.pid');
  }

  /** Undefined when the lock is ours now, otherwise who has it. */
  take(address: string): Holder | undefined {
    const holder = this.holder();
    if (holder) return holder;
    writeFileSync(this.file, JSON.stringify({ pid: process.pid, address }));
    return undefined;
  }

  release(): void {
    rmSync(this.file, { force: true });
  }

  /** The launcher that runs on this data folder, if one does. */
  holder(): Holder | undefined {
    try {
      const holder = JSON.parse(readFileSync(this.file, 'utf8')) as Holder;
      if (isLauncher(holder.pid)) return holder;
      this.leftBehind = true;
    } catch {
      // no file, or one that was never finished
    }
    return undefined;
  }
}

/** Process ids are used again: on Linux the command line tells. */
function isLauncher(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  if (process.platform !== 'linux') return true;
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return pid !== process.pid && command.includes('luban.mjs');
  } catch {
    return false;
  }
}
