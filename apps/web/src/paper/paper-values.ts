import { choiceOf, numberAsKept, valueOfChoice } from '../marking/entered-number.js';
import { cellKey, cellOf, freshDraft, type CellValue } from '../marking/form-draft.js';
import {
  calculationOf,
  markOfValue,
  marksOf,
  rulesOf,
  seatsOfAspect,
  type FormMarks,
} from '../marking/form-marks.js';
import type { Form, FormAspect } from '../marking/types.js';

/** What was typed, as it was typed: `aspectId seat` → text. */
export type Typed = Readonly<Record<string, string>>;

/** A cell of the sheet, in the order in which a person reads it. */
export interface Cell {
  key: string;
  aspect: FormAspect;
  seat: number;
}

/** What the typed sheet comes to. */
export interface Reading {
  /** Whole values only, ready to be sent. */
  values: CellValue[];
  /** Cells left blank. */
  missing: Cell[];
  /** Cells whose text is no value of their aspect. */
  bad: Cell[];
  marks: FormMarks;
}

/** Every cell of a form, aspect by aspect and seat by seat. */
export const cellsOf = (form: Form): Cell[] =>
  form.aspects.flatMap((aspect) =>
    seatsOfAspect(form, aspect).map((seat) => ({ key: cellKey(aspect.id, seat), aspect, seat })),
  );

const yes = new Set(['1', '是', 'y', 'yes', '√', '✓']);
const no = new Set(['0', '否', 'n', 'no', '×', 'x']);

/**
 * What a typed text means on its aspect, in the form the server keeps it: `是` → `1`, `006.20` → `6.2`, a choice by its
 * number or label. Null when it is no value there.
 */
export function valueTyped(form: Form, aspect: FormAspect, text: string): string | null {
  const plain = text.normalize('NFKC').trim();
  const kept = aspect.kind === 'judgement' ? scoreTyped(form, plain) : measuredTyped(aspect, plain);
  return kept !== null && markOfValue(form, aspect, kept).state !== 'invalid' ? kept : null;
}

function scoreTyped(form: Form, plain: string): string | null {
  if (rulesOf(form).judgement.panel.scores === 'marks') return numberAsKept(plain);
  return /^[0-3]$/.test(plain) ? plain : null;
}

function measuredTyped(aspect: FormAspect, plain: string): string | null {
  const calculation = calculationOf(aspect);
  if (calculation === null || calculation.type === 'PASS_FAIL') {
    const word = plain.toLowerCase();
    if (yes.has(word) || Math.round(Number(plain) * 100) === aspect.maxHundredths) return '1';
    return no.has(word) || (plain !== '' && Number(plain) === 0) ? '0' : null;
  }
  if (calculation.type === 'CHOICE') {
    const chosen = choiceOf(calculation.choices, plain);
    return chosen === null ? null : valueOfChoice(calculation.choices, chosen);
  }
  const kept = numberAsKept(plain);
  if (kept === null || calculation.type !== 'NUMBER_COMPLETED') return kept;
  return Number(kept) >= 0 && Number(kept) <= Number(calculation.possible) ? kept : null;
}

/** Whether one digit is a whole value, so that typing it moves on by itself. */
export const isOneDigit = (form: Form, aspect: FormAspect): boolean =>
  aspect.kind === 'judgement' && rulesOf(form).judgement.panel.scores === 'zeroToThree';

/** Reads everything typed so far: values, gaps, faults and the running subtotal by the server's own arithmetic. */
export function readTyped(form: Form, typed: Typed): Reading {
  const values: CellValue[] = [];
  const missing: Cell[] = [];
  const bad: Cell[] = [];
  for (const cell of cellsOf(form)) {
    const text = typed[cell.key] ?? '';
    const value = text.trim() === '' ? null : valueTyped(form, cell.aspect, text);
    if (value !== null) values.push(cellOf(cell.key, value));
    else (text.trim() === '' ? missing : bad).push(cell);
  }
  return { values, missing, bad, marks: marksOf(form, freshDraft(form.id, form.revision, values)) };
}

/** The first cell that keeps the sheet from being sent: blank, no value, or of an aspect with a spread. */
export function firstToMend(form: Form, reading: Reading): string | null {
  const waiting = new Set([...reading.missing, ...reading.bad].map(({ key }) => key));
  const spread = new Set(reading.marks.spreads);
  return cellsOf(form).find(({ key, aspect }) => waiting.has(key) || spread.has(aspect.id))?.key ?? null;
}
