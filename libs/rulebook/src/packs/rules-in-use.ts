import type { Duty, Rule } from '../rule-pack.js';
import { said } from '../words.js';
import { cited } from './sources.js';

/** Rules that several packs hold alike. */
const always = { from: null, until: null } as const;

/**
 * The notices name departments, associations and groups of central enterprises. Mass organisations 群团 (trade unions,
 * youth league) are 「系统组织」 of the definition of class two and have led contests of both classes throughout, so they
 * are not refused; that the notice does not name them is a warning of its own.
 */
export const applicantKinds = (citation: Rule['citation']): Rule => ({
  ...always,
  id: 'applicant-kinds',
  check: 'applicantKinds',
  parameters: { kinds: ['ministry', 'association', 'centralEnterprise', 'massOrganisation'] },
  severity: 'blocking',
  title: said(
    '申办主体为国家部门、行业（系统）组织或中央企业集团',
    'The applicant is a state department, an organisation of an industry or system, or a central enterprise group',
  ),
  citation,
});

export const documents: Rule = {
  ...always,
  id: 'documents-complete',
  check: 'documentsComplete',
  parameters: {
    documents: [
      { kind: 'request', firstTimeOnly: false, perOccupation: false },
      { kind: 'stampedForm', firstTimeOnly: false, perOccupation: false },
      { kind: 'feasibility', firstTimeOnly: true, perOccupation: false },
      { kind: 'standard', firstTimeOnly: false, perOccupation: true },
    ],
  },
  severity: 'blocking',
  title: said('申报材料齐全', 'The documents are complete'),
  citation: cited(
    'S02',
    '二、材料要求：请示；申请表；初次申办的职业附背景情况与可行性分析报告；有国家职业技能标准的附颁布文件复印件',
    'part 2: letter of request; application form; for occupations new to it a feasibility report; a copy of the act issuing each national standard',
  ),
};

export const moreDocuments: Rule = {
  ...always,
  id: 'documents-of-practice',
  check: 'documentsComplete',
  parameters: {
    documents: [
      { kind: 'implementationPlan', firstTimeOnly: false, perOccupation: false },
      { kind: 'agreement', firstTimeOnly: false, perOccupation: false },
      { kind: 'supplement', firstTimeOnly: true, perOccupation: false },
    ],
  },
  severity: 'warning',
  title: said('实践中另附的材料', 'Documents attached in practice'),
  citation: cited(
    'S04',
    '组织实施方案、合作协议、首次申报补充材料',
    'implementation plan, agreements, supplement of a first application',
  ),
};

export const companies: Rule = {
  ...always,
  id: 'companies-only-help',
  check: 'companiesOnlyHelp',
  parameters: { kinds: ['enterprise'], parts: ['coOrganiser', 'technicalSupport'] },
  severity: 'warning',
  title: said('企业只作协办或技术支持单位', 'Companies only help or give technical support'),
  citation: cited(
    'S04',
    '企业想参与大赛，只能作为协办单位或技术支持单位',
    'companies take part only as co-organisers or technical support',
  ),
};

export const rhythm: Rule = {
  ...always,
  id: 'class-two-every-two-years',
  check: 'rhythmYears',
  parameters: { class: 'two', years: 2, strategicExempt: true },
  severity: 'warning',
  title: said('二类竞赛的举办间隔', 'Years between two editions of class two'),
  citation: cited(
    'S04',
    '二类赛项基本为两年一届；符合国家战略所需且人才急需紧缺的可连年申请',
    'class two about every two years; strategic needs may apply year after year',
  ),
};

export const atMostOne: Rule = {
  ...always,
  id: 'occupations-at-most-one',
  check: 'occupationsAtMost',
  parameters: { class: 'one', most: 6 },
  severity: 'blocking',
  title: said('一类大赛的职业（工种）数量', 'How many occupations class one may hold'),
  citation: cited(
    'S01',
    '（一）3：国家级一类大赛可申报不超过 6 个竞赛职业（工种）',
    '(1) 3: class one at most 6 occupations',
  ),
};

export const atMostTwo: Rule = {
  ...always,
  id: 'occupations-at-most-two',
  check: 'occupationsAtMost',
  parameters: { class: 'two', most: 4 },
  severity: 'blocking',
  title: said('二类竞赛的职业（工种）数量', 'How many occupations class two may hold'),
  citation: cited(
    'S01',
    '（一）3：国家级二类竞赛可申报不超过 4 个竞赛职业（工种）',
    '(1) 3: class two at most 4 occupations',
  ),
};

export const standard: Rule = {
  ...always,
  id: 'standard-level',
  check: 'standardLevel',
  parameters: { levelAtLeast: 3, strategicExempt: true },
  severity: 'blocking',
  title: said(
    '已颁布国家职业技能标准且设高级工（三级）以上，国家战略重点领域除外',
    'A national standard with level 3 or above, strategic fields excepted',
  ),
  citation: cited(
    'S01',
    '（一）2：已颁布国家职业技能标准并设有高级工（三级）以上；未颁布标准但属国家战略重点领域的可酌情申报',
    '(1) 2: a national standard with level 3 or above; without one, occupations of strategic fields may be admitted',
  ),
};

export const fourthQuarter: Rule = {
  ...always,
  id: 'final-not-in-fourth-quarter',
  check: 'finalNotInMonths',
  parameters: { months: [10, 11, 12] },
  severity: 'warning',
  title: said('赛事不宜集中在四季度', 'Contests should not bunch in the fourth quarter'),
  citation: cited(
    'S01',
    '（一）1：竞赛举办的时间不宜集中在四季度',
    '(1) 1: contests should not bunch in the fourth quarter',
  ),
};

/** S05 reports how the classes are called, and names no consequence: a wrong word is to be mended, not refused. */
export const nameWord: Rule = {
  ...always,
  id: 'name-word',
  check: 'nameWord',
  parameters: { one: '大赛', two: '竞赛' },
  severity: 'warning',
  title: said('一类称大赛，二类称竞赛', 'Class one is called 大赛, class two 竞赛'),
  citation: cited('S05', '一类职业技能大赛、二类职业技能竞赛', 'class one is a 大赛, class two a 竞赛'),
};

export const namingFrom2020 = {
  pattern: '{planYear}年全国行业职业技能竞赛——{edition}{name}',
  citation: cited('S62', '2020 年起的赛事全称', 'full names from 2020'),
};

const afterwards = (zh: string, en: string) => cited('S03', `一、报送材料：${zh}`, `part 1: ${en}`);

/** Owed after the contest; due with the next application. */
export const dutiesAfterwards: Duty[] = [
  {
    kind: 'summary',
    title: said('年度竞赛工作总结', 'Summary of the year’s contest'),
    dueDays: null,
    citation: afterwards('年度竞赛工作总结（含研究成果）', 'the year’s summary with its findings'),
  },
  {
    kind: 'technicalAnalysis',
    title: said('赛项技术分析', 'Technical analysis of each skill'),
    dueDays: null,
    citation: afterwards(
      '总结包括每一赛项的技术分析',
      'the summary holds a technical analysis of each skill',
    ),
  },
  {
    kind: 'nominations',
    title: said('《全国技术能手申报表》', 'Nominations for the national title'),
    dueDays: null,
    citation: afterwards(
      '《全国技术能手申报表》，并在 jnrcbz.cettic.gov.cn 填报',
      'nominations for the national title, also entered on line',
    ),
  },
  {
    kind: 'baseTable',
    title: said('《全国行业职业技能竞赛基本情况表》', 'Base table of the contest'),
    dueDays: null,
    citation: afterwards('《全国行业职业技能竞赛基本情况表》', 'the base table'),
  },
  {
    kind: 'otherContests',
    title: said('自行开展的其他竞赛基本情况', 'Other contests held by oneself'),
    dueDays: null,
    citation: afterwards('自行开展的其它职业技能竞赛基本情况', 'other contests held by oneself'),
  },
];
