import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addressOf, type Cell, type Row, type Sheet, type Workbook } from './workbook.js';
import { asErrorCode, WorkbookError } from './workbook-error.js';

/** What a workbook may cost. The defaults hold a roster of 50,000 rows and refuse what no organiser sends. */
export interface WorkbookLimits {
  maxFileBytes: number;
  maxEntries: number;
  /** Unpacked size of everything in the file; a refusal is called a bomb from `maxRatio` times the file's size on. */
  maxUnzippedBytes: number;
  maxRatio: number;
  /** Unpacked size of one sheet or of the list of texts. */
  maxPartBytes: number;
  maxSheets: number;
  maxStrings: number;
  /** Rows that show something, per sheet; further ones end the sheet, which is then marked truncated. */
  maxRows: number;
  maxColumns: number;
  /** Over all sheets. */
  maxCells: number;
  maxCharacters: number;
  seconds: number;
  heapMegabytes: number;
}

export const defaultLimits: Readonly<WorkbookLimits> = {
  maxFileBytes: 32 << 20,
  maxEntries: 4096,
  maxUnzippedBytes: 256 << 20,
  maxRatio: 100,
  maxPartBytes: 128 << 20,
  maxSheets: 64,
  maxStrings: 500_000,
  maxRows: 50_000,
  maxColumns: 256,
  maxCells: 400_000,
  maxCharacters: 16 << 20,
  seconds: 15,
  heapMegabytes: 256,
};

/**
 * Reads an .xlsx file, given as bytes or as a path, in a child process with a small heap and a clock, so that a hostile
 * file costs a refusal and never the caller. Only plain cells come back; see Workbook.
 * @throws WorkbookError when the file is missing, is no workbook, or goes beyond the limits
 */
export async function readWorkbook(
  source: string | Uint8Array,
  limits: Partial<WorkbookLimits> = {},
): Promise<Workbook> {
  const all = { ...defaultLimits, ...limits };
  const bytes = typeof source === 'string' ? await readFileWithin(source, all.maxFileBytes) : source;
  if (bytes.length > all.maxFileBytes) throw new WorkbookError('too-large', `${bytes.length} bytes`);
  await turn();
  try {
    return decode(await readInChild(bytes, all));
  } finally {
    next();
  }
}

/** A path may name a directory, a pipe or a device without end: only a plain file within the limit is read. */
async function readFileWithin(path: string, maxBytes: number): Promise<Uint8Array> {
  let file;
  try {
    file = await open(path, 0x800 /* O_NONBLOCK: opening a pipe nobody writes to does not hang */);
    const stat = await file.stat();
    if (!stat.isFile()) throw new WorkbookError('unreadable-file', 'not a plain file');
    if (stat.size > maxBytes) throw new WorkbookError('too-large', `${stat.size} bytes`);
    return await file.readFile();
  } catch (error) {
    if (error instanceof WorkbookError) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw new WorkbookError(
      code === 'ENOENT' || code === 'ENOTDIR' ? 'missing-file' : 'unreadable-file',
      code,
    );
  } finally {
    await file?.close();
  }
}

// At most two children at a time, so that many uploads at once take turns instead of memory.
const MAX_CHILDREN = 2;
let running = 0;
const waiting: (() => void)[] = [];

async function turn(): Promise<void> {
  if (running < MAX_CHILDREN) running++;
  else await new Promise<void>((resolve) => waiting.push(resolve));
}

function next(): void {
  const first = waiting.shift();
  if (first) first();
  else running--;
}

/** More than the densest workbook within the limits needs as JSON. */
const MAX_ANSWER_BYTES = 96 << 20;

function readInChild(bytes: Uint8Array, limits: WorkbookLimits): Promise<string> {
  return new Promise((resolve, reject) => {
    const heap = `--max-old-space-size=${limits.heapMegabytes}`;
    // No environment: what reads a stranger's file needs none of our secrets.
    const child = spawn(process.execPath, [heap, readerFile(), JSON.stringify(limits)], {
      env: {},
      stdio: 'pipe',
    });
    const answer: Buffer[] = [];
    let answerBytes = 0;
    let slow = false;
    const clock = setTimeout(() => {
      slow = true;
      child.kill('SIGKILL');
    }, limits.seconds * 1000);
    child.stdout.on('data', (piece: Buffer) => {
      answerBytes += piece.length;
      if (answerBytes > MAX_ANSWER_BYTES) child.kill('SIGKILL');
      else answer.push(piece);
    });
    child.stderr.resume();
    child.stdin.on('error', () => undefined); // the child may stop reading; its end says why
    child.once('error', (error) => {
      clearTimeout(clock);
      reject(error);
    });
    child.once('close', (exitCode) => {
      clearTimeout(clock);
      if (exitCode === 0) resolve(Buffer.concat(answer).toString('utf8'));
      else if (slow) reject(new WorkbookError('too-slow', `${limits.seconds} s`));
      else reject(new WorkbookError('too-large', 'out of memory')); // the engine aborts when its heap is full
    });
    child.stdin.end(bytes);
  });
}

let reader: string | undefined;

/** The child's program is run from the sources, whether this file runs from the sources or from a build beside them. */
function readerFile(): string {
  if (reader) return reader;
  const wanted = join('libs', 'workbooks', 'reader', 'process.mjs');
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, wanted))) {
    const above = dirname(folder);
    if (above === folder) throw new Error(`${wanted} is not there`);
    folder = above;
  }
  return (reader = join(folder, wanted));
}

interface RawSheet {
  name: string;
  hidden: boolean;
  rows: [number, [column: number, kind: keyof typeof kinds, value: unknown, formula?: 0 | 1][]][];
  merges: [number, number, number, number][];
  truncated: Sheet['truncated'];
}

const kinds = { t: 'text', n: 'number', b: 'boolean', d: 'date', e: 'error', u: 'uncomputed' } as const;

function decode(answer: string): Workbook {
  const raw = JSON.parse(answer) as { sheets: RawSheet[] } | { error: { code: string; detail: string } };
  if ('error' in raw) throw new WorkbookError(asErrorCode(raw.error.code), raw.error.detail);
  return { sheets: raw.sheets.map(decodeSheet) };
}

function decodeSheet({ name, hidden, rows, merges, truncated }: RawSheet): Sheet {
  return {
    name,
    hidden,
    truncated,
    merges: merges.map(([top, left, bottom, right]) => ({ top, left, bottom, right })),
    rows: rows.map(([number, cells]): Row => {
      const byColumn = new Map<number, Cell>();
      for (const [column, kind, value, formula] of cells)
        byColumn.set(column, {
          address: addressOf(number, column),
          formula: formula === 1,
          kind: kinds[kind],
          value,
        } as Cell);
      return { number, cells: byColumn };
    }),
  };
}
