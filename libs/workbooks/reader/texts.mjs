import { Unreadable } from './unreadable.mjs';

/** Excel allows no longer text in a cell; a longer one is not a workbook Excel would open. */
export const MAX_CELL_CHARACTERS = 32_767;

/** A cell's text. What XML cannot hold is written `_xHHHH_` (ST_Xstring, ECMA-376 part 1, 22.9.2.19). */
export function cellText(text) {
  const decoded = text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)))
    : text;
  if (decoded.length > MAX_CELL_CHARACTERS)
    throw new Unreadable('too-large', 'a text longer than a cell may hold');
  return decoded;
}
