import { join } from 'node:path';
import type { BenchSystem } from './bench-system.js';
import { load } from './http-load.js';
import type { LoadForm, LoadResult, LoadWork } from './http-load.worker.js';
import { signIn } from './people.js';
import { pgbenchRate } from './pgbench.js';
import { asRequestValues, type BenchEvent, benchId, oneSeat, seedEvent, wholeForm } from './seed.js';

/**
 * Eight skills of 36 entries and 30 forms of seven values, as long as the forms of real schemes (the two workbooks of
 * WorldSkills Web Development have 5.6 and 7.4 on average). The first four are marked over HTTP, the others by pgbench.
 */
export const marksEvent: BenchEvent = {
  number: 1,
  skills: 8,
  entries: 36,
  subCriteria: 30,
  measurements: 4,
  judgements: 1,
  state: 'open',
};
const httpSkills = 4;
const formsPerSkill = marksEvent.entries * marksEvent.subCriteria;
/** Forms that everybody saves now and then, at the end of the first skill; one save in twenty. */
export const sharedForms = 64;
export const sharedEvery = 20;

/** Load that is not counted comes first. */
export const warmSeconds = 1;

/** Sign-ins of the judges: `cookies[skill][seat]`, from 0. */
export type Cookies = string[][];

export async function prepareMarks(system: BenchSystem): Promise<void> {
  await seedEvent(system, marksEvent);
}

export async function signInJudges(system: BenchSystem): Promise<Cookies> {
  const cookies: Cookies = [];
  for (let skill = 1; skill <= httpSkills; skill++) {
    cookies.push([]);
    for (const seat of [1, 2, 3]) cookies.at(-1)?.push(await signIn(system.port, marksEvent, skill, seat));
  }
  return cookies;
}

/** What so many clients do: each saves forms of its own in turn, and one in twenty of those that all share. */
export async function marksWork(
  system: BenchSystem,
  cookies: Cookies,
  clients: number,
  { insist = false, everyMs = 0 } = {},
): Promise<LoadWork & { kind: 'marks' }> {
  const revisions = await revisionsOf(system);
  const own: LoadForm[][] = [];
  const shared: LoadForm[][] = [];
  const cookieOf: string[] = [];
  const form = (
    n: number,
    sorts: [0, 1],
    values: (sort: 0 | 1) => ReturnType<typeof wholeForm>,
  ): LoadForm => ({
    id: benchId(marksEvent, 'form', n),
    revision: revisions.get(benchId(marksEvent, 'form', n)) ?? 0,
    values: sorts.map((sort) => asRequestValues(marksEvent, n, values(sort))),
    count: values(0).length,
  });
  for (let client = 0; client < clients; client++) {
    // Each client works in one skill, so that one sign-in may save all of its forms; all shared forms are in the first.
    const seat = (client % 3) + 1;
    const skill = client % httpSkills;
    cookieOf.push(cookies[skill]?.[seat - 1] ?? '');
    const place = Math.floor(client / httpSkills);
    const inSkill = Math.ceil(clients / httpSkills);
    const free = formsPerSkill - sharedForms;
    const numbers: number[] = [];
    for (let i = place; i < free && numbers.length < 40; i += inSkill)
      numbers.push(skill * formsPerSkill + i + 1);
    own.push(numbers.map((n) => form(n, [0, 1], (sort) => wholeForm(marksEvent, sort))));
    shared.push(
      Array.from({ length: sharedForms }, (_, i) =>
        form(skill * formsPerSkill + free + ((i + client * 7) % sharedForms) + 1, [0, 1], (sort) =>
          oneSeat(marksEvent, seat, sort),
        ),
      ),
    );
  }
  return {
    kind: 'marks',
    eventId: benchId(marksEvent, 'event', 0),
    cookies: cookieOf,
    forms: own,
    shared,
    sharedEvery,
    insist,
    everyMs,
  };
}

const revisionsOf = (system: BenchSystem): Promise<Map<string, number>> =>
  system.withClient(async (client) => {
    const { rows } = await client.query<{ id: string; revision: number }>(
      `SELECT id, revision FROM marking_form WHERE event_id = $1`,
      [benchId(marksEvent, 'event', 0)],
    );
    return new Map(rows.map(({ id, revision }) => [id, revision]));
  });

/** Saves over HTTP for so many seconds. Throws when anything but 200 and 409 was answered. */
export async function saveByHttp(
  system: BenchSystem,
  cookies: Cookies,
  clients: number,
  seconds: number,
  everyMs = 0,
): Promise<LoadResult> {
  const work = await marksWork(system, cookies, clients, { everyMs });
  const result = await load({ port: system.port, clients, warmSeconds, seconds, work });
  const failed = Object.entries(result.failed);
  if (failed.length > 0) {
    throw new Error(
      `saving marks was answered ${failed.map(([status, n]) => `${status} (${n} times)`).join(', ')}`,
    );
  }
  return result;
}

/** The bare limit: forms saved per second by pgbench, one form per commit. */
export async function saveByPgbench(
  system: BenchSystem,
  pgbench: string,
  clients: number,
  seconds: number,
): Promise<number> {
  const sets = {
    whole1: wholeForm(marksEvent, 0),
    whole2: wholeForm(marksEvent, 1),
    one: oneSeat(marksEvent, 2, 0),
  };
  const variables: Record<string, string | number> = {
    event: marksEvent.number,
    from: httpSkills * formsPerSkill + 1,
    forms: (marksEvent.skills - httpSkills) * formsPerSkill,
  };
  for (const [name, values] of Object.entries(sets)) {
    const list = (items: (string | number | null)[]) => `{${items.map((item) => item ?? 'NULL').join(',')}}`;
    variables[`${name}_seats`] = list(values.map(({ seat }) => seat));
    variables[`${name}_entered`] = list(values.map(({ value }) => value));
    variables[`${name}_hundredths`] = list(values.map(({ hundredths }) => hundredths));
    variables[`${name}_values`] = asRequestValues(marksEvent, 1, values);
    variables[`${name}_audit`] = JSON.stringify(
      Object.fromEntries(values.map(({ aspect, seat, value }) => [`A1.${aspect}#${seat}`, value])),
    );
  }
  return pgbenchRate({
    pgbench,
    url: system.url,
    script: join(system.root, 'test', 'bench', 'full-save.sql'),
    clients,
    seconds,
    variables,
  });
}
