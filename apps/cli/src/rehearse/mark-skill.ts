import type { Checks } from './checks.js';
import { type Ranking, rankingOf } from './closing.js';
import type { FloorOutcome } from './floor.js';
import type { JudgedSkill, SchemeAspect } from './judging-set-up.js';
import {
  type FormTask,
  Marked,
  markAll,
  markForm,
  markFromPaper,
  markWithSpread,
  signAll,
  tasksOf,
  workValues,
} from './marking.js';
import type { SeededRandom } from './seeded-random.js';
import { until } from './until.js';

/** The theory marks that make totals meet, where the skill has a theory paper. */
export interface Ties {
  theory: [string, string];
}

export interface MarkedSkill {
  judged: JudgedSkill;
  marked: Marked;
  ties: Ties | null;
}

/** How many entries share the same marks, half of them short of one aspect: enough for every kind of tie. */
const tiedEntries = 10;

/**
 * Marks a whole skill. The first form is marked and signed alone, so that the chief judge's ranking tells which codes
 * belong together; then some entries get equal marks, half of them all but one aspect; one form has a spread, one
 * comes from paper, the rest from tablets.
 */
export async function markSkill(
  eventId: string,
  judged: JudgedSkill,
  floor: FloorOutcome,
  random: SeededRandom,
  progress: { of(done: number, total: number): void },
  checks: Checks,
): Promise<MarkedSkill> {
  const marked = new Marked();
  const tasks = await tasksOf(eventId, judged);
  checks.equal(
    `${judged.skill.plan.name}: forms shown to judges`,
    tasks.length,
    judged.subCriteria.length * floor.present,
  );
  const [first, ...rest] = [...tasks].sort((a, b) => Number(a.isOpen) - Number(b.isOpen));
  if (!first) throw new Error('there is nothing to mark');
  const plain = (task: FormTask) => (codes: string[]) =>
    workValues(judged, makerOf(random, task.workCode), codes);
  await markForm(eventId, first, plain(first), marked, 'first');
  await signAll(eventId, judged);
  const ranking = await until('the first ranking', async () => {
    const now = await rankingOf(eventId, judged);
    return now.rows.length > 0 ? now : null;
  });
  const twins = judged.skill.plan.theory ? twinsOf(ranking, judged, first.workCode) : null;
  const valuesOf = (task: FormTask) => twins?.valuesOf(task.workCode, random) ?? plain(task);
  const special = rest.filter((task) => !task.isOpen && !twins?.has(task.workCode));
  const withJudgement = special.find((task) =>
    [...judged.aspects.values()].some(
      (a) => a.kind === 'judgement' && a.id.startsWith(`${task.subCriterion}.`),
    ),
  );
  const spread = withJudgement
    ? await markWithSpread(eventId, withJudgement, valuesOf(withJudgement), marked, 'spread')
    : false;
  checks.that(
    `${judged.skill.plan.name}: a spread is refused and scored again`,
    spread || !hasJudgement(judged),
  );
  const paper = special.find((task) => task !== withJudgement);
  if (paper) await markFromPaper(eventId, judged, paper, valuesOf(paper), marked);
  const tablets = rest.filter((task) => task !== paper && !(spread && task === withJudgement));
  let done = tasks.length - tablets.length;
  await markAll(eventId, tablets, valuesOf, marked, () => progress.of((done += 1), tasks.length));
  return { judged, marked, ties: twins && { theory: twins.theory } };
}

const hasJudgement = (judged: JudgedSkill): boolean =>
  [...judged.aspects.values()].some(({ kind }) => kind === 'judgement');

/** Whoever made a work: a skill between 0.35 and 0.95, and the dice of that work. */
function makerOf(random: SeededRandom, workCode: string): { skill: number; random: SeededRandom } {
  const own = random.branch(workCode);
  return { skill: 0.35 + 0.6 * own.next(), random: own };
}

interface Twins {
  has(workCode: string): boolean;
  valuesOf(workCode: string, random: SeededRandom): ((codes: string[]) => Map<string, string[]>) | null;
  theory: [string, string];
}

/**
 * Entries that are to tie: all works of these get the marks of one maker, and every second entry lacks one measured
 * aspect of m marks. With theory 20 % and practice 80 % a theory mark 4 m higher makes up for it exactly.
 */
function twinsOf(ranking: Ranking, judged: JudgedSkill, leaveOut: string): Twins | null {
  const chosen = ranking.rows.filter(({ codes }) => !codes.includes(leaveOut)).slice(0, tiedEntries);
  const aspect = [...judged.aspects.values()].find(isFullOrZero);
  if (chosen.length < 4 || !aspect) return null;
  const lacking = new Set(chosen.filter((_, index) => index % 2 === 1).flatMap(({ codes }) => codes));
  const all = new Set(chosen.flatMap(({ codes }) => codes));
  const low = 60;
  const high = low + (4 * aspect.maxHundredths) / 100;
  return {
    has: (workCode) => all.has(workCode),
    valuesOf: (workCode, random) => {
      if (!all.has(workCode)) return null;
      return (codes) => {
        const values = workValues(judged, { skill: 0.8, random: random.branch('twins') }, codes);
        if (values.has(aspect.id)) values.set(aspect.id, [lacking.has(workCode) ? '0' : '1']);
        return values;
      };
    },
    theory: [low.toFixed(2), high.toFixed(2)],
  };
}

const isFullOrZero = (aspect: SchemeAspect): boolean =>
  aspect.kind === 'measurement' &&
  aspect.maxHundredths > 0 &&
  aspect.maxHundredths <= 500 &&
  (aspect.calculation === null || aspect.calculation.type === 'PASS_FAIL');
