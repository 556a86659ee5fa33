import { defineConstraintCodes, defineMessages } from '@luban/platform';

defineMessages({
  'judging.scheme-not-found': { zh: '找不到该评分方案。', en: 'There is no such marking scheme.' },
  'judging.scheme-malformed': {
    zh: '评分方案的格式不正确，请按所列位置修改。',
    en: 'This is not a marking scheme. Please mend it at the places named.',
  },
  'judging.scheme-not-draft': {
    zh: '只有草稿可以修改或启用；请新建一份草稿。',
    en: 'Only a draft can be changed or put in force. Please make a new draft.',
  },
  'judging.scheme-changed': {
    zh: '评分方案已被他人修改，请刷新后再改。',
    en: 'Somebody else has changed the scheme. Please reload and try again.',
  },
  'judging.scheme-blocked': {
    zh: '评分方案有 {count} 处必须修改的问题，改正后才能启用。',
    en: 'The scheme has {count} faults that must be mended before it can be put in force.',
  },
  'judging.marking-begun': {
    zh: '该赛项已开始评分，不能更换评分方案。',
    en: 'Marking of this skill has begun: its scheme can no longer be changed.',
  },
  'judging.module-unmapped': {
    zh: '评分项 {criteria} 没有对应的模块，请指定各评分项所属模块。',
    en: 'Criteria {criteria} belong to no module. Please say which module each is made in.',
  },
  'judging.mapping-unreadable': {
    zh: '列对应关系无法识别，请重新选择各列。',
    en: 'The column mapping cannot be read. Please choose the columns again.',
  },
  'judging.workbook-unreadable': {
    zh: '无法读取该文件：{why}',
    en: 'The file cannot be read: {why}',
  },
  'judging.judge-not-found': { zh: '找不到该裁判。', en: 'There is no such judge.' },
  'judging.conflict-not-found': { zh: '找不到该回避申报。', en: 'There is no such declared conflict.' },
  'judging.judge-is-seated': {
    zh: '该裁判仍在裁判组或评分表中，请先从裁判组移出。',
    en: 'This judge sits in a marking team or on a form. Please take him out of the team first.',
  },
  'judging.chief-cannot-mark': {
    zh: '裁判长不得打分，同一人不能在一个赛项既任裁判长又任裁判。',
    en: 'The chief judge enters no score: nobody can be chief judge and judge of one skill.',
  },
  'judging.judge-list-empty': {
    zh: '名单中没有裁判：请保留表头，每人一行。',
    en: 'The list names nobody. Keep the headings and give each person a row.',
  },
  'judging.judge-list-too-long': {
    zh: '名单有 {count} 人，一次最多 {max} 人，请分批导入。',
    en: 'The list names {count} people; at most {max} at once. Please import it in parts.',
  },
  'judging.judge-list-faulty': {
    zh: '名单中有 {count} 处必须改正，没有导入任何人。',
    en: 'The list has {count} faults that must be mended; nobody was imported.',
  },
  'judging.account-unknown': {
    zh: '没有这个账号，或账号已停用。',
    en: 'There is no such account, or it is disabled.',
  },
  'judging.delegation-unknown': { zh: '本赛事没有这个代表团。', en: 'This event has no such delegation.' },
  'judging.team-not-found': { zh: '找不到该裁判组。', en: 'There is no such marking team.' },
  'judging.team-changed': {
    zh: '裁判组已被他人修改，请刷新后再改。',
    en: 'Somebody else has changed the team. Please reload and try again.',
  },
  'judging.team-name-taken': {
    zh: '该赛项已有同名裁判组。',
    en: 'The skill already has a team of this name.',
  },
  'judging.team-has-marked': {
    zh: '该裁判组已开始评分，不能更换席位；可增加替补裁判。',
    en: 'This team has begun to mark: its seats can no longer change. Stand-ins can still be added.',
  },
  'judging.team-is-assigned': {
    zh: '该裁判组仍负责评分分项，请先改派。',
    en: 'This team still marks sub-criteria. Please assign them to another first.',
  },
  'judging.seats-wrong': {
    zh: '按规则每组 {panel} 名裁判，席位应为 1 至 {panel}，不缺不重。',
    en: 'By the policy a team has {panel} judges, in seats 1 to {panel} without a gap.',
  },
  'judging.judge-twice-in-team': {
    zh: '同一裁判不能在一组中出现两次。',
    en: 'A judge cannot be in a team twice.',
  },
  'judging.not-a-judge': {
    zh: '裁判组成员须是该赛项的裁判（裁判长不打分）。',
    en: 'Members of a team are judges of the skill (the chief judge enters no score).',
  },
  'judging.sub-criterion-not-found': { zh: '找不到该评分分项。', en: 'There is no such sub-criterion.' },
  'judging.sub-criterion-marked': {
    zh: '该评分分项已开始评分，不能改派裁判组或回避方式。',
    en: 'Marking of this sub-criterion has begun: its team and its way with compatriots can no longer change.',
  },
});

defineConstraintCodes({ marking_team_skill_name_key: 'judging.team-name-taken' });
