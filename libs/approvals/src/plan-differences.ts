import type { PlanItem } from './annual-plan.entity.js';
import type { PlanLine } from './plan-lines.js';

/** A line of a published list, as far as a new version is held against it. */
export type ListedItem = Pick<
  PlanItem,
  'applicationId' | 'number' | 'class' | 'officialName' | 'hosts' | 'occupations' | 'change'
>;

/** A line of a version: as it is to be published, with what it changes. */
export type DraftItem = ListedItem & { note: string | null };

const fields = [
  ['class', '类别'],
  ['officialName', '名称'],
  ['hosts', '主办单位'],
  ['occupations', '职业（工种）'],
] as const;

const classWords: Record<'one' | 'two', string> = { one: '一类', two: '二类' };

/**
 * The next version of a list: what stands today held against the last published version. Published numbers stay with
 * their contests; what is new takes the numbers after the highest ever given in its class, in the order of `lines`; what
 * has ended is named once more as removed and then no longer. `numbersGiven` are the highest numbers of all versions by
 * class, `endings` say why the status of an application ended. Sorted as printed: by class, then number.
 */
export function nextItems(
  last: readonly ListedItem[],
  lines: readonly PlanLine[],
  numbersGiven: ReadonlyMap<string, number> = new Map(),
  endings: ReadonlyMap<string, string> = new Map(),
): DraftItem[] {
  const listed = new Map(
    last.filter(({ change }) => change !== 'removed').map((item) => [item.applicationId, item]),
  );
  const highest = new Map(numbersGiven);
  for (const { class: of, number } of last)
    highest.set(String(of), Math.max(highest.get(String(of)) ?? 0, number));
  const next = (of: DraftItem['class']): number => {
    const number = (highest.get(String(of)) ?? 0) + 1;
    highest.set(String(of), number);
    return number;
  };
  const standing = lines.map((line): DraftItem => {
    const { applicationId, class: of, officialName, hosts, occupations } = line;
    const facts = { applicationId, class: of, officialName, hosts, occupations };
    const before = listed.get(applicationId);
    if (!before) return { ...facts, number: next(of), change: 'added', note: null };
    const changes = fields.flatMap(([field, name]) =>
      before[field] === facts[field]
        ? []
        : [`${name}由“${shown(before[field])}”更正为“${shown(facts[field])}”`],
    );
    const number = before.class === of ? before.number : next(of);
    return changes.length === 0
      ? { ...facts, number, change: 'kept', note: null }
      : { ...facts, number, change: 'corrected', note: changes.join('；') };
  });
  const still = new Set(lines.map(({ applicationId }) => applicationId));
  const removed = [...listed.values()]
    .filter(({ applicationId }) => !still.has(applicationId))
    .map((item): DraftItem => ({
      ...item,
      change: 'removed',
      note: endings.get(item.applicationId) ?? null,
    }));
  return [...standing, ...removed].sort(
    (a, b) => classOrder(a.class) - classOrder(b.class) || a.number - b.number,
  );
}

const shown = (value: string | null): string =>
  value === 'one' || value === 'two' ? classWords[value] : (value ?? '无');

const classOrder = (of: DraftItem['class']): number => (of === 'one' ? 1 : of === 'two' ? 2 : 3);

/** How much a version changes. */
export interface ChangeCounts {
  added: number;
  removed: number;
  corrected: number;
}

export const changesIn = (items: readonly Pick<DraftItem, 'change'>[]): ChangeCounts => {
  const count = (change: DraftItem['change']) => items.filter((item) => item.change === change).length;
  return { added: count('added'), removed: count('removed'), corrected: count('corrected') };
};
