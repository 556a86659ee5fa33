import { decodeText, sheetOfText, type TextEncoding } from './delimited-text.js';
import { defaultLimits, readWorkbook } from './read-workbook.js';
import type { Sheet } from './workbook.js';
import { WorkbookError } from './workbook-error.js';

/** A list as people send it: the bytes of an .xlsx workbook or of a CSV/TSV file, or what they pasted. */
export type ListSource = Uint8Array | { pasted: string };

/**
 * The sheets of a list, and how a text file was encoded; null for a workbook and for pasted text.
 * @throws WorkbookError when the bytes are neither workbook nor text, or too many
 */
export async function readListFile(
  source: ListSource,
): Promise<{ sheets: Sheet[]; encoding: TextEncoding | null }> {
  if ('pasted' in source) {
    if (source.pasted.length > defaultLimits.maxCharacters)
      throw new WorkbookError('too-large', `${source.pasted.length} characters`);
    return { sheets: [sheetOfText(source.pasted, defaultLimits)], encoding: null };
  }
  if (isWorkbook(source)) return { sheets: (await readWorkbook(source)).sheets, encoding: null };
  if (source.length > defaultLimits.maxFileBytes)
    throw new WorkbookError('too-large', `${source.length} bytes`);
  const { text, encoding } = decodeText(source);
  return { sheets: [sheetOfText(text, defaultLimits)], encoding };
}

/** A zip or an OLE container; readWorkbook says what is wrong with those that are no workbook. */
function isWorkbook(bytes: Uint8Array): boolean {
  return (bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0xd0 && bytes[1] === 0xcf);
}
