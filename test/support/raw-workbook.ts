import { crc32, deflateRawSync } from 'node:zlib';

/**
 * Workbooks written byte by byte, so that tests can make what no well-behaved program writes: lying directories,
 * formulas without results, a million rows.
 */
export interface ZipEntry {
  name: string;
  data: Buffer | string;
  /** What the directory claims instead of the truth. */
  claims?: { size?: number; crc?: number; encrypted?: boolean; packedSize?: number };
}

export function zipOf(entries: ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const { name, data, claims = {} } of entries) {
    const bytes = Buffer.from(data);
    const packed = deflateRawSync(bytes, { level: 9 });
    const nameBytes = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(claims.encrypted ? 1 : 0, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(claims.crc ?? crc32(bytes), 10);
    fields.writeUInt32LE(claims.packedSize ?? packed.length, 14);
    fields.writeUInt32LE(claims.size ?? bytes.length, 18);
    fields.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, nameBytes, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    centrals.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), fields, tail, nameBytes]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Sheet name → the XML of the sheet (see sheetXml), with the parts a workbook needs around them. */
export function rawWorkbook(sheets: Record<string, string | Buffer>, more: ZipEntry[] = []): Buffer {
  const names = Object.keys(sheets);
  const relations = names.map(
    (_, i) =>
      `<Relationship Id="rId${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  for (const part of ['sharedStrings', 'styles'])
    if (more.some(({ name }) => name === `xl/${part}.xml`))
      relations.push(`<Relationship Id="${part}" Type="${OFFICE}/${part}" Target="${part}.xml"/>`);
  return zipOf([
    {
      name: '_rels/.rels',
      data: `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${names
        .map((name, i) => `<sheet name="${xmlText(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<Relationships xmlns="${PACKAGE}">${relations.join('')}</Relationships>`,
    },
    ...Object.values(sheets).map((data, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, data })),
    ...more,
  ]);
}

/** A text, a number, nothing, or the inside of a cell written out, such as `{ raw: ' t="e"><v>#REF!</v>' }`. */
export type RawCell = string | number | null | { raw: string };

/** Rows by their number; cells by their column's letter. */
export function sheetXml(rows: Record<number, Record<string, RawCell>>, after = ''): string {
  const written = Object.entries(rows).map(
    ([number, cells]) =>
      `<row r="${number}">${Object.entries(cells)
        .map(([column, cell]) => `<c r="${column}${number}"${inside(cell)}</c>`)
        .join('')}</row>`,
  );
  return `<worksheet xmlns="${MAIN}"><sheetData>${written.join('')}</sheetData>${after}</worksheet>`;
}

/** A formula, with its last result or without any. */
export const formula = (text: string, result?: number): RawCell => ({
  raw: `><f>${xmlText(text)}</f>${result === undefined ? '' : `<v>${result}</v>`}`,
});

function inside(cell: RawCell): string {
  if (cell === null) return '>';
  if (typeof cell === 'number') return `><v>${cell}</v>`;
  if (typeof cell === 'object') return cell.raw;
  return ` t="inlineStr"><is><t xml:space="preserve">${xmlText(cell)}</t></is>`;
}

const xmlText = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    (each) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[each] ?? each,
  );
