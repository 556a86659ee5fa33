import { finding, type Finding, modulesOf, sessionsOf, type Skill, workstationsOf } from '@luban/events';
import type { EntityManager } from 'typeorm';
import {
  drawAlgorithm,
  type DrawInputs,
  type DrawnPlace,
  type DrawObstacle,
  drawObstacles,
  drawPlaces,
  NoArrangement,
  type StationRule,
} from './draw.js';

/** What is drawn over: the skill as set up, its accepted entries, and places that are held already. */
export interface SkillToDraw {
  inputs: DrawInputs;
  modules: { id: string; code: string; name: string; coded: boolean }[];
  spares: number;
  /** Entries that are neither accepted nor withdrawn: they would be left out. */
  undecided: number;
}

interface EntryToDraw {
  id: string;
  entryNumber: string | null;
  drawn: boolean;
}

/** Numbers of entries that are not drawn now, sorted. */
const numbersOf = (entries: readonly EntryToDraw[]): string[] =>
  entries.flatMap(({ entryNumber, drawn }) => (drawn || entryNumber === null ? [] : [entryNumber])).sort();

/** Reads a full draw's inputs: accepted entries that compete, sorted by id; usable workstations only. */
export async function readFullDraw(
  tx: EntityManager,
  skill: Skill,
  stationRule: StationRule,
): Promise<SkillToDraw> {
  const { eventId, id: skillId } = skill;
  const modules = await modulesOf(tx, eventId, skillId);
  const sessions = await sessionsOf(tx, eventId, skillId);
  const workstations = await workstationsOf(tx, eventId, skillId);
  const entries: EntryToDraw[] = await tx.query(
    `SELECT id, entry_number AS "entryNumber", state = 'accepted' AND status IN ('entered', 'present') AS drawn
       FROM entry WHERE event_id = $1 AND skill_id = $2 ORDER BY id`,
    [eventId, skillId],
  );
  const [waiting] = (await tx.query(
    `SELECT count(*)::int AS count FROM entry WHERE event_id = $1 AND skill_id = $2 AND state <> 'accepted' AND status <> 'withdrawn'`,
    [eventId, skillId],
  )) as [{ count: number }];
  return {
    inputs: {
      algorithm: drawAlgorithm,
      skillId,
      skillCode: skill.code,
      stationRule,
      entries: entries.filter(({ drawn }) => drawn).map(({ id, entryNumber }) => ({ id, entryNumber })),
      takenNumbers: numbersOf(entries),
      modules: modules.map(({ id }) => ({
        id,
        sessions: sessions
          .filter(({ moduleId }) => moduleId === id)
          .map((session) => ({
            id: session.id,
            startsAt: session.startsAt.toISOString(),
            endsAt: session.endsAt.toISOString(),
          })),
      })),
      workstations: workstations
        .filter(({ state }) => state === 'usable')
        .map(({ id }) => id)
        .sort(),
      held: [],
    },
    modules: modules.map(({ id, code, name, markedBy }) => ({
      id,
      code,
      name,
      coded: markedBy === 'scheme',
    })),
    spares: workstations.filter(({ state }) => state === 'spare').length,
    undecided: waiting.count,
  };
}

/** The inputs of a supplementary draw: entries that lack a place in some module; everybody else's place is held. */
export async function readSupplement(
  tx: EntityManager,
  eventId: string,
  full: SkillToDraw,
): Promise<SkillToDraw> {
  const held: DrawnPlace[] = await tx.query(
    `SELECT p.entry_id AS "entryId", p.module_id AS "moduleId", p.session_id AS "sessionId", p.workstation_id AS "workstationId"
       FROM placement p WHERE p.event_id = $1 AND p.skill_id = $2 ORDER BY p.entry_id, p.module_id`,
    [eventId, full.inputs.skillId],
  );
  const heldBy = new Map<string, number>();
  for (const { entryId } of held) heldBy.set(entryId, (heldBy.get(entryId) ?? 0) + 1);
  const entries = full.inputs.entries.filter(({ id }) => (heldBy.get(id) ?? 0) < full.modules.length);
  const partly = entries.some(({ id }) => heldBy.has(id));
  const others = full.inputs.entries.filter((entry) => !entries.includes(entry));
  const takenNumbers = [
    ...full.inputs.takenNumbers,
    ...numbersOf(others.map((entry) => ({ ...entry, drawn: false }))),
  ].sort();
  return {
    ...full,
    inputs: {
      ...full.inputs,
      entries,
      takenNumbers,
      held,
      stationRule: partly ? 'perModule' : full.inputs.stationRule,
    },
  };
}

/** What stands in the way of a full draw, each with the page where it is mended. */
export function drawFindings(draw: SkillToDraw, eventId: string): Finding[] {
  const { inputs } = draw;
  const skillPage = `/events/${eventId}/skills/${inputs.skillId}`;
  const entriesPage = `/events/${eventId}/entries?skill=${inputs.skillId}`;
  const found = drawObstacles(inputs).map((obstacle) =>
    asFinding(obstacle, draw, obstacle.code === 'no-entries' ? entriesPage : skillPage),
  );
  if (found.length === 0) {
    const stuck = arrangementMissing(inputs);
    if (stuck)
      found.push(asFinding({ code: 'sessions-overlap', moduleId: stuck, params: {} }, draw, skillPage));
  }
  if (draw.undecided > 0)
    found.push(finding('warning', 'registration.draw-undecided', { count: draw.undecided }, entriesPage));
  if (draw.spares === 0) found.push(finding('warning', 'registration.draw-no-spare', {}, skillPage));
  if (!found.some(({ severity }) => severity === 'blocking')) {
    found.unshift(
      finding('passed', 'registration.draw-ready', {
        entries: inputs.entries.length,
        stations: inputs.workstations.length,
      }),
    );
  }
  return found;
}

/** A trial draw with a seed that is thrown away: the module that finds no arrangement, or null. */
function arrangementMissing(inputs: DrawInputs): string | null {
  try {
    drawPlaces('trial', inputs);
    return null;
  } catch (failure) {
    if (failure instanceof NoArrangement) return failure.moduleId;
    throw failure;
  }
}

function asFinding(
  { code, moduleId, params }: DrawObstacle,
  { modules }: SkillToDraw,
  href: string,
): Finding {
  const module = modules.find(({ id }) => id === moduleId);
  return finding(
    'blocking',
    `registration.draw-${code}`,
    { ...params, module: module ? `${module.code} ${module.name}` : '' },
    href,
  );
}
