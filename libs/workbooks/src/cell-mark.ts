import { formatMark, type Said } from '@luban/scoring';
import { isBlank, trimBlanks, type Cell } from './workbook.js';

/**
 * A mark as a cell holds it. `fault` says what is wrong with the cell: blocking when there is no mark to take (it then
 * counts 0.00), a warning when the mark is taken but not as it stands.
 */
export interface MarkReading {
  hundredths: number;
  fault: { severity: 'warning' | 'blocking'; message: Said } | null;
}

/** 10,000.00: a scheme is out of 100, a Chinese one at times out of 1000. */
const MAX_HUNDREDTHS = 1_000_000;

/**
 * Reads a mark of two places, in hundredths. Sums of binary fractions (24.749999999999993) are taken for what they are
 * shown as; a number written as text (`0,5`, `0.50 `, full-width digits) is read with a warning, because the sheet's own
 * sums leave it out; more than two places are rounded half up with a warning. Never from a date, a truth value, an error
 * or a formula without a result.
 * @param unit words that may follow the number, such as 分
 */
export function readMark(cell: Cell | undefined, unit?: RegExp): MarkReading {
  if (!cell || isBlank(String(cell.value))) {
    if (cell?.kind === 'uncomputed')
      return none('公式没有保存计算结果。', 'The formula has no saved result.');
    return none('缺少分值。', 'The mark is missing.');
  }
  switch (cell.kind) {
    case 'number':
      return fromNumber(cell.value);
    case 'text':
      return fromText(cell.value, unit);
    case 'date':
      return none('单元格是日期，不是分值。', 'The cell holds a date, not a mark.');
    case 'boolean':
      return none('单元格是逻辑值，不是分值。', 'The cell holds a truth value, not a mark.');
    case 'error':
      return none(`单元格是错误值 ${cell.value}。`, `The cell holds the error ${cell.value}.`);
    case 'uncomputed':
      return none('公式没有保存计算结果。', 'The formula has no saved result.');
  }
}

function fromText(text: string, unit?: RegExp): MarkReading {
  const plain = trimBlanks(text.normalize('NFKC')).replace(',', '.');
  const bare = unit ? trimBlanks(plain.replace(unit, '')) : plain;
  if (!/^(\d{1,9}(\.\d{0,12})?|\.\d{1,12})$/.test(bare)) {
    return none(`“${shortened(text)}”不是分值。`, `"${shortened(text)}" is not a mark.`);
  }
  const reading = fromNumber(Number(bare));
  if (unit && bare !== plain) return reading; // 5分 is how such sheets are written
  return reading.fault
    ? reading
    : warned(
        reading.hundredths,
        `分值以文本保存，按 ${formatMark(reading.hundredths)} 读取。`,
        `The mark is stored as text; read as ${formatMark(reading.hundredths)}.`,
      );
}

function fromNumber(value: number): MarkReading {
  if (value < 0) return none(`分值 ${value} 小于零。`, `The mark ${value} is below zero.`);
  const exact = value * 100;
  const hundredths = Math.floor(exact + 0.5 + 1e-7);
  if (!(hundredths <= MAX_HUNDREDTHS)) return none('分值过大。', 'The mark is too large.');
  if (Math.abs(exact - hundredths) <= 1e-6) return { hundredths, fault: null };
  return warned(
    hundredths,
    `分值 ${value} 超过两位小数，按 ${formatMark(hundredths)} 读取。`,
    `The mark ${value} has more than two places; read as ${formatMark(hundredths)}.`,
  );
}

function none(zh: string, en: string): MarkReading {
  return { hundredths: 0, fault: { severity: 'blocking', message: { zh, en } } };
}

function warned(hundredths: number, zh: string, en: string): MarkReading {
  return { hundredths, fault: { severity: 'warning', message: { zh, en } } };
}

/** What a cell holds as a message may show it. */
export function shortened(text: string): string {
  const line = trimBlanks(text).replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
