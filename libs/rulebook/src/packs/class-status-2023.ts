import type { Rule, RulePack } from '../rule-pack.js';
import { said } from '../words.js';
import { classStatus2020 } from './class-status-2020.js';
import {
  applicantKinds,
  atMostOne,
  atMostTwo,
  companies,
  documents,
  dutiesAfterwards,
  fourthQuarter,
  moreDocuments,
  nameWord,
  rhythm,
  standard,
} from './rules-in-use.js';
import { cited } from './sources.js';

const conditions = (point: number, zh: string, en: string) =>
  cited(
    'S03',
    `二（一）申办主体应具备的基本条件 ${point}：${zh}`,
    `2 (1) conditions of applicants, ${point}: ${en}`,
  );

const always = { from: null, until: null } as const;

const ofApplicants: Rule[] = [
  applicantKinds(
    cited(
      ['S03', 'S70'],
      '二（一）：国务院有关部门、国家级行业协会（连续三年民政部门年审合格）、中央企业集团；二类竞赛由国务院有关行业部门或行业（系统）组织牵头举办',
      '2 (1): departments of the State Council, national industry associations (three yearly inspections passed), central enterprise groups; class two is led by a department or by an organisation of the industry or system',
    ),
  ),
  {
    ...always,
    id: 'applicant-kinds-named',
    check: 'applicantKinds',
    parameters: { kinds: ['ministry', 'association', 'centralEnterprise'] },
    severity: 'warning',
    title: said(
      '通知点名的申办主体：部门、国家级行业协会、中央企业集团',
      'Applicants the notice names: departments, national associations, central enterprise groups',
    ),
    citation: cited(
      'S03',
      '二（一）：国务院有关部门、国家级行业协会、中央企业集团',
      '2 (1): departments of the State Council, national industry associations, central enterprise groups',
    ),
  },
  {
    ...always,
    id: 'annual-inspections',
    check: 'annualInspections',
    parameters: { kinds: ['association'], years: 3 },
    severity: 'blocking',
    title: said('行业协会连年年审合格', 'Associations passed their yearly inspections'),
    citation: cited(
      'S03',
      '二（一）：国家级行业协会（连续三年民政部门年审合格）',
      '2 (1): national associations (three yearly inspections passed)',
    ),
  },
  companies,
  {
    ...always,
    id: 'business-covers',
    check: 'businessCovers',
    parameters: {},
    severity: 'warning',
    title: said(
      '业务范围原则上含技能人才培养、使用、评价、激励（原则上：仅提示）',
      'In principle its business covers training, use, evaluation and reward (in principle: warns only)',
    ),
    citation: conditions(
      1,
      '主管（或主营）业务范围原则上应包含行业（企业）技能人才培养、使用、评价、激励等环节',
      'its business in principle covers training, use, evaluation and reward of skilled people',
    ),
  },
  {
    ...always,
    id: 'editions-held',
    check: 'editionsHeld',
    parameters: { editions: 2, years: 5 },
    severity: 'blocking',
    title: said('近年办过与申报职业一致的竞赛', 'Editions held in the same occupations'),
    citation: conditions(
      2,
      '近 5 年行业（或企业）内举办两届以上与申报职业（工种）一致的职业技能竞赛',
      'two editions or more in the same occupation within 5 years, in its industry or enterprise',
    ),
  },
  {
    ...always,
    id: 'people-at-least',
    check: 'peopleAtLeast',
    parameters: { experts: 1, judges: 1 },
    severity: 'blocking',
    title: said('有专家和裁判员队伍', 'Experts and judges are there'),
    citation: conditions(
      3,
      '有与竞赛水平相适应的专家和裁判员队伍',
      'experts and judges fit for the level of the contest',
    ),
  },
  {
    ...always,
    id: 'funding-stated',
    check: 'fundingStated',
    parameters: {},
    severity: 'blocking',
    title: said('有相应经费', 'The money is there'),
    citation: conditions(4, '有与竞赛规模相适应的经费支持', 'money fit for the size of the contest'),
  },
  {
    ...always,
    id: 'venue-stated',
    check: 'venueStated',
    parameters: {},
    severity: 'blocking',
    title: said('有满足安全健康要求的场所、设施、器材', 'A safe venue with equipment is there'),
    citation: conditions(
      5,
      '有竞赛所需且满足安全健康等要求的场所、设施和器材',
      'a venue, equipment and tools that meet the needs of safety and health',
    ),
  },
];

/** For plan years from 2023: what 2020 says of numbers, standards, time and names, and the conditions of 2023. */
export const classStatus2023: RulePack = {
  ...classStatus2020,
  code: 'class-status-2023',
  title: said('国家级竞赛申报规则（2023）', 'Rules of class status (2023)'),
  year: 2023,
  rules: [
    ...ofApplicants,
    atMostOne,
    atMostTwo,
    {
      ...always,
      id: 'occupation-classes',
      check: 'occupationClasses',
      parameters: { classes: [4, 5, 6] },
      severity: 'warning',
      title: said(
        '原则上为《大典》第四、五、六大类职业（原则上：仅提示）',
        'In principle occupations of classes 4 to 6 (in principle: warns only)',
      ),
      citation: cited(
        'S03',
        '二（二）1：原则上应为列入《职业分类大典》的第四、第五、第六大类职业（工种），且为申办主体主管（主营）业务',
        '2 (2) 1: in principle occupations of classes 4 to 6, of the applicant’s own business',
      ),
    },
    standard,
    {
      ...always,
      id: 'not-two-years-running',
      check: 'notTwoYearsRunning',
      parameters: { classes: [], strategicExempt: false },
      severity: 'warning',
      title: said(
        '同一申办主体原则上不连年申办同一职业（原则上：仅提示）',
        'In principle not the same occupation two years running (in principle: warns only)',
      ),
      citation: cited(
        'S03',
        '二（二）1：原则上同一申办主体不应连年申办同一职业（工种）的竞赛',
        '2 (2) 1: in principle an applicant does not apply for the same occupation two years running',
      ),
    },
    rhythm,
    fourthQuarter,
    documents,
    moreDocuments,
    nameWord,
    {
      ...always,
      id: 'obligations-met',
      check: 'obligationsMet',
      parameters: {},
      severity: 'warning',
      title: said('上一届的赛后材料已报送', 'What was owed after the earlier contest is done'),
      citation: cited(
        'S03',
        '一：列入上年度计划的主办单位须报送总结、技术能手申报表、基本情况表等材料',
        'part 1: hosts of last year’s plan hand in summary, nominations, base table and the rest',
      ),
    },
  ],
  duties: dutiesAfterwards,
};
