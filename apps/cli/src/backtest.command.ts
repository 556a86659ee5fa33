import { readShippedList, shippedLists } from '@luban/catalogue';
import { backTest, casesOfRecords, type CodeOfName } from '@luban/rulebook';
import { readContestFile } from './backtest/contest-file.js';
import { packOfArgument } from './backtest/pack-argument.js';
import { asJson, asText } from './backtest/report.js';
import { Unusable } from './backtest/unusable.js';

/**
 * `luban backtest PACK FILE [--json]`: replays a rule pack over a CSV of contests (columns `year,class,official_name,
 * hosts,occupations,date_place,status`, others passed over) and prints every one of them with the class it had, the
 * decision under the pack and the rules that decide. PACK is the code of a shipped pack or the path of a pack as JSON.
 * Ends with 0, whether decisions flip or not; with 2 and a sentence on standard error where PACK or FILE is of no use.
 */
export function backtest(args: string[]): Promise<number> {
  return backtestTo(args, process.stdout, process.stderr);
}

/** The same on any streams. */
export function backtestTo(
  args: readonly string[],
  output: NodeJS.WritableStream,
  errors: NodeJS.WritableStream,
): Promise<number> {
  output.on('error', () => undefined); // whoever read it has gone (`| head`), and there is nobody left to tell
  try {
    const { pack: wanted, file, json } = argumentsOf(args);
    const pack = packOfArgument(wanted);
    const records = readContestFile(file);
    const result = backTest(pack, casesOfRecords(records, codesOf2022()));
    const report = { pack, file, records, result };
    const text = json ? `${JSON.stringify(asJson(report))}\n` : asText(report);
    return new Promise((done) => output.write(text, () => done(0)));
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    errors.write(`luban backtest: ${error.zh}\nluban backtest: ${error.en}\n`);
    return Promise.resolve(2);
  }
}

function argumentsOf(args: readonly string[]): { pack: string; file: string; json: boolean } {
  const json = args.includes('--json');
  const [pack, file, ...rest] = args.filter((argument) => argument !== '--json');
  if (!pack || !file || rest.length > 0 || pack.startsWith('-') || file.startsWith('-'))
    throw new Unusable(
      '用法：luban backtest 规则包 文件.csv [--json]',
      'Usage: luban backtest PACK FILE.csv [--json]',
    );
  return { pack, file, json };
}

/** Codes by name in the classification of 2022; a name that it does not hold, or holds twice, stays without. */
function codesOf2022(): CodeOfName {
  const list = shippedLists.find(({ kind }) => kind === 'occupations');
  if (!list) return () => null;
  const codes = new Map<string, string | null>();
  for (const { code, name, level } of readShippedList(list))
    if (level === 4) codes.set(name, codes.has(name) ? null : code);
  return (name) => {
    const code = codes.get(name);
    return code ? { code, edition: list.edition } : null;
  };
}
