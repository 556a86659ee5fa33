import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

const inflate = promisify(inflateRaw) as (
  bytes: Buffer,
  options: { maxOutputLength: number },
) => Promise<Buffer>;

/** One file in a ZIP archive, as its directory says. */
export interface ZipEntry {
  name: string;
  encrypted: boolean;
  method: number;
  compressedBytes: number;
  bytes: number;
  offset: number;
}

/** Where the directory of a ZIP archive ends at the end of these bytes; null: they end in no archive. */
export function endOfZip(bytes: Buffer): { entries: number; directory: number } | null {
  const earliest = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= earliest; at -= 1) {
    if (bytes.readUInt32LE(at) !== 0x06054b50) continue;
    const comment = bytes.readUInt16LE(at + 20);
    const size = bytes.readUInt32LE(at + 12);
    if (at + 22 + comment !== bytes.length || size > at) continue;
    return { entries: bytes.readUInt16LE(at + 10), directory: bytes.readUInt32LE(at + 16) };
  }
  return null;
}

/** The directory of an archive that fills the whole file; null where it is broken or stands behind something else. */
export function zipEntries(bytes: Buffer): ZipEntry[] | null {
  const end = endOfZip(bytes);
  if (!end) return null;
  const entries: ZipEntry[] = [];
  let at = end.directory;
  for (let i = 0; i < end.entries; i += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) return null;
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    entries.push({
      name,
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      method: bytes.readUInt16LE(at + 10),
      compressedBytes: bytes.readUInt32LE(at + 20),
      bytes: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** The content of an entry, at most so many bytes of it. Throws where it is larger, broken or packed in another way. */
export async function unzipped(bytes: Buffer, entry: ZipEntry, bytesMax: number): Promise<Buffer> {
  if (entry.offset + 30 > bytes.length || bytes.readUInt32LE(entry.offset) !== 0x04034b50)
    throw new Error('the archive is broken');
  const from =
    entry.offset + 30 + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28);
  const packed = bytes.subarray(from, from + entry.compressedBytes);
  if (entry.method === 0) {
    // As zlib says it of what it unpacks.
    if (packed.length > bytesMax)
      throw Object.assign(new Error('the entry is too large'), { code: 'ERR_BUFFER_TOO_LARGE' });
    return packed;
  }
  if (entry.method !== 8) throw new Error('the archive is packed in an unknown way');
  return inflate(packed, { maxOutputLength: Math.max(1, bytesMax) });
}
