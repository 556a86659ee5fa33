import { posix } from 'node:path';
import ts from 'typescript';
import { type Breach, isTest, type SourceFile } from './source-tree.js';

/** The libs in the order in which one reads the life of a competition. Each imports only those before it. */
export const libOrder = [
  'scoring',
  'workbooks',
  'papers',
  'rulebook',
  'platform',
  'audit',
  'identity',
  'catalogue',
  'notices',
  'rules',
  'events',
  'approvals',
  'registration',
  'judging',
  'results',
  'awards',
  'insight',
] as const;

/** Libs that are pure functions over data, and what they may import beside themselves. */
export const pureLibs: Readonly<Record<string, readonly string[]>> = { scoring: [], rulebook: ['scoring'] };

/** What of the libs the web app may import. */
const forTheWeb = ['scoring', 'rulebook'];

/** Everything a file imports, types and `import()` included. */
export const importsOf = ({ text }: SourceFile): string[] =>
  ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);

/** The lib a path lies in, `libs/judging/src/…` → `judging`. */
const libOf = (path: string): string | undefined => /^libs\/([^/]+)\//.exec(path)?.[1];

/** Rules 1 and 4: a lib imports only libs before it, by their names, and nothing of the apps. */
export function importOrderBreaches(files: readonly SourceFile[], order: readonly string[]): Breach[] {
  return files.flatMap((file) => {
    const lib = libOf(file.path);
    if (lib === undefined) return [];
    if (!order.includes(lib))
      return [`${file.path}: the lib "${lib}" has no place in the import order` as const];
    return importsOf(file).flatMap((imported): Breach[] => {
      const named = /^@luban\/([^/]+)(\/.*)?$/.exec(imported);
      if (named) return namedBreach(file, lib, named[1] ?? '', named[2], order);
      if (!imported.startsWith('.')) return [];
      const target = posix.join(posix.dirname(file.path), imported);
      if (libOf(target) === lib) return [];
      if (isTest(file) && /^(test|migrations)\//.test(target)) return [];
      return [`${file.path}: reaches out of its lib to ${imported}`];
    });
  });
}

function namedBreach(
  file: SourceFile,
  lib: string,
  other: string,
  deeper: string | undefined,
  order: readonly string[],
): Breach[] {
  if (deeper !== undefined) return [`${file.path}: enters @luban/${other} beside its index.ts`];
  if (!order.includes(other)) return [`${file.path}: imports @luban/${other}, which does not exist`];
  if (other === lib) return isTest(file) ? [] : [`${file.path}: imports its own lib by name`];
  if (order.indexOf(other) < order.indexOf(lib)) return [];
  return [`${file.path}: ${lib} stands before ${other}, so it may not import it`];
}

/** Rule 2: nothing but arithmetic in the pure libs: no packages, no clock, no chance, no world. */
export function purityBreaches(files: readonly SourceFile[], pure = pureLibs): Breach[] {
  const impure =
    /\b(Date\.now|new Date\(\s*\)|Math\.random|process\.|console\.|globalThis\.|setTimeout|setInterval|fetch\()/;
  return files.flatMap((file): Breach[] => {
    const allowed = pure[libOf(file.path) ?? ''];
    if (allowed === undefined || isTest(file)) return [];
    const imports = importsOf(file)
      .filter((imported) => !imported.startsWith('.') && !allowed.some((lib) => imported === `@luban/${lib}`))
      .map((imported): Breach => `${file.path}: a pure lib imports ${imported}`);
    const world = withoutComments(file).match(impure)?.[0];
    return world === undefined ? imports : [...imports, `${file.path}: a pure lib uses ${world}`];
  });
}

/** Rule 4 and 6: apps enter libs by their names; the web app only the pure ones, and nothing else of the house. */
export function appImportBreaches(files: readonly SourceFile[]): Breach[] {
  return files.flatMap((file) => {
    if (!file.path.startsWith('apps/')) return [];
    const web = file.path.startsWith('apps/web/');
    return importsOf(file).flatMap((imported): Breach[] => {
      const named = /^@luban\/([^/]+)(\/.*)?$/.exec(imported);
      if (named?.[2] !== undefined) return [`${file.path}: enters @luban/${named[1]} beside its index.ts`];
      if (web && named && !forTheWeb.includes(named[1] ?? '')) {
        return [`${file.path}: the web app may not import @luban/${named[1]}`];
      }
      if (!imported.startsWith('.')) return [];
      const target = posix.join(posix.dirname(file.path), imported);
      if (target.startsWith('libs/')) return [`${file.path}: enters a lib by its path, ${imported}`];
      if (web && !target.startsWith('apps/web/'))
        return [`${file.path}: the web app reaches out to ${imported}`];
      return [];
    });
  });
}

/** Rule 3: libs speak no HTTP. */
export function httpInLibsBreaches(files: readonly SourceFile[]): Breach[] {
  const packages = /^(fastify|@fastify\/.*|@nestjs\/platform-.*|express|node:https?)$/;
  const names =
    /\b(HttpException|HttpStatus|HttpCode|Controller|Req|Res|Headers|[A-Z]\w*(?<!Serialize)Exception|FastifyRequest|FastifyReply)\b/;
  return files.flatMap((file): Breach[] => {
    if (libOf(file.path) === undefined || isTest(file)) return [];
    const found = importsOf(file).filter((imported) => packages.test(imported));
    const fromNest = [...withoutComments(file).matchAll(/import[^;]*?\{([^}]*)\}\s*from '@nestjs\/common'/g)]
      .map(([, imported]) => names.exec(imported ?? '')?.[0])
      .filter((name) => name !== undefined);
    return [...found, ...fromNest].map((what): Breach => `${file.path}: a lib speaks HTTP (${what})`);
  });
}

/** Rule 3: the doors hold no SQL. The bench compares with bare statements: that is what it is for. */
export function sqlInAppsBreaches(files: readonly SourceFile[]): Breach[] {
  const statement = /[`'"]\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|WITH|CREATE|ALTER|DROP|TRUNCATE|COPY)\s/;
  const call = /\.(query|createQueryBuilder|getRepository)\s*[(<]/;
  return files.flatMap((file): Breach[] => {
    if (!/^apps\/(api|worker|cli)\//.test(file.path) || isTest(file)) return [];
    if (/^apps\/cli\/src\/bench\b/.test(file.path)) return [];
    const text = withoutComments(file);
    const found = statement.exec(text)?.[0] ?? call.exec(text)?.[0];
    return found === undefined ? [] : [`${file.path}: a door holds SQL (${found.trim()})`];
  });
}

const withoutComments = ({ text }: SourceFile): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/[^\n]*/g, '$1');
