import { useQuery } from '@tanstack/react-query';
import { api, take } from '../api/client.js';
import { levelWord, lowestLevel, type CodedKind, type Kind } from './kinds.js';

/** A row of any of the lists, as the page shows it. */
export interface Entry {
  key: string;
  code: string | null;
  name: string;
  /** 1 is the top; 0 for organisations. */
  level: number;
  parentCode: string | null;
  retired: boolean;
  initials: string;
  pinyin: string;
  /** What is particular to the list, by field. */
  more: Readonly<Record<string, string | number | boolean | null>>;
}

const divisionLevels = ['province', 'city', 'county'];
const page = { limit: 5000 };

/** The whole of a list in one edition: a few thousand short rows. */
export function useEntries(kind: Kind, edition: string | null, retired: boolean) {
  return useQuery({
    queryKey: ['/api/v1/catalogue', 'entries', kind, edition, retired],
    queryFn: () => readEntries(kind, edition ?? '', retired),
    enabled: edition !== null,
    staleTime: 60_000,
  });
}

async function readEntries(kind: Kind, edition: string, retired: boolean): Promise<Entry[]> {
  if (kind === 'organisations') {
    const query = page;
    const { items } = await take(api.GET('/api/v1/catalogue/organisations', { params: { query } }));
    return items.map(({ id, name, ...more }) => ({
      ...{ key: id, code: null, name, level: 0, parentCode: null, retired: false, initials: '', pinyin: '' },
      more: { ...more },
    }));
  }
  const query = { ...page, edition, level: 'all' as const, ...(retired ? { retired } : {}) };
  if (kind === 'divisions') {
    const { items } = await take(
      api.GET('/api/v1/catalogue/divisions', { params: { query: { ...query, headings: true } } }),
    );
    return items.map(({ code, name, level, parentCode, retired: gone, initials, pinyin, ...more }) => ({
      ...{ key: code, code, name, parentCode, initials, pinyin, retired: gone },
      level: divisionLevels.indexOf(level) + 1,
      more: { shortName: more.shortName, within: more.within, pseudo: more.pseudo },
    }));
  }
  if (kind === 'industries') {
    const { items } = await take(api.GET('/api/v1/catalogue/industries', { params: { query } }));
    return items.map(({ code, name, level, parentCode, retired: gone, initials, pinyin, parentName }) => ({
      ...{ key: code, code, name, level, parentCode, initials, pinyin, retired: gone },
      more: { parentName },
    }));
  }
  const { items } = await take(api.GET('/api/v1/catalogue/occupations', { params: { query } }));
  return items.map(({ code, name, level, parentCode, retired: gone, initials, pinyin, ...more }) => ({
    ...{ key: code, code, name, level, parentCode, initials, pinyin, retired: gone },
    more: {
      ...{ parentName: more.parentName, mark: more.mark, gbmCode: more.gbmCode },
      ...{ standardExists: more.standardExists, standardTopLevel: more.standardTopLevel },
      ...{ strategic: more.strategic, isNew: more.isNew },
    },
  }));
}

export interface TreeNode {
  key: string;
  title: string;
  children: TreeNode[];
}

/** The classes above the lowest level, as a tree, each with the number of entries of the lowest level in it. */
export function treeOf(kind: CodedKind, entries: readonly Entry[]): TreeNode[] {
  const lowest = lowestLevel(kind);
  const byCode = new Map(entries.map((entry) => [entry.code ?? '', entry]));
  const counts = new Map<string, number>();
  for (const entry of entries) {
    if (entry.level !== lowest) continue;
    for (let above = entry.parentCode; above !== null; above = byCode.get(above)?.parentCode ?? null)
      counts.set(above, (counts.get(above) ?? 0) + 1);
  }
  const nodes = new Map<string, TreeNode>();
  for (const { code, name, level } of entries)
    if (level < lowest && code !== null)
      nodes.set(code, { key: code, title: `${name} ${counts.get(code) ?? 0}`, children: [] });
  const top: TreeNode[] = [];
  for (const { code, parentCode } of entries) {
    const node = nodes.get(code ?? '');
    if (!node) continue;
    const above = parentCode === null ? undefined : nodes.get(parentCode);
    (above?.children ?? top).push(node);
  }
  return top;
}

/** The entries under a code, itself included. */
export function entriesUnder(entries: readonly Entry[], code: string): Entry[] {
  const within = new Set([code]);
  // Lists come in the order of codes: what stands above comes first.
  return entries.filter((entry) => {
    const inside = entry.code === code || (entry.parentCode !== null && within.has(entry.parentCode));
    if (inside && entry.code !== null) within.add(entry.code);
    return inside;
  });
}

export const levelNames = (kind: CodedKind): string[] =>
  Array.from({ length: lowestLevel(kind) }, (_, at) => levelWord(kind, at + 1));
