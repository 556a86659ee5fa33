import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { auditNouns, auditVerbs } from '@luban/audit';
import { permissions } from '@luban/identity';

const root = join(__dirname, '..');

/** The TypeScript files below a folder, without specs. */
function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sources(path);
    return /\.ts$/.test(name) && !/\.spec\.ts$/.test(name) ? [path] : [];
  });
}

/** The names of libs begin the codes of messages, so they tell no verb by themselves. */
const libs = readdirSync(join(root, 'libs'));

/** Every text in the code that looks like a verb of the audit: recorded as one, or one of its nouns, a dot, a word. */
function verbsIn(text: string): string[] {
  const recorded = [...text.matchAll(/\brecord(?:Many|Verb)?\(\s*\w+,\s*[\w.]+,\s*'(\w+\.\w+)'/g)];
  const told = [...text.matchAll(/'([a-z]\w*)\.[a-z]\w*'/gi)].filter(
    ([, noun = '']) => noun in auditNouns && !libs.includes(noun),
  );
  const all = [...recorded.map(([, verb]) => String(verb)), ...told.map(([whole]) => whole.slice(1, -1))];
  return all.filter((verb) => !(verb in permissions));
}

it('finds verbs in code, and tells them from permissions', () => {
  const code = `await this.audit.record(tx, actor, 'horse.shod', {}); const verb = 'entry.accepted'; may('draw.read');`;
  expect(verbsIn(code)).toEqual(['horse.shod', 'entry.accepted']);
});

it('has words for every verb that is recorded', () => {
  const unnamed = sources(join(root, 'libs')).flatMap((file) =>
    verbsIn(readFileSync(file, 'utf8'))
      .filter((verb) => !(verb in auditVerbs))
      .map((verb) => `${file.slice(root.length + 1)}: ${verb}`),
  );
  expect(unnamed).toEqual([]);
});

it('knows of every verb’s noun who may read what of it', () => {
  const unknown = Object.keys(auditVerbs).filter((verb) => !((verb.split('.')[0] ?? '') in auditNouns));
  expect(unknown).toEqual([]);
});
