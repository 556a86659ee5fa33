import { type Breach, isTest, type SourceFile } from './source-tree.js';

/** Where a code is thrown or told: `new Refused('judging.form-signed-off'`, `super('…'`. */
const uses = [
  /new (?:NotFound|Denied|Refused|Outdated|Invalid|TooBusy)\(\s*'([^']+)'/g,
  /super\(\s*'([a-z]+\.[a-z0-9-]+)'/g,
  /\bdefineConstraintCodes\(\{([^}]*)\}/g,
];

/** Every code that is thrown has its texts in both languages. */
export function messageBreaches(
  files: readonly SourceFile[],
  declared: ReadonlyMap<string, unknown>,
): Breach[] {
  return files
    .filter((file) => !isTest(file))
    .flatMap((file) =>
      codesIn(file.text)
        .filter((code) => !declared.has(code))
        .map((code): Breach => `${file.path}: nobody declares a text for ${code}`),
    );
}

function codesIn(text: string): string[] {
  return uses.flatMap((use) =>
    [...text.matchAll(use)].flatMap(([, found = '']) =>
      // The list of constraint codes: `name: 'code'`.
      found.includes(':') ? [...found.matchAll(/:\s*'([^']+)'/g)].map(([, code = '']) => code) : [found],
    ),
  );
}

/** A text in each language (one that is only a parameter is in both). */
export function languageBreaches(declared: ReadonlyMap<string, { zh: string; en: string }>): Breach[] {
  const words = (text: string) => text.replace(/\{\w+\}|[\p{P}\p{Z}\p{N}]/gu, '');
  return [...declared].flatMap(([code, { zh, en }]): Breach[] => [
    ...(words(zh) && !/\p{Script=Han}/u.test(zh)
      ? [`${code}: the Chinese text is not Chinese` as const]
      : []),
    ...(words(en) && !/[a-z]/i.test(words(en)) ? [`${code}: the English text is not English` as const] : []),
    ...(!zh.trim() || !en.trim() ? [`${code}: a text is empty` as const] : []),
  ]);
}
