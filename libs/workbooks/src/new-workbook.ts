import type { Workbook } from 'exceljs';

/**
 * An empty workbook to write into. exceljs is loaded when something is first written: commands that only read start
 * in a fraction of the time. It is never used for reading (docs/decisions/0002-workbooks.md).
 */
export async function newWorkbook(): Promise<Workbook> {
  const { default: ExcelJS } = await import('exceljs');
  return new ExcelJS.Workbook();
}
