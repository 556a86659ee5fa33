import { promisify } from 'node:util';
import { inflate as inflateCallback } from 'node:zlib';
import type { DocumentFault } from './document-checks.js';
import { endOfZip } from './document-zip.js';

const inflate = promisify(inflateCallback) as (
  bytes: Buffer,
  options: { maxOutputLength: number; finishFlush: number },
) => Promise<Buffer>;

/** Objects that are packed into streams are unpacked up to so many bytes in all. */
const unpackedBytesMax = 64 * 1024 * 1024;
/** Z_SYNC_FLUSH: what is there of a stream that ends early counts. */
const syncFlush = 2;

/**
 * A PDF that is whole and can be read by anybody: at least a page, no password, nothing that runs or is attached, no
 * second file before or behind it. It reads the structure only, never what stands on the pages.
 */
export async function pdfFault(bytes: Buffer): Promise<DocumentFault | null> {
  const raw = bytes.toString('latin1');
  const end = raw.lastIndexOf('%%EOF');
  if (end < 0) return { code: 'approvals.document-broken' };
  if (!/^[\s\0]*$/.test(raw.slice(end + 5)) || endOfZip(bytes))
    return { code: 'approvals.document-polyglot' };
  const { structure, packed } = structureOf(bytes, raw);
  if (/PK\u0003\u0004|<script[\s>]|<html[\s>]/i.test(structure))
    return { code: 'approvals.document-polyglot' };
  if (/\/Encrypt[\s/<\d]/.test(structure)) return { code: 'approvals.document-encrypted' };
  const objects = decoded(`${structure}\n${await unpacked(packed)}`);
  const runs = /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA)(?=[\s/<>[(])/.exec(objects)?.[1];
  if (runs) return { code: 'approvals.document-active', params: { what: runs } };
  const pages = objects.match(/\/Type\s*\/Page(?![A-Za-z])/g)?.length ?? 0;
  return pages === 0 ? { code: 'approvals.document-no-pages' } : null;
}

/** What stands outside of streams, and the streams that hold further objects. */
function structureOf(bytes: Buffer, raw: string): { structure: string; packed: Buffer[] } {
  const packed: Buffer[] = [];
  const pieces: string[] = [];
  let at = 0;
  for (;;) {
    const begin = raw.indexOf('stream', at);
    if (begin < 0) break;
    const lineEnd = raw.startsWith('\r\n', begin + 6)
      ? 2
      : raw[begin + 6] === '\n' || raw[begin + 6] === '\r'
        ? 1
        : 0;
    if (lineEnd === 0) {
      pieces.push(raw.slice(at, begin + 6));
      at = begin + 6;
      continue;
    }
    const head = raw.slice(at, begin);
    pieces.push(head);
    const from = begin + 6 + lineEnd;
    const until = raw.indexOf('endstream', from);
    if (/\/Type\s*\/ObjStm/.test(head.slice(-2000)))
      packed.push(bytes.subarray(from, until < 0 ? undefined : until));
    at = until < 0 ? raw.length : until + 9;
  }
  pieces.push(raw.slice(at));
  return { structure: pieces.join('\n'), packed };
}

async function unpacked(streams: readonly Buffer[]): Promise<string> {
  let left = unpackedBytesMax;
  const texts: string[] = [];
  for (const stream of streams) {
    if (left <= 0) break;
    try {
      const content = await inflate(stream, { maxOutputLength: left, finishFlush: syncFlush });
      left -= content.length;
      texts.push(content.toString('latin1'));
    } catch {
      // Packed in another way: what is in it is not looked at, and counts as no page.
    }
  }
  return texts.join('\n');
}

/** Names with their escapes undone: `/J#61vaScript` is `/JavaScript`. */
const decoded = (text: string): string =>
  text.replace(/#([0-9A-Fa-f]{2})/g, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)));
