import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { errorDocument, type Said } from '@luban/scoring';
import { isBlocked, readCisScheme, schemeDocument, WorkbookError } from '@luban/workbooks';

/**
 * `luban scheme FILE.xlsx`: reads a CIS marking-scheme workbook and writes `luban.scheme/1` (docs/formats.md).
 * Ends with 0 without blocking findings, 1 with them, 2 and `luban.error/1` when the file is no such workbook.
 */
export function scheme(args: string[]): Promise<number> {
  return schemeTo(args, process.stdout);
}

/** The same on any stream. */
export async function schemeTo(args: readonly string[], output: NodeJS.WritableStream): Promise<number> {
  output.on('error', () => undefined); // whoever read it has gone (`| head`), and there is nobody left to tell
  const write = (document: object): void => void output.write(`${JSON.stringify(document)}\n`);
  const fail = (code: string, said: Said): number => {
    write(errorDocument({ code, said, path: null }));
    return 2;
  };
  const [file, ...rest] = args;
  if (!file || rest.length > 0)
    return fail('scheme.usage', { zh: '用法：luban scheme 文件.xlsx', en: 'Usage: luban scheme FILE.xlsx' });
  try {
    const reading = await readCisScheme(locate(file));
    write(schemeDocument(reading));
    return isBlocked(reading) ? 1 : 0;
  } catch (error) {
    if (error instanceof WorkbookError) return fail(`scheme.${error.code}`, error.said);
    // A fault of ours: the document says so, and standard error says which.
    process.stderr.write(`luban scheme: ${error instanceof Error ? error.message : String(error)}\n`);
    return fail('scheme.internal', {
      zh: '程序出错，未能读取工作簿。',
      en: 'A fault of ours: the workbook was not read.',
    });
  }
}

/** Relative to where the caller is: npm runs commands in the checkout and says in INIT_CWD where it was called. */
function locate(file: string): string {
  const fromCaller = resolve(process.env['INIT_CWD'] ?? process.cwd(), file);
  const fromHere = resolve(file);
  return existsSync(fromCaller) || !existsSync(fromHere) ? fromCaller : fromHere;
}
