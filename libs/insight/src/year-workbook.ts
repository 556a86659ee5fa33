import { type PrintedTable, writeTable } from '@luban/workbooks';
import { moment, scopeName } from './insight-words.js';
import { courseSheets } from './workbook-course.js';
import { distributionSheets } from './workbook-figures.js';
import type { ContestDto, YearInsightDto } from './year-insight.dto.js';

export type SheetCell = string | number | null;

/** Makes one sheet: its name, what it counts, headings with width (right-aligned unless told), rows. */
export type MakeSheet = (
  name: string,
  note: string,
  columns: [heading: string, width: number, align?: 'left' | 'right'][],
  rows: SheetCell[][],
) => PrintedTable;

/** The year as a workbook: a sheet for each figure, as on screen, and the list of all contests. */
export function yearWorkbook(year: YearInsightDto, contests: readonly ContestDto[]): Promise<Buffer> {
  const sheet: MakeSheet = (name, note, columns, rows) => ({
    sheet: name,
    title: `${year.planYear}年度${scopeName(year)} · ${name}`,
    subtitles: [note],
    columns: columns.map(([heading, width, align = 'right']) => ({ heading, width, align })),
    rows,
    footer: [`数据时间：${moment(year.asOf)}（中国标准时间）`],
    versionCode: year.versionCode,
    orientation: columns.length > 8 ? 'landscape' : 'portrait',
  });
  return writeTable([...distributionSheets(year, sheet), ...courseSheets(year, contests, sheet)]);
}
