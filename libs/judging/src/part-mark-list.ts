import type { MarkListRow } from '@luban/workbooks';
import { formatMark, type Said } from '@luban/scoring';

/** An accepted entry of the skill, as a list of marks may name it. */
export interface ListedEntry {
  entryId: string;
  entryNumber: string | null;
  /** 缺考, 弃权 and 取消成绩 have no mark; none of them is zero. */
  competes: boolean;
  /** The mark that stands now. */
  markHundredths: number | null;
}

export interface PartMarkFinding {
  code: string;
  severity: 'warning' | 'blocking';
  /** The cell, where the list has one. */
  cell: string | null;
  message: Said;
}

export interface PartMarkReading {
  marks: { entryId: string; entryNumber: string; markHundredths: number; before: number | null }[];
  findings: PartMarkFinding[];
}

/** Words for "did not sit the paper". */
const ABSENT = /^(缺考|弃考|未参加|absent|-|–|—)?$/i;

/**
 * Holds a list against the entries of a skill: which marks it gives, with a finding at each cell that cannot be taken.
 * A blocking finding keeps the whole list out. Blank and 缺考 give no mark – a warning for an entry that competes.
 */
export function readPartMarks(
  rows: readonly MarkListRow[],
  entries: readonly ListedEntry[],
  maxHundredths: number,
): PartMarkReading {
  const byNumber = new Map(
    entries.flatMap((entry) => (entry.entryNumber ? [[entry.entryNumber, entry]] : [])),
  );
  const seen = new Map<string, number>();
  const marks: PartMarkReading['marks'] = [];
  const findings: PartMarkFinding[] = [];
  const find = (
    severity: PartMarkFinding['severity'],
    code: string,
    cell: string | null,
    zh: string,
    en: string,
  ) => {
    findings.push({ code, severity, cell, message: { zh, en } });
  };
  for (const { row, entryNumber, mark } of rows) {
    const number = entryNumber.text;
    const entry = byNumber.get(number);
    const earlier = seen.get(number);
    if (number === '') {
      find(
        'blocking',
        'entry-number-missing',
        entryNumber.at,
        '缺少参赛编号。',
        'The entry number is missing.',
      );
    } else if (!entry) {
      find(
        'blocking',
        'entry-unknown',
        entryNumber.at,
        `本项目没有参赛编号 ${number}。`,
        `This skill has no entry ${number}.`,
      );
    } else if (earlier !== undefined) {
      find(
        'blocking',
        'entry-twice',
        entryNumber.at,
        `参赛编号 ${number} 与第 ${earlier} 行重复。`,
        `Entry ${number} stands in row ${earlier} already.`,
      );
    } else if (mark.hundredths === null) {
      if (!ABSENT.test(mark.text)) {
        find(
          'blocking',
          'mark-unreadable',
          mark.at,
          `“${mark.text}”不是成绩。`,
          `"${mark.text}" is not a mark.`,
        );
      } else if (entry.competes) {
        find(
          'warning',
          'mark-missing',
          mark.at,
          `参赛编号 ${number} 没有成绩，不按零分计。`,
          `Entry ${number} has no mark; that is not zero.`,
        );
      }
    } else if (mark.hundredths > maxHundredths) {
      find(
        'blocking',
        'mark-too-large',
        mark.at,
        `成绩 ${formatMark(mark.hundredths)} 超过满分 ${formatMark(maxHundredths)}。`,
        `The mark ${formatMark(mark.hundredths)} is above the maximum ${formatMark(maxHundredths)}.`,
      );
    } else if (!entry.competes) {
      find(
        'blocking',
        'entry-not-competing',
        mark.at,
        `参赛编号 ${number} 为缺考、弃权或取消成绩，不能有成绩。`,
        `Entry ${number} is absent, withdrawn or disqualified and cannot have a mark.`,
      );
    } else {
      marks.push({
        entryId: entry.entryId,
        entryNumber: number,
        markHundredths: mark.hundredths,
        before: entry.markHundredths,
      });
    }
    if (number !== '' && earlier === undefined) seen.set(number, row);
  }
  for (const { entryNumber, competes, markHundredths } of entries) {
    if (!competes || markHundredths !== null || seen.has(entryNumber ?? '')) continue;
    find(
      'warning',
      'entry-not-listed',
      null,
      `名单中没有参赛编号 ${entryNumber ?? '（未编号）'}。`,
      `The list does not hold entry ${entryNumber ?? '(no number)'}.`,
    );
  }
  return { marks, findings };
}
