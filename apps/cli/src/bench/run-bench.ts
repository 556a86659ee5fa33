import { loadavg } from 'node:os';
import { join } from 'node:path';
import type { Config } from '@luban/platform';
import type { BenchPart, BenchWish } from '../bench.command.js';
import { BenchSystem } from './bench-system.js';
import { measureBoards } from './measure-boards.js';
import { measureDurability } from './measure-durability.js';
import { measureMarks } from './measure-marks.js';
import { measureScoreRun } from './measure-score-run.js';
import { measureSignOff } from './measure-sign-off.js';
import { measureYears } from './measure-years.js';
import { findPgbench } from './pgbench.js';
import { machine, Report } from './report.js';

/** What every part is told. */
export interface BenchRun {
  system: BenchSystem;
  report: Report;
  /** Undefined when this machine has none. */
  pgbench: string | undefined;
  /** Rounds of every measurement, and the seconds of one. */
  rounds: number;
  seconds: number;
  say: (text: string) => void;
}

/** Being told to stop: the database is not left behind. */
const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const measures: Record<BenchPart, (run: BenchRun) => Promise<void>> = {
  marks: measureMarks,
  durability: measureDurability,
  scoreRun: measureScoreRun,
  signOff: measureSignOff,
  boards: measureBoards,
  years: measureYears,
};

/** Measures the parts wished for, each on a fresh system of its own. */
export async function runBench(config: Config, { quick, parts, port }: BenchWish): Promise<void> {
  const out = process.stdout;
  const pgbench = findPgbench();
  const pace = quick ? { rounds: 1, seconds: 2 } : { rounds: 5, seconds: 5 };
  if (!pgbench) {
    out.write(
      'pgbench is missing: the saving of marks has no bare limit here (Debian: apt-get install postgresql-contrib).\n',
    );
  }
  for (const part of parts) {
    const report = new Report(
      out,
      `Measured ${new Date().toISOString().slice(0, 16)}Z on ${machine(loadavg())}.`,
    );
    const system = new BenchSystem(config, port);
    out.write(`\n${part}\n`);
    const stop = () => void system.end().finally(() => process.exit(130));
    for (const signal of stopSignals) process.once(signal, stop);
    try {
      await system.startDatabase();
      await measures[part]({
        system,
        report,
        pgbench,
        ...pace,
        say: (text) => void out.write(`  … ${text}\n`),
      });
      if (!quick) report.writeInto(join(system.root, 'docs', 'BENCHMARKS.md'), part);
    } finally {
      const [first] = system.said;
      if (first)
        out.write(
          `  warnings and errors in the log of the system: ${system.said.length}; the first: ${first.slice(0, 300)}\n`,
        );
      for (const signal of stopSignals) process.off(signal, stop);
      await system.end();
    }
  }
}
