// One sheet's cells: values and cached results only. Of merged cells only the first counts, as a person sees it.
import { dateOfSerial } from './dates.mjs';
import { cellText } from './texts.mjs';
import { Unreadable } from './unreadable.mjs';

const MAX_ROW = 1_048_576;
const MAX_MERGES = 20_000;

/**
 * @param {(on: object) => Promise<boolean>} read
 * @returns {Promise<{ rows: [number, unknown[][]][], merges: number[][], truncated: string | null } | null>}
 *   a cell is [column, kind, value, 1 when it is a formula]; kinds t text, n number, b boolean, d date (with the serial
 *   number last), e error, u formula without a result. `truncated` names the limit that ended the reading.
 */
export async function readSheet(read, context) {
  const { limits } = context;
  const rows = [];
  const merges = [];
  let truncated = null;
  let stopped = false;
  let row = null;
  let rowNumber = 0;
  let column = 0;
  let cell = null;
  let into = null; // which of the cell's texts is being read
  const found = await read({
    done: () => stopped,
    open(tag, attribute, isEmpty) {
      if (cell) {
        if (tag === 'v' || tag === 't') into = cell.inPhonetic ? null : tag;
        else if (tag === 'f') cell.formula = true;
        else if (tag === 'rPh') cell.inPhonetic = true;
      } else if (tag === 'c') {
        column = columnOf(attribute('r'), column);
        if (isEmpty) return; // formatted and holding nothing, which sheets are full of
        if (column > limits.maxColumns) truncated ??= 'columns';
        else
          cell = {
            type: attribute('t') ?? 'n',
            style: Number(attribute('s') ?? 0),
            formula: false,
            v: '',
            t: '',
          };
      } else if (tag === 'row') {
        rowNumber = rowOf(attribute('r'), rowNumber);
        column = 0;
        row = [];
      } else if (tag === 'mergeCell') {
        if (merges.length >= MAX_MERGES) throw new Unreadable('too-large', 'too many merged cells');
        merges.push(areaOf(attribute('ref') ?? ''));
      }
    },
    text(piece) {
      if (!into) return;
      cell[into] += piece;
      if (cell[into].length > 262_144)
        throw new Unreadable('too-large', 'a text longer than a cell may hold');
    },
    close(tag) {
      if (tag === 'v' || tag === 't') into = null;
      else if (tag === 'rPh' && cell) cell.inPhonetic = false;
      else if (tag === 'c' && cell) {
        const value = valueOf(cell, context);
        cell = null;
        if (!value || !row) return;
        row.push([column, ...value]);
        context.left.cells--;
        if (typeof value[1] === 'string') context.left.characters -= value[1].length;
        if (context.left.cells < 0 || context.left.characters < 0) {
          truncated = 'cells';
          stopped = true;
        }
      } else if (tag === 'row' && row) {
        if (row.length > 0) {
          rows.push([rowNumber, row]);
          if (rows.length > limits.maxRows) {
            rows.pop();
            truncated = 'rows';
            stopped = true;
          }
        }
        row = null;
      }
    },
  });
  if (!found) return null;
  rows.sort((a, b) => a[0] - b[0]);
  return { rows: withoutCovered(rows, merges), merges, truncated };
}

/** [kind, value, formula?, serial?] or null for a cell that shows nothing. */
function valueOf(cell, { strings, isDate, date1904 }) {
  const formula = cell.formula ? 1 : 0;
  const type = cell.type;
  if (type === 'inlineStr') return textValue(cellText(cell.t), formula);
  if (formula && cell.v === '' && type !== 'str') return ['u', '', 1];
  if (type === 'str') return formula ? ['t', cellText(cell.v), 1] : textValue(cellText(cell.v), 0);
  if (cell.v === '') return null;
  if (type === 's') {
    const text = strings[Number(cell.v)];
    if (text === undefined) throw new Unreadable('damaged', 'a text that is not in the list of texts');
    return textValue(text, formula);
  }
  if (type === 'b') return ['b', cell.v.trim() === '1' || cell.v.trim() === 'true', formula];
  if (type === 'e') return ['e', cell.v.slice(0, 40), formula];
  if (type === 'd') return ['d', cell.v.slice(0, 40), formula];
  const number = Number(cell.v);
  if (!Number.isFinite(number)) return textValue(cellText(cell.v), formula);
  if (isDate[cell.style]) {
    const date = dateOfSerial(number, date1904);
    if (date) return ['d', date, formula, number];
  }
  return ['n', number, formula];
}

const textValue = (text, formula) => (text === '' ? null : ['t', text, formula]);

function columnOf(reference, before) {
  if (reference === undefined) return before + 1;
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const letter = (reference.charCodeAt(i) & ~32) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  if (column < 1 || column > 16_384) throw new Unreadable('damaged', 'a cell address');
  return column;
}

function rowOf(reference, before) {
  const row = reference === undefined ? before + 1 : Number(reference);
  if (!Number.isInteger(row) || row < 1 || row > MAX_ROW) throw new Unreadable('damaged', 'a row number');
  return row;
}

function areaOf(reference) {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(reference);
  if (!match) throw new Unreadable('damaged', 'a merged area');
  const [, left, top, right = left, bottom = top] = match;
  return [Number(top), columnOf(left, 0), Number(bottom), columnOf(right, 0)];
}

/** Drops what stands hidden under a merged area's first cell. Areas come sorted by their top, rows too: one sweep. */
function withoutCovered(rows, merges) {
  if (merges.length === 0) return rows;
  merges.sort((a, b) => a[0] - b[0]);
  let next = 0;
  let open = [];
  return rows.map(([number, cells]) => {
    while (next < merges.length && merges[next][0] <= number) open.push(merges[next++]);
    open = open.filter(([, , bottom]) => bottom >= number);
    if (open.length === 0) return [number, cells];
    const covered = ([column]) =>
      open.some(
        ([top, left, , right]) => column >= left && column <= right && !(column === left && number === top),
      );
    return [number, cells.filter((cell) => !covered(cell))];
  });
}
