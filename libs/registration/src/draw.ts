import { createHash } from 'node:crypto';
import { DrawRandom } from './draw-random.js';
import { assignSessions } from './draw-sessions.js';

/**
 * The draw 抽签 of a skill: sessions, workstations and entry numbers, as a pure function of a seed and inputs. Anyone who
 * holds both recomputes it; docs/rooms/registration.md describes it for people who write their own program.
 */
export const drawAlgorithm = 'luban.draw/1';

/** `perModule`: lots are drawn anew for each module. `perSkill`: once, and the entry keeps its workstation. */
export const stationRules = ['perModule', 'perSkill'] as const;
export type StationRule = (typeof stationRules)[number];

export interface DrawSession {
  id: string;
  /** ISO 8601 instants in UTC. */
  startsAt: string;
  endsAt: string;
}

export interface DrawInputs {
  algorithm: typeof drawAlgorithm;
  skillId: string;
  skillCode: string;
  stationRule: StationRule;
  /** Every entry that competes; an entry number it already has stays. Sorted by id. */
  entries: { id: string; entryNumber: string | null }[];
  /** Entry numbers of the skill that others hold (withdrawn, or drawn before), sorted: they are not given again. */
  takenNumbers: string[];
  /** In the order of the skill. Sessions sorted by start, then id. */
  modules: { id: string; sessions: DrawSession[] }[];
  /** The usable ones only, sorted by id; spare and failed workstations are never drawn. */
  workstations: string[];
  /** Places that are held already and stay (a supplementary draw); empty for a full draw. */
  held: DrawnPlace[];
}

export interface DrawnPlace {
  entryId: string;
  moduleId: string;
  sessionId: string;
  workstationId: string;
}

export interface DrawOutcome {
  /** For entries that had no number. */
  entryNumbers: { entryId: string; entryNumber: string }[];
  places: DrawnPlace[];
}

/** Why a draw cannot be held; `moduleId` where one module lacks something. */
export interface DrawObstacle {
  code:
    | 'no-entries'
    | 'no-modules'
    | 'no-workstations'
    | 'no-sessions'
    | 'too-few-places'
    | 'unequal-sessions'
    | 'sessions-overlap';
  moduleId: string | null;
  params: Record<string, number>;
}

/** SHA-256 over the canonical JSON of the inputs (keys in order of the alphabet), in hex. */
export function inputsHash(inputs: DrawInputs): string {
  return createHash('sha256').update(canonicalJson(inputs)).digest('hex');
}

/**
 * What stands in the way of a full draw, without drawing: an empty list means that `drawPlaces` succeeds, except where
 * sessions of different modules overlap so that no arrangement exists.
 */
export function drawObstacles(inputs: DrawInputs): DrawObstacle[] {
  const obstacle = (
    code: DrawObstacle['code'],
    moduleId: string | null = null,
    params: Record<string, number> = {},
  ) => ({
    code,
    moduleId,
    params,
  });
  const entries = inputs.entries.length;
  const stations = inputs.workstations.length;
  const found: DrawObstacle[] = [];
  if (entries === 0) found.push(obstacle('no-entries'));
  if (inputs.modules.length === 0) found.push(obstacle('no-modules'));
  if (stations === 0) found.push(obstacle('no-workstations'));
  for (const { id, sessions } of inputs.modules) {
    if (sessions.length === 0) found.push(obstacle('no-sessions', id));
    else if (stations > 0 && sessions.length * stations < entries) {
      found.push(
        obstacle('too-few-places', id, {
          entries,
          stations,
          sessions: sessions.length,
          missing: entries - sessions.length * stations,
        }),
      );
    }
  }
  const counts = new Set(inputs.modules.map(({ sessions }) => sessions.length));
  if (inputs.stationRule === 'perSkill' && counts.size > 1) found.push(obstacle('unequal-sessions'));
  return found;
}

/** No arrangement exists: sessions of different modules overlap in time. */
export class NoArrangement extends Error {
  constructor(readonly moduleId: string) {
    super(`no arrangement for module ${moduleId}`);
  }
}

/**
 * Draws. Each entry gets one session and one workstation in each module; sessions are filled evenly (they differ by one at
 * most), no workstation is used twice at the same time, no entry is in two places at the same time. Every entry is
 * equally likely to get each place.
 * @throws NoArrangement when overlapping sessions, or places held already, leave none; ask `drawObstacles` first
 */
export function drawPlaces(seed: string, inputs: DrawInputs): DrawOutcome {
  const entryIds = inputs.entries.map(({ id }) => id);
  const places =
    inputs.stationRule === 'perSkill'
      ? onePlaceForAll(seed, inputs, entryIds)
      : aPlacePerModule(seed, inputs, entryIds);
  return { entryNumbers: drawEntryNumbers(seed, inputs), places };
}

/** Numbers `<skill code>-01`, `-02`, … in random order: the order of registration tells nothing. */
function drawEntryNumbers(seed: string, inputs: DrawInputs): DrawOutcome['entryNumbers'] {
  const waiting = inputs.entries.filter(({ entryNumber }) => entryNumber === null);
  const used = new Set([...inputs.takenNumbers, ...inputs.entries.map(({ entryNumber }) => entryNumber)]);
  const width = Math.max(2, String(inputs.entries.length + inputs.takenNumbers.length).length);
  const free: string[] = [];
  for (let n = 1; free.length < waiting.length; n += 1) {
    const number = `${inputs.skillCode}-${String(n).padStart(width, '0')}`;
    if (!used.has(number)) free.push(number);
  }
  const drawn = new DrawRandom(seed, 'entry-numbers').shuffled(free);
  return waiting.map(({ id }, at) => ({ entryId: id, entryNumber: drawn[at] as string }));
}

/** How often an arrangement is tried anew where sessions overlap and an earlier module left no way for a later one. */
const attempts = 40;

function aPlacePerModule(seed: string, inputs: DrawInputs, entryIds: string[]): DrawnPlace[] {
  const sessionById = new Map(
    inputs.modules.flatMap(({ sessions }) => sessions).map((session) => [session.id, session]),
  );
  let stuckAt = '';
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const placed = [...inputs.held];
    stuckAt = '';
    for (const module of inputs.modules) {
      const random = new DrawRandom(seed, `module:${module.id}:${attempt}`);
      const waiting = entryIds.filter(
        (id) => !inputs.held.some((place) => place.entryId === id && place.moduleId === module.id),
      );
      const drawn = placeModule(random, module, waiting, inputs.workstations, placed, sessionById);
      if (!drawn) {
        stuckAt = module.id;
        break;
      }
      placed.push(...drawn);
    }
    if (!stuckAt) return placed.slice(inputs.held.length);
  }
  throw new NoArrangement(stuckAt);
}

function placeModule(
  random: DrawRandom,
  module: DrawInputs['modules'][number],
  entryIds: string[],
  stations: string[],
  placed: readonly DrawnPlace[],
  sessionById: ReadonlyMap<string, DrawSession>,
): DrawnPlace[] | null {
  const busyEntries = new Map<string, Set<string>>();
  const busyStations = new Map<string, Set<string>>();
  const present = new Map<string, number>();
  for (const session of module.sessions) {
    const meanwhile = placed.filter(({ sessionId }) => overlap(session, sessionById.get(sessionId)));
    busyEntries.set(session.id, new Set(meanwhile.map(({ entryId }) => entryId)));
    busyStations.set(session.id, new Set(meanwhile.map(({ workstationId }) => workstationId)));
    present.set(session.id, placed.filter(({ sessionId }) => sessionId === session.id).length);
  }
  const free = new Map(
    module.sessions.map(
      ({ id }) => [id, stations.filter((station) => !busyStations.get(id)?.has(station))] as const,
    ),
  );
  const order = random.shuffled(entryIds);
  const sessionOf = assignSessions(
    random,
    order,
    module.sessions.map(({ id }) => ({ id, room: free.get(id)?.length ?? 0, present: present.get(id) ?? 0 })),
    (entryId, sessionId) => !busyEntries.get(sessionId)?.has(entryId),
  );
  if (!sessionOf) return null;
  return module.sessions.flatMap(({ id: sessionId }) => {
    const lots = random.shuffled(free.get(sessionId) ?? []);
    return order
      .filter((entryId) => sessionOf.get(entryId) === sessionId)
      .map((entryId, at) => ({ entryId, moduleId: module.id, sessionId, workstationId: lots[at] as string }));
  });
}

/** Lots once: the n-th sitting and one workstation, the same in every module. */
function onePlaceForAll(seed: string, inputs: DrawInputs, entryIds: string[]): DrawnPlace[] {
  const sittings = Array.from({ length: inputs.modules[0]?.sessions.length ?? 0 }, (_, at) =>
    inputs.modules.map(({ id, sessions }) => ({ moduleId: id, session: sessions[at] as DrawSession })),
  );
  for (const sitting of sittings) {
    const clash = sitting.find(({ session }, at) =>
      sitting.slice(0, at).some((other) => overlap(session, other.session)),
    );
    if (clash) throw new NoArrangement(clash.moduleId);
  }
  const heldIn = (at: number) => {
    const ids = new Set(sittings[at]?.map(({ session }) => session.id));
    return inputs.held.filter(({ sessionId }) => ids.has(sessionId));
  };
  const free = sittings.map((_, at) => {
    const taken = new Set(heldIn(at).map(({ workstationId }) => workstationId));
    return inputs.workstations.filter((station) => !taken.has(station));
  });
  const random = new DrawRandom(seed, 'skill');
  const order = random.shuffled(entryIds);
  const sittingOf = assignSessions(
    random,
    order,
    sittings.map((_, at) => ({
      id: String(at),
      room: free[at]?.length ?? 0,
      present: new Set(heldIn(at).map(({ entryId }) => entryId)).size,
    })),
    () => true,
  );
  if (!sittingOf) throw new NoArrangement(inputs.modules[0]?.id ?? '');
  return sittings.flatMap((sitting, at) => {
    const lots = random.shuffled(free[at] ?? []);
    return order
      .filter((entryId) => sittingOf.get(entryId) === String(at))
      .flatMap((entryId, lot) =>
        sitting.map(({ moduleId, session }) => ({
          entryId,
          moduleId,
          sessionId: session.id,
          workstationId: lots[lot] as string,
        })),
      );
  });
}

/** Whether two sessions share a moment; one that ends when the other starts does not. */
export function overlap(a: DrawSession, b: DrawSession | undefined): boolean {
  return (
    b !== undefined &&
    Date.parse(a.startsAt) < Date.parse(b.endsAt) &&
    Date.parse(b.startsAt) < Date.parse(a.endsAt)
  );
}

/** JSON with the keys of every object in order, so that the same inputs always give the same bytes. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
