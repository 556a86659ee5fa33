import type { SubjectOccupation } from './class-subject.js';

/** A code of the classification by a name, where the catalogue knows exactly one. */
export type CodeOfName = (name: string) => { code: string; edition: string } | null;

/**
 * The occupations of a published record: one after the other with `;` between them, the direction in brackets; where no
 * `;` stands, with `、`, else `,`, else `/`, unless the whole is one name that the catalogue knows. `...` or 「等」 says
 * that the source names only some of them.
 */
export function occupationsOfText(
  text: string,
  codeOf: CodeOfName = () => null,
): { occupations: SubjectOccupation[]; complete: boolean } {
  const parts = partsOf(text, codeOf(text.trim()) === null ? separatorOf(text) : /[;；]/u);
  const named = parts.filter((part) => !isMore(part));
  const complete =
    named.length > 0 && named.length === parts.length && !named.some((part) => /等$/u.test(part));
  return { occupations: named.map((part) => occupationOf(part, codeOf)), complete };
}

const isMore = (part: string): boolean => /^(\.{2,}|…+|等+)$/u.test(part);

const separators = [/[;；]/u, /、/u, /[,，]/u, /[/／]/u];

/** The strongest separator that stands outside of brackets. */
function separatorOf(text: string): RegExp {
  const bare = text.replace(/[(（][^()（）]*[)）]/gu, '');
  return separators.find((separator) => separator.test(bare)) ?? /[;；]/u;
}

/** Split where no bracket is open. */
function partsOf(text: string, separator: RegExp): string[] {
  const parts = [''];
  let depth = 0;
  for (const letter of text) {
    if (/[(（]/u.test(letter)) depth++;
    if (/[)）]/u.test(letter)) depth = Math.max(0, depth - 1);
    if (depth === 0 && separator.test(letter)) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts
    .flatMap((part) => part.split(/(?=(?:\.{3}|…)$)/u))
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function occupationOf(part: string, codeOf: CodeOfName): SubjectOccupation {
  const details = [...part.matchAll(/[(（]([^()（）]*)[)）]/gu)].map(([, detail]) => detail?.trim() ?? '');
  const name = part
    .replace(/[(（][^()（）]*[)）]/gu, '')
    .replace(/等$/u, '')
    .trim();
  const found = codeOf(name);
  return {
    name: name || part,
    detail: details.filter((detail) => detail !== '').join('；') || null,
    code: found?.code ?? null,
    edition: found?.edition ?? null,
    standardExists: null,
    standardTopLevel: null,
    strategic: null,
    heldBefore: null,
  };
}
