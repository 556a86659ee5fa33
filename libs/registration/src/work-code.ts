import { DrawRandom } from './draw-random.js';

/**
 * Work codes 成果号 such as `7K3-Q`: digit, letter, digit, dash, letter; for large events `7K3-Q8M`. The place of a
 * character says whether it is a digit or a letter; 0, O, 1, I, L are never used, nor letters that are misread in
 * handwriting beside digits (B, S, Z). Digits and letters alternate, so that no word can arise.
 */
const digits = '23456789';
const letters = 'ACDEFGHJKMNPQRTUVWXY';

/** Pairs that read as an insult or a bad omen when the other characters are left out. */
const offensiveLetters = new Set(['AV', 'CN', 'FK', 'FU', 'GG', 'JJ', 'KK', 'NM', 'PP', 'TM', 'WC', 'XX']);
const offensiveDigits = new Set(['22', '38', '44', '64', '69', '74', '89']);

export type CodeLength = 4 | 6;

/** Of so many codes at most a quarter is ever used in one event, so that a guessed code is rarely one in use. */
const roomyShare = 0.25;

/** How long the codes of a draw must be, when the event holds `inUse` codes and `needed` more are drawn. */
export function codeLength(inUse: number, needed: number): CodeLength {
  const shortCodes = (digits.length * letters.length) ** 2;
  return inUse + needed <= shortCodes * roomyShare ? 4 : 6;
}

/** The length of a code that exists. */
export const lengthOf = (code: string): CodeLength => (code.length > 5 ? 6 : 4);

/** Whether a text has the form of a work code. */
export function isWorkCode(text: string): boolean {
  return new RegExp(`^[${digits}][${letters}][${digits}]-[${letters}](?:[${digits}][${letters}])?$`).test(
    text,
  );
}

/** What is to be coded: an entry's work in a module. */
export interface ToCode {
  entryId: string;
  moduleId: string;
}

export interface Coded extends ToCode {
  code: string;
}

/**
 * Gives each work a code of its own, by the secret `codeSeed` alone: neither the order of entries nor another code tells
 * anything. Codes in `taken` (the event's others) are passed over. The same arguments give the same codes.
 */
export function drawCodes(
  codeSeed: string,
  works: readonly ToCode[],
  taken: ReadonlySet<string>,
  length: CodeLength,
): Coded[] {
  const random = new DrawRandom(codeSeed, 'codes');
  const used = new Set(taken);
  const inOrder = [...works].sort((a, b) => compare(a.moduleId, b.moduleId) || compare(a.entryId, b.entryId));
  return inOrder.map((work) => {
    let code = oneCode(random, length);
    while (used.has(code) || isOffensive(code)) code = oneCode(random, length);
    used.add(code);
    return { ...work, code };
  });
}

/** Whether leaving out the letters, or the digits, would leave something nobody wants on his work. */
export function isOffensive(code: string): boolean {
  const onlyLetters = code.replace(/[^A-Z]/g, '');
  const onlyDigits = code.replace(/\D/g, '');
  return (
    pairs(onlyLetters).some((pair) => offensiveLetters.has(pair)) ||
    pairs(onlyDigits).some((pair) => offensiveDigits.has(pair))
  );
}

function oneCode(random: DrawRandom, length: CodeLength): string {
  const characters = Array.from({ length }, (_, at) => {
    const alphabet = at % 2 === 0 ? digits : letters;
    return alphabet[random.below(alphabet.length)];
  });
  return `${characters.slice(0, 3).join('')}-${characters.slice(3).join('')}`;
}

const pairs = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
