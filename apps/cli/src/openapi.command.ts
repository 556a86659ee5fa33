import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeApi } from '../../api/src/openapi.js';

/**
 * `luban openapi [--check]`: writes docs/openapi.json and, from it, the types of the web client. With `--check` it
 * writes nothing and answers 1 when either differs from what the code says.
 */
export async function openapi(args: string[]): Promise<number> {
  const root = process.env.LUBAN_ROOT ?? process.cwd();
  const document = `${JSON.stringify(await describeApi(), null, 2)}\n`;
  const files: Record<string, string> = {
    'docs/openapi.json': document,
    'apps/web/src/api/schema.d.ts': await clientTypes(document),
  };
  const stale = staleFiles(files, (file) => read(join(root, file)));
  if (args.includes('--check')) {
    for (const file of stale)
      process.stderr.write(`${file} is not what the code says: run \`npm run luban -- openapi\`\n`);
    return stale.length ? 1 : 0;
  }
  for (const file of stale) writeFileSync(join(root, file), files[file] ?? '');
  process.stderr.write(stale.length ? `wrote ${stale.join(', ')}\n` : 'nothing has changed\n');
  return 0;
}

/** The files whose text is not what it should be, or that are not there. */
export const staleFiles = (
  files: Readonly<Record<string, string>>,
  readFile: (file: string) => string | undefined,
): string[] => Object.keys(files).filter((file) => readFile(file) !== files[file]);

const read = (file: string): string | undefined =>
  existsSync(file) ? readFileSync(file, 'utf8') : undefined;

/** A tool of development: loaded here only, so that no other command needs it. */
async function clientTypes(document: string): Promise<string> {
  const { default: generate, astToString, COMMENT_HEADER } = await import('openapi-typescript');
  return COMMENT_HEADER + astToString(await generate(document));
}
