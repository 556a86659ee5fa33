import { guessMapping, type ColumnMapping, type HeadingWords } from './headings.js';
import type { Sheet } from './workbook.js';

/** What the columns of a roster 报名表 hold. */
export type RosterColumn =
  | 'delegation'
  | 'skill'
  | 'group'
  | 'name'
  | 'gender'
  | 'birthDate'
  | 'unit'
  | 'team'
  | 'role'
  | 'coach'
  | 'level'
  | 'note';

export type RosterMapping = ColumnMapping<RosterColumn>;

/** The headings of our own template, in its order; the words below also understand those of other people. */
export const rosterHeadings: [RosterColumn, heading: string, width: number, hint: string][] = [
  ['delegation', '代表团', 16, '代表团的名称，与系统中的一致'],
  ['skill', '赛项', 22, '赛项的名称，与系统中的一致'],
  ['group', '组别', 10, '如 职工组、学生组；不分组可留空'],
  ['name', '姓名', 12, '每位选手一行'],
  ['gender', '性别', 7, '男 或 女'],
  ['birthDate', '出生日期', 13, '如 2003-05-09'],
  ['unit', '单位', 26, '工作单位或学校'],
  ['team', '队伍', 12, '双人、三人赛项：同队的各行填同一个队名或编号'],
  ['note', '备注', 18, ''],
];

const words: HeadingWords<RosterColumn> = {
  delegation: [
    /^(代表团|代表队|参赛代表团|参赛代表队|delegation)(名称)?$/,
    /^(参赛队|省份|省市|地区|选送单位|推荐单位)(名称)?$/,
  ],
  skill: [
    /^(赛项|竞赛项目|参赛项目|比赛项目|赛项名称|skill)(名称)?$/,
    /^(项目|工种|职业|竞赛工种|参赛工种|参赛赛项)(名称)?$/,
  ],
  group: [/^(组别|参赛组别|竞赛组别|group)$/],
  name: [/^(姓名|选手姓名|参赛选手|参赛选手姓名|name)$/, /^(选手|队员姓名|参赛者)$/, /姓名$/],
  gender: [/^(性别|gender|sex)$/],
  birthDate: [/^(出生日期|出生年月日|dateofbirth|birthdate)$/, /^(出生年月|生日|birthday)$/],
  unit: [
    /^(单位|工作单位|所在单位|单位名称|学校|院校|学校名称|unit|organisation|organization)$/,
    /单位|学校|院校/,
  ],
  team: [/^(队伍|队名|队伍名称|团队|team)$/, /^(搭档|同队选手|队号|组号|小组|队别)$/],
  role: [/^(身份|角色|人员类别|role)$/],
  coach: [/^(教练|指导教师|指导老师|coach)(姓名)?$/],
  level: [/^(技能等级|职业资格等级|职业技能等级|等级)$/],
  note: [/^(备注|说明|note|notes)$/],
};

/** Guesses which columns of a roster hold what; null when none is headed 姓名 or name. */
export function suggestRosterMapping(sheet: Sheet): RosterMapping | null {
  return guessMapping(sheet, words, (found) => !!found.name);
}

/** Headings of what is not taken over: document numbers, phones, photos are kept from the system until it encrypts them. */
export function isPersonalHeading(heading: string): boolean {
  return /身份证|证件|护照|手机|电话|联系方式|照片|id ?card|passport|phone|mobile|photo/i.test(heading);
}
