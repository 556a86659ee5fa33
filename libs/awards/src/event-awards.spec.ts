import { namedPolicy, type Policy } from '@luban/scoring';
import { delegationTable, specialAwards } from './event-awards.js';
import type { PublishedPlacing, PublishedSkill } from './published-results.dto.js';
import { maskedName } from './published-results.js';

const policy = (name: string): Policy => {
  const found = namedPolicy(name);
  if (!found) throw new Error(`no policy ${name}`);
  return found;
};

const placing = (delegation: string, award: string | null, scaledScore: number | null): PublishedPlacing => ({
  entryId: `${delegation}-${award}-${scaledScore}`,
  position: 1,
  rank: 1,
  names: ['陈*'],
  units: [],
  teamName: null,
  delegation,
  delegationId: delegation,
  totalHundredths: 8000,
  scaledScore,
  award,
  status: 'present',
});

const skill = (name: string, placings: PublishedPlacing[]): PublishedSkill => ({
  skillId: name,
  code: name,
  name,
  nameEn: null,
  kind: 'final',
  version: 1,
  versionCode: '1-ABCDEF01',
  correction: false,
  publishedAt: '2027-05-13T08:00:00.000Z',
  note: null,
  policyName: 'worldskills-2026',
  scaled: true,
  clauses: [],
  groups: [{ groupId: 'g', name: '职工组', placings }],
});

describe('the delegation medal table', () => {
  it('counts gold before silver before bronze over all skills, and equal lines share a position', () => {
    const skills = [
      skill('焊接', [
        placing('南京', 'gold', 760),
        placing('苏州', 'silver', 750),
        placing('无锡', 'silver', 750),
      ]),
      skill('砌筑', [
        placing('苏州', 'gold', 770),
        placing('南京', 'bronze', 705),
        placing('常州', null, 640),
      ]),
      skill('抹灰', [placing('无锡', 'gold', 720)]),
    ];
    const table = delegationTable(
      skills,
      skills.map(() => policy('worldskills-2026')),
    );
    const won = (line: (typeof table)[number]) =>
      line.awards.flatMap(({ award, count }) => (count > 0 ? [`${award} ${count}`] : [])).join(', ');
    expect(table.map((line) => [line.position, won(line)])).toEqual([
      [1, 'gold 1, silver 1'],
      [1, 'gold 1, silver 1'],
      [3, 'gold 1, bronze 1'],
    ]);
    expect(table[2]?.delegation).toBe('南京');
  });

  it('is empty where the policy has none', () => {
    const skills = [skill('焊接', [placing('南京', 'firstPrize', null)])];
    expect(delegationTable(skills, [policy('prizes-by-rank')])).toEqual([]);
  });
});

describe('special awards', () => {
  it('go to each delegation’s highest scaled score, and the Albert Vidal Award to the highest of all, shared if equal', () => {
    const skills = [
      skill('焊接', [placing('南京', 'gold', 760), placing('苏州', 'silver', 750)]),
      skill('砌筑', [placing('苏州', 'gold', 760), placing('南京', 'bronze', 705)]),
    ];
    const special = specialAwards(
      skills,
      skills.map(() => policy('worldskills-2026')),
    );
    expect(special.bestOfDelegation.map(({ delegation, scaledScore }) => [delegation, scaledScore])).toEqual([
      ['南京', 760],
      ['苏州', 760],
    ]);
    expect(special.albertVidal.map(({ skill: name }) => name)).toEqual(['焊接', '砌筑']);
    expect(special.albertVidalClause?.source).toBeTruthy();
  });

  it('compare no plain totals of different skills', () => {
    const skills = [skill('焊接', [placing('南京', 'gold', null)])];
    expect(specialAwards(skills, [policy('national-2020')]).bestOfDelegation).toEqual([]);
  });
});

it('shows a name as its family name alone where no consent is recorded', () => {
  expect(maskedName('张三丰')).toBe('张**');
  expect(maskedName(' 李想 ')).toBe('李*');
  expect(maskedName('')).toBe('');
});
