import type { RulePack } from '../rule-pack.js';
import { said } from '../words.js';
import { applicantKinds, documents } from './rules-in-use.js';
import { cited } from './sources.js';

/** For plan years 2018 and 2019. */
export const classStatus2018: RulePack = {
  code: 'class-status-2018',
  title: said('国家级竞赛申报规则（2018）', 'Rules of class status (2018)'),
  year: 2018,
  level: 'nationalIndustry',
  divisionCode: '000000',
  classes: ['one', 'two'],
  naming: {
    pattern: '{planYear}年中国技能大赛——{edition}{name}',
    citation: cited('S33', '2019 年及以前的赛事全称', 'full names until 2019'),
  },
  rules: [
    applicantKinds(
      cited(
        ['S02', 'S70'],
        '（一）主办单位应为行业主管部门、相关综合管理部门或中央企业集团；通知发至行业协会；二类竞赛由国务院有关行业部门或行业（系统）组织牵头举办',
        '(1) hosts are departments in charge of an industry, departments of general administration or central enterprise groups; the notice goes to industry associations too; class two is led by a department or by an organisation of the industry or system',
      ),
    ),
    {
      id: 'applicant-kinds-named',
      check: 'applicantKinds',
      parameters: { kinds: ['ministry', 'centralEnterprise'] },
      severity: 'warning',
      title: said(
        '通知点名的申办主体：部门和中央企业集团',
        'Applicants the notice names: departments and central enterprise groups',
      ),
      citation: cited(
        'S02',
        '（一）行业主管部门、相关综合管理部门或中央企业集团',
        '(1) departments in charge of an industry or of general administration, central enterprise groups',
      ),
      from: null,
      until: null,
    },
    {
      id: 'occupations-at-most-two',
      check: 'occupationsAtMost',
      parameters: { class: 'two', most: 3 },
      severity: 'blocking',
      title: said('二类竞赛的职业（工种）数量', 'How many occupations class two may hold'),
      citation: cited(
        'S02',
        '（四）国家级二类竞赛可申报不超过 3 个竞赛职业（工种）',
        '(4) class two at most 3 occupations',
      ),
      from: null,
      until: null,
    },
    documents,
  ],
  duties: [],
};
