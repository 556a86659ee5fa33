import { type MessageParams, type Said, say } from '@luban/platform';
import { beginsAsFormula, isPlainText } from '@luban/rulebook';
import type { CatalogueColumn, CatalogueRow } from '@luban/workbooks';
import './list-messages.js';

/** What is kept of an entry, by field. */
export type Facts = Record<string, string | number | boolean | null>;

/** One entry as a list has it. Its key is the code, the name for organisations. */
export interface Draft {
  key: string;
  row: number;
  /** The facts that the file states; what it has no column for is not among them. */
  facts: Facts;
}

/** A fault of a list at its cell (`B7`); `row` 0 and no cell where it is about the whole. */
export interface ListFinding {
  code: string;
  severity: 'warning' | 'blocking';
  cell: string;
  row: number;
  column: CatalogueColumn | null;
  message: Said;
}

/** Collects what is wrong with a list while it is read. */
export class ListFindings {
  readonly all: ListFinding[] = [];

  block(row: CatalogueRow, column: CatalogueColumn, code: string, params: MessageParams = {}): void {
    this.add('blocking', row, column, code, params);
  }

  warn(row: CatalogueRow, column: CatalogueColumn, code: string, params: MessageParams = {}): void {
    this.add('warning', row, column, code, params);
  }

  warnOfWhole(code: string, params: MessageParams): void {
    this.all.push({ code, severity: 'warning', cell: '', row: 0, column: null, message: say(code, params) });
  }

  private add(
    severity: ListFinding['severity'],
    row: CatalogueRow,
    column: CatalogueColumn,
    code: string,
    params: MessageParams,
  ): void {
    const cell = row.cells[column]?.at ?? `A${row.row}`;
    this.all.push({ code, severity, cell, row: row.row, column, message: say(code, params) });
  }
}

export const textIn = (row: CatalogueRow, column: CatalogueColumn): string => row.cells[column]?.text ?? '';

/** A name that can be kept; null with a finding when it is missing, too long or unprintable. */
export function readName(row: CatalogueRow, findings: ListFindings, max = 200): string | null {
  const name = textIn(row, 'name');
  if (name === '') findings.block(row, 'name', 'catalogue.name-missing');
  else if ([...name].length > max || name.includes('\ufffd'))
    findings.block(row, 'name', 'catalogue.name-unfit', { max });
  else if (!isReadable(row, 'name', findings)) return null;
  else return name;
  return null;
}

/**
 * Whether a cell holds only what can be read and is no formula; else a finding. It says which character it is, as the
 * cell shows nothing of it.
 */
export function isReadable(row: CatalogueRow, column: CatalogueColumn, findings: ListFindings): boolean {
  const text = textIn(row, column);
  const hostile = [...text].find((letter) => !isPlainText(letter));
  if (hostile !== undefined) {
    const code = (hostile.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    findings.block(row, column, 'catalogue.text-hostile', { code: `U+${code}` });
  } else if (beginsAsFormula(text))
    findings.block(row, column, 'catalogue.text-formula', { text: shown(text) });
  else return true;
  return false;
}

/** A text as it may stand in a message. */
export const shown = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** 是, 有, yes, 1 and their opposites; null for a blank or (with a finding) for anything else. */
export function readYesOrNo(
  row: CatalogueRow,
  column: CatalogueColumn,
  findings: ListFindings,
): boolean | null {
  const text = textIn(row, column);
  if (text === '') return null;
  if (/^(是|有|y|yes|true|1|√|✓|已颁布)$/i.test(text)) return true;
  if (/^(否|无|没有|n|no|false|0|×|✗|未颁布)$/i.test(text)) return false;
  findings.block(row, column, 'catalogue.yes-or-no', { text: shown(text) });
  return null;
}

const levels: readonly [number, RegExp][] = [
  [5, /^((level)?5|五级|初级工|五级\/?初级工)$/i],
  [4, /^((level)?4|四级|中级工|四级\/?中级工)$/i],
  [3, /^((level)?3|三级|高级工|三级\/?高级工)$/i],
  [2, /^((level)?2|二级|技师|二级\/?技师)$/i],
  [1, /^((level)?1|一级|高级技师|一级\/?高级技师)$/i],
];

/** 三级/高级工 → 3; null for a blank or (with a finding) for anything else. */
export function readSkillLevel(
  row: CatalogueRow,
  column: CatalogueColumn,
  findings: ListFindings,
): number | null {
  const text = textIn(row, column);
  if (text === '') return null;
  const plain = text.normalize('NFKC').replace(/[\s()、]/g, '');
  const found = levels.find(([, words]) => words.test(plain));
  if (!found) findings.block(row, column, 'catalogue.level-unknown', { text: shown(text) });
  return found?.[0] ?? null;
}

/** L, S, L/S; null for a blank or (with a finding) for anything else. */
export function readMarkLetters(text: string, row: CatalogueRow, findings: ListFindings): string | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  if (plain === '') return null;
  if (/^(L|绿色)$/.test(plain)) return 'L';
  if (/^(S|数字)$/.test(plain)) return 'S';
  if (/^(L[/、,&]?S|S[/、,&]?L)$/.test(plain)) return 'L/S';
  findings.block(row, 'mark', 'catalogue.mark-unknown', { text: shown(text) });
  return null;
}
