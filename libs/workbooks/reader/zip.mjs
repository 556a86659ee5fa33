// A zip archive read with distrust: everything its directory declares is checked before a byte is unpacked, and again
// while it is unpacked, because a directory may lie. Layout: PKWARE APPNOTE 4.3 (local header, central directory, end).
import { crc32, createInflateRaw } from 'node:zlib';
import { Unreadable } from './unreadable.mjs';

const END = 0x06054b50;
const END_64 = 0x06064b50;
const END_64_LOCATOR = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

/**
 * The archive's entries by lower-case name. Refuses what is no zip, is cut off, encrypted, or declares more than the
 * limits allow.
 * @param {Buffer} bytes
 * @param {{ maxEntries: number, maxUnzippedBytes: number, maxRatio: number }} limits
 */
export function openZip(bytes, limits) {
  const directory = findDirectory(bytes);
  if (directory.count > limits.maxEntries) throw new Unreadable('zip-bomb', `${directory.count} entries`);
  const entries = new Map();
  let declared = 0;
  let packed = 0;
  let at = directory.offset;
  for (let i = 0; i < directory.count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL)
      throw new Unreadable('damaged', 'zip directory');
    const entry = readCentral(bytes, at);
    at = entry.next;
    declared += entry.size;
    packed += entry.packedSize;
    if (entry.offset + 30 + entry.packedSize > bytes.length)
      throw new Unreadable('damaged', `entry ${i + 1} is cut off`);
    entries.set(entry.name.toLowerCase(), entry);
  }
  // More packed bytes than the file has means overlapping entries, the trick of the non-recursive zip bomb.
  if (packed > bytes.length) throw new Unreadable('zip-bomb', 'overlapping entries');
  if (declared > limits.maxUnzippedBytes) {
    const bomb = declared > bytes.length * limits.maxRatio;
    throw new Unreadable(bomb ? 'zip-bomb' : 'too-large', `${declared} bytes unpacked`);
  }
  return entries;
}

/**
 * Unpacks one entry piece by piece, never more than it declares and never more than `maxBytes`; checks its checksum.
 * @param {Buffer} bytes
 * @param {{ size: number, packedSize: number, offset: number, method: number, crc: number }} entry
 * @returns {AsyncGenerator<Buffer>}
 */
export async function* unpack(bytes, entry, maxBytes) {
  if (entry.size > maxBytes) throw new Unreadable('too-large', `a part of ${entry.size} bytes`);
  if (bytes.readUInt32LE(entry.offset) !== LOCAL) throw new Unreadable('damaged', 'local header');
  const start =
    entry.offset + 30 + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28);
  const packed = bytes.subarray(start, start + entry.packedSize);
  if (packed.length < entry.packedSize) throw new Unreadable('damaged', 'entry is cut off');
  let got = 0;
  let crc = 0;
  for await (const piece of entry.method === 0 ? [packed] : inflated(packed)) {
    got += piece.length;
    if (got > entry.size) throw new Unreadable('zip-bomb', 'an entry unpacks to more than it declares');
    crc = crc32(piece, crc);
    yield piece;
  }
  if (got !== entry.size || crc !== entry.crc) throw new Unreadable('damaged', 'checksum');
}

async function* inflated(packed) {
  const inflate = createInflateRaw({ chunkSize: 65536 });
  inflate.end(packed);
  try {
    yield* inflate;
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('damaged', 'compressed data');
  }
}

function findDirectory(bytes) {
  const earliest = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= earliest; at--) {
    if (bytes.readUInt32LE(at) !== END) continue;
    const plain = { count: bytes.readUInt16LE(at + 10), offset: bytes.readUInt32LE(at + 16) };
    if (plain.count !== 0xffff && plain.offset !== 0xffffffff) return plain;
    return findDirectory64(bytes, at - 20) ?? plain;
  }
  throw new Unreadable('damaged', 'no zip directory at the end of the file');
}

function findDirectory64(bytes, locatorAt) {
  if (locatorAt < 0 || bytes.readUInt32LE(locatorAt) !== END_64_LOCATOR) return null;
  const at = Number(bytes.readBigUInt64LE(locatorAt + 8));
  if (at + 56 > bytes.length || bytes.readUInt32LE(at) !== END_64) return null;
  return { count: Number(bytes.readBigUInt64LE(at + 32)), offset: Number(bytes.readBigUInt64LE(at + 48)) };
}

function readCentral(bytes, at) {
  const flags = bytes.readUInt16LE(at + 8);
  if (flags & 1) throw new Unreadable('encrypted');
  const method = bytes.readUInt16LE(at + 10);
  if (method !== 0 && method !== 8) throw new Unreadable('damaged', `compression method ${method}`);
  const nameLength = bytes.readUInt16LE(at + 28);
  const extraLength = bytes.readUInt16LE(at + 30);
  const extraAt = at + 46 + nameLength;
  const next = extraAt + extraLength + bytes.readUInt16LE(at + 32);
  if (next > bytes.length) throw new Unreadable('damaged', 'zip directory');
  const entry = {
    name: bytes.toString('utf8', at + 46, extraAt).replaceAll('\\', '/'),
    method,
    crc: bytes.readUInt32LE(at + 16),
    packedSize: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
    offset: bytes.readUInt32LE(at + 42),
    next,
  };
  widen64(bytes.subarray(extraAt, extraAt + extraLength), entry);
  return entry;
}

/** Sizes that do not fit 32 bits stand in the extra field 0x0001, in this order, only those that are needed. */
function widen64(extra, entry) {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let value = at + 4;
    for (const key of ['size', 'packedSize', 'offset']) {
      if (entry[key] !== 0xffffffff || value + 8 > extra.length) continue;
      entry[key] = Number(extra.readBigUInt64LE(value));
      value += 8;
    }
  }
}
