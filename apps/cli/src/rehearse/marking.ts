import { aspectMark, MEAN_OF_THREE } from '@luban/scoring';
import { inParallel, type Person } from './http-client.js';
import type { JudgedSkill, SchemeAspect } from './judging-set-up.js';
import { refused } from './people.js';
import { judgedScores, measuredValue } from './plausible-marks.js';
import type { SeededRandom } from './seeded-random.js';

interface MyForms {
  items: {
    skillId: string;
    moduleCode: string;
    subCriterion: { id: string; code: string; compatriotMode: 'open' | 'coded' };
    forms: { id: string; workCode: string; state: string }[];
  }[];
}

export interface Form {
  id: string;
  workCode: string;
  state: string;
  revision: number;
  aspects: { id: string; code: string; kind: 'measurement' | 'judgement' }[];
  seats: { seat: number; isMe: boolean }[];
}

/** A form to be marked, with the people of its seats. */
export interface FormTask {
  formId: string;
  /** The work code; the entry number where the work is seen with its maker. */
  workCode: string;
  subCriterion: string;
  isOpen: boolean;
  judges: Person[];
}

/** Everything entered, by work code and aspect: what the results are checked against in the end. */
export class Marked {
  readonly values = new Map<string, Map<string, string[]>>();
  forms = 0;
  saves = 0;
  valueCount = 0;

  set(workCode: string, aspectCode: string, values: string[]): void {
    const own = this.values.get(workCode) ?? new Map<string, string[]>();
    this.values.set(workCode, own);
    own.set(aspectCode, values);
  }
}

/** Collects what each judge of a skill finds on the tablet: his forms, by sub-criterion and work code. */
export async function tasksOf(eventId: string, judged: JudgedSkill): Promise<FormTask[]> {
  const tasks = new Map<string, FormTask>();
  const seats = new Map<string, { seat: number; person: Person }[]>();
  for (const { person } of judged.judges) {
    const mine = await person.get<MyForms>(`/events/${eventId}/my-forms`);
    for (const group of mine.items) {
      if (group.skillId !== judged.skill.id) continue;
      for (const { id, workCode } of group.forms) {
        tasks.set(id, {
          formId: id,
          workCode,
          subCriterion: group.subCriterion.code,
          isOpen: group.subCriterion.compatriotMode === 'open',
          judges: [],
        });
        seats.set(id, [...(seats.get(id) ?? []), { seat: 0, person }]);
      }
    }
  }
  for (const task of tasks.values()) task.judges = (seats.get(task.formId) ?? []).map(({ person }) => person);
  return [...tasks.values()];
}

/** The values an entry's maker earns for one work: a maker of a given skill, decided by the work code alone. */
export function workValues(
  judged: JudgedSkill,
  maker: { skill: number; random: SeededRandom },
  aspectCodes: string[],
): Map<string, string[]> {
  return new Map(
    aspectCodes.map((code) => {
      const aspect = judged.aspects.get(code);
      if (!aspect) throw new Error(`the scheme has no aspect ${code}`);
      const random = maker.random.branch(code);
      return [
        code,
        aspect.kind === 'judgement'
          ? judgedScores(maker.skill, judged.panel, random)
          : [measuredValue(aspect, maker.skill, random)],
      ];
    }),
  );
}

/**
 * Marks one form as a team does: the first judge enters the team's measured values and the own scores, the others
 * their scores; then it is handed in. Each save names the revision it was made on.
 */
export async function markForm(
  eventId: string,
  task: FormTask,
  valuesOf: (aspectCodes: string[]) => Map<string, string[]>,
  marked: Marked,
  key: string,
): Promise<void> {
  let revision = 0;
  for (const person of task.judges) {
    const form = await person.get<Form>(`/events/${eventId}/forms/${task.formId}`);
    const seat = form.seats.find(({ isMe }) => isMe)?.seat;
    if (seat === undefined) throw new Error(`no seat of mine on ${task.workCode} ${task.subCriterion}`);
    const values = valuesOf(form.aspects.map(({ code }) => code));
    const own = form.aspects.flatMap((aspect) => {
      const entered = values.get(aspect.code) ?? [];
      marked.set(task.workCode, aspect.code, entered);
      if (aspect.kind === 'measurement')
        return seat === 1 ? [{ aspectId: aspect.id, seat: 0, value: entered[0] }] : [];
      return [{ aspectId: aspect.id, seat, value: entered[seat - 1] }];
    });
    revision = form.revision;
    if (own.length === 0) continue;
    const saved = await person.put<{ revision: number }>(`/events/${eventId}/forms/${task.formId}/marks`, {
      clientKey: `${key}-${task.formId}-${seat}`,
      revision: form.revision,
      values: own,
    });
    revision = saved.revision;
    marked.saves += 1;
    marked.valueCount += own.length;
  }
  await task.judges[0]?.put(`/events/${eventId}/forms/${task.formId}/submission`, {}, revision);
  marked.forms += 1;
}

/**
 * One form with a spread: two scores three steps apart are saved, handing it in is refused, the same judges score
 * again. Afterwards the form is as markForm would leave it.
 */
export async function markWithSpread(
  eventId: string,
  task: FormTask,
  valuesOf: (aspectCodes: string[]) => Map<string, string[]>,
  marked: Marked,
  key: string,
): Promise<boolean> {
  const [first, second] = task.judges;
  if (!first || !second) return false;
  const form = await first.get<Form>(`/events/${eventId}/forms/${task.formId}`);
  const judgement = form.aspects.find(({ kind }) => kind === 'judgement');
  if (!judgement) return false;
  let revision = form.revision;
  for (const [index, person] of [first, second].entries()) {
    const mine = await person.get<Form>(`/events/${eventId}/forms/${task.formId}`);
    const seat = mine.seats.find(({ isMe }) => isMe)?.seat;
    const saved = await person.put<{ revision: number; spreads: unknown[] }>(
      `/events/${eventId}/forms/${task.formId}/marks`,
      {
        clientKey: `${key}-spread-${task.formId}-${seat}`,
        revision: mine.revision,
        values: [{ aspectId: judgement.id, seat, value: index === 0 ? '0' : '3' }],
      },
    );
    revision = saved.revision;
    marked.saves += 1;
    marked.valueCount += 1;
    if (index === 1 && saved.spreads.length === 0) throw new Error('a spread of three was not reported');
  }
  await refused('judging.spread-open', () =>
    first.put(`/events/${eventId}/forms/${task.formId}/submission`, {}, revision),
  );
  await markForm(eventId, task, valuesOf, marked, `${key}-again`);
  return true;
}

/** One form from signed paper: the recorder types it, a second person reads it differently, then alike. */
export async function markFromPaper(
  eventId: string,
  judged: JudgedSkill,
  task: FormTask,
  valuesOf: (aspectCodes: string[]) => Map<string, string[]>,
  marked: Marked,
): Promise<void> {
  const form = await judged.recorder.get<Form>(`/events/${eventId}/forms/${task.formId}`);
  const values = valuesOf(form.aspects.map(({ code }) => code));
  const cells = form.aspects.flatMap((aspect) => {
    const entered = values.get(aspect.code) ?? [];
    marked.set(task.workCode, aspect.code, entered);
    return aspect.kind === 'measurement'
      ? [{ aspectId: aspect.id, seat: 0, value: entered[0] ?? null }]
      : entered.map((value, index) => ({ aspectId: aspect.id, seat: index + 1, value }));
  });
  const entry = await judged.recorder.post<{ id: string }>(
    `/events/${eventId}/forms/${task.formId}/paper-entries`,
    {
      revision: form.revision,
      values: cells,
    },
  );
  const check = (values: typeof cells) =>
    judged.checker.put<{ differences: unknown[]; state: string }>(
      `/events/${eventId}/paper-entries/${entry.id}/check`,
      { values },
    );
  const misread = await check(cells.map((cell, index) => (index === 0 ? { ...cell, value: null } : cell)));
  if (misread.differences.length === 0)
    throw new Error('two different readings of a paper were taken as one');
  const { state } = await check(cells);
  if (state !== 'checked') throw new Error(`a paper read alike by two persons is ${state}`);
  marked.valueCount += cells.length;
  marked.saves += 1;
  const [judge] = task.judges;
  const now = await judge?.get<Form>(`/events/${eventId}/forms/${task.formId}`);
  if (now?.state === 'open')
    await judge?.put(`/events/${eventId}/forms/${task.formId}/submission`, {}, now.revision);
  marked.forms += 1;
}

/** Signs every form that waits, in one go; answers how many. */
export async function signAll(eventId: string, judged: JudgedSkill): Promise<number> {
  const at = `/events/${eventId}/skills/${judged.skill.id}`;
  const { items } = await judged.chief.get<{ items: { formId: string; revision: number }[] }>(
    `${at}/sign-off-candidates`,
  );
  for (let from = 0; from < items.length; from += 1000) {
    const forms = items.slice(from, from + 1000).map(({ formId, revision }) => ({ formId, revision }));
    await judged.chief.put(`${at}/sign-offs`, { forms });
  }
  return items.length;
}

/** Marks many forms with several teams at once. */
export async function markAll(
  eventId: string,
  tasks: FormTask[],
  valuesOf: (task: FormTask) => (aspectCodes: string[]) => Map<string, string[]>,
  marked: Marked,
  done: () => void,
): Promise<void> {
  await inParallel(tasks, 12, async (task) => {
    await markForm(eventId, task, valuesOf(task), marked, 'tablet');
    done();
  });
}

/** What the work earns by these values, in hundredths: computed here, apart from the system. */
export function markOf(aspect: SchemeAspect, values: string[]): number {
  const mark = aspectMark(aspect, values, MEAN_OF_THREE).markHundredths;
  if (mark === null) throw new Error(`${aspect.id} has no mark from ${values.join(', ')}`);
  return mark;
}
