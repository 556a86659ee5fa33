import { addressOf, isBlank, type Cell, type Row, type Sheet } from './workbook.js';
import { WorkbookError } from './workbook-error.js';

export type TextEncoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

/**
 * The text of a CSV or TSV file and the encoding it was in: by its byte order mark, else UTF-8 if it is valid UTF-8,
 * else GB 18030 (what Excel in China writes, and GBK with it).
 * @throws WorkbookError `not-a-workbook` for bytes that are text in none of these
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: TextEncoding } {
  const encodings: TextEncoding[] =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? ['utf-16le']
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? ['utf-16be']
        : bytes.includes(0)
          ? []
          : ['utf-8', 'gb18030'];
  for (const encoding of encodings)
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
    } catch {
      continue; // not in this encoding
    }
  throw new WorkbookError('not-a-workbook', 'neither a workbook nor a text');
}

export interface TextLimits {
  maxRows: number;
  maxColumns: number;
  /** Instead of the one that the first line shows. */
  delimiter?: string;
  /** Told of the line, from 1, where a quoted field begins that is not closed, or is only by a quote of a later line. */
  onOpenQuote?: (line: number) => void;
}

/**
 * Delimited text as a sheet of text cells: RFC 4180 with quotes, the delimiter being tab, comma or semicolon as
 * the first line that has one shows. Addresses count records, as a spreadsheet would show them.
 */
export function sheetOfText(text: string, limits: TextLimits): Sheet {
  const delimiter = limits.delimiter ?? delimiterOf(text);
  const sheet: Sheet = { name: '', hidden: false, rows: [], merges: [], truncated: null };
  let number = 0;
  for (const record of recordsOf(text.replace(/^\ufeff/, ''), delimiter, limits.onOpenQuote)) {
    number++;
    if (record.every(isBlank)) continue;
    if (sheet.rows.length >= limits.maxRows) {
      sheet.truncated = 'rows';
      break;
    }
    if (record.length > limits.maxColumns) sheet.truncated ??= 'columns';
    const row: Row = { number, cells: new Map() };
    record.slice(0, limits.maxColumns).forEach((value, i) => {
      const cell: Cell = { address: addressOf(number, i + 1), formula: false, kind: 'text', value };
      if (value !== '') row.cells.set(i + 1, cell);
    });
    sheet.rows.push(row);
  }
  return sheet;
}

function delimiterOf(text: string): string {
  for (const line of text.slice(0, 20_000).split(/[\r\n]+/)) {
    if (line.includes('\t')) return '\t';
    if (/[,;]/.test(line)) return line.split(';').length > line.split(',').length ? ';' : ',';
    if (line.includes('\uff0c')) return '\uff0c'; // typed by hand in Chinese
  }
  return ',';
}

function* recordsOf(
  text: string,
  delimiter: string,
  onOpenQuote?: TextLimits['onOpenQuote'],
): Generator<string[]> {
  let record: string[] = [];
  let at = 0;
  while (at < text.length) {
    const [value, end, open] =
      text[at] === '"' ? quoted(text, at, delimiter) : ([...plain(text, at, delimiter), false] as const);
    if (open && onOpenQuote) onOpenQuote(text.slice(0, at).split(/\r\n|\r|\n/).length);
    record.push(value);
    at = end + 1;
    if (text[end] === delimiter) {
      if (at === text.length) record.push('');
      continue;
    }
    if (text[end] === '\r' && text[at] === '\n') at++;
    yield record;
    record = [];
  }
  if (record.length > 0) yield record;
}

/** The field from `at`, and where its delimiter or line end stands. */
function plain(text: string, at: number, delimiter: string): [string, number] {
  let end = at;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end++;
  return [text.slice(at, end), end];
}

/** The same for a field in quotes, and whether its quote is left open within its line. */
function quoted(text: string, at: number, delimiter: string): [string, number, boolean] {
  let value = '';
  let from = at + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return [...plain(text, at, delimiter), true]; // never closed: the quote is part of the text
    value += text.slice(from, quote);
    if (text[quote + 1] !== '"') {
      const [rest, end] = plain(text, quote + 1, delimiter);
      return [value + rest, end, rest !== '' && /[\r\n]/.test(value)];
    }
    value += '"';
    from = quote + 2;
  }
}
