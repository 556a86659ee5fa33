import { defineMessages } from '@luban/platform';

/** What registration says about the cells of a roster. */
export const rosterMessages = defineMessages({
  'registration.roster-faulty': {
    zh: '名单中有 {count} 处须修改，尚未导入任何报名。',
    en: '{count} cell(s) of the roster need mending; nothing was imported.',
  },
  'registration.roster-empty': { zh: '名单里没有选手。', en: 'The roster holds nobody.' },
  'registration.roster-too-long': {
    zh: '名单有 {count} 行，一次最多导入 {max} 行。请分批导入。',
    en: 'The roster has {count} rows; at most {max} can be imported at once. Split it.',
  },
  'registration.roster-columns-unfit': {
    zh: '列的对应关系不对，请重新选择。',
    en: 'These columns cannot be used; choose them again.',
  },
  'registration.roster-unreadable': { zh: '{detailZh}', en: '{detailEn}' },
  'registration.roster-delegation-missing': { zh: '缺少代表团。', en: 'The delegation is missing.' },
  'registration.roster-delegation-unknown': {
    zh: '没有名为“{text}”的代表团。',
    en: 'There is no delegation "{text}".',
  },
  'registration.roster-delegation-perhaps': {
    zh: '没有名为“{text}”的代表团，是不是“{suggestion}”？',
    en: 'There is no delegation "{text}"; perhaps "{suggestion}"?',
  },
  'registration.roster-other-delegation': {
    zh: '“{text}”不是本代表团（{own}）。领队只能导入本代表团的名单。',
    en: '"{text}" is not this delegation ({own}). A team leader imports his own delegation only.',
  },
  'registration.roster-skill-missing': { zh: '缺少赛项。', en: 'The skill is missing.' },
  'registration.roster-skill-unknown': {
    zh: '本赛事没有“{text}”这个赛项。',
    en: 'This event has no skill "{text}".',
  },
  'registration.roster-skill-perhaps': {
    zh: '本赛事没有“{text}”这个赛项，是不是“{suggestion}”？',
    en: 'This event has no skill "{text}"; perhaps "{suggestion}"?',
  },
  'registration.roster-group-missing': {
    zh: '缺少组别，可选：{choices}。',
    en: 'The group is missing: {choices}.',
  },
  'registration.roster-group-unknown': {
    zh: '该赛项没有“{text}”这个组别，可选：{choices}。',
    en: 'This skill has no group "{text}"; there are: {choices}.',
  },
  'registration.roster-sex-unreadable': {
    zh: '性别请填“男”或“女”。',
    en: 'Write 男 or 女 (male or female).',
  },
  'registration.roster-date-unreadable': {
    zh: '看不懂“{text}”。出生日期请写成 2003-05-09（须精确到日）。',
    en: '"{text}" is no date. Write a birth date as 2003-05-09 (to the day).',
  },
  'registration.roster-team-missing': {
    zh: '双人、三人赛项须填“队伍”一列：同队各行填同一个队名或编号。',
    en: 'Pairs and trios need the column 队伍: the same name or number in every row of a team.',
  },
  'registration.roster-team-size': {
    zh: '队伍“{team}”有 {given} 人，该赛项每队 {wanted} 人。',
    en: 'Team "{team}" has {given}; a team of this skill has {wanted}.',
  },
  'registration.roster-team-groups': {
    zh: '队伍“{team}”的组别不一致。',
    en: 'The rows of team "{team}" name different groups.',
  },
  'registration.roster-twice-here': {
    zh: '与第 {row} 行是同一人，同一赛项只能报一次。',
    en: 'The same person as in row {row}; one entry per skill.',
  },
  'registration.roster-elsewhere-here': {
    zh: '与第 {row} 行同名同生日，请确认是否为同一人。',
    en: 'The same name and birth date as in row {row}; check whether it is one person.',
  },
  'registration.roster-entered-already': {
    zh: '这名选手在“{skill}”中已有报名。',
    en: 'This person has an entry in "{skill}" already.',
  },
  'registration.roster-quota': {
    zh: '超出名额：共 {places} 个，此前已报 {entries} 个。',
    en: 'Beyond the quota: {places} place(s), {entries} taken before this one.',
  },
  'registration.roster-not-a-competitor': {
    zh: '“{text}”不是选手，本行不导入。',
    en: 'A "{text}" is no competitor; this row is left out.',
  },
});
