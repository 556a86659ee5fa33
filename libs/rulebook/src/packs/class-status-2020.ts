import type { RulePack } from '../rule-pack.js';
import { said } from '../words.js';
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
  namingFrom2020,
  rhythm,
  standard,
} from './rules-in-use.js';
import { cited } from './sources.js';

/** For plan years 2020 to 2022. */
export const classStatus2020: RulePack = {
  code: 'class-status-2020',
  title: said('国家级竞赛申报规则（2020）', 'Rules of class status (2020)'),
  year: 2020,
  level: 'nationalIndustry',
  divisionCode: '000000',
  classes: ['one', 'two'],
  naming: namingFrom2020,
  rules: [
    applicantKinds(
      cited(
        ['S01', 'S70'],
        '（一）1：主办单位应为国务院有关部门、国家级行业协会、中央企业集团；二类竞赛由国务院有关行业部门或行业（系统）组织牵头举办',
        '(1) 1: hosts are departments of the State Council, national industry associations, central enterprise groups; class two is led by a department or by an organisation of the industry or system',
      ),
    ),
    {
      id: 'applicant-kinds-named',
      check: 'applicantKinds',
      parameters: { kinds: ['ministry', 'association', 'centralEnterprise'] },
      severity: 'warning',
      title: said(
        '通知点名的申办主体：部门、国家级行业协会、中央企业集团',
        'Applicants the notice names: departments, national associations, central enterprise groups',
      ),
      citation: cited(
        'S01',
        '（一）1：国务院有关部门、国家级行业协会、中央企业集团',
        '(1) 1: departments of the State Council, national industry associations, central enterprise groups',
      ),
      from: null,
      until: null,
    },
    companies,
    atMostOne,
    atMostTwo,
    standard,
    {
      id: 'not-two-years-running',
      check: 'notTwoYearsRunning',
      parameters: { classes: ['two'], strategicExempt: false },
      severity: 'warning',
      title: said('二类竞赛同一职业不连年申办', 'Class two: not the same occupation two years running'),
      citation: cited(
        ['S01', 'S70'],
        '二类竞赛同一职业（工种）不连年举办；一类大赛可以连年',
        'class two does not repeat an occupation the next year; class one may',
      ),
      from: null,
      until: null,
    },
    rhythm,
    fourthQuarter,
    documents,
    moreDocuments,
    nameWord,
  ],
  duties: dutiesAfterwards,
};
