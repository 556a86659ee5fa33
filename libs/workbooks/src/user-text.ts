import type { Cell } from 'exceljs';
import { cellText } from './cell-text.js';

/**
 * Writes a text that came from people. It is a text cell whatever it begins with; one that a spreadsheet would take for
 * a formula when somebody edits the cell or saves the sheet as CSV (`=`, `+`, `-`, `@`) is also formatted as text.
 */
export function writeText(cell: Cell, text: string): void {
  if (text === '') return;
  cell.value = cellText(text);
  if (/^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text)) cell.numFmt = '@';
}
