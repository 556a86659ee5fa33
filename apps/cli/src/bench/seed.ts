import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPolicy } from '@luban/events';
import { PasswordHasher } from '@luban/identity';
import type { SchemeTree } from '@luban/scoring';
import type { BenchSystem } from './bench-system.js';

/** An event of the bench: which of its kind, and how large. */
export interface BenchEvent {
  number: number;
  skills: number;
  entries: number;
  /** Forms of each work. */
  subCriteria: number;
  /** Aspects of each form: measured (one value), judged (three). */
  measurements: number;
  judgements: number;
  state: 'open' | 'submitted' | 'signed';
}

export const benchPassword = 'bench-only-4731';

/** The marks of an aspect in hundredths: together up to 100.00; a judged one counts as much as a measured one. */
export const marksOf = ({ subCriteria, measurements, judgements }: BenchEvent) => {
  const each = Math.floor(10_000 / subCriteria / (measurements + judgements));
  return { measured: each, judged: each };
};

const aspectsOf = ({ measurements, judgements }: BenchEvent): number => measurements + judgements;

/** The ids of test/bench/seed.sql. */
const kinds = { event: 1, skill: 3, account: 14, subCriterion: 20, aspect: 21, form: 22 };
export const benchId = (
  { number }: Pick<BenchEvent, 'number'>,
  kind: keyof typeof kinds,
  n: number,
): string => `019b76da-a8${hex(number, 2)}-7${hex(kinds[kind], 3)}-8000-${hex(n, 12)}`;
const hex = (n: number, width: number): string => n.toString(16).padStart(width, '0');

/** Forms of an event. */
export const formCount = ({ skills, entries, subCriteria }: BenchEvent): number =>
  skills * entries * subCriteria;

/** Makes the event, by test/bench/seed.sql. */
export async function seedEvent(system: BenchSystem, event: BenchEvent): Promise<void> {
  const { measured, judged } = marksOf(event);
  const settings: Record<string, string> = {
    event: String(event.number),
    skills: String(event.skills),
    entries: String(event.entries),
    sub_criteria: String(event.subCriteria),
    measurements: String(event.measurements),
    judgements: String(event.judgements),
    state: event.state,
    measured: String(measured),
    judged: String(judged),
    policy: JSON.stringify(buildPolicy('worldskills-2026')),
    tree: JSON.stringify(treeOf(event)),
    password_hash: await new PasswordHasher().hash(benchPassword),
  };
  await system.withClient(async (client) => {
    for (const [name, value] of Object.entries(settings)) {
      await client.query(`SELECT set_config($1, $2, false)`, [`bench.${name}`, value]);
    }
    await client.query(readFileSync(join(system.root, 'test', 'bench', 'seed.sql'), 'utf8'));
  });
}

/** The scheme's tree as the tables have it. */
function treeOf(event: BenchEvent): SchemeTree {
  const { subCriteria, measurements } = event;
  const { measured, judged } = marksOf(event);
  const criteria = new Map<string, SchemeTree['criteria'][number]>();
  for (let s = 1; s <= subCriteria; s++) {
    const letter = String.fromCharCode(65 + Math.floor((s - 1) / 10));
    const code = `${letter}${((s - 1) % 10) + 1}`;
    const criterion = criteria.get(letter) ?? {
      code: letter,
      name: `标准 ${letter}`,
      declaredHundredths: null,
      subCriteria: [],
    };
    criteria.set(letter, criterion);
    criterion.subCriteria.push({
      code,
      name: `评分项 ${code}`,
      dayOfMarking: 1,
      aspects: Array.from({ length: aspectsOf(event) }, (_, i) => ({
        id: `${code}.${i + 1}`,
        kind: i < measurements ? ('measurement' as const) : ('judgement' as const),
        description: `评分点 ${code}.${i + 1}`,
        extra: '',
        requirement: '',
        section: null,
        maxHundredths: i < measurements ? measured : judged,
        calculation: null,
        descriptors: i < measurements ? [] : ['不符合', '符合', '部分超出', '优秀'],
        captions: [],
      })),
    });
  }
  return { skill: null, sections: [], criteria: [...criteria.values()] };
}

/** A value of a form: number of the aspect, seat, and the mark when it is a measurement (hundredths). */
export interface BenchValue {
  aspect: number;
  seat: number;
  value: string;
  hundredths: number | null;
}

/** All values of a form, of one of two sorts; between the sorts every one differs. */
export function wholeForm(event: BenchEvent, sort: 0 | 1): BenchValue[] {
  const { measured } = marksOf(event);
  return Array.from({ length: aspectsOf(event) }, (_, i) => i + 1).flatMap((aspect): BenchValue[] => {
    if (aspect > event.measurements) return [1, 2, 3].map((seat) => oneScore(aspect, seat, sort));
    const full = (aspect + sort) % 2;
    return [{ aspect, seat: 0, value: String(full), hundredths: full * measured }];
  });
}

/** One judge's scores on a form. */
export const oneSeat = ({ measurements, judgements }: BenchEvent, seat: number, sort: 0 | 1): BenchValue[] =>
  Array.from({ length: judgements }, (_, i) => oneScore(measurements + i + 1, seat, sort));

const oneScore = (aspect: number, seat: number, sort: 0 | 1): BenchValue => ({
  aspect,
  seat,
  value: String(sort + 1 + (seat === 2 ? 1 : 0)),
  hundredths: null,
});

/** The values of form `n` as its route takes them. */
export function asRequestValues(event: BenchEvent, n: number, values: readonly BenchValue[]): string {
  const perWork = event.subCriteria;
  const skill = Math.floor((n - 1) / (event.entries * perWork));
  const sub = skill * perWork + ((n - 1) % perWork) + 1;
  return JSON.stringify(
    values.map(({ aspect, seat, value }) => ({
      aspectId: benchId(event, 'aspect', (sub - 1) * aspectsOf(event) + aspect),
      seat,
      value,
    })),
  );
}
