import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { median, spanOf } from './statistics.js';

/** A line of the table. */
export interface ReportRow {
  what: string;
  ours: string;
  limit: string;
  ratio: string;
  aim: string;
}

/** Collects what was measured, says it as it comes, and keeps each part's table in docs/BENCHMARKS.md. */
export class Report {
  private readonly rows: ReportRow[] = [];
  private readonly remarks: string[] = [];

  constructor(
    private readonly out: NodeJS.WritableStream,
    private readonly headline: string,
  ) {}

  row(row: ReportRow): void {
    this.rows.push(row);
    this.out.write(`  ${row.what}: ${row.ours}; limit ${row.limit}; ratio ${row.ratio} (aim ${row.aim})\n`);
  }

  remark(text: string): void {
    this.remarks.push(text);
    this.out.write(`  ${text}\n`);
  }

  /** Replaces what stands between the marks of a part in the document. */
  writeInto(file: string, part: string): void {
    if (!existsSync(file) || (this.rows.length === 0 && this.remarks.length === 0)) return;
    const [from, to] = [`<!-- bench:${part} -->`, `<!-- /bench:${part} -->`];
    const text = readFileSync(file, 'utf8');
    const start = text.indexOf(from);
    const end = text.indexOf(to);
    if (start < 0 || end < start)
      throw new Error(`${file} has no place for the part ${part} (${from} … ${to})`);
    const body = [
      from,
      this.headline,
      '',
      ...this.table(),
      ...this.remarks.map((remark) => `- ${remark}`),
      '',
    ];
    writeFileSync(file, text.slice(0, start) + body.join('\n') + text.slice(end));
  }

  private table(): string[] {
    if (this.rows.length === 0) return [];
    const cells = this.rows.map(
      ({ what, ours, limit, ratio, aim }) => `| ${what} | ${ours} | ${limit} | ${ratio} | ${aim} |`,
    );
    return ['| what | Luban | bare limit | ratio | aim |', '|---|---|---|---|---|', ...cells, ''];
  }
}

/** The machine, and how busy it was with other things: told with every table. */
export function machine(loadBefore: readonly number[]): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const busy = (loadBefore[0] ?? 0).toFixed(1);
  return `${cpus().length} × ${cpu?.model.trim()}, ${memory} GiB, Node ${process.versions.node}; load average before it began ${busy}`;
}

/** `12.3k`, `845`, `3.2`. */
export function short(value: number): string {
  if (value >= 10_000) return `${(value / 1000).toFixed(1)}k`;
  if (value >= 1000) return `${(value / 1000).toFixed(2)}k`;
  return value >= 100 ? value.toFixed(0) : value.toFixed(1);
}

/** Ratio of two interleaved rows of figures: median of the rounds' ratios, with lowest and highest. */
export function ratioOf(ours: readonly number[], limit: readonly number[]): string {
  const ratios = ours.map((value, round) => value / (limit[round] ?? NaN));
  const [low, high] = spanOf(ratios);
  return ratios.length > 1
    ? `**${median(ratios).toFixed(2)}** (${low.toFixed(2)} – ${high.toFixed(2)})`
    : median(ratios).toFixed(2);
}
