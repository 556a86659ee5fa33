/** A workbook as plain cells: what a person sees in it, without looks, formulas or pictures. */
export interface Workbook {
  sheets: Sheet[];
}

export interface Sheet {
  name: string;
  hidden: boolean;
  /** Rows that show something, from top to bottom. */
  rows: Row[];
  /** Merged areas; only an area's first cell is among the cells. */
  merges: Area[];
  /** The limit that ended the reading of this sheet (`columns`: only cells far to the right were left out), or null. */
  truncated: 'rows' | 'cells' | 'columns' | null;
}

export interface Row {
  /** 1-based, as Excel shows it. */
  number: number;
  /** By 1-based column. */
  cells: Map<number, Cell>;
}

/** Rows and columns are 1-based and inclusive. */
export interface Area {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/**
 * A cell that shows something. A formula is its last computed result; one that was never computed is `uncomputed`.
 * A date is `2003-05-09`, `2003-05-09T14:30:00` or `14:30:00`; an error is its text such as `#REF!`.
 */
export type Cell = { address: string; formula: boolean } & (
  | { kind: 'text'; value: string }
  | { kind: 'number'; value: number }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'date'; value: string }
  | { kind: 'error'; value: string }
  | { kind: 'uncomputed'; value: '' }
);

/** Row 25, column 11 → `K25`. */
export function addressOf(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}

/** 1 → `A`, 27 → `AA`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** `K` → 11; case does not matter. Null when it is no column. */
export function columnNumber(letters: string): number | null {
  if (!/^[A-Za-z]{1,3}$/.test(letters)) return null;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/**
 * What a cell shows, as text, exactly; `''` for no cell and for one that shows only blanks (no-break spaces too): real
 * files are full of cells that hold `''` or `\xa0`.
 */
export function textOf(cell: Cell | undefined): string {
  if (!cell) return '';
  if (cell.kind === 'boolean') return cell.value ? 'TRUE' : 'FALSE';
  // Excel shows fifteen digits; the sixteenth is where 100.00000000000006 comes from.
  const text = cell.kind === 'number' ? String(Number(cell.value.toPrecision(15))) : cell.value;
  return isBlank(text) ? '' : text;
}

/** As textOf, without blanks around it. */
export function trimmedTextOf(cell: Cell | undefined): string {
  return trimBlanks(textOf(cell));
}

/** Spaces of every kind, line ends, zero-width characters and the byte order mark. */
const BLANKS = '[\\s\\u200b-\\u200d\\u2060\\ufeff]';

export function isBlank(text: string): boolean {
  return trimBlanks(text) === '';
}

export function trimBlanks(text: string): string {
  return text.replace(new RegExp(`^${BLANKS}+|${BLANKS}+$`, 'g'), '');
}
