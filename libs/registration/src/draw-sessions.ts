import type { DrawRandom } from './draw-random.js';

/** A session as far as filling it goes. */
export interface Sitting {
  id: string;
  /** Free workstations. */
  room: number;
  /** Entries that sit there already. */
  present: number;
}

/** An even filling of the sessions by entries in the order given, or null where none exists. */
export function assignSessions(
  random: DrawRandom,
  order: readonly string[],
  sittings: readonly Sitting[],
  may: (entryId: string, sessionId: string) => boolean,
): Map<string, string> | null {
  for (const sizes of evenSizes(random.shuffled(sittings), order.length)) {
    const found = matching(random, order, sizes, may);
    if (found) return found;
  }
  return null;
}

/**
 * How many of `count` entries each session takes, evenest first: all orders in which the sessions could carry the one
 * entry more that an uneven division leaves over; then, should none of these work, as many as there is room for.
 */
function* evenSizes(sittings: readonly Sitting[], count: number): Generator<Map<string, number>> {
  const level = waterLevel(sittings, count);
  const base = new Map(sittings.map((s) => [s.id, Math.max(0, Math.min(s.room, level - s.present))]));
  const left = count - [...base.values()].reduce((sum, size) => sum + size, 0);
  const canTakeOneMore = sittings
    .filter((s) => (base.get(s.id) ?? 0) < s.room && s.present <= level)
    .map(({ id }) => id);
  for (const more of combinations(canTakeOneMore, left)) {
    yield new Map([...base].map(([id, size]) => [id, size + (more.includes(id) ? 1 : 0)]));
  }
  yield new Map(sittings.map((s) => [s.id, s.room]));
}

/** The highest level to which all sessions can be filled with `count` more entries. */
function waterLevel(sittings: readonly Sitting[], count: number): number {
  const needed = (level: number) =>
    sittings.reduce((sum, s) => sum + Math.max(0, Math.min(s.room, level - s.present)), 0);
  const top = Math.max(0, ...sittings.map((s) => s.room + s.present));
  let level = 0;
  while (level < top && needed(level + 1) <= count) level += 1;
  return level;
}

/** The first few hundred ways of choosing `size` of the items: there are few sessions in a module. */
function* combinations(items: readonly string[], size: number): Generator<string[]> {
  let ways = 0;
  function* choose(from: number, chosen: string[]): Generator<string[]> {
    if (chosen.length === size) {
      ways += 1;
      yield chosen;
      return;
    }
    for (let at = from; at < items.length && ways < 300; at += 1)
      yield* choose(at + 1, [...chosen, items[at] as string]);
  }
  yield* choose(0, []);
}

/** Entries to sessions within the sizes; an entry that finds its sessions full moves another one (Kuhn). */
function matching(
  random: DrawRandom,
  order: readonly string[],
  sizes: ReadonlyMap<string, number>,
  may: (entryId: string, sessionId: string) => boolean,
): Map<string, string> | null {
  const seated = new Map([...sizes.keys()].map((id) => [id, [] as string[]]));
  const wishes = new Map(
    order.map((entryId) => [entryId, random.shuffled([...sizes.keys()]).filter((id) => may(entryId, id))]),
  );
  const seat = (entryId: string, tried: Set<string>): boolean => {
    for (const sessionId of wishes.get(entryId) ?? []) {
      const there = seated.get(sessionId) as string[];
      if (there.length < (sizes.get(sessionId) ?? 0)) {
        there.push(entryId);
        return true;
      }
    }
    for (const sessionId of wishes.get(entryId) ?? []) {
      if (tried.has(sessionId)) continue;
      tried.add(sessionId);
      const there = seated.get(sessionId) as string[];
      for (let at = 0; at < there.length; at += 1) {
        if (!seat(there[at] as string, tried)) continue;
        there[at] = entryId;
        return true;
      }
    }
    return false;
  };
  if (!order.every((entryId) => seat(entryId, new Set()))) return null;
  return new Map(
    [...seated].flatMap(([sessionId, entryIds]) => entryIds.map((entryId) => [entryId, sessionId] as const)),
  );
}
