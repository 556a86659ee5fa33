import { type Breach, type SourceFile } from './source-tree.js';

const rules: { what: string; breaks: RegExp; where?: RegExp }[] = [
  {
    what: 'switches a check off',
    breaks: /@ts-(ignore|nocheck|expect-error)|eslint-disable|prettier-ignore/,
  },
  { what: 'lets a parent list its children', breaks: /@(OneToMany|ManyToMany)\(/ },
  {
    what: 'leaves out a test',
    breaks: /\b(it|test|describe)\.(skip|only|todo|failing)\b|\bx(it|describe)\(|\bf(it|describe)\(/,
    where: /\.spec\.tsx?$/,
  },
  {
    what: 'waits for a time in a test',
    breaks: /\bawait (sleep|setTimeout|delay)\((?!\s*(10|20|25|30|50|100)\b)/,
    where: /\.spec\.tsx?$/,
  },
  {
    what: 'names a place of one machine',
    breaks: new RegExp(['/wor', 'k/(main|shared)|/ho', 'me/\\w+/'].join('')),
  },
];

/** Folders are named for what is in them, not for a kind of file. */
const kindFolders = /(^|\/)(utils?|helpers?|common|shared|dtos?|entities|interfaces|types|misc)\//;

/** The habits that a search can see: STYLE.md and ARCHITECTURE.md. `itself` are the files that speak of them. */
export function houseBreaches(files: readonly SourceFile[], itself = 'test/guardians/house'): Breach[] {
  return files
    .filter(({ path }) => !path.startsWith(itself))
    .flatMap(({ path, text }): Breach[] => [
      ...(kindFolders.test(path) ? [`${path}: lies in a folder named for a kind of file` as const] : []),
      ...rules
        .filter(({ breaks, where }) => (where === undefined || where.test(path)) && breaks.test(text))
        .map(({ what }): Breach => `${path}: ${what}`),
    ]);
}

/** Files longer than a page and a half: told, not failed. */
export function longFiles(files: readonly SourceFile[], linesMax = 250): { path: string; lines: number }[] {
  return files
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > linesMax)
    .sort((a, b) => b.lines - a.lines);
}
