import type { FigureNotesDto } from './year-insight.dto.js';

/** What each figure counts: the same words on screen, in the workbook and in the report. */
export const figureNotes: FigureNotesDto = {
  contests: {
    zh: '一项竞赛 = 一份已提交的申报；草稿不计。“获批”含有条件同意，不含已撤销、已撤回；“已发布”指列入已发布计划（以最新一版为准）。',
    en: 'A contest is an application that was submitted; drafts do not count. Granted includes grants with conditions, not what was revoked or withdrawn since. Published is what stands in the latest published version of the plan.',
  },
  classes: {
    zh: '按竞赛类别统计申报、获批、已发布的项数，与计划目标数对照。目标为约数，超出只提示、不限制。本系统没有该年度计划的，另列公开记录所载数目及来源。',
    en: 'Applications, grants and published contests of each class beside the target of the plan. Targets are approximate: exceeding one is shown, never stopped. Where this system has no plan of the year, what public records say stands beside, with its source.',
  },
  states: {
    zh: '每份申报按其当前状态计一次。',
    en: 'Each application counts once, in the state it has now.',
  },
  industries: {
    zh: '按 GB/T 4754 门类统计；申报未填行业的，取牵头单位的行业。',
    en: 'By section of GB/T 4754; where an application names no industry, that of its lead applicant.',
  },
  places: {
    zh: '决赛地：决赛举办地所在地区。申办单位：牵头申办单位所在地区。色块内数字为项数。',
    en: 'Final: the area in which the final is held. Applicant: the area of the lead applicant. The figure in a tile is the number of contests.',
  },
  occupations: {
    zh: '统计获批竞赛的职业（工种），按职业分类大典大类归类；一项竞赛含多个职业时，各计一次。“首次列入”指本级以往年度从未获批，且公开记录中未见。',
    en: 'Occupations of granted contests, by major class of the classification; a contest with several counts for each. First time: granted at this level in no earlier year, and in no public record of one.',
  },
  months: {
    zh: '按获批竞赛的决赛开始日期所在月份统计；跨年举办的单列。',
    en: 'Granted contests by the month in which the final begins; those of another calendar year stand apart.',
  },
  participation: {
    zh: '来自本年度获批竞赛在本系统建立的赛事。代表队按赛事累计；报名为已通过审核的；到场为检录到场人数；获奖为已公示或公布成绩中的获奖人数。',
    en: 'From the events of the year’s contests in this system. Delegations count for each event; entries are accepted ones; present are those checked in; awarded those with an award in a published result.',
  },
  duties: {
    zh: '获批竞赛的批复条件与赛后材料；“逾期”指已过截止日期仍未完成。',
    en: 'Conditions of grants and what is owed after a contest. Overdue: not met, and its day is past.',
  },
  lower: {
    zh: '本地区下级人社部门的申报、获批与计划，以及企业、院校备案（不含已撤回）。',
    en: 'Applications, grants and plans of the authorities below in this area, and contests filed by enterprises and schools (without those withdrawn).',
  },
  years: {
    zh: '各计划年度在本系统中的项数，与公开记录对照。公开记录注明来源；“未核实”的仅供参考。',
    en: 'Contests of each plan year in this system, beside public records. Each record names its source; unverified ones are for orientation only.',
  },
};
