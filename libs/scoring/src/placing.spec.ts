import { entry, policy } from '../../../test/support/scoring-examples.js';
import { placeEntries } from './placing.js';
import type { PlacingInput, Ranking } from './placing.js';

const rows = (ranking: Ranking): (string | number | null)[][] =>
  ranking.standings.map((one) => [one.input.entry, one.rank, one.position, one.award]);
const codes = (ranking: Ranking): string[] => ranking.warnings.map((warning) => warning.code);
const place = (name: string, entries: PlacingInput['entries'], more: Partial<PlacingInput> = {}): Ranking =>
  placeEntries({ policy: policy(name), entries, ...more });

describe('placing by worldskills-2026', () => {
  it('shares a medal between equal scaled scores and goes on with the next medal', () => {
    const scores = [812, 790, 790, 765, 741, 700, 699];
    const entries = scores.map((scaledScore, i) => entry(`E${i}`, null, { scaledScore }));
    expect(rows(place('worldskills-2026', entries))).toEqual([
      ['E0', 1, 1, 'gold'],
      ['E1', 2, 2, 'silver'],
      ['E2', 2, 2, 'silver'],
      ['E3', 3, 4, 'bronze'],
      ['E4', 4, 5, 'excellence'],
      ['E5', 5, 6, 'excellence'],
      ['E6', 6, 7, null],
    ]);
  });

  it('gives no medal below 700, however few compete', () => {
    const entries = [720, 690, 680].map((scaledScore, i) => entry(`E${i}`, null, { scaledScore }));
    expect(rows(place('worldskills-2026', entries)).map((row) => row[3])).toEqual(['gold', null, null]);
  });

  it('ranks totals that round to the same scaled score alike', () => {
    const ranking = place('worldskills-2026', [
      entry('Li', '50.01'),
      entry('Wang', '50.00'),
      entry('Zhao', '10.00'),
      entry('Sun', '90.00'),
      entry('Zhou', '30.00'),
    ]);
    expect(ranking.standings.map((one) => [one.input.entry, one.scaledScore, one.rank])).toEqual([
      ['Sun', 740, 1],
      ['Li', 700, 2],
      ['Wang', 700, 2],
      ['Zhou', 680, 3],
      ['Zhao', 660, 4],
    ]);
  });

  it('uses scaled scores as given and warns when only some are', () => {
    const ranking = place('worldskills-2026', [
      entry('A', null, { scaledScore: 731 }),
      entry('B', '40.00'),
      entry('C', '20.00'),
    ]);
    expect(ranking.standings.map((one) => [one.input.entry, one.scaledScore])).toEqual([
      ['A', 731],
      ['B', 720],
      ['C', 680],
    ]);
    expect(codes(ranking)).toEqual(['mixed-scores']);
  });

  it('says so when a scaled score given beside its total is not what the scale gives', () => {
    const ranking = place('worldskills-2026', [
      entry('A', '40.00', { scaledScore: 720 }),
      entry('B', '20.00', { scaledScore: 681 }),
    ]);
    expect(ranking.standings.map((one) => one.scaledScore)).toEqual([720, 681]);
    expect(ranking.warnings).toMatchObject([{ code: 'scaled-score-differs', entries: ['B'] }]);
  });

  it('warns when the MAD is zero and the fallback was used', () => {
    const ranking = place(
      'worldskills-2026',
      ['50', '50', '50', '90'].map((total, i) => entry(`E${i}`, total)),
    );
    expect(codes(ranking)).toEqual(['scale-fallback']);
    expect(ranking.standings[0]?.scaledScore).toBe(796);
  });

  it('has an empty result for no entries', () => {
    const ranking = place('worldskills-2026', []);
    expect(ranking).toMatchObject({ standings: [], bestOfDelegation: [], albertVidal: [], delegations: [] });
    expect(codes(ranking)).toEqual(['no-entries']);
  });

  it('has no placing when nobody competed', () => {
    const ranking = place('worldskills-2026', [entry('A', null, { status: 'absent' })]);
    expect(rows(ranking)).toEqual([['A', null, null, null]]);
  });
});

describe('statuses', () => {
  const field = [entry('A', '80'), entry('B', '60'), entry('C', '40')];

  it.each(['absent', 'withdrawn', 'retired', 'disqualified'] as const)(
    'keeps an entry that is %s out of ranks, median and field, whatever marks it brings',
    (status) => {
      const ranking = place('worldskills-2026', [...field, entry('D', '0.00', { status })]);
      expect(ranking.standings.map((one) => [one.input.entry, one.scaledScore])).toEqual([
        ['A', 720],
        ['B', 700],
        ['C', 680],
        ['D', null],
      ]);
      expect(ranking.groups).toMatchObject([{ entries: 4, field: 3 }]);
      expect(codes(ranking)).toEqual(['marks-set-aside']);
    },
  );

  it('places the retired where the policy says so', () => {
    const base = policy('national-2020');
    const statuses = { ...base.statuses, retired: { placed: true, inScale: true, inField: true } };
    const ranking = placeEntries({
      policy: { ...base, statuses },
      entries: [...field, entry('D', '20', { status: 'retired' })],
    });
    expect(rows(ranking).at(-1)).toEqual(['D', 4, 4, null]);
    expect(ranking.groups).toMatchObject([{ field: 4 }]);
  });

  it('counts the retired in the field without placing them where the policy says so', () => {
    const base = policy('national-2020');
    const statuses = { ...base.statuses, retired: { placed: false, inScale: false, inField: true } };
    const seven = ['90', '80', '70', '60', '50', '40', '30'].map((total, i) => entry(`E${i}`, total));
    const awards = (entries: PlacingInput['entries'], chosen = base): number =>
      placeEntries({ policy: chosen, entries }).standings.filter((one) => one.award === 'excellence').length;
    expect(awards(seven)).toBe(0);
    expect(awards([...seven, entry('R', null, { status: 'retired' })], { ...base, statuses })).toBe(1);
  });
});

describe('placing by national-2020', () => {
  it('gives medals to the first three and excellence to the first half of those who competed', () => {
    const entries = ['90', '85', '80', '75', '70', '65', '60', '55', '50', '45'].map((total, i) =>
      entry(`E${i}`, total),
    );
    expect(rows(place('national-2020', entries)).map((row) => row[3])).toEqual([
      'gold',
      'silver',
      'bronze',
      'excellence',
      'excellence',
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it('breaks a tie by practice, and what is left by the shorter time', () => {
    const ranking = place('national-2020', [
      entry('slow', '80', { parts: new Map([['practice', 6000]]), timeSeconds: 3600 }),
      entry('fast', '80', { parts: new Map([['practice', 6000]]), timeSeconds: 3500 }),
      entry('skilled', '80', { parts: new Map([['practice', 6100]]), timeSeconds: 9000 }),
    ]);
    expect(rows(ranking)).toEqual([
      ['skilled', 1, 1, 'gold'],
      ['fast', 2, 2, 'silver'],
      ['slow', 3, 3, 'bronze'],
    ]);
    expect(ranking).toMatchObject({ complete: true, warnings: [] });
  });

  it('knows practice by its Chinese names', () => {
    const ranking = place('national-2020', [
      entry('A', '80', { parts: new Map([['实操', 5000]]) }),
      entry('B', '80', { parts: new Map([['实操', 5500]]) }),
    ]);
    expect(rows(ranking).map((row) => row[0])).toEqual(['B', 'A']);
  });

  it('leaves a tie undecided and withholds the awards that depend on it', () => {
    const ranking = place('national-2020', [entry('A', '80'), entry('B', '80'), entry('C', '70')]);
    expect(rows(ranking)).toEqual([
      ['A', 1, 1, null],
      ['B', 1, 1, null],
      ['C', 3, 3, 'bronze'],
    ]);
    expect(ranking.standings.map((one) => one.undecided)).toEqual([true, true, false]);
    expect(codes(ranking)).toEqual(['undecided-tie', 'award-undecided']);
    expect(ranking.complete).toBe(false);
  });

  it('gives an award that does not depend on the order of an undecided tie', () => {
    const totals = ['90', '85', '80', '60', '60', '50', '40', '30', '20', '10'];
    const ranking = place(
      'national-2020',
      totals.map((total, i) => entry(`E${i}`, total)),
    );
    expect(rows(ranking).slice(3, 5)).toEqual([
      ['E3', 4, 4, 'excellence'],
      ['E4', 4, 4, 'excellence'],
    ]);
    expect(codes(ranking)).toEqual(['undecided-tie']);
  });

  it('withholds where the tie reaches across the half', () => {
    const totals = ['90', '85', '80', '60', '60', '50', '40', '30'];
    const ranking = place(
      'national-2020',
      totals.map((total, i) => entry(`E${i}`, total)),
    );
    expect(rows(ranking).slice(3, 5)).toEqual([
      ['E3', 4, 4, null],
      ['E4', 4, 4, null],
    ]);
  });

  it('does not let time decide while practice is known of some only', () => {
    const ranking = place('national-2020', [
      entry('A', '80', { parts: new Map([['practice', 6000]]), timeSeconds: 3000 }),
      entry('B', '80', { timeSeconds: 2000 }),
    ]);
    expect(rows(ranking).map((row) => row[1])).toEqual([1, 1]);
    expect(codes(ranking)).toEqual(['tie-break-incomplete', 'undecided-tie', 'award-undecided']);
  });

  it('ranks scaled scores as given where nobody has a total, and refuses to compare the two', () => {
    const given = [entry('A', null, { scaledScore: 710 }), entry('B', null, { scaledScore: 720 })];
    expect(rows(place('national-2020', given)).map((row) => row[0])).toEqual(['B', 'A']);
    expect(() => place('national-2020', [...given, entry('C', '80')])).toThrow(
      expect.objectContaining({ code: 'score.mixed-scores' }),
    );
  });
});

describe('a ruling of the chief judge', () => {
  const tied = [entry('A', '80'), entry('B', '80'), entry('C', '80'), entry('D', '70')];
  const ruling = { entries: ['C', 'A', 'B'], by: '裁判长 王工', reason: '按作品完成度' };

  it('orders exactly the tied entries it names', () => {
    const ranking = place('national-2020', tied, { rulings: [ruling] });
    expect(rows(ranking)).toEqual([
      ['C', 1, 1, 'gold'],
      ['A', 2, 2, 'silver'],
      ['B', 3, 3, 'bronze'],
      ['D', 4, 4, null],
    ]);
    expect(ranking).toMatchObject({ complete: true, warnings: [] });
  });

  it.each([[['A', 'B']], [['A', 'B', 'C', 'D']], [['D', 'A']]])(
    'is set aside when it names %j',
    (entries) => {
      const ranking = place('national-2020', tied, { rulings: [{ ...ruling, entries }] });
      expect(rows(ranking).map((row) => row[1])).toEqual([1, 1, 1, 4]);
      expect(codes(ranking)).toContain('ruling-unused');
    },
  );

  it('cannot lift an entry over a better one', () => {
    const ranking = place('national-2020', [entry('A', '80'), entry('B', '79')], {
      rulings: [{ ...ruling, entries: ['B', 'A'] }],
    });
    expect(rows(ranking).map((row) => row[0])).toEqual(['A', 'B']);
    expect(codes(ranking)).toEqual(['ruling-unused']);
  });
});

describe('groups', () => {
  it('are scaled, ranked and awarded by themselves', () => {
    const ranking = place('worldskills-2026', [
      entry('W1', '80', { group: '职工' }),
      entry('S1', '40', { group: '学生' }),
      entry('W2', '60', { group: '职工' }),
      entry('S2', '20', { group: '学生' }),
    ]);
    expect(
      ranking.standings.map((one) => [one.input.group, one.input.entry, one.scaledScore, one.award]),
    ).toEqual([
      ['学生', 'S1', 720, 'gold'],
      ['学生', 'S2', 680, null],
      ['职工', 'W1', 720, 'gold'],
      ['职工', 'W2', 680, null],
    ]);
  });
});

describe('other ways to rank', () => {
  const entries = [entry('A', '80'), entry('B', '80'), entry('C', '70')];
  const ranked = (kind: 'dense' | 'competition'): (number | null)[] => {
    const base = policy('prizes-by-rank');
    return placeEntries({ policy: { ...base, rank: { ...base.rank, kind } }, entries }).standings.map(
      (one) => one.rank,
    );
  };

  it('dense: 1, 1, 2', () => expect(ranked('dense')).toEqual([1, 1, 2]));
  it('competition: 1, 1, 3', () => expect(ranked('competition')).toEqual([1, 1, 3]));

  it('breaks ties module by module in the order given', () => {
    const base = policy('prizes-by-rank');
    const clause = base.rank.clause;
    const parts = (m1: number, m2: number): ReadonlyMap<string, number> =>
      new Map([
        ['M1', m1],
        ['M2', m2],
      ]);
    const ranking = placeEntries({
      policy: { ...base, tieBreaks: [{ by: 'eachPart', order: ['M1', 'M2'], clause }] },
      entries: [
        entry('A', '80', { parts: parts(4000, 3000) }),
        entry('B', '80', { parts: parts(4000, 4000) }),
        entry('C', '80', { parts: parts(5000, 1000) }),
      ],
    });
    expect(rows(ranking).map((row) => row[0])).toEqual(['C', 'B', 'A']);
  });

  it('breaks ties by all parts in the order of their names when no order is given, if all have the same parts', () => {
    const base = policy('prizes-by-rank');
    const chosen = { ...base, tieBreaks: [{ by: 'eachPart' as const, order: [], clause: base.rank.clause }] };
    const same = [
      entry('A', '80', {
        parts: new Map([
          ['b', 2],
          ['a', 1],
        ]),
      }),
      entry('B', '80', {
        parts: new Map([
          ['a', 1],
          ['b', 3],
        ]),
      }),
    ];
    expect(rows(placeEntries({ policy: chosen, entries: same })).map((row) => row[0])).toEqual(['B', 'A']);
    const odd = [...same, entry('C', '80', { parts: new Map([['a', 9]]) })];
    expect(codes(placeEntries({ policy: chosen, entries: odd }))).toContain('tie-break-incomplete');
  });
});
