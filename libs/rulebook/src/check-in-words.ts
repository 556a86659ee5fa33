import type { CheckName, CheckParameters, Words } from './rule-pack.js';
import { said } from './words.js';

/** How one parameter is edited, validated and said. Numbers carry their bounds. */
export type ParameterKind =
  | { kind: 'count'; min: number; max: number }
  | { kind: 'flag' }
  | { kind: 'class'; orAny: boolean }
  | { kind: 'classes' }
  | { kind: 'organisationKinds' }
  | { kind: 'partyParts' }
  | { kind: 'occupationClasses' }
  | { kind: 'skillLevel' }
  | { kind: 'months' }
  | { kind: 'documents' }
  | { kind: 'text'; max: number };

export interface CheckInWords<Name extends CheckName> {
  name: Words;
  /** What it looks at. */
  looksAt: Words;
  parameters: { [Key in keyof CheckParameters[Name]]: ParameterKind & { label: Words } };
}

const count = (zh: string, en: string, min: number, max: number) =>
  ({ kind: 'count', min, max, label: said(zh, en) }) as const;
const flag = (zh: string, en: string) => ({ kind: 'flag', label: said(zh, en) }) as const;
const list = <
  K extends 'classes' | 'organisationKinds' | 'partyParts' | 'occupationClasses' | 'months' | 'documents',
>(
  kind: K,
  zh: string,
  en: string,
) => ({ kind, label: said(zh, en) });
const strategic = flag('国家战略重点领域除外', 'strategic fields excepted');

/** Every check with its parameters, in words: screens build their forms from it, and packs are validated by it. */
export const checkInWords: { [Name in CheckName]: CheckInWords<Name> } = {
  applicantKinds: {
    name: said('申办主体', 'Kind of applicant'),
    looksAt: said('牵头申办单位属于哪一类单位', 'what kind of organisation the lead applicant is'),
    parameters: { kinds: list('organisationKinds', '可以牵头的单位', 'may be lead applicant') },
  },
  annualInspections: {
    name: said('年审合格', 'Yearly inspections'),
    looksAt: said(
      '牵头申办单位连续几年年审合格',
      'how many yearly inspections in a row the lead applicant passed',
    ),
    parameters: {
      kinds: list('organisationKinds', '适用于', 'asked of'),
      years: count('连续年数', 'years in a row', 1, 10),
    },
  },
  companiesOnlyHelp: {
    name: said('企业的角色', 'What companies may be'),
    looksAt: said('企业是否只担任允许的角色', 'whether companies have only the parts allowed'),
    parameters: {
      kinds: list('organisationKinds', '适用于', 'asked of'),
      parts: list('partyParts', '可以担任', 'may be'),
    },
  },
  businessCovers: {
    name: said('业务范围', 'Business of the applicant'),
    looksAt: said(
      '业务范围是否含技能人才培养、使用、评价、激励',
      'whether it covers training, use, evaluation and reward of skilled people',
    ),
    parameters: {},
  },
  editionsHeld: {
    name: said('办赛经验', 'Editions held'),
    looksAt: said(
      '近几年办过几届与申报职业一致的竞赛',
      'how often the same occupations were contested in the last years',
    ),
    parameters: {
      editions: count('至少届数', 'editions at least', 1, 10),
      years: count('近几年', 'within years', 1, 20),
    },
  },
  peopleAtLeast: {
    name: said('专家和裁判员', 'Experts and judges'),
    looksAt: said('专家和裁判员人数', 'how many experts and judges there are'),
    parameters: {
      experts: count('专家至少', 'experts at least', 0, 1000),
      judges: count('裁判员至少', 'judges at least', 0, 10_000),
    },
  },
  fundingStated: {
    name: said('经费', 'Funding'),
    looksAt: said('是否说明经费来源', 'whether the funding is stated'),
    parameters: {},
  },
  venueStated: {
    name: said('场所设施', 'Venue'),
    looksAt: said('是否说明场所、设施和安全', 'whether venue, equipment and safety are stated'),
    parameters: {},
  },
  occupationClasses: {
    name: said('职业大类', 'Class of occupations'),
    looksAt: said(
      '申报职业属于《大典》哪一大类',
      'to which classes of the classification the occupations belong',
    ),
    parameters: { classes: list('occupationClasses', '大类', 'classes') },
  },
  standardLevel: {
    name: said('国家职业技能标准', 'National standard'),
    looksAt: said('是否颁布标准、标准设到几级', 'whether there is a standard and up to which level'),
    parameters: {
      levelAtLeast: { kind: 'skillLevel', label: said('至少设到', 'at least up to') },
      strategicExempt: strategic,
    },
  },
  occupationsAtMost: {
    name: said('职业数量上限', 'Occupations at most'),
    looksAt: said('申报职业的个数', 'how many occupations there are'),
    parameters: {
      class: { kind: 'class', orAny: true, label: said('适用类别', 'of class') },
      most: count('最多', 'at most', 1, 50),
    },
  },
  notTwoYearsRunning: {
    name: said('不连年申办', 'Not two years running'),
    looksAt: said(
      '同一申办主体上一年度是否获批同一职业',
      'whether the same applicant was granted the same occupation the year before',
    ),
    parameters: { classes: list('classes', '适用类别', 'of classes'), strategicExempt: strategic },
  },
  rhythmYears: {
    name: said('届次间隔', 'Years between editions'),
    looksAt: said('同一赛事几年一届', 'how many years lie between two editions of a contest'),
    parameters: {
      class: { kind: 'class', orAny: true, label: said('适用类别', 'of class') },
      years: count('几年一届', 'once in years', 2, 10),
      strategicExempt: strategic,
    },
  },
  finalNotInMonths: {
    name: said('决赛时间', 'When the final is'),
    looksAt: said('决赛是否避开这些月份', 'whether the final keeps clear of these months'),
    parameters: { months: list('months', '不宜集中的月份', 'months to avoid') },
  },
  documentsComplete: {
    name: said('申报材料', 'Documents'),
    looksAt: said('要求的材料是否齐全', 'whether the documents asked for are there'),
    parameters: { documents: list('documents', '材料', 'documents') },
  },
  nameWord: {
    name: said('名称用词', 'Word of the name'),
    looksAt: said('赛事名称是否以本类别的用词结尾', 'whether the name ends in the word of its class'),
    parameters: {
      one: { kind: 'text', max: 10, label: said('一类用', 'class one') },
      two: { kind: 'text', max: 10, label: said('二类用', 'class two') },
    },
  },
  obligationsMet: {
    name: said('赛后材料', 'Owed after earlier contests'),
    looksAt: said('以往赛事的赛后材料是否报送', 'whether what was owed after earlier contests is done'),
    parameters: {},
  },
};

/** The parameters of a check as a list: key, label and kind, in the order of the form. */
export const parametersOf = (check: CheckName): ({ key: string; label: Words } & ParameterKind)[] =>
  Object.entries<ParameterKind & { label: Words }>(checkInWords[check].parameters).map(
    ([key, parameter]) => ({
      key,
      ...parameter,
    }),
  );
