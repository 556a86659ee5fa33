import { shortened } from './cell-mark.js';
import { guessMapping, MappedSheet, type ColumnMapping, type HeadingWords } from './headings.js';
import { readListFile, type ListSource } from './read-list-file.js';
import { inSheetOrder, reportTruncated, SheetFindings, type SheetFinding } from './sheet-finding.js';
import { textOf, trimBlanks, type Sheet } from './workbook.js';
import { WorkbookError } from './workbook-error.js';

/** A list of judges, as plain cells. Who they are and what they may be, is judging's business. */
export interface JudgeList {
  rows: JudgeListRow[];
  findings: SheetFinding[];
}

export type JudgeListColumn = 'name' | 'login' | 'delegation' | 'part';

/** A row with a name, a login or a delegation. Texts are trimmed; `at` is where each stands, such as `B4`. */
export interface JudgeListRow {
  /** 1-based, as the spreadsheet or the pasted text shows it. */
  row: number;
  cells: Record<JudgeListColumn, { text: string; at: string }>;
}

const words: HeadingWords<JudgeListColumn> = {
  name: [/^(姓名|裁判姓名|裁判|名字|name|fullname)$/, /姓名$/],
  login: [/^(登录名|账号|帐号|用户名|login|username|account)$/],
  delegation: [
    /^(代表团|代表队|参赛队|推荐单位|所属代表团|delegation|member|country)$/,
    /(代表团|代表队)$/,
    /^(单位|工作单位|unit)$/,
  ],
  part: [/^(职责|裁判类别|裁判类型|角色|分工|岗位|part|role|duty)$/],
};

/**
 * Reads a list of judges from an .xlsx workbook or a CSV/TSV file (bytes), or from pasted text. Without headings the
 * first column is the name, the rest delegation, part and login in that order.
 * @throws WorkbookError when it is neither, or nothing in it could be a name (`not-a-judge-list`)
 */
export async function readJudgeList(source: ListSource): Promise<JudgeList> {
  for (const sheet of (await readListFile(source)).sheets) {
    const mapping = sheet.hidden ? null : mappingOf(sheet);
    if (mapping) return listOf(sheet, mapping);
  }
  throw new WorkbookError('not-a-judge-list');
}

function mappingOf(sheet: Sheet): ColumnMapping<JudgeListColumn> | null {
  const guessed = guessMapping(sheet, words, ({ name }) => Boolean(name));
  if (guessed) return guessed;
  if (!sheet.rows.some(({ cells }) => cells.has(1))) return null;
  const columns = { name: 'A', delegation: 'B', part: 'C', login: 'D' };
  return { sheet: sheet.name, headingRow: 0, columns, headings: {} };
}

function listOf(sheet: Sheet, mapping: ColumnMapping<JudgeListColumn>): JudgeList {
  const findings = new SheetFindings();
  reportTruncated(sheet, findings);
  const mapped = new MappedSheet(sheet, mapping);
  const rows = sheet.rows
    .filter(({ number }) => number > mapping.headingRow)
    .map(({ number }): JudgeListRow => {
      const cell = (key: JudgeListColumn) => ({
        text: shortened(trimBlanks(textOf(mapped.cell(number, key)))),
        at: mapped.at(number, key),
      });
      return {
        row: number,
        cells: {
          name: cell('name'),
          login: cell('login'),
          delegation: cell('delegation'),
          part: cell('part'),
        },
      };
    })
    .filter(({ cells }) => Object.values(cells).some(({ text }) => text !== ''));
  return { rows, findings: inSheetOrder(findings.all) };
}
