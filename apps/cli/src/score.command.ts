import { errorDocument, placeEntries, readBundle, resultText, ScoringError } from '@luban/scoring';

/** A bundle longer than this is refused before it is parsed: 256 MiB hold a million entries. */
const INPUT_MAX_BYTES = 256 * 1024 * 1024;

/**
 * `luban score < bundle.json`: reads `luban.score/1` on standard input, writes `luban.result/1` (docs/formats.md).
 * `--explain ENTRY` (as often as wanted) or `--explain-all` adds the explanation of placings. Ends with 0, or with 2
 * and `luban.error/1` when the bundle cannot be scored. Standard output carries JSON and nothing else.
 */
export function score(args: string[]): Promise<number> {
  return scoreStreams(args, process.stdin, process.stdout);
}

/** The same on any pair of streams. */
export async function scoreStreams(
  args: readonly string[],
  input: AsyncIterable<Buffer | string>,
  output: NodeJS.WritableStream,
): Promise<number> {
  try {
    const explain = explainArguments(args);
    const bundle = readBundle(withExplain(parse(await readInput(input)), explain));
    await write(output, resultText(placeEntries(bundle), bundle));
    return 0;
  } catch (error) {
    await write(output, [`${JSON.stringify(errorDocument(asScoringError(error)))}\n`]);
    return 2;
  }
}

function explainArguments(args: readonly string[]): string[] | true {
  const entries: string[] = [];
  for (let i = 0; i < args.length; i++) {
    if (args[i] === '--explain-all') return true;
    const entry = args[i] === '--explain' ? args[++i] : undefined;
    if (entry === undefined)
      throw new ScoringError('score.usage', {
        zh: '用法:luban score [--explain 参赛单元]… [--explain-all] < bundle.json',
        en: 'Usage: luban score [--explain ENTRY]… [--explain-all] < bundle.json',
      });
    entries.push(entry);
  }
  return entries;
}

/** What the command line asks to be explained stands in place of the bundle's own `explain`. */
function withExplain(bundle: unknown, explain: string[] | true): unknown {
  if (explain !== true && explain.length === 0) return bundle;
  return typeof bundle === 'object' && bundle !== null && !Array.isArray(bundle)
    ? { ...bundle, explain }
    : bundle;
}

async function readInput(input: AsyncIterable<Buffer | string>): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of input) {
    const buffer = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    bytes += buffer.length;
    if (bytes > INPUT_MAX_BYTES)
      throw new ScoringError('score.too-large', {
        zh: `输入超过 ${INPUT_MAX_BYTES / 1024 / 1024} MiB。`,
        en: `The input is longer than ${INPUT_MAX_BYTES / 1024 / 1024} MiB.`,
      });
    chunks.push(buffer);
  }
  return Buffer.concat(chunks);
}

function parse(bytes: Uint8Array): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ScoringError('score.bad-json', {
      zh: '输入不是 UTF-8 文本。',
      en: 'The input is not UTF-8 text.',
    });
  }
  if (text.trim() === '')
    throw new ScoringError('score.bad-json', {
      zh: '标准输入为空;用法:luban score < bundle.json',
      en: 'Standard input is empty; usage: luban score < bundle.json',
    });
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const why = error instanceof Error ? error.message.slice(0, 120) : '';
    throw new ScoringError('score.bad-json', {
      zh: `输入不是 JSON:${why}`,
      en: `The input is not JSON: ${why}`,
    });
  }
}

/** Anything unforeseen becomes a document too: the caller reads JSON, never a stack. */
function asScoringError(error: unknown): ScoringError {
  if (error instanceof ScoringError) return error;
  return new ScoringError('score.internal', {
    zh: '计算未能完成,请将输入交给维护者。',
    en: 'The computation did not finish; please pass the input on to the maintainers.',
  });
}

/**
 * Writes all pieces, waiting for a slow reader. A reader that has gone ends the writing quietly; the listener stays, so
 * that one which closes the pipe late does not end in a stack trace either.
 */
async function write(output: NodeJS.WritableStream, pieces: Iterable<string>): Promise<void> {
  let gone = false;
  output.on('error', () => {
    gone = true;
  });
  for (const piece of pieces) {
    if (gone) return;
    await new Promise<void>((done) => output.write(piece, () => done()));
  }
}
