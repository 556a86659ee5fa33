// Files as they should be, and as somebody with bad intentions would make them; built here, so that none has to be kept.
import { crc32, deflateRawSync, deflateSync } from 'node:zlib';

/** A PDF with so many pages; `extra` is one more object, `trailer` goes into the trailer. */
export function pdfWith(
  given: { pages?: number; extra?: string; trailer?: string; packed?: boolean } = {},
): Buffer {
  const { pages = 1, extra, trailer = '', packed = false } = given;
  const page = '<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>>';
  const objects = [
    '<</Type /Catalog /Pages 2 0 R>>',
    `<</Type /Pages /Kids [${pages > 0 ? '3 0 R' : ''}] /Count ${pages}>>`,
    ...(pages > 0 && !packed ? [page] : []),
    ...(extra ? [extra] : []),
  ];
  const body = objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`).join('');
  const head = Buffer.from(`%PDF-1.7\n${body}`, 'latin1');
  const stream = packed ? packedObjects(page) : Buffer.alloc(0);
  const tail = `trailer\n<</Root 1 0 R ${trailer}>>\nstartxref\n0\n%%EOF\n`;
  return Buffer.concat([head, stream, Buffer.from(tail, 'latin1')]);
}

/** Objects in a compressed stream, as newer programs write them. */
function packedObjects(object: string): Buffer {
  const content = deflateSync(Buffer.from(`3 0 ${object}`));
  const head = `9 0 obj\n<</Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${content.length}>>\nstream\n`;
  return Buffer.concat([Buffer.from(head), content, Buffer.from('\nendstream\nendobj\n')]);
}

/** A PNG; one of another size than 1 × 1 only says so. */
export function png(width = 1, height = 1): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const chunk = (type: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(named), 4);
    return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
  };
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from([0, 0]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** What is packed, and how large its directory claims it to be. */
type Packed = string | { packed: Buffer; bytes: number };

/** A ZIP archive of these files. */
export function zipOf(files: Readonly<Record<string, Packed>>): Buffer {
  const bodies: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, file] of Object.entries(files)) {
    const packed = typeof file === 'string' ? deflateRawSync(Buffer.from(file)) : file.packed;
    const bytes = typeof file === 'string' ? Buffer.byteLength(file) : file.bytes;
    const path = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(bytes, 22);
    local.writeUInt16LE(path.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(bytes, 24);
    entry.writeUInt16LE(path.length, 28);
    entry.writeUInt32LE(offset, 42);
    bodies.push(local, path, packed);
    entries.push(entry, path);
    offset += local.length + path.length + packed.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, directory, end]);
}

/** A .docx with further files in it, its main part of this type. */
export const docxWith = (
  files: Readonly<Record<string, Packed>>,
  type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
): Buffer =>
  zipOf({
    '[Content_Types].xml': `<Types><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
    '_rels/.rels': '<Relationships/>',
    'word/document.xml': '<w:document/>',
    ...files,
  });
