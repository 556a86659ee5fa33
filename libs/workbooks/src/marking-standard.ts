import type { Calculation } from '@luban/scoring';
import { canonicalDecimal } from './decimal-text.js';
import { trimBlanks } from './workbook.js';

// A number 0 to 3, perhaps in brackets, perhaps called 分, then a sign or a blank, then the text. Full-width forms too.
const LEVEL =
  /^[\s(\uff08]*([0-3\uff10-\uff13])\s*[)\uff09]?\s*[分级档]?\s*[)\uff09]?(?:[.\uff0e](?!\d)|[:\uff1a,\uff0c\u3001=\u2013\u2014-]|\s)\s*(\S.*)$/;

/**
 * The four levels of a judgement written into 评分标准 as lines `0分：…` to `3分：…`; what stands before them is `rest`.
 * Null when the four are not there, each once.
 */
export function descriptorsOf(text: string): { descriptors: string[]; rest: string } | null {
  const descriptors: string[] = [];
  const rest: string[] = [];
  let last = -1;
  for (const line of text.split(/\r?\n/)) {
    const match = LEVEL.exec(line);
    if (match?.[1] && match[2]) {
      last = Number(match[1].normalize('NFKC'));
      if (descriptors[last] !== undefined) return null;
      descriptors[last] = trimBlanks(match[2]);
    } else if (last < 0) rest.push(line);
    else descriptors[last] = `${descriptors[last] ?? ''}\n${line}`;
  }
  const all = [0, 1, 2, 3].map((level) => trimBlanks(descriptors[level] ?? ''));
  return all.every((each) => each !== '') ? { descriptors: all, rest: trimBlanks(rest.join('\n')) } : null;
}

/**
 * How a 扣分 point is computed, in calculations a CIS workbook has, so that nothing is lost on export:
 * - one rule of the form 每…扣0.5分 → the number of faults is entered, and each takes 0.5 off the full mark;
 * - anything else → the marks to take off are entered themselves, in hundredths (a step of 0.01 takes off 0.01).
 * Both are REGULAR_DIFFERENCE_DEDUCTION from the target 0, which never goes below zero.
 */
export function deductionOf(standard: string): Calculation {
  const plain = standard.normalize('NFKC');
  const amounts = plain.match(/扣\s*\d/g) ?? [];
  const each = /每[^,,。;;\n]*?扣\s*(\d+(?:\.\d+)?)\s*分/.exec(plain)?.[1];
  const perFault = amounts.length === 1 && each ? canonicalDecimal(each) : null;
  const deduction = perFault && perFault !== '0' ? perFault : '0.01';
  return {
    type: 'REGULAR_DIFFERENCE_DEDUCTION',
    deductionType: 'marks',
    target: '0',
    step: deduction === perFault ? '1' : '0.01',
    deduction,
  };
}

/** How a point is marked, from the words of 评分方式; null for a word nobody knows. */
export function methodOf(text: string): 'measurement' | 'judgement' | 'deduction' | null {
  const word = text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
  if (/^(m|meas(urement)?)$|测量|客观|检测/.test(word)) return 'measurement';
  if (/^(j|judg(e?ment)?)$|评价|主观|评判|评委/.test(word)) return 'judgement';
  if (/扣分|减分|倒扣/.test(word)) return 'deduction';
  return null;
}
