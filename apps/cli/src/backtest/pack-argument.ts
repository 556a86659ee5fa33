import { existsSync } from 'node:fs';
import { packFaults, type RulePack, shippedPacks } from '@luban/rulebook';
import { locate, readFile } from './contest-file.js';
import { Unusable } from './unusable.js';

/** The pack an argument names: the code of one that ships, or a file with a pack as JSON. Throws `Unusable`. */
export function packOfArgument(argument: string): RulePack {
  const shipped = shippedPacks.find(({ code }) => code === argument);
  if (shipped) return shipped;
  if (!/[./\\]/.test(argument) && !existsSync(locate(argument))) {
    const known = shippedPacks.map(({ code }) => code);
    throw new Unusable(
      `没有规则包“${argument}”。可用：${known.join('、')}，或一个 JSON 文件的路径。`,
      `There is no rule pack "${argument}". Use ${known.join(', ')}, or the path of a JSON file.`,
    );
  }
  const value = parsed(
    readFile(argument)
      .toString('utf8')
      .replace(/^\ufeff/, ''),
    argument,
  );
  const faults = packFaults(value);
  if (faults.length === 0) return value as RulePack;
  const lines = (of: 'zh' | 'en') =>
    faults.slice(0, 20).map(({ path, message }) => `  ${path || '.'}: ${message[of]}`);
  throw new Unusable(
    [`${argument} 不是有效的规则包（${faults.length} 处）：`, ...lines('zh')].join('\n'),
    [`${argument} is not a sound rule pack (${faults.length} faults):`, ...lines('en')].join('\n'),
  );
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const why = error instanceof Error ? error.message.slice(0, 120) : '';
    throw new Unusable(`${file} 不是 JSON：${why}`, `${file} is not JSON: ${why}`);
  }
}
