import { say } from '@luban/platform';
import type { Roster } from '@luban/workbooks';
import type { EntityManager } from 'typeorm';
import { personKey } from './entry-rules.js';
import { keyOf } from './quotas.js';
import { cellOf, type RosterEntry, type RosterFinding, type RosterTerms } from './roster-rules.js';

/** What the event holds already, as far as a roster can clash with it. */
export interface Standing {
  /** People by `personKey`, with the entries they stand in. */
  people: Map<string, { entryId: string; delegationId: string; skillId: string }[]>;
  /** Whole entries: delegation, skill, group and people. */
  entries: Set<string>;
  /** Places taken, by delegation, skill and group, and by delegation and skill. */
  used: Map<string, number>;
  /** The number in force for a delegation, skill and group (null: the skill as a whole); undefined: no limit. */
  places: (delegationId: string, skillId: string, groupId: string | null) => number | undefined;
}

/** Reads it in three queries. Call it under `lockDelegations` when something is to be written by it. */
export async function readStanding(tx: EntityManager, eventId: string): Promise<Standing> {
  const people: {
    entryId: string;
    delegationId: string;
    skillId: string;
    groupId: string;
    name: string | null;
    birthDate: string | null;
    unit: string | null;
  }[] = await tx.query(
    `SELECT e.id AS "entryId", e.delegation_id AS "delegationId", e.skill_id AS "skillId", e.group_id AS "groupId",
              p.name, p.birth_date::text AS "birthDate", k.unit
         FROM entry e
         LEFT JOIN competitor k ON k.event_id = e.event_id AND k.entry_id = e.id
         LEFT JOIN person p ON p.id = k.person_id
        WHERE e.event_id = $1 AND e.status <> 'withdrawn'`,
    [eventId],
  );
  const quotas: { delegationId: string | null; skillId: string; groupId: string | null; places: number }[] =
    await tx.query(
      `SELECT delegation_id AS "delegationId", skill_id AS "skillId", group_id AS "groupId", places FROM quota WHERE event_id = $1`,
      [eventId],
    );
  const byPerson: Standing['people'] = new Map();
  const byEntry = new Map<
    string,
    { place: string; keys: string[]; delegationId: string; skillId: string; groupId: string }
  >();
  for (const { name, birthDate, unit, ...at } of people) {
    const entry = byEntry.get(at.entryId) ?? { ...at, place: keyOf(at), keys: [] };
    byEntry.set(at.entryId, entry);
    if (name === null) continue;
    const key = personKey({ name, birthDate, unit });
    entry.keys.push(key);
    byPerson.set(key, [...(byPerson.get(key) ?? []), at]);
  }
  const used = new Map<string, number>();
  for (const entry of byEntry.values()) countPlace(used, entry);
  const number = new Map(quotas.map((q) => [keyOf({ ...q, delegationId: q.delegationId ?? '' }), q.places]));
  return {
    people: byPerson,
    entries: new Set(
      [...byEntry.values()].map(({ place, keys }) => `${place} ${[...keys].sort().join(' ')}`),
    ),
    used,
    places: (delegationId, skillId, groupId) =>
      number.get(keyOf({ delegationId, skillId, groupId })) ??
      number.get(keyOf({ delegationId: '', skillId, groupId })),
  };
}

function countPlace(
  used: Map<string, number>,
  at: { delegationId: string; skillId: string; groupId: string },
): void {
  for (const key of [keyOf(at), keyOf({ ...at, groupId: null })]) used.set(key, (used.get(key) ?? 0) + 1);
}

export interface Clashes {
  /** Entries that are there already, exactly so: they are left as they are. */
  entered: RosterEntry[];
  fresh: RosterEntry[];
  findings: RosterFinding[];
}

/** Holds a roster's entries against what the event has: the very same entries, people entered already, quotas. */
export function clashesOf(
  roster: Roster,
  entries: readonly RosterEntry[],
  standing: Standing,
  terms: RosterTerms,
): Clashes {
  const skillName = new Map(terms.skills.map(({ id, name }) => [id, name]));
  const findings: RosterFinding[] = [];
  const entered: RosterEntry[] = [];
  const fresh: RosterEntry[] = [];
  const used = new Map(standing.used);
  for (const entry of entries) {
    const keys = entry.people.map(({ competitor }) => personKey(competitor));
    if (standing.entries.has(`${keyOf(entry)} ${[...keys].sort().join(' ')}`)) {
      entered.push(entry);
      continue;
    }
    fresh.push(entry);
    entry.people.forEach(({ row }, at) => {
      const others = standing.people.get(keys[at] ?? '') ?? [];
      const same = others.find((o) => o.delegationId === entry.delegationId && o.skillId === entry.skillId);
      const mine = others.find((o) => o.delegationId === entry.delegationId);
      const [code, severity] = same
        ? (['registration.roster-entered-already', 'blocking'] as const)
        : mine
          ? (['registration.person-in-other-skill', 'warning'] as const)
          : (['registration.person-in-other-delegation', 'warning'] as const);
      if (others.length === 0) return;
      const skill = skillName.get((same ?? mine)?.skillId ?? '') ?? '';
      findings.push({
        code,
        severity,
        row,
        column: 'name',
        cell: cellOf(roster, row, 'name'),
        message: say(code, { skill }),
      });
    });
    const beyond = beyondQuota(entry, used, standing);
    if (beyond) {
      const { row } = entry.people[0] as RosterEntry['people'][number];
      const message = say('registration.roster-quota', beyond);
      findings.push({
        code: 'registration.roster-quota',
        severity: 'blocking',
        row,
        column: 'skill',
        cell: cellOf(roster, row, 'skill'),
        message,
      });
    }
    countPlace(used, entry);
  }
  return { entered, fresh, findings };
}

function beyondQuota(
  entry: RosterEntry,
  used: ReadonlyMap<string, number>,
  standing: Standing,
): { places: number; entries: number } | null {
  for (const groupId of [entry.groupId, null]) {
    const places = standing.places(entry.delegationId, entry.skillId, groupId);
    const entries = used.get(keyOf({ ...entry, groupId })) ?? 0;
    if (places !== undefined && entries >= places) return { places, entries };
  }
  return null;
}
