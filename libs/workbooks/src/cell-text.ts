import { WorkbookError } from './workbook-error.js';

/** Excel's own limit. */
const MAX_CELL_CHARACTERS = 32_767;

/**
 * A text as a cell holds it, so that what is read back is what was written: characters that XML cannot hold become
 * `_xHHHH_`, and what already looks like that is marked as meant (ST_Xstring, ECMA-376 part 1, 22.9.2.19). The cell is
 * a text cell whatever it begins with, so `=1+1` from a stranger's form stays four characters and is never computed.
 * @throws WorkbookError `cannot-write` beyond 32,767 characters
 */
export function cellText(text: string): string {
  if (text.length > MAX_CELL_CHARACTERS) throw new WorkbookError('cannot-write', `${text.length} characters`);
  let written = '';
  for (const character of text.replace(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x'))
    written += isWritable(character)
      ? character
      : `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
  return written;
}

/** Not: control characters (line feed and tab excepted), DEL, half a surrogate pair, U+FFFE and U+FFFF. */
function isWritable(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (code < 32) return code === 9 || code === 10;
  return code !== 0x7f && (code < 0xd800 || code > 0xdfff) && code !== 0xfffe && code !== 0xffff;
}
