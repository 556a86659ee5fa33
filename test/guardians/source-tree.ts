import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One file of the tree, its path relative to the checkout with forward slashes. */
export interface SourceFile {
  path: string;
  text: string;
}

/** Something that a guardian found wrong: where, and what. */
export type Breach = `${string}: ${string}`;

export const checkoutRoot = join(__dirname, '..', '..');

const leftOut = new Set([
  'node_modules',
  'dist',
  '.git',
  '.data',
  'coverage',
  'test-results',
  'playwright-report',
]);

/** All files under some folders of the checkout whose names end in one of the endings. */
export function readTree(
  folders: readonly string[],
  endings: readonly string[] = ['.ts', '.tsx'],
): SourceFile[] {
  const files: SourceFile[] = [];
  const walk = (path: string): void => {
    for (const entry of readdirSync(join(checkoutRoot, path), { withFileTypes: true })) {
      if (leftOut.has(entry.name)) continue;
      const inside = path ? `${path}/${entry.name}` : entry.name;
      if (entry.isDirectory()) walk(inside);
      else if (endings.some((ending) => entry.name.endsWith(ending))) {
        files.push({ path: inside, text: readFileSync(join(checkoutRoot, inside), 'utf8') });
      }
    }
  };
  folders.forEach(walk);
  return files;
}

/** Tests follow other rules than what they test. */
export const isTest = ({ path }: SourceFile): boolean =>
  /\.spec\.tsx?$/.test(path) || path.startsWith('test/');
