/**
 * Writes a one-sheet Excel workbook (ECMA-376) of exactly the rows and columns on screen, in the browser: the file is
 * the view. Texts stay texts (an ID with leading zeros is not touched), numbers are numbers, marks carry two decimals.
 * The files inside are stored uncompressed, which every spreadsheet reads.
 */

/** A cell: text, a number, a mark in hundredths (shown `0.00`), or empty. */
export type Cell = string | number | { markHundredths: number } | null;

export interface Sheet {
  name: string;
  head: readonly string[];
  rows: readonly (readonly Cell[])[];
}

/** The bytes of the workbook. */
export function workbookOf(sheet: Sheet): Uint8Array<ArrayBuffer> {
  return zip([
    ['[Content_Types].xml', contentTypes],
    ['_rels/.rels', rootRels],
    ['xl/workbook.xml', workbookXml(sheet.name)],
    ['xl/_rels/workbook.xml.rels', workbookRels],
    ['xl/styles.xml', styles],
    ['xl/worksheets/sheet1.xml', sheetXml(sheet)],
  ]);
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRels = 'http://schemas.openxmlformats.org/package/2006/relationships';
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const contentTypes = `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetType}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetType}.styles+xml"/></Types>`;
const rootRels = `${xml}<Relationships xmlns="${packageRels}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
const workbookRels = `${xml}<Relationships xmlns="${packageRels}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`;
/** Styles: 0 plain, 1 bold head, 2 mark with two decimals (built-in number format 2). */
const styles = `${xml}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="2" applyNumberFormat="1"/></cellXfs></styleSheet>`;

function workbookXml(name: string): string {
  // Excel's own limits for a sheet name: 31 characters, none of : \ / ? * [ ]
  const allowed = name.replace(/[:\\/?*[\]]/g, ' ').slice(0, 31) || 'Luban';
  return `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escape(allowed)}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
}

function sheetXml({ head, rows }: Sheet): string {
  const widths = head.map((title, at) => {
    const longest = rows.reduce((most, row) => Math.max(most, widthOf(row[at] ?? null)), widthOf(title));
    return `<col min="${at + 1}" max="${at + 1}" width="${Math.min(60, longest + 3)}" customWidth="1"/>`;
  });
  const lines = [
    `<row r="1">${head.map((title, at) => cellXml(title, at, 1, 1)).join('')}</row>`,
    ...rows.map(
      (row, at) =>
        `<row r="${at + 2}">${row.map((cell, column) => cellXml(cell, column, at + 2, 0)).join('')}</row>`,
    ),
  ];
  const frozen = `<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;
  return `${xml}<worksheet xmlns="${main}">${frozen}<cols>${widths.join('')}</cols><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

function cellXml(cell: Cell, column: number, row: number, style: number): string {
  if (cell === null || cell === '') return '';
  const at = `r="${columnName(column)}${row}"`;
  if (typeof cell === 'number') return `<c ${at} s="${style}"><v>${cell}</v></c>`;
  if (typeof cell === 'object') {
    const size = Math.abs(cell.markHundredths);
    const digits = `${cell.markHundredths < 0 ? '-' : ''}${Math.floor(size / 100)}.${String(size % 100).padStart(2, '0')}`;
    return `<c ${at} s="2"><v>${digits}</v></c>`;
  }
  return `<c ${at} s="${style}" t="inlineStr"><is><t xml:space="preserve">${escape(cell)}</t></is></c>`;
}

/** `0` → `A`, `26` → `AA`. */
export function columnName(at: number): string {
  const rest = Math.floor(at / 26);
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (at % 26));
}

/** How wide a cell is, in digits: a Chinese character takes two. */
function widthOf(cell: Cell): number {
  if (cell === null) return 0;
  if (typeof cell === 'object') return 8;
  return [...String(cell)].reduce((width, letter) => width + (letter > '\u2e7f' ? 2 : 1), 0);
}

function escape(text: string): string {
  return (
    text
      // XML 1.0 has no place for control characters, and Excel refuses a file that holds one.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/"/g, '&quot;')
  );
}

/** A ZIP archive (APPNOTE 6.3) of stored files with UTF-8 names. */
function zip(files: readonly (readonly [string, string])[]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const entries: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [path, text] of files) {
    const name = encoder.encode(path);
    const data = encoder.encode(text);
    const crc = crc32(data);
    const local = header(0x04034b50, 30, name, (view) => describe(view, 4, crc, data.length, name.length));
    const central = header(0x02014b50, 46, name, (view) => {
      view.setUint16(4, 20, true);
      describe(view, 6, crc, data.length, name.length);
      view.setUint32(42, offset, true);
    });
    entries.push(local, data);
    directory.push(central);
    offset += local.length + data.length;
  }
  const directorySize = directory.reduce((size, part) => size + part.length, 0);
  const end = header(0x06054b50, 22, new Uint8Array(), (view) => {
    view.setUint16(8, files.length, true);
    view.setUint16(10, files.length, true);
    view.setUint32(12, directorySize, true);
    view.setUint32(16, offset, true);
  });
  return joined([...entries, ...directory, end]);
}

/** Fields shared by a local and a central header, from `at` on: version, flags, method, time, CRC, sizes, lengths. */
function describe(view: DataView, at: number, crc: number, size: number, nameLength: number): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, 0x0800, true);
  view.setUint32(at + 6, 0x00210000, true); // 1980-01-01: the same rows give the same bytes
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, size, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, nameLength, true);
}

function header(
  signature: number,
  size: number,
  name: Uint8Array,
  fill: (view: DataView) => void,
): Uint8Array {
  const bytes = new Uint8Array(size + name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  fill(view);
  bytes.set(name, size);
  return bytes;
}

function joined(partsOfFile: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(partsOfFile.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of partsOfFile) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (crcTable[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}
