import {
  columnLetters,
  columnNumber,
  trimmedTextOf,
  type Area,
  type Cell,
  type Row,
  type Sheet,
} from './workbook.js';

/** For each thing a column may hold, the words that head it: the surest first. Tested against headingWord(text). */
export type HeadingWords<Key extends string> = Record<Key, RegExp[]>;

/** Which columns of a sheet hold what. Plain data: a screen shows it, a person corrects it, and it is sent back. */
export interface ColumnMapping<Key extends string> {
  sheet: string;
  /** 1-based number of the last row of headings; the data begin below. */
  headingRow: number;
  /** By letter, e.g. `{ aspect: 'C' }`. */
  columns: Partial<Record<Key, string>>;
  /** Every heading by its letter, mapped or not. */
  headings: Record<string, string>;
}

const SEARCHED_ROWS = 60;

/**
 * Guesses the headings of a sheet: the row among the first sixty that heads the most. Headings may go over two rows.
 * @param needed what must be found for a guess at all
 */
export function guessMapping<Key extends string>(
  sheet: Sheet,
  words: HeadingWords<Key>,
  needed: (found: Partial<Record<Key, string>>) => boolean,
): ColumnMapping<Key> | null {
  let best: ColumnMapping<Key> | null = null;
  let bestCount = 0;
  const rows = sheet.rows.filter(({ number }) => number <= SEARCHED_ROWS);
  rows.forEach((row, i) => {
    const below = rows[i + 1];
    const two =
      below?.number === row.number + 1 && [...below.cells.values()].every(({ kind }) => kind === 'text');
    for (const heading of two ? [[row], [row, below]] : [[row]]) {
      const columns = columnsHeadedBy(headingsOf(heading), words);
      const count = Object.keys(columns).length;
      if (count <= bestCount || !needed(columns)) continue;
      bestCount = count;
      const headingRow = heading.at(-1)?.number ?? row.number;
      best = { sheet: sheet.name, headingRow, columns, headings: headingTexts(heading) };
    }
  });
  return best;
}

/** `配 分（分）*` → `配分`: without blanks, notes in brackets, stars and colons. */
export function headingWord(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\([^)]*\)|【[^】]*】|[\s*::★]/gu, '')
    .toLowerCase();
}

function headingsOf(rows: Row[]): Map<number, string[]> {
  const headings = new Map<number, string[]>();
  for (const { cells } of rows)
    for (const [column, cell] of cells) {
      if (cell.kind !== 'text') continue;
      const word = headingWord(cell.value);
      if (word !== '' && word.length <= 30) headings.set(column, [...(headings.get(column) ?? []), word]);
    }
  return headings;
}

function headingTexts(rows: Row[]): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const { cells } of rows)
    for (const [column, cell] of cells) {
      const letters = columnLetters(column);
      texts[letters] = [texts[letters], trimmedTextOf(cell)].filter(Boolean).join(' / ').slice(0, 80);
    }
  return texts;
}

/** The surest match first; each column is used once, each thing once. */
function columnsHeadedBy<Key extends string>(
  headings: Map<number, string[]>,
  words: HeadingWords<Key>,
): Partial<Record<Key, string>> {
  const matches: { key: Key; column: number; rank: number }[] = [];
  for (const key of Object.keys(words) as Key[])
    for (const [column, texts] of headings) {
      const rank = words[key].findIndex((pattern) => texts.some((text) => pattern.test(text)));
      if (rank >= 0) matches.push({ key, column, rank });
    }
  matches.sort((a, b) => a.rank - b.rank || a.column - b.column);
  const columns: Partial<Record<Key, string>> = {};
  const taken = new Set<number>();
  for (const { key, column } of matches) {
    if (columns[key] !== undefined || taken.has(column)) continue;
    columns[key] = columnLetters(column);
    taken.add(column);
  }
  return columns;
}

/**
 * The cells of mapped columns, where an area merged downwards shows its first cell's content in each of its rows. An
 * area merged only to the right (a title across the table) shows nothing in the columns it covers.
 */
export class MappedSheet<Key extends string> {
  readonly #rows: Map<number, Row>;
  readonly #columns = new Map<Key, number>();
  readonly #areas = new Map<number, Area[]>();

  constructor(sheet: Sheet, { columns }: ColumnMapping<Key>) {
    this.#rows = new Map(sheet.rows.map((row) => [row.number, row]));
    for (const key of Object.keys(columns) as Key[]) {
      const column = columnNumber(columns[key] ?? '');
      if (column !== null) this.#columns.set(key, column);
    }
    for (const column of new Set(this.#columns.values())) {
      const areas = sheet.merges.filter(({ left }) => left === column);
      this.#areas.set(
        column,
        areas.sort((a, b) => a.top - b.top),
      );
    }
  }

  has(key: Key): boolean {
    return this.#columns.has(key);
  }

  /** The cell itself, or the first cell of the merged area it lies in. */
  cell(row: number, key: Key): Cell | undefined {
    const column = this.#columns.get(key);
    if (column === undefined) return undefined;
    const own = this.#rows.get(row)?.cells.get(column);
    if (own) return own;
    const area = this.#areaAt(row, column);
    return area && this.#rows.get(area.top)?.cells.get(area.left);
  }

  /** True when the row shows in this column only what a row above it holds. */
  isCarried(row: number, key: Key): boolean {
    const column = this.#columns.get(key);
    const area = column === undefined ? undefined : this.#areaAt(row, column);
    return area !== undefined && area.top < row;
  }

  /** `C7`; for a column that is not mapped, the row's first cell. */
  at(row: number, key: Key): string {
    return `${columnLetters(this.#columns.get(key) ?? 1)}${row}`;
  }

  #areaAt(row: number, column: number): Area | undefined {
    const areas = this.#areas.get(column) ?? [];
    let low = 0;
    let high = areas.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((areas[middle]?.top ?? 0) <= row) low = middle + 1;
      else high = middle;
    }
    const area = areas[low - 1];
    return area && area.bottom >= row ? area : undefined;
  }
}
