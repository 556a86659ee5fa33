import type { SeededRandom } from './seeded-random.js';
import { personName } from './names.js';

/** One skill as a rehearsal sets it up. */
export interface SkillPlan {
  worldSkillNumber?: number;
  code: string;
  name: string;
  teamSize: 1 | 2;
  groups: { code: string; name: string }[];
  policy: { name: string; parameters?: Record<string, unknown> };
  /** A theory paper counts: marks come in from a list. */
  theory: boolean;
}

/**
 * The skills of a rehearsal, in turn: the first is national (never tied, theory 20 / practice 80), the second a
 * WorldSkills skill on the 700 scale, the third a pair skill with two groups and percentage prizes.
 */
export function skillPlans(count: number): SkillPlan[] {
  const worker = { code: 'worker', name: '职工组' };
  const student = { code: 'student', name: '学生组' };
  const turns: Omit<SkillPlan, 'code' | 'name'>[] = [
    {
      teamSize: 1,
      groups: [worker],
      theory: true,
      policy: {
        name: 'national-2020',
        parameters: {
          partWeights: { theoryHundredths: 2000, practiceHundredths: 8000 },
          tieBreaks: ['practice'],
        },
      },
    },
    { teamSize: 1, groups: [worker], theory: false, policy: { name: 'worldskills-2026' } },
    { teamSize: 2, groups: [worker, student], theory: false, policy: { name: 'prizes-by-percentage' } },
  ];
  const names = ['网站设计与开发', '焊接', '机电一体化', '数控车', '电气装置', '移动机器人'];
  return Array.from({ length: count }, (_, index) => {
    const turn = turns[index % turns.length] as Omit<SkillPlan, 'code' | 'name'>;
    const round = Math.floor(index / names.length);
    return {
      ...turn,
      code: `R${index + 1}`,
      name: `${names[index % names.length]}${round > 0 ? round + 1 : ''}`,
    };
  });
}

export interface PersonPlan {
  name: string;
  sex: 'male' | 'female';
  birthDate: string;
  unit: string;
}

/** The people of one entry. */
export function peopleOf(plan: SkillPlan, delegation: string, random: SeededRandom): PersonPlan[] {
  return Array.from({ length: plan.teamSize }, () => ({
    name: personName(random),
    sex: random.next() < 0.6 ? 'male' : 'female',
    birthDate: `${random.whole(2001, 2005)}-${two(random.whole(1, 12))}-${two(random.whole(1, 28))}`,
    unit: `${delegation.replace(/代表团|代表队/, '')}技师学院`,
  }));
}

const two = (value: number): string => String(value).padStart(2, '0');
