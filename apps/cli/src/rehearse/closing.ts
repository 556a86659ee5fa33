import type { JudgedSkill } from './judging-set-up.js';
import { ApiProblem, type Person } from './http-client.js';
import { handDown, type NewAccount, refused } from './people.js';
import type { SeededRandom } from './seeded-random.js';
import type { SetUpEvent } from './set-up.js';
import { until } from './until.js';

export interface RankingRow {
  codes: string[];
  groupId: string;
  rank: number | null;
  position: number | null;
  undecided: boolean;
  totalHundredths: number | null;
  scaledScore: number | null;
  award: string | null;
}

export interface Ranking {
  number: number;
  complete: boolean;
  formsSigned: number;
  formsExpected: number;
  rows: RankingRow[];
  undecided: { groupId: string; position: number; entries: string[][] }[];
}

export const rankingOf = (eventId: string, judged: JudgedSkill): Promise<Ranking> =>
  judged.chief.get<Ranking>(`/events/${eventId}/skills/${judged.skill.id}/ranking`);

/** Waits until the ranking rests on every form signed. */
export function completeRanking(eventId: string, judged: JudgedSkill, after = 0): Promise<Ranking> {
  return until(`the results of ${judged.skill.plan.name}`, async () => {
    const ranking = await rankingOf(eventId, judged);
    return ranking.complete && ranking.number > after ? ranking : null;
  });
}

/** Theory marks by entry number: two values, so that totals meet where practice does not. */
export async function importTheory(
  eventId: string,
  judged: JudgedSkill,
  entryNumbers: string[],
  marks: [string, string],
  random: SeededRandom,
): Promise<void> {
  const module = judged.skill.modules.find(({ markedBy }) => markedBy === 'list');
  if (!module) return;
  const at = `/events/${eventId}/modules/${module.id}/part-mark-imports`;
  await refused('judging.part-marks-refused', () =>
    judged.recorder.post(at, { text: '准考证号\t成绩\n没有这个号\t80.00' }),
  );
  const rows = entryNumbers.map((number) => `${number}\t${random.next() < 0.5 ? marks[0] : marks[1]}`);
  await judged.recorder.post(at, { text: ['准考证号\t成绩', ...rows].join('\n') });
}

/**
 * Rules on undecided ties one after another, in the order of work codes, until none is left; answers how many. A tie
 * that has changed while the chief judge looked at it is read again, as the refusal tells him to.
 */
export async function ruleOnTies(eventId: string, judged: JudgedSkill): Promise<number> {
  let ruled = 0;
  let stale = 0;
  for (;;) {
    const ranking = await rankingOf(eventId, judged);
    const [tie] = ranking.undecided;
    if (!tie) return ruled;
    const order = tie.entries.map((codes) => codes[0] ?? '').sort();
    try {
      await judged.chief.post(`/events/${eventId}/skills/${judged.skill.id}/tie-rulings`, {
        order,
        reason: '裁判长复核工艺后裁定先后',
      });
    } catch (error) {
      stale += 1;
      if (!(error instanceof ApiProblem) || error.code !== 'results.no-such-tie' || stale > 10) throw error;
      continue;
    }
    ruled += 1;
    const isOpen = (one: Ranking) =>
      one.undecided.some(({ entries }) => entries.some(([code]) => code === order[0]));
    await until('the ruling to count', async () => !isOpen(await rankingOf(eventId, judged)));
  }
}

/** Two persons decode: the chief judge opens, a supervisor witnesses; nobody can do both. */
export async function decode(eventId: string, judged: JudgedSkill, supervisor: Person): Promise<void> {
  const at = `/events/${eventId}/skills/${judged.skill.id}/decoding`;
  await until('the decoding', async () => {
    const { missing } = await judged.chief.get<{ missing: unknown[] }>(at);
    return missing.length === 0;
  });
  await judged.chief.put(at);
  await supervisor.put(`${at}/witness`);
}

export async function supervisorOf(
  event: SetUpEvent,
  newPerson: (name: string) => Person,
  options: { login?: string; password?: string; known?: NewAccount['known'] } = {},
): Promise<Person> {
  const [made] = await handDown(
    event.organiser,
    event.id,
    [
      {
        displayName: '吴刚（监督）',
        ...(options.login ? { login: options.login } : {}),
        known: options.known,
        roles: [{ role: 'supervisor' }],
      },
    ],
    newPerson,
    { password: options.password },
  );
  if (!made) throw new Error('no supervisor');
  return made.person;
}

export interface Publishable {
  items: { skillId: string; missing: string[]; latestVersion: number; publishedVersion: number | null }[];
}

/** Publishes all skills once each is proven. */
export async function publish(
  event: SetUpEvent,
  kind: 'provisional' | 'final',
  note?: string,
): Promise<void> {
  await until('results that can be published', async () => {
    const { items } = await event.host.get<Publishable>(`/events/${event.id}/publishable`);
    return items.every(({ missing }) => missing.length === 0);
  });
  await event.host.post(`/events/${event.id}/publications`, {
    kind,
    names: 'full',
    namesBasis: '报名时本人同意',
    ...(note ? { note } : {}),
  });
}
