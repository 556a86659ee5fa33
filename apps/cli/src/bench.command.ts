import { readConfig } from '@luban/platform';
import { parseArgs } from 'node:util';
import { runBench } from './bench/run-bench.js';

export const benchParts = ['marks', 'durability', 'scoreRun', 'signOff', 'boards', 'years'] as const;
export type BenchPart = (typeof benchParts)[number];

const usage = `npm run bench [-- --quick] [--only ${benchParts.join('|')}] [--port 3300]
Measures a system of its own (embedded PostgreSQL, fully durable, or a database of its own on the server at
DATABASE_URL; the api and the worker) beside bare limits in the same run, and writes docs/BENCHMARKS.md.
  --quick   one short round of everything: to see whether it works; writes no document
`;

/** `luban bench`. Answers the exit code: 0, or 2 when the call was wrong. */
export async function bench(args: string[]): Promise<number> {
  const wish = read(args);
  if (!wish) {
    process.stderr.write(usage);
    return 2;
  }
  await runBench(readConfig(), wish);
  return 0;
}

export interface BenchWish {
  quick: boolean;
  parts: readonly BenchPart[];
  port: number;
}

function read(args: string[]): BenchWish | null {
  try {
    const { values } = parseArgs({
      args,
      options: {
        quick: { type: 'boolean', default: false },
        only: { type: 'string', multiple: true, default: [] },
        port: { type: 'string', default: '3300' },
      },
    });
    const only = values.only.map((name) => benchParts.find((part) => part === name));
    const port = Number(values.port);
    if (only.includes(undefined) || !Number.isInteger(port) || port < 1 || port > 65_535) return null;
    return {
      quick: values.quick,
      parts: benchParts.filter((part) => only.length === 0 || only.includes(part)),
      port,
    };
  } catch {
    return null;
  }
}
