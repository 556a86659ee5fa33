import { type DocumentFault, mismatch } from './document-checks.js';
import { unzipped, type ZipEntry, zipEntries } from './document-zip.js';

/** Unpacked, no document that is handed in is larger; what is, was made to fill a disk. */
const unpackedBytesMax = 100 * 1024 * 1024;
const entriesMax = 5_000;

const mainParts = {
  docx: {
    part: 'word/document.xml',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  },
  xlsx: {
    part: 'xl/workbook.xml',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
  },
};

const broken: DocumentFault = { code: 'approvals.document-broken' };
const active = (what: string): DocumentFault => ({ code: 'approvals.document-active', params: { what } });

/** A .docx or .xlsx that is what it says: no macros, nothing embedded that runs, no archive bomb. */
export async function officeFault(bytes: Buffer, claimed: 'docx' | 'xlsx'): Promise<DocumentFault | null> {
  const entries = zipEntries(bytes);
  if (!entries) return broken;
  if (entries.some(({ encrypted }) => encrypted)) return { code: 'approvals.document-old-or-encrypted' };
  const names = new Set(entries.map(({ name }) => name));
  if (entries.some(({ name }) => name.startsWith('/') || name.split(/[/\\]/).includes('..'))) return broken;
  const packed = entries.reduce((sum, { compressedBytes }) => sum + compressedBytes, 0);
  const claimedSize = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  // Entries that lie over one another add up to more than the file.
  if (entries.length > entriesMax || packed > bytes.length || claimedSize > unpackedBytesMax)
    return { code: 'approvals.document-bomb' };
  const main = mainParts[claimed];
  if (!names.has('[Content_Types].xml') || !names.has(main.part)) {
    return mismatch(claimed, 'zip');
  }
  const forbidden = forbiddenEntry(entries);
  if (forbidden) return active(forbidden);
  return contentFault(bytes, entries, claimed);
}

/** Something in it that runs, by its name. */
function forbiddenEntry(entries: readonly ZipEntry[]): string | null {
  const bad = entries.find(({ name }) =>
    /vbaProject|vbaData|\/activeX\/|oleObject\d*\.bin$|\.(exe|dll|js|vbs|bat|cmd|ps1|jar|hta|scr|lnk)$/i.test(
      name,
    ),
  );
  return bad ? bad.name : null;
}

/** Unpacks everything, so that what the directory claims is held against what is there. */
async function contentFault(
  bytes: Buffer,
  entries: readonly ZipEntry[],
  claimed: 'docx' | 'xlsx',
): Promise<DocumentFault | null> {
  let left = unpackedBytesMax;
  for (const entry of entries) {
    let content: Buffer;
    try {
      content = await unzipped(bytes, entry, left);
    } catch (error) {
      const tooLarge = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
      return tooLarge ? { code: 'approvals.document-bomb' } : broken;
    }
    left -= content.length;
    const fault = partFault(entry.name, content, claimed);
    if (fault) return fault;
  }
  return null;
}

function partFault(name: string, content: Buffer, claimed: 'docx' | 'xlsx'): DocumentFault | null {
  if (name === '[Content_Types].xml') {
    const types = content.toString('utf8');
    if (/macroEnabled|vbaProject/i.test(types)) return active('macros');
    if (!types.includes(mainParts[claimed].type)) return mismatch(claimed, 'zip');
  }
  if (name.endsWith('.rels')) {
    const links = content.toString('utf8');
    if (/attachedTemplate"[^>]*TargetMode="External"|TargetMode="External"[^>]*attachedTemplate/i.test(links))
      return active('external template');
    if (/relationships\/(oleObject|frame|externalLinkPath)"[^>]*TargetMode="External"/i.test(links))
      return active('external content');
  }
  return null;
}
