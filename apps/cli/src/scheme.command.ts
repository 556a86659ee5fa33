import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { isBlocked, readCisScheme, schemeDocument, WorkbookError } from '@luban/workbooks';

/**
 * `luban scheme FILE.xlsx`: reads a CIS marking-scheme workbook and writes `luban.scheme/1` (docs/formats.md).
 * Ends with 0 without blocking findings, 1 with them, 2 and `luban.error/1` when the file is no such workbook.
 */
export async function scheme(args: string[]): Promise<number> {
  const [file, ...rest] = args;
  if (!file || rest.length > 0) {
    return fail('usage', 'Usage: luban scheme FILE.xlsx', '用法： luban scheme 文件.xlsx');
  }
  try {
    const reading = await readCisScheme(locate(file));
    write(schemeDocument(reading));
    return isBlocked(reading) ? 1 : 0;
  } catch (error) {
    if (error instanceof WorkbookError) return fail(error.code, error.said.en, error.said.zh);
    return fail('internal', 'The workbook could not be read.', '无法读取工作簿。');
  }
}

/** Relative to where the caller is: npm runs commands in the checkout and says in INIT_CWD where it was called. */
function locate(file: string): string {
  const fromCaller = resolve(process.env['INIT_CWD'] ?? process.cwd(), file);
  const fromHere = resolve(file);
  return existsSync(fromCaller) || !existsSync(fromHere) ? fromCaller : fromHere;
}

function fail(code: string, message: string, messageZh: string): number {
  write({ format: 'luban.error/1', code, message, messageZh });
  return 2;
}

function write(document: object): void {
  process.stdout.write(`${JSON.stringify(document)}\n`);
}
