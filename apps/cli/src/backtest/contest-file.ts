import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ContestRecord } from '@luban/rulebook';
import { decodeText, sheetOfText, trimmedTextOf } from '@luban/workbooks';
import { Unusable } from './unusable.js';

const bytesMax = 20 * 1024 * 1024;
const rowsMax = 100_000;

/** The columns of the file; each is needed, in any order, and others are passed over. */
const columns = ['year', 'class', 'official_name', 'hosts', 'occupations', 'date_place', 'status'] as const;

/** Reads contests from a CSV file with a head line. Throws `Unusable` in a sentence. */
export function readContestFile(file: string): ContestRecord[] {
  const { text } = decoded(readFile(file), file);
  // A semicolon stands between occupations, so it never divides columns.
  const delimiter = /^[^\r\n]*\t/.test(text) ? '\t' : ',';
  const onOpenQuote = (line: number): void => {
    throw new Unusable(
      `${file} 第 ${line} 行的引号没有配对。`,
      `${file} has a quote in line ${line} that is not closed.`,
    );
  };
  const [head, ...rows] = sheetOfText(text, {
    ...{ maxRows: rowsMax + 1, maxColumns: 200, delimiter, onOpenQuote },
  }).rows;
  if (!head) throw new Unusable(`${file} 是空文件。`, `${file} is empty.`);
  const at = new Map<string, number>();
  for (const [column, cell] of head.cells) {
    const heading = trimmedTextOf(cell).toLowerCase();
    if (heading !== '' && at.has(heading))
      throw new Unusable(`${file} 的列 ${heading} 出现了两次。`, `${file} has the column ${heading} twice.`);
    at.set(heading, column);
  }
  const missing = columns.filter((column) => !at.has(column));
  if (missing.length > 0)
    throw new Unusable(
      `${file} 缺少列：${missing.join('、')}（应有：${columns.join('、')}）。`,
      `${file} lacks the column${missing.length > 1 ? 's' : ''} ${missing.join(', ')} (wanted: ${columns.join(', ')}).`,
    );
  return rows.map(({ cells }) => {
    const value = (column: (typeof columns)[number]): string => {
      const cell = cells.get(at.get(column) ?? 0);
      return cell?.kind === 'text' ? cell.value : '';
    };
    return {
      year: value('year'),
      class: value('class'),
      officialName: value('official_name'),
      hosts: value('hosts'),
      occupations: value('occupations'),
      datePlace: value('date_place'),
      status: value('status'),
    };
  });
}

/** A file's bytes. Throws `Unusable` where there is none, or none to be read. */
export function readFile(file: string): Buffer {
  const path = locate(file);
  try {
    const found = statSync(path);
    if (!found.isFile()) throw new Unusable(`${file} 不是文件。`, `${file} is not a file.`);
    if (found.size > bytesMax) throw new Unusable(`${file} 超过 20 MiB。`, `${file} is longer than 20 MiB.`);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Unusable) throw error;
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw missing
      ? new Unusable(`找不到文件 ${file}。`, `There is no file ${file}.`)
      : new Unusable(`无法读取文件 ${file}。`, `The file ${file} cannot be read.`);
  }
}

/** Relative to where the caller is: npm runs commands in the checkout and says in INIT_CWD where it was called. */
export function locate(file: string): string {
  const fromCaller = resolve(process.env['INIT_CWD'] ?? process.cwd(), file);
  const fromHere = resolve(file);
  return existsSync(fromCaller) || !existsSync(fromHere) ? fromCaller : fromHere;
}

function decoded(bytes: Buffer, file: string): { text: string } {
  try {
    return decodeText(bytes);
  } catch {
    throw new Unusable(`${file} 不是 CSV 文本（应为 UTF-8）。`, `${file} is not a CSV text (UTF-8).`);
  }
}
