import { entry, policy } from '../../../test/support/scoring-examples.js';
import { placeEntries } from './placing.js';

const scaled = (name: string, delegation: string | null, scaledScore: number, group: string | null = null) =>
  entry(name, null, { delegation, scaledScore, group });

describe('best of each delegation', () => {
  it('is the highest scaled score over all groups, shared when equal', () => {
    const ranking = placeEntries({
      policy: policy('worldskills-2026'),
      entries: [
        scaled('a', 'CN', 750, '33'),
        scaled('b', 'CN', 790, '35'),
        scaled('c', 'CN', 790, '37'),
        scaled('d', 'FR', 699, '33'),
        scaled('e', null, 999, '33'),
      ],
    });
    expect(ranking.bestOfDelegation).toEqual([
      { delegation: 'CN', entries: ['b', 'c'], totalHundredths: null, scaledScore: 790, undecided: false },
      { delegation: 'FR', entries: ['d'], totalHundredths: null, scaledScore: 699, undecided: false },
    ]);
  });

  it('leaves out those who are not placed', () => {
    const ranking = placeEntries({
      policy: policy('worldskills-2026'),
      entries: [
        entry('a', '90', { delegation: 'CN', status: 'disqualified' }),
        entry('b', '20', { delegation: 'CN' }),
      ],
    });
    expect(ranking.bestOfDelegation).toMatchObject([{ entries: ['b'] }]);
  });

  it('is one entry under national-2020: equal totals of a group are settled by rank', () => {
    const part = (hundredths: number) => new Map([['practice', hundredths]]);
    const ranking = placeEntries({
      policy: policy('national-2020'),
      entries: [
        entry('a', '80', { delegation: '北京', parts: part(5000) }),
        entry('b', '80', { delegation: '北京', parts: part(6000) }),
      ],
    });
    expect(ranking.bestOfDelegation).toMatchObject([{ entries: ['b'], undecided: false }]);
  });

  it('is undecided under national-2020 while equal totals cannot be compared', () => {
    const ranking = placeEntries({
      policy: policy('national-2020'),
      entries: [
        entry('a', '80', { delegation: '北京', group: '职工' }),
        entry('b', '80', { delegation: '北京', group: '学生' }),
      ],
    });
    expect(ranking.bestOfDelegation).toMatchObject([{ entries: ['a', 'b'], undecided: true }]);
  });
});

describe('the Albert Vidal Award', () => {
  it('goes to the highest of all and is shared when equal', () => {
    const ranking = placeEntries({
      policy: policy('worldskills-2026'),
      entries: [scaled('a', 'CN', 790, '1'), scaled('b', null, 790, '2'), scaled('c', 'FR', 750, '1')],
    });
    expect(ranking.albertVidal.map((one) => one.input.entry)).toEqual(['a', 'b']);
  });

  it('is not known to national-2020', () =>
    expect(
      placeEntries({ policy: policy('national-2020'), entries: [entry('a', '90')] }).albertVidal,
    ).toEqual([]));
});

describe('the delegation medal table', () => {
  const entries = [
    scaled('a', 'CN', 790),
    scaled('b', 'FR', 780),
    scaled('c', 'FR', 770),
    scaled('d', 'JP', 720),
    scaled('e', 'BR', 710),
    scaled('f', 'IN', 600),
  ];

  it('compares awards in turn, shares ranks and counts points', () => {
    const lines = placeEntries({ policy: policy('worldskills-2026'), entries }).delegations;
    expect(lines.map((line) => [line.delegation, line.rank, line.points])).toEqual([
      ['CN', 1, 4],
      ['FR', 2, 5],
      ['BR', 3, 1],
      ['JP', 3, 1],
      ['IN', 5, 0],
    ]);
    expect([...(lines[1]?.awards ?? [])]).toEqual([
      ['gold', 0],
      ['silver', 1],
      ['bronze', 1],
      ['excellence', 0],
    ]);
  });

  it('goes by points where the policy says so', () => {
    const base = policy('worldskills-2026');
    const table = base.delegationTable;
    const byPoints = { ...base, delegationTable: table && { ...table, orderBy: 'points' as const } };
    expect(placeEntries({ policy: byPoints, entries }).delegations.map((line) => line.delegation)).toEqual([
      'FR',
      'CN',
      'BR',
      'JP',
      'IN',
    ]);
  });

  it('keeps delegations apart whatever they are called', () => {
    const odd = ['__proto__', 'constructor', '', ' '].map((name, i) => scaled(`e${i}`, name, 700 + i));
    const lines = placeEntries({ policy: policy('worldskills-2026'), entries: odd }).delegations;
    expect(new Set(lines.map((line) => line.delegation))).toEqual(
      new Set(['', ' ', '__proto__', 'constructor']),
    );
    expect(lines.map((line) => line.entries)).toEqual([1, 1, 1, 1]);
  });
});
