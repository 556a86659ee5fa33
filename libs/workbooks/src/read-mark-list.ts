import { readMark, shortened } from './cell-mark.js';
import { guessMapping, MappedSheet, type ColumnMapping, type HeadingWords } from './headings.js';
import { readListFile, type ListSource } from './read-list-file.js';
import { inSheetOrder, reportTruncated, SheetFindings, type SheetFinding } from './sheet-finding.js';
import { textOf, trimBlanks, type Sheet } from './workbook.js';
import { WorkbookError } from './workbook-error.js';

/** A list of marks by entry number (a theory paper), as plain cells. Whose number it is, is judging's business. */
export interface MarkList {
  rows: MarkListRow[];
  findings: SheetFinding[];
}

export interface MarkListRow {
  /** 1-based, as the spreadsheet or the pasted text shows it. */
  row: number;
  entryNumber: { text: string; at: string };
  /** `hundredths` is null when the cell holds no mark: blank, or words such as 缺考. */
  mark: { text: string; at: string; hundredths: number | null };
}

type MarkListColumn = 'entryNumber' | 'mark';

const words: HeadingWords<MarkListColumn> = {
  entryNumber: [/^(参赛编号|参赛证号|准考证号|考号|entrynumber)$/, /^(编号|选手编号|考生编号|number)$/],
  mark: [/^(理论成绩|成绩|得分|分数|总分|mark|marks|score)$/, /(成绩|得分|分数)$/],
};

/**
 * Reads a mark list from an .xlsx workbook or a CSV/TSV file (bytes), or from pasted text (a string). Without a heading
 * that names both columns, the first two columns are number and mark, from the first row on.
 * @throws WorkbookError when the bytes are neither, or hold no two columns (`not-a-mark-list`)
 */
export async function readMarkList(source: ListSource): Promise<MarkList> {
  for (const sheet of (await readListFile(source)).sheets) {
    const mapping = sheet.hidden ? null : mappingOf(sheet);
    if (mapping) return listOf(sheet, mapping);
  }
  throw new WorkbookError('not-a-mark-list');
}

function mappingOf(sheet: Sheet): ColumnMapping<MarkListColumn> | null {
  const guessed = guessMapping(sheet, words, ({ entryNumber, mark }) => Boolean(entryNumber && mark));
  if (guessed) return guessed;
  const isPlain = sheet.rows.some(({ cells }) => cells.has(1) && cells.has(2));
  return isPlain
    ? { sheet: sheet.name, headingRow: 0, columns: { entryNumber: 'A', mark: 'B' }, headings: {} }
    : null;
}

function listOf(sheet: Sheet, mapping: ColumnMapping<MarkListColumn>): MarkList {
  const findings = new SheetFindings();
  reportTruncated(sheet, findings);
  const cells = new MappedSheet(sheet, mapping);
  const rows = sheet.rows
    .filter(({ number }) => number > mapping.headingRow)
    .map(({ number }): MarkListRow => {
      const numberCell = cells.cell(number, 'entryNumber');
      const mark = cells.cell(number, 'mark');
      const at = cells.at(number, 'mark');
      const text = shortened(textOf(mark));
      const { hundredths, fault } = readMark(mark, /分$/);
      const isWord = mark === undefined || (mark.kind === 'text' && !/\d/.test(mark.value.normalize('NFKC')));
      // A number kept as text is how such lists come from other systems; only what is no mark at all is a fault.
      const bad = fault !== null && (fault.severity === 'blocking' ? !isWord : isRounded(text, hundredths));
      if (bad) findings.block('bad-cell', at, fault.message.zh, fault.message.en);
      return {
        row: number,
        entryNumber: { text: trimBlanks(textOf(numberCell)), at: cells.at(number, 'entryNumber') },
        mark: { text, at, hundredths: fault?.severity === 'blocking' ? null : hundredths },
      };
    })
    .filter(({ entryNumber, mark }) => entryNumber.text !== '' || mark.text !== '');
  return { rows, findings: inSheetOrder(findings.all) };
}

/** More places than two: a mark is not rounded on the way in. */
function isRounded(text: string, hundredths: number): boolean {
  const plain = Number(text.normalize('NFKC').replace(/分$/, '').replace(',', '.'));
  return Math.abs(plain * 100 - hundredths) > 1e-6;
}
