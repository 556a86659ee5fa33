import type { DocumentFault } from './document-checks.js';
import { endOfZip } from './document-zip.js';

/** More pixels than any scan of a page has (A3 at 1200 dpi): a small file that fills the memory of whoever opens it. */
const pixelsMax = 300_000_000;

const broken: DocumentFault = { code: 'approvals.document-broken' };
const trailing: DocumentFault = { code: 'approvals.document-polyglot' };

/** A PNG or JPEG that is whole, of a size a person can open, with nothing behind its end. */
export function imageFault(bytes: Buffer, claimed: 'png' | 'jpg'): DocumentFault | null {
  return claimed === 'png' ? pngFault(bytes) : jpegFault(bytes);
}

function pngFault(bytes: Buffer): DocumentFault | null {
  let at = 8;
  let first = true;
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (first) {
      if (type !== 'IHDR' || length !== 13 || at + 8 + length > bytes.length) return broken;
      const size = sizeFault(bytes.readUInt32BE(at + 8), bytes.readUInt32BE(at + 12));
      if (size) return size;
      first = false;
    }
    at += 12 + length;
    if (type === 'IEND') return isPadding(bytes.subarray(at)) ? null : trailing;
  }
  return broken;
}

function jpegFault(bytes: Buffer): DocumentFault | null {
  let at = 2;
  let sized = false;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return broken;
    const marker = bytes[at + 1] as number;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) break;
    const length = bytes.readUInt16BE(at + 2);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame && at + 9 <= bytes.length) {
      const size = sizeFault(bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5));
      if (size) return size;
      sized = true;
    }
    at += 2 + length;
    if (marker === 0xda) at = endOfScan(bytes, at);
  }
  if (!sized || bytes[at] !== 0xff || bytes[at + 1] !== 0xd9) return broken;
  const rest = bytes.subarray(at + 2);
  // Cameras put a second picture or a note of their own behind the first; a program or an archive is another matter.
  const harmless = isPadding(rest) || (rest[0] === 0xff && rest[1] === 0xd8 && !endOfZip(bytes));
  return harmless ? null : trailing;
}

/** Where the entropy-coded data of a scan ends: at the next marker that is no stuffed byte and no restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    if (bytes[at] !== 0xff) continue;
    const next = bytes[at + 1] as number;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

function sizeFault(width: number, height: number): DocumentFault | null {
  if (width === 0 || height === 0) return broken;
  return width * height > pixelsMax ? { code: 'approvals.document-too-many-pixels' } : null;
}

const isPadding = (rest: Buffer): boolean =>
  rest.every((byte) => byte === 0 || byte === 0x0a || byte === 0x0d);
