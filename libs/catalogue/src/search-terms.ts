import { plainCode } from './catalogue-codes.js';

/** What somebody typed, as the things it could be. A part that it cannot be is null and matches nothing. */
export interface SearchTerms {
  /** The beginning of a code: `6-18`, `61802`, `C34`, `3301`. */
  code: string | null;
  name: string;
  /** LIKE patterns of its words: every one has to be in the name. */
  words: string[];
  /** Letters: pinyin initials. */
  letters: string | null;
  /** The same letters as a pattern for pinyin whose syllables are parted by blanks: `h ?a ?n ?g`. */
  syllables: string | null;
}

/** Null when there is nothing to look for. */
export function searchTerms(q: string | undefined): SearchTerms | null {
  const name = (q ?? '').normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
  if (name === '') return null;
  const code = plainCode(name).toUpperCase();
  const letters = name.replace(/[\s']/g, '').replaceAll('ü', 'v');
  const isSound = /^[a-z][a-z0-9]*$/.test(letters);
  return {
    code: /^[A-T]?[0-9][0-9-]*$|^[A-T]$/.test(code) ? code : null,
    name,
    words: name.split(' ').map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`),
    letters: isSound ? letters : null,
    syllables: isSound ? [...letters].join(' ?') : null,
  };
}

/**
 * How well a row fits, best first, or null: the exact code or name, the beginning of either, of the pinyin initials, of
 * the pinyin, then anywhere within (in pinyin from the beginning of a syllable on). Takes the parameters of `fitParams`
 * from `first` on.
 */
export function fitSql(
  columns: { code?: string; name: string; initials: string; pinyin: string },
  first: number,
): string {
  const [code, name, words, letters, syllables] = Array.from({ length: 5 }, (_, n) => `$${first + n}`);
  const { initials, pinyin } = columns;
  const label = `lower(${columns.name})`;
  const byCode = columns.code
    ? {
        exact: `WHEN ${columns.code} = ${code} THEN 0`,
        begins: `WHEN starts_with(${columns.code}, ${code}::text) THEN 2`,
        // Without its dashes, or without the letter of its section.
        loose: `WHEN starts_with(replace(${columns.code}, '-', ''), ${code}::text) OR starts_with(substr(${columns.code}, 2), ${code}::text) AND ${columns.code} ~ '^[A-T]' THEN 4`,
      }
    : { exact: `WHEN ${code}::text IS NULL AND FALSE THEN 0`, begins: '', loose: '' };
  return `CASE ${byCode.exact}
    WHEN ${label} = ${name} THEN 1
    ${byCode.begins}
    WHEN starts_with(${label}, ${name}::text) THEN 3
    ${byCode.loose}
    WHEN ${initials} = ${letters} THEN 5
    WHEN starts_with(${initials}, ${letters}::text) THEN 6
    WHEN ${pinyin} ~ ('^' || ${syllables}::text) THEN 7
    WHEN ${label} LIKE ALL (${words}::text[]) THEN 8
    WHEN strpos(${initials}, ${letters}::text) > 0 THEN 9
    WHEN ${pinyin} ~ (' ' || ${syllables}::text) THEN 10 END`;
}

/** The five parameters of `fitSql`. */
export const fitParams = ({ code, name, words, letters, syllables }: SearchTerms): unknown[] => [
  code,
  name,
  words,
  letters,
  syllables,
];
