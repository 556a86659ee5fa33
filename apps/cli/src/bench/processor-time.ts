import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second. */
const ticksPerSecond = 100;

interface Stat {
  parent: number;
  own: number;
  ended: number;
}

/**
 * Processor seconds that processes have used with all their children, also those that have ended. NaN where the system
 * does not tell (anything but Linux).
 */
export function processorSeconds(pids: readonly (number | undefined)[]): number {
  const stats = new Map<number, Stat>();
  try {
    for (const name of readdirSync('/proc')) {
      const stat = /^\d+$/.test(name) ? read(Number(name)) : undefined;
      if (stat) stats.set(Number(name), stat);
    }
  } catch {
    return NaN;
  }
  const wanted = new Set(pids);
  let seconds = 0;
  for (const [pid, { parent, own, ended }] of stats) {
    if (wanted.has(pid)) seconds += own + ended;
    else if (wanted.has(parent)) seconds += own;
  }
  return seconds;
}

function read(pid: number): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const at = (field: number): number => fields[field] ?? NaN;
    return {
      parent: at(1),
      own: (at(11) + at(12)) / ticksPerSecond,
      ended: (at(13) + at(14)) / ticksPerSecond,
    };
  } catch {
    return undefined; // it ended while we looked
  }
}
