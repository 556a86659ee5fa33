import fc from 'fast-check';
import { aspect, entry, policy, scheme } from '../../../test/support/scoring-examples.js';
import { entryTotal } from './entry-total.js';
import type { EntryInput } from './entry-total.js';
import { NOT_MARKED, rowWidth, totalsFromMatrix } from './mark-matrix.js';
import type { MatrixAspect } from './mark-matrix.js';
import { POLICY_NAMES } from './named-policies.js';
import { MEAN_OF_THREE } from './panel-rule.js';
import { placeEntries } from './placing.js';
import type { Ranking } from './placing.js';
import { aspectMark } from './aspect-mark.js';
import { resultText } from './result-text.js';
import { explainPlacing } from './explain.js';

const mark = fc.integer({ min: 0, max: 10_000 });
const field = fc.array(mark, { minLength: 1, maxLength: 40 });
const policyName = fc.constantFrom(...POLICY_NAMES);
const bySize = (total: number, i: number): EntryInput => entry(`E${i}`, null, { totalHundredths: total });

/** Few distinct values, so that ties, groups, statuses and missing data all meet. */
const crowded = fc.array(
  fc.record({
    totalHundredths: fc.integer({ min: 0, max: 5 }).map((n) => n * 1000),
    delegation: fc.constantFrom(null, '北京', '上海', '广东'),
    group: fc.constantFrom(null, '职工', '学生'),
    status: fc.constantFrom('competed', 'competed', 'competed', 'absent', 'retired'),
    practice: fc.option(fc.integer({ min: 0, max: 2 })),
    timeSeconds: fc.option(fc.integer({ min: 0, max: 2 })),
  }),
  { maxLength: 30 },
);
const crowd = crowded.map((list) =>
  list.map(({ practice, status, ...rest }, i) =>
    entry(`E${i}`, null, {
      ...rest,
      status: status as EntryInput['status'],
      parts: practice === null ? null : new Map([['practice', practice]]),
    }),
  ),
);
const text = (ranking: Ranking): string =>
  [...resultText(ranking, { policyName: null, explain: 'all', unknownFields: [] })].join('');

describe('laws of totals', () => {
  it('the sum of the parts is the total', () => {
    fc.assert(
      fc.property(fc.array(mark, { minLength: 1, maxLength: 12 }), (marks) => {
        const parts = new Map(marks.map((value, i) => [`M${i}`, value]));
        const total = entryTotal(
          entry('A', null, { parts }),
          null,
          policy('worldskills-2026'),
        ).totalHundredths;
        expect(total).toBe(marks.reduce((sum, value) => sum + value, 0));
      }),
    );
  });

  it('the sum of the aspects is the total, whatever the forms they stand on', () => {
    const scored = fc.record({
      max: fc.integer({ min: 0, max: 300 }),
      form: fc.constantFrom('A1', 'A2', 'B1'),
      scores: fc.oneof(
        fc
          .tuple(fc.constantFrom(0, 1, 2), fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }))
          .map(([low, higher]) => higher.map((up) => low + Number(up))),
        fc.constantFrom([0], [1]),
      ),
    });
    fc.assert(
      fc.property(fc.array(scored, { minLength: 1, maxLength: 12 }), (list) => {
        const aspects = list.map(({ max, form, scores }, i) =>
          aspect(`${form}.${i}`, scores.length === 3 ? 'judgement' : 'measurement', '0', {
            maxHundredths: max,
          }),
        );
        const scores = new Map(list.map((one, i) => [`${one.form}.${i}`, one.scores]));
        const marks = aspects.map(
          (one) => aspectMark(one, scores.get(one.id) ?? [], MEAN_OF_THREE).markHundredths,
        );
        const total = entryTotal(
          entry('A', null, { scores }),
          scheme(...aspects),
          policy('worldskills-2026'),
        );
        expect(total.totalHundredths).toBe(marks.reduce<number>((sum, value) => sum + (value as number), 0));
      }),
    );
  });

  it('a judgement mark lies between zero and the maximum and grows with every score', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), fc.tuple(mark, mark, mark), (max, seeds) => {
        const judged = aspect('A1.1', 'judgement', '0', { maxHundredths: max });
        const low = seeds.map((seed) => seed % 2);
        const high = low.map((score) => score + 1);
        const [less, more] = [low, high].map(
          (scores) => aspectMark(judged, scores, MEAN_OF_THREE).markHundredths,
        );
        expect(less).toBeGreaterThanOrEqual(0);
        expect(more).toBeLessThanOrEqual(max);
        expect(more).toBeGreaterThanOrEqual(less as number);
      }),
    );
  });

  it('the typed-array loop agrees with the aspect-by-aspect oracle', () => {
    const plan = fc.array(
      fc.oneof(
        fc.constant<MatrixAspect>({ kind: 'mark' }),
        fc
          .integer({ min: 0, max: 500 })
          .map((maxHundredths): MatrixAspect => ({ kind: 'judgement', maxHundredths })),
      ),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(plan, fc.infiniteStream(fc.integer({ min: -1, max: 3 })), (aspects, stream) => {
        const entries = 5;
        const width = rowWidth(aspects);
        const values = Int32Array.from({ length: entries * width }, () => stream.next().value as number);
        const totals = totalsFromMatrix(aspects, values, entries);
        for (let row = 0; row < entries; row++) {
          let at = row * width;
          let total = 0;
          let missing = false;
          let spread = false;
          for (const one of aspects) {
            const slots = one.kind === 'mark' ? 1 : 3;
            const given = [...values.slice(at, at + slots)].map((value) =>
              value === NOT_MARKED ? null : value,
            );
            at += slots;
            if (one.kind === 'mark') {
              if (given[0] === null || given[0] === undefined) missing = true;
              else total += given[0];
              continue;
            }
            const judged = aspect('A1.1', 'judgement', '0', { maxHundredths: one.maxHundredths });
            const { state, markHundredths } = aspectMark(judged, given, MEAN_OF_THREE);
            spread ||= state === 'spread';
            missing ||= markHundredths === null;
            total += markHundredths ?? 0;
          }
          expect(totals[row]).toBe(spread ? -2 : missing ? -1 : total);
        }
      }),
    );
  });
});

describe('laws of the scale', () => {
  it('scaling all marks alike leaves the scale scores', () => {
    fc.assert(
      fc.property(field, fc.integer({ min: 1, max: 1000 }), (totals, times) => {
        const scores = (factor: number): (number | null)[] =>
          placeEntries({
            policy: policy('worldskills-2026'),
            entries: totals.map((total, i) => bySize(total * factor, i)),
          })
            .standings.map((one) => [one.input.entry, one.scaledScore] as const)
            .sort()
            .map(([, score]) => score);
        expect(scores(times)).toEqual(scores(1));
      }),
    );
  });

  it('an entry at the median scores 700', () => {
    fc.assert(
      fc.property(field, (totals) => {
        const odd = totals.length % 2 === 1 ? totals : totals.slice(1);
        fc.pre(odd.length > 0);
        const median = [...odd].sort((a, b) => a - b)[odd.length >> 1];
        const ranking = placeEntries({ policy: policy('worldskills-2026'), entries: odd.map(bySize) });
        for (const one of ranking.standings)
          if (one.input.totalHundredths === median) expect(one.scaledScore).toBe(700);
      }),
    );
  });

  it('adding an entry at the median leaves the order of the others', () => {
    fc.assert(
      fc.property(policyName, field, (name, totals) => {
        const sorted = [...totals].sort((a, b) => a - b);
        const median = sorted[sorted.length >> 1] as number;
        const ranks = (all: number[]): Map<string, number> =>
          new Map(
            placeEntries({ policy: policy(name), entries: all.map(bySize) }).standings.map((one) => [
              one.input.entry,
              one.rank as number,
            ]),
          );
        const before = ranks(totals);
        const after = ranks([...totals, median]);
        for (const [a, rankA] of before)
          for (const [b, rankB] of before)
            if (rankA < rankB) expect(after.get(a) as number).toBeLessThanOrEqual(after.get(b) as number);
      }),
    );
  });
});

describe('laws of placing', () => {
  it('the order of entry changes nothing: not a place, not an award, not a warning, not an explanation', () => {
    const shuffled = crowd.chain((entries) =>
      fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length })),
    );
    fc.assert(
      fc.property(policyName, shuffled, (name, [entries, other]) => {
        const chosen = policy(name);
        expect(text(placeEntries({ policy: chosen, entries: other }))).toBe(
          text(placeEntries({ policy: chosen, entries })),
        );
      }),
    );
  });

  it('a higher mark never ranks lower, nor wins a lesser award', () => {
    const worth = ['gold', 'silver', 'bronze', 'firstPrize', 'secondPrize', 'thirdPrize', 'excellence', null];
    fc.assert(
      fc.property(policyName, field, (name, totals) => {
        const { standings } = placeEntries({ policy: policy(name), entries: totals.map(bySize) });
        for (const a of standings)
          for (const b of standings) {
            if ((a.total.totalHundredths as number) <= (b.total.totalHundredths as number)) continue;
            expect(a.rank as number).toBeLessThanOrEqual(b.rank as number);
            expect(a.position as number).toBeLessThanOrEqual(b.position as number);
            if (!a.undecided && !b.undecided)
              expect(worth.indexOf(a.award)).toBeLessThanOrEqual(worth.indexOf(b.award));
          }
      }),
    );
  });

  it('every entry has one placing, position is 1 + the number of better ones, unplaced ones have neither', () => {
    fc.assert(
      fc.property(policyName, crowd, (name, entries) => {
        const { standings } = placeEntries({ policy: policy(name), entries });
        expect(standings.map((one) => one.input.entry).sort()).toEqual(
          entries.map((one) => one.entry).sort(),
        );
        for (const one of standings) {
          if (one.state !== 'placed') {
            expect([one.rank, one.position, one.award, one.scaledScore]).toEqual([null, null, null, null]);
            continue;
          }
          const better = standings.filter(
            (other) =>
              other.rank !== null &&
              other.input.group === one.input.group &&
              other.rank < (one.rank as number),
          );
          expect(one.position).toBe(1 + better.length);
        }
      }),
    );
  });

  it('under national-2020 no rank is held twice unless it is undecided', () => {
    fc.assert(
      fc.property(crowd, (entries) => {
        const { standings } = placeEntries({ policy: policy('national-2020'), entries });
        const decided = standings.filter((one) => one.rank !== null && !one.undecided);
        const held = decided.map((one) => `${one.input.group} ${one.rank}`);
        expect(new Set(held).size).toBe(held.length);
      }),
    );
  });

  it('every explanation ends where the placing says', () => {
    fc.assert(
      fc.property(policyName, crowd, (name, entries) => {
        const ranking = placeEntries({ policy: policy(name), entries });
        for (const one of ranking.standings) {
          const steps = explainPlacing(ranking, one.input.entry)?.steps ?? [];
          expect(steps.length).toBeGreaterThan(0);
          if (one.state !== 'placed') continue;
          expect(steps.find((step) => step.step === 'rank')?.output).toBe(String(one.rank));
          expect(steps.find((step) => step.step === 'award')?.output).toBe(one.award);
        }
      }),
    );
  });
});
