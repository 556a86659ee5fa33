import { newWorkbook } from './new-workbook.js';
import { rosterHeadings } from './roster-layout.js';
import { writeText } from './user-text.js';

/** What a template offers to choose from; an empty list leaves the column free. */
export interface RosterChoices {
  delegations?: string[];
  skills?: string[];
  groups?: string[];
}

const ROWS = 1000;

/**
 * An empty roster to fill in, with the choices of the event in drop-down lists and a second sheet that says how.
 * readRoster takes it as it is.
 * @throws WorkbookError `cannot-write` when a name is too long for a cell
 */
export async function writeRosterTemplate(choices: RosterChoices = {}): Promise<Buffer> {
  const workbook = await newWorkbook();
  const sheet = workbook.addWorksheet('名单', {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  const guide = workbook.addWorksheet('填写说明');
  const lists = workbook.addWorksheet('选项', { state: 'hidden' });
  [14, 60].forEach((width, i) => (guide.getColumn(i + 1).width = width));
  const listed: Partial<Record<string, string[]>> = {
    delegation: choices.delegations,
    skill: choices.skills,
    group: choices.groups,
    gender: ['男', '女'],
  };
  rosterHeadings.forEach(([key, heading, width, hint], i) => {
    const column = i + 1;
    sheet.getColumn(column).width = width;
    sheet.getColumn(column).numFmt = '@'; // what is typed stays what was typed: 001, 2003-05-09, 3/4
    const head = sheet.getCell(1, column);
    head.value = heading;
    head.font = { bold: true };
    guide.addRow([heading, hint]);
    const options = listed[key] ?? [];
    if (options.length === 0) return;
    options.forEach((option, row) => writeText(lists.getCell(row + 1, column), option));
    const letters = lists.getColumn(column).letter;
    for (let row = 2; row <= ROWS; row++)
      sheet.getCell(row, column).dataValidation = {
        type: 'list',
        allowBlank: true,
        showErrorMessage: true,
        formulae: [`选项!$${letters}$1:$${letters}$${options.length}`],
      };
  });
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
