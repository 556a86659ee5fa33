import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { formatMark } from '@luban/scoring';

/** What a rehearsal checked: each line passed or failed, with what was seen. */
export class Checks {
  readonly lines: { name: string; ok: boolean; seen: string }[] = [];

  that(name: string, ok: boolean, seen = ''): void {
    this.lines.push({ name, ok, seen });
  }

  equal(name: string, seen: unknown, expected: unknown): void {
    const [a, b] = [JSON.stringify(seen), JSON.stringify(expected)];
    this.that(
      name,
      a === b,
      a === b ? a.slice(0, 80) : `saw ${a.slice(0, 300)}, expected ${b.slice(0, 300)}`,
    );
  }

  get failed(): number {
    return this.lines.filter(({ ok }) => !ok).length;
  }
}

export interface CliPlacing {
  entry: string;
  total: string | null;
  scaledScore: number | null;
  rank: number | null;
  position: number | null;
  award: string | null;
}

/** Recomputes a bundle with `luban score` in a process of its own, as anybody outside could. */
export async function scoreByCommand(bundle: unknown): Promise<CliPlacing[]> {
  const launcher = join(process.env.LUBAN_ROOT ?? process.cwd(), 'apps', 'cli', 'luban.mjs');
  const child = spawn(process.execPath, [launcher, 'score'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stdin.end(JSON.stringify(bundle));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  const text = Buffer.concat(chunks).toString('utf8');
  if (code !== 0) throw new Error(`luban score ended with ${code}: ${text.slice(0, 300)}`);
  return (JSON.parse(text) as { placings: CliPlacing[] }).placings;
}

/** A stored result as `luban score` would print it. */
export function asPrinted(row: {
  entryId: string;
  totalHundredths: number | null;
  scaledScore: number | null;
  rank: number | null;
  position: number | null;
  award: string | null;
}): CliPlacing {
  return {
    entry: row.entryId,
    total: row.totalHundredths === null ? null : formatMark(row.totalHundredths),
    scaledScore: row.scaledScore,
    rank: row.rank,
    position: row.position,
    award: row.award,
  };
}
