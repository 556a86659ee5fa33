import type { Criterion, StandardSection } from '@luban/scoring';
import { readMark } from './cell-mark.js';
import { criteriaHeading, sectionsHeading } from './cis-layout.js';
import type { SheetFindings } from './sheet-finding.js';
import { addressOf, isBlank, textOf, trimmedTextOf, type Cell, type Row } from './workbook.js';

/** A section's number is a number or a short code; what is longer is something else. */
export const MAX_NUMBER_CHARACTERS = 20;

/** The standards have 4 to 10 sections. */
const MAX_SECTIONS = 100;

/**
 * The table of standard sections at the head of a CIS sheet. Notes in `places` where each section's sum is shown.
 * @param rows from the table's heading on
 */
export function readSectionsTable(
  rows: Row[],
  findings: SheetFindings,
  places: Map<string, string>,
): StandardSection[] {
  const heading = rows[0] && sectionsHeading(rows[0]);
  const sections: StandardSection[] = [];
  if (!heading) return sections;
  for (const { number: row, cells } of rows.slice(1)) {
    const number = trimmedTextOf(cells.get(heading.number));
    const name = textOf(cells.get(heading.name));
    const weight = cells.get(heading.weight);
    const at = addressOf(row, heading.number);
    if (/^(criteria|total)\b/i.test(number)) continue;
    if (number.length > MAX_NUMBER_CHARACTERS || sections.length >= MAX_SECTIONS) {
      findings.warn('unread-row', at, '此行不是标准分项。', 'This row is no section.');
      continue;
    }
    if (number === '') {
      if (name !== '' && weight?.kind === 'number')
        findings.warn('bad-cell', at, '标准分项缺少编号。', 'The section has no number.');
      continue;
    }
    if (places.has(sectionPlace(number))) {
      findings.warn('duplicate-id', at, `标准分项 ${number} 重复。`, `Section ${number} is listed twice.`);
      continue;
    }
    places.set(sectionPlace(number), addressOf(row, heading.marks));
    sections.push({
      number,
      name,
      weightHundredths: readSum(weight, addressOf(row, heading.weight), findings) ?? 0,
    });
  }
  return sections;
}

const sectionPlace = (number: string): string => `section-deviates:${number}`;

/**
 * The table of criteria at the head of a CIS sheet; their sub-criteria are still empty.
 * @param rows from the table's heading on
 */
export function readCriteriaTable(
  rows: Row[],
  findings: SheetFindings,
  places: Map<string, string>,
): Criterion[] {
  const heading = rows[0] && criteriaHeading(rows[0]);
  const criteria: Criterion[] = [];
  if (!heading) return criteria;
  for (const { number: row, cells } of rows.slice(1)) {
    const code = trimmedTextOf(cells.get(heading.code)).toUpperCase();
    const at = addressOf(row, heading.code);
    if (code === '' || /^TOTAL/.test(code)) continue;
    if (!/^[A-Z]$/.test(code)) {
      findings.warn(
        'unread-row',
        at,
        '此行不是评分项（应为一个字母）。',
        'This row is no criterion (a single letter).',
      );
      continue;
    }
    if (criteria.some((criterion) => criterion.code === code)) {
      findings.warn('duplicate-id', at, `评分项 ${code} 重复。`, `Criterion ${code} is listed twice.`);
      continue;
    }
    const markAt = addressOf(row, heading.mark || heading.code);
    places.set(code, markAt);
    const mark = cells.get(heading.mark);
    const declaredHundredths = mark && !isBlank(textOf(mark)) ? readSum(mark, markAt, findings) : null;
    criteria.push({ code, name: textOf(cells.get(heading.name)), declaredHundredths, subCriteria: [] });
  }
  return criteria;
}

/** What the sheet declares for a section or a criterion. Nothing is computed with it, so a fault only warns. */
function readSum(cell: Cell | undefined, at: string, findings: SheetFindings): number | null {
  const { hundredths, fault } = readMark(cell);
  if (fault) findings.warn('bad-cell', at, fault.message.zh, fault.message.en);
  return fault?.severity === 'blocking' ? null : hundredths;
}
