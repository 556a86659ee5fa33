import { completeRanking, decode, importTheory, publish, ruleOnTies } from '../rehearse/closing.js';
import { runFloor } from '../rehearse/floor.js';
import type { Person } from '../rehearse/http-client.js';
import type { JudgedSkill } from '../rehearse/judging-set-up.js';
import {
  type Form,
  type FormTask,
  Marked,
  markAll,
  signAll,
  tasksOf,
  workValues,
} from '../rehearse/marking.js';
import { stage } from '../rehearse/registering.js';
import { SeededRandom } from '../rehearse/seeded-random.js';
import type { SetUpEvent } from '../rehearse/set-up.js';

const valuesFor = (judged: JudgedSkill, random: SeededRandom) => (task: FormTask) => (codes: string[]) => {
  const own = random.branch(task.workCode);
  return workValues(judged, { skill: 0.35 + 0.6 * own.next(), random: own }, codes);
};

/** The floor, all marks, theory, signatures and decoding of every skill. */
export async function competeInDemo(
  event: SetUpEvent,
  skills: JudgedSkill[],
  supervisor: Person,
  seed: number,
  competitorEntryId: string,
): Promise<void> {
  for (const judged of skills) {
    const random = new SeededRandom(seed).branch(judged.skill.plan.code);
    const floor = await runFloor(event, judged, competitorEntryId);
    await markAll(
      event.id,
      await tasksOf(event.id, judged),
      valuesFor(judged, random),
      new Marked(),
      () => {},
    );
    await signAll(event.id, judged);
    if (judged.skill.plan.theory) {
      await importTheory(event.id, judged, floor.entryNumbers, ['72.00', '81.50'], random);
    }
    await completeRanking(event.id, judged);
    await ruleOnTies(event.id, judged);
    await decode(event.id, judged, supervisor);
  }
}

/** Provisional, then final. */
export async function publishDemo(event: SetUpEvent): Promise<void> {
  await stage(event.host, event.id, 'results');
  await publish(event, 'provisional');
  await stage(event.host, event.id, 'provisional');
  await publish(event, 'final');
  await stage(event.host, event.id, 'final');
}

/**
 * The middle of a day of marking: of the first skill a third is signed, some forms are handed in, one has a spread
 * that nobody has settled, the rest is open; of the second nothing is marked yet.
 */
export async function markHalf(
  event: SetUpEvent,
  skills: JudgedSkill[],
  seed: number,
  competitorEntryId: string,
): Promise<void> {
  const [judged] = skills;
  if (!judged) return;
  for (const each of skills) await runFloor(event, each, competitorEntryId);
  const random = new SeededRandom(seed);
  const tasks = await tasksOf(event.id, judged);
  const third = Math.floor(tasks.length / 3);
  const values = valuesFor(judged, random);
  await markAll(event.id, tasks.slice(0, third), values, new Marked(), () => {});
  await signAll(event.id, judged);
  await markAll(event.id, tasks.slice(third, third + 4), values, new Marked(), () => {});
  await openSpread(event.id, tasks.slice(third + 4), judged);
}

/** Two scores three steps apart on the first form that is judged. */
async function openSpread(eventId: string, tasks: FormTask[], judged: JudgedSkill): Promise<void> {
  const task = tasks.find(({ subCriterion }) =>
    [...judged.aspects.values()].some((a) => a.kind === 'judgement' && a.id.startsWith(`${subCriterion}.`)),
  );
  for (const [index, person] of (task?.judges ?? []).slice(0, 2).entries()) {
    const form = await person.get<Form>(`/events/${eventId}/forms/${task?.formId}`);
    const aspect = form.aspects.find(({ kind }) => kind === 'judgement');
    const seat = form.seats.find(({ isMe }) => isMe)?.seat;
    if (!aspect || !seat) return;
    await person.put(`/events/${eventId}/forms/${form.id}/marks`, {
      clientKey: `demo-spread-${form.id}-${seat}`,
      revision: form.revision,
      values: [{ aspectId: aspect.id, seat, value: index === 0 ? '0' : '3' }],
    });
  }
}
