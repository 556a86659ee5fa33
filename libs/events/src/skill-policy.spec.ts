import { Invalid } from '@luban/platform';
import { namedPolicy, POLICY_NAMES } from '@luban/scoring';
import { policyForReading } from './policy-reading.js';
import { buildPolicy, parametersOf } from './skill-policy.js';
import { weighedPolicy } from './weighed-policy.js';

const codeOf = (build: () => unknown): string => {
  try {
    build();
  } catch (error) {
    if (error instanceof Invalid) return error.code;
    throw error;
  }
  return 'nothing refused';
};

describe('a policy with the contest’s own parameters', () => {
  it('is the shipped one, clause by clause, when nothing is set', () => {
    for (const name of POLICY_NAMES) expect(buildPolicy(name)).toEqual(namedPolicy(name));
  });

  it('is the shipped one when its own parameters are set again', () => {
    for (const name of POLICY_NAMES) {
      const policy = buildPolicy(name);
      expect(buildPolicy(name, parametersOf(policy))).toEqual(policy);
    }
  });

  it('reads back what was set', () => {
    const parameters = {
      partWeights: { theoryHundredths: 2000, practiceHundredths: 8000 },
      panel: 'trimmedMeanOfFive' as const,
      tieBreaks: ['practice' as const, 'eachPart' as const],
      prizeRanks: [
        { award: 'firstPrize', from: 1, to: 1 },
        { award: 'secondPrize', from: 2, to: 4 },
      ],
    };
    expect(parametersOf(buildPolicy('prizes-by-rank', parameters))).toEqual(parameters);
  });

  it('calls the weights of theory and practice the contest’s own, also where others published the same', () => {
    const weights = (theoryHundredths: number) =>
      buildPolicy('national-2020', {
        partWeights: { theoryHundredths, practiceHundredths: 10_000 - theoryHundredths },
      }).parts;
    expect(weights(2000).clause).toMatchObject({ id: 'part-weights-own', grade: 'design' });
    expect(weights(2500).clause).toMatchObject({ grade: 'design' });
    expect(weights(2500).weights.map(({ weightHundredths }) => weightHundredths)).toEqual([2500, 7500]);
  });

  it('marks prizes that differ from the shipped ones as the contest’s own rule, and only those', () => {
    const { awards } = buildPolicy('prizes-by-rank', {
      prizeRanks: [
        { award: 'firstPrize', from: 1, to: 5 },
        { award: 'secondPrize', from: 6, to: 12 },
      ],
    });
    expect(awards.map(({ clause }) => clause.grade)).toEqual(['verified', 'design']);
  });

  it('refuses weights that are not 100 %, ranks with a gap, percentages above 100 %, and a prize named twice', () => {
    expect(
      codeOf(() =>
        buildPolicy('national-2020', { partWeights: { theoryHundredths: 2000, practiceHundredths: 7000 } }),
      ),
    ).toBe('events.part-weights');
    const ranks = (...pairs: [number, number][]) =>
      codeOf(() =>
        buildPolicy('prizes-by-rank', {
          prizeRanks: pairs.map(([from, to], i) => ({ award: `prize${i}`, from, to })),
        }),
      );
    expect(ranks([1, 3], [5, 6])).toBe('events.prize-ranks');
    expect(ranks([2, 3])).toBe('events.prize-ranks');
    expect(ranks([1, 3], [3, 6])).toBe('events.prize-ranks');
    expect(ranks([1, 3], [4, 6])).toBe('nothing refused');
    const percentages = (...shares: number[]) =>
      codeOf(() =>
        buildPolicy('prizes-by-percentage', {
          prizePercentages: shares.map((percentHundredths, i) => ({ award: `prize${i}`, percentHundredths })),
        }),
      );
    expect(percentages(5000, 5001)).toBe('events.prize-percentages');
    expect(percentages(5000, 5000)).toBe('nothing refused');
    expect(
      codeOf(() =>
        buildPolicy('prizes-by-rank', {
          prizeRanks: [
            { award: 'gold', from: 1, to: 1 },
            { award: 'gold', from: 2, to: 2 },
          ],
        }),
      ),
    ).toBe('events.prize-twice');
  });

  it('refuses a parameter that the policy does not have, and a policy that nobody knows', () => {
    expect(codeOf(() => buildPolicy('worldskills-2026', { tieBreaks: ['time'] }))).toBe(
      'events.policy-parameter-unfit',
    );
    expect(codeOf(() => buildPolicy('worldskills-1950'))).toBe('events.policy-unknown');
  });
});

it('shows every rule of a policy with its clause, source and grade', () => {
  const { clauses, editable } = policyForReading(buildPolicy('national-2020'));
  expect(new Set(clauses.map(({ about }) => about))).toEqual(
    new Set([
      'judgement',
      'rounding',
      'parts',
      'deductions',
      'statuses',
      'scale',
      'rank',
      'tieBreak',
      'award',
      'bestOfDelegation',
      'delegationTable',
    ]),
  );
  for (const { text, source } of clauses) expect([text.zh, text.en, source].every(Boolean)).toBe(true);
  expect(editable).toContain('tieBreaks');
});

it('weighs by module once modules carry weights, by theory and practice otherwise', () => {
  const policy = buildPolicy('national-2020', {
    partWeights: { theoryHundredths: 2000, practiceHundredths: 8000 },
  });
  const plain = [
    { code: 'T', weightHundredths: null },
    { code: 'A', weightHundredths: null },
  ];
  expect(weighedPolicy(policy, plain).parts.weights.map(({ name }) => name)).toEqual(['theory', 'practice']);
  const weighted = [
    { code: 'T', weightHundredths: 2000 },
    { code: 'A', weightHundredths: 8000 },
  ];
  expect(weighedPolicy(policy, weighted).parts.weights).toEqual([
    { name: 'T', weightHundredths: 2000, criteria: [] },
    { name: 'A', weightHundredths: 8000, criteria: [] },
  ]);
});
