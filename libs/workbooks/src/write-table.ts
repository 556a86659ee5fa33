import type { Worksheet } from 'exceljs';
import { newWorkbook } from './new-workbook.js';
import { writeText } from './user-text.js';
import { columnLetters } from './workbook.js';

/**
 * A list as organisers print it (DOMAIN.md 10): 检录表, 赛位表, 评分表, 成绩汇总表. One sheet, A4, the headings repeated on
 * each page, the version code and page numbers below, room for signatures at the end.
 */
export interface PrintedTable {
  /** Name of the sheet; what Excel does not allow in one is left out. */
  sheet?: string;
  title: string;
  /** Lines under the title: event, skill, session, date. */
  subtitles?: string[];
  columns: PrintedColumn[];
  /** One value per column; a number stays a number. */
  rows: (string | number | null)[][];
  /** Lines after the table, such as 录分： 复核： 裁判长： 监督： 日期：. Each stands in a line of its own. */
  footer?: string[];
  /** The version the sheet was made from, on every page: the printed form must match the data. */
  versionCode: string;
  orientation: 'portrait' | 'landscape';
}

export interface PrintedColumn {
  heading: string;
  /** In characters of the standard font; a Chinese character is two. */
  width: number;
  align?: 'left' | 'center' | 'right';
  /** Excel's format of a number, e.g. `0.00`. */
  format?: string;
}

/**
 * Writes one or more tables, each on its own sheet.
 * @throws WorkbookError `cannot-write` when a text is too long for a cell
 */
export async function writeTable(tables: PrintedTable | PrintedTable[]): Promise<Buffer> {
  const workbook = await newWorkbook();
  const names = new Set<string>();
  for (const table of Array.isArray(tables) ? tables : [tables]) {
    const sheet = workbook.addWorksheet(sheetName(table.sheet ?? table.title, names));
    fill(sheet, table);
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function fill(sheet: Worksheet, table: PrintedTable): void {
  const { columns, rows, title, subtitles = [], footer = [] } = table;
  const last = Math.max(1, columns.length);
  columns.forEach(({ width }, i) => (sheet.getColumn(i + 1).width = width));
  let row = 0;
  const line = (text: string, size: number, center: boolean): void => {
    row++;
    const cell = sheet.getCell(row, 1);
    writeText(cell, text);
    if (last > 1) sheet.mergeCells(row, 1, row, last);
    cell.font = { size, bold: center && size > 12 };
    cell.alignment = { horizontal: center ? 'center' : 'left', vertical: 'middle', wrapText: true };
    sheet.getRow(row).height = size * 1.8;
  };
  line(title, 16, true);
  for (const subtitle of subtitles) line(subtitle, 11, true);
  const headingRow = ++row;
  columns.forEach(({ heading }, i) => {
    const cell = sheet.getCell(row, i + 1);
    writeText(cell, heading);
    cell.font = { bold: true };
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    cell.border = thin;
  });
  for (const values of rows) {
    row++;
    columns.forEach(({ align = 'center', format }, i) => {
      const cell = sheet.getCell(row, i + 1);
      const value = values[i] ?? null;
      if (typeof value === 'number') {
        cell.value = value;
        if (format) cell.numFmt = format;
      } else if (value !== null) writeText(cell, value);
      cell.alignment = { horizontal: align, vertical: 'middle', wrapText: true };
      cell.border = thin;
    });
  }
  row++;
  for (const text of footer) line(text, 11, false);
  line(`版本 ${table.versionCode}`, 9, false);
  setUpPage(sheet, table, headingRow, row, last);
}

const edge = { style: 'thin' } as const;
const thin = { top: edge, bottom: edge, left: edge, right: edge };
const A4 = 9;

function setUpPage(
  sheet: Worksheet,
  table: PrintedTable,
  headingRow: number,
  rows: number,
  columns: number,
): void {
  sheet.pageSetup = {
    paperSize: A4,
    orientation: table.orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.7, header: 0.3, footer: 0.3 },
    printTitlesRow: `1:${headingRow}`,
    printArea: `A1:${columnLetters(columns)}${rows}`,
  };
  // In a footer & begins a code and digits would become part of it.
  const code = table.versionCode.replaceAll('&', '&&').slice(0, 120);
  sheet.headerFooter = { oddFooter: `&L&9版本 ${code}&R&9第 &P 页 共 &N 页` };
  sheet.views = [{ state: 'frozen', ySplit: headingRow }];
}

/** Excel: at most 31 characters, none of []:*?/\, no quote at the ends, each name once whatever its case. */
function sheetName(wanted: string, taken: Set<string>): string {
  const base =
    wanted
      .replace(/[[\]:*?/\\\s]/g, ' ')
      .trim()
      .replace(/^'+|'+$/g, '')
      .slice(0, 26) || 'Sheet';
  let name = base;
  for (let again = 2; taken.has(name.toLowerCase()) || name.toLowerCase() === 'history'; again++)
    name = `${base} ${again}`;
  taken.add(name.toLowerCase());
  return name;
}
