import { aspectMark, type Calculation, type PanelRule } from '@luban/scoring';

/** What a form knows about one of its aspects: enough to read a value and to make it a mark. */
export interface AspectCard {
  id: string;
  /** `B2.4` */
  code: string;
  kind: 'measurement' | 'judgement';
  maxHundredths: number;
  calculation: Calculation | null;
}

/** A value in the one form in which it is kept: a decimal string that `numeric(14,4)` holds exactly. */
export interface ReadValue {
  value: string;
  /** The aspect's mark for a measurement; null for one judge's score. */
  markHundredths: number | null;
}

const QUANTITY = /^(-?)0*(\d{1,10})(?:\.(\d{1,4}))?$/;

/**
 * Reads what a judge or a recorder entered for one seat of an aspect: seat 0 is the team's one agreed value of a
 * measurement, seats from 1 the judges' scores. Whether it can be a value, and which mark it earns, is decided by
 * @luban/scoring alone (DOMAIN.md 5). Null: it cannot be one.
 */
export function readEnteredValue(
  aspect: AspectCard,
  seat: number,
  entered: string,
  panel: PanelRule,
): ReadValue | null {
  const value = asKept(aspect, entered.trim());
  if (value === null) return null;
  const scored = { ...aspect, id: aspect.code };
  if (aspect.kind === 'judgement') {
    if (seat < 1 || seat > panel.judges) return null;
    return aspectMark(scored, [value], panel).state === 'invalid' ? null : { value, markHundredths: null };
  }
  if (seat !== 0) return null;
  const { markHundredths } = aspectMark(scored, [value], panel);
  return markHundredths === null ? null : { value, markHundredths };
}

/** The decimal string that reads back as what was entered: `是` → `1`, a choice's label → its number, `06.20` → `6.2`. */
function asKept(aspect: AspectCard, entered: string): string | null {
  if (entered === '') return null;
  if (aspect.kind === 'judgement') return canonical(entered);
  const { calculation } = aspect;
  if (calculation?.type === 'CHOICE') return choiceAsKept(calculation.choices, entered);
  if (calculation === null || calculation.type === 'PASS_FAIL') {
    const mark = aspectMark({ ...aspect, id: aspect.code }, [entered], ANY_PANEL).markHundredths;
    if (mark === null) return null;
    return mark > 0 || (aspect.maxHundredths === 0 && !READS_AS_NOTHING.test(entered)) ? '1' : '0';
  }
  const number = canonical(entered);
  if (number === null || calculation.type !== 'NUMBER_COMPLETED') return number;
  // A count lies between none and all: a slip of the finger is told now, not found at the re-check.
  const possible = Number(calculation.possible);
  return Number(number) < 0 || (possible > 0 && Number(number) > possible) ? null : number;
}

const READS_AS_NOTHING = /^(0+(\.0+)?|false|no|否)$/i;
/** A measurement does not look at the panel. */
const ANY_PANEL: PanelRule = {
  judges: 1,
  dropHighest: 0,
  dropLowest: 0,
  scores: 'zeroToThree',
  spreadFrom: null,
};

/** `006.20` → `6.2`, `-0.0` → `0`; null when it is no decimal number of ten digits and four places at most. */
function canonical(text: string): string | null {
  const match = QUANTITY.exec(text);
  if (!match) return null;
  const whole = (match[2] ?? '').replace(/^0+(?=\d)/, '');
  const places = (match[3] ?? '').replace(/0+$/, '');
  const size = places === '' ? whole : `${whole}.${places}`;
  return match[1] === '-' && size !== '0' ? `-${size}` : size;
}

/**
 * A choice is kept as its 1-based number, or – where another choice is *called* that number – as its own label, if
 * that is a number. Scoring reads labels first, so the kept value must lead back to the same choice.
 */
function choiceAsKept(choices: readonly { label: string }[], entered: string): string | null {
  const index = choiceOf(choices, entered);
  if (index === null) return null;
  const label = choices[index]?.label.trim() ?? '';
  const kept = [String(index + 1), canonical(label) === label ? label : null];
  return kept.find((candidate) => candidate !== null && choiceOf(choices, candidate) === index) ?? null;
}

function choiceOf(choices: readonly { label: string }[], text: string): number | null {
  const byLabel = choices.findIndex((choice) => choice.label.trim() === text);
  if (byLabel >= 0) return byLabel;
  const number = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= choices.length ? number - 1 : null;
}
