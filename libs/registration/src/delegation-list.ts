import type { DelegationSuggestion } from './national-delegations.js';

/** A line of a pasted list that cannot be taken; `line` counts from 1. */
export interface ListFault {
  line: number;
  code: 'name-missing' | 'code-unfit' | 'code-twice' | 'name-twice' | 'too-long';
  text: string;
}

export interface ReadList {
  delegations: DelegationSuggestion[];
  faults: ListFault[];
}

const longestName = 80;
const codeForm = /^[\p{L}\p{N}][\p{L}\p{N}-]{0,11}$/u;

/**
 * Reads a pasted list of delegations: one per line, `name`, or `code name` or `code name English name`, parted by tab,
 * comma (also ，) or semicolon. Lines without a code get the next free number (`01`, `02`, …). `taken` are the codes that
 * the event has already.
 */
export function readDelegationList(text: string, taken: ReadonlySet<string> = new Set()): ReadList {
  const faults: ListFault[] = [];
  const rows = text
    .split(/\r?\n/)
    .map((line, at) => ({ line: at + 1, cells: line.split(/[\t,，;；]/).map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const codes = new Set<string>();
  const names = new Set<string>();
  const wanted = rows.flatMap(({ line, cells }) => {
    const [code, name, nameEn] =
      cells.length === 1 ? ['', cells[0] ?? '', ''] : [cells[0] ?? '', cells[1] ?? '', cells[2] ?? ''];
    const fault = (kind: ListFault['code'], shown: string) => {
      faults.push({ line, code: kind, text: shown });
      return [];
    };
    if (name === '') return fault('name-missing', cells.join(' '));
    if (name.length > longestName || nameEn.length > longestName) return fault('too-long', name);
    if (code !== '' && !codeForm.test(code)) return fault('code-unfit', code);
    if (code !== '' && codes.has(code)) return fault('code-twice', code);
    if (names.has(name)) return fault('name-twice', name);
    if (code !== '') codes.add(code);
    names.add(name);
    return [{ code, name, nameEn }];
  });
  let next = 0;
  const free = () => {
    let code: string;
    do code = String((next += 1)).padStart(2, '0');
    while (codes.has(code) || taken.has(code));
    codes.add(code);
    return code;
  };
  return { delegations: wanted.map((row) => ({ ...row, code: row.code || free() })), faults };
}
