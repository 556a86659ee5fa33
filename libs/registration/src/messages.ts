import { defineConstraintCodes, defineMessages } from '@luban/platform';
import './draw-messages.js';
import './entry-messages.js';
import './roster-messages.js';
import './stage-messages.js';

/** What the room of registration says about delegations, quotas, check-in and places. */
export const messages = defineMessages({
  'registration.delegation-not-found': {
    zh: '没有找到这个代表团，或它不在您的权限范围内。',
    en: 'There is no such delegation, or it is not within your reach.',
  },
  'registration.delegation-has-entries': {
    zh: '“{name}”已有报名，不能删除；如不参赛，请将其报名作弃权处理。',
    en: '"{name}" has entries and cannot be removed; withdraw them if it does not take part.',
  },
  'registration.delegation-code-taken': {
    zh: '本赛事已有相同代码的代表团。',
    en: 'This event already has a delegation with that code.',
  },
  'registration.delegation-name-taken': {
    zh: '本赛事已有同名代表团。',
    en: 'This event already has a delegation of that name.',
  },
  'registration.list-empty': {
    zh: '名单是空的。每行写一个代表团。',
    en: 'The list is empty. Write one delegation per line.',
  },
  'registration.list-unreadable': {
    zh: '名单中有 {count} 行须修改，尚未导入任何代表团。',
    en: '{count} line(s) of the list need mending; nothing was added.',
  },
  'registration.list-name-missing': { zh: '第 {line} 行缺少名称。', en: 'Line {line} has no name.' },
  'registration.list-code-unfit': {
    zh: '第 {line} 行的代码“{text}”不合要求：最多 12 个字母、数字或短横。',
    en: 'Line {line}: the code "{text}" must be up to 12 letters, digits or dashes.',
  },
  'registration.list-code-twice': {
    zh: '第 {line} 行的代码“{text}”重复。',
    en: 'Line {line}: the code "{text}" occurs twice.',
  },
  'registration.list-name-twice': {
    zh: '第 {line} 行的“{text}”重复。',
    en: 'Line {line}: "{text}" occurs twice.',
  },
  'registration.list-too-long': {
    zh: '第 {line} 行的名称超过 80 字。',
    en: 'Line {line}: the name is longer than 80 characters.',
  },

  'registration.quota-full': {
    zh: '名额已满：共 {places} 个名额，现有报名 {entries} 个。如需增加，请联系承办单位。',
    en: 'The quota is full: {places} place(s), {entries} entries. Ask the organiser if you need more.',
  },
  'registration.quotas-settled': {
    zh: '比赛已结束，名额不能再改。',
    en: 'The competition is over; quotas can no longer be changed.',
  },
  'registration.quota-names-stranger': {
    zh: '名额所指的代表团、项目或组别不在本赛事中。',
    en: 'The quota names a delegation, skill or group that is not of this event.',
  },

  'registration.check-in-closed': {
    zh: '现在不是检录的时候：检录在“赛前准备”和“竞赛与评分”阶段进行。',
    en: 'Check-in takes place during preparation and competition only.',
  },
  'registration.check-in-not-found': {
    zh: '没有找到这条检录记录。',
    en: 'There is no such check-in record.',
  },
  'registration.check-in-not-latest': {
    zh: '只能撤销最近一次检录；请刷新后再看。',
    en: 'Only the latest check-in can be undone. Refresh and look again.',
  },
  'registration.status-reason-needed': {
    zh: '中途退赛和取消成绩须写明理由。',
    en: 'Retiring and disqualifying need a reason.',
  },
  'registration.module-not-of-skill': {
    zh: '这个模块不属于该项目。',
    en: 'This module is not of the skill.',
  },
  'registration.marks-here': {
    zh: '您在本项目担任裁判或录分工作，不能查看选手身份和赛位（加密规定）。',
    en: 'You mark or record in this skill, so you may not see identities and workstations (blind coding).',
  },

  'registration.placement-not-found': { zh: '没有找到这个赛位安排。', en: 'There is no such placement.' },
  'registration.workstation-not-found': { zh: '没有找到这个赛位。', en: 'There is no such workstation.' },
  'registration.move-wrong-stage': {
    zh: '只有在赛前准备和比赛期间才能调整赛位。',
    en: 'Places can be changed during preparation and competition only.',
  },
  'registration.no-move': {
    zh: '选手本来就在这个场次和赛位。',
    en: 'The entry is at this session and workstation already.',
  },
  'registration.place-taken': {
    zh: '这个赛位在该时段已有选手。请另选一个空闲的赛位。',
    en: 'This workstation is taken at that time. Choose a free one.',
  },
  'registration.workstation-unfit': {
    zh: '这个赛位不属于该项目，或已标为故障。',
    en: 'This workstation is not of the skill, or is marked as failed.',
  },
  'registration.session-not-of-module': {
    zh: '这个场次不属于该模块。',
    en: 'This session is not of the module.',
  },
  'registration.entry-busy': {
    zh: '选手在该时段另有比赛安排。',
    en: 'The entry competes elsewhere at that time.',
  },
  'registration.no-free-workstation': {
    zh: '赛位 {code} 的选手没有空闲的赛位可换。请先增加备用赛位，或调整场次。',
    en: 'There is no free workstation for the entries of {code}. Add a spare or another session first.',
  },

  'registration.competitor-not-found': { zh: '没有找到这名选手。', en: 'There is no such competitor.' },
  'registration.competitor-has-account': {
    zh: '这名选手已有账号。',
    en: 'This competitor has an account already.',
  },
  'registration.account-not-found': {
    zh: '没有找到这个账号，或它不是您下发的。',
    en: 'There is no such account, or it was not handed down by you.',
  },
  'registration.labels-wrong-stage': {
    zh: '赛件标签在赛前准备和比赛期间打印。',
    en: 'Labels are printed during preparation and competition.',
  },
  'registration.no-labels': {
    zh: '这个场次没有需要贴标签的赛件（未抽签，或该模块不按评分方案评分）。',
    en: 'This session has no works to label (not drawn, or not marked by the scheme).',
  },
  'registration.no-such-sheet': { zh: '没有这种表。', en: 'There is no such sheet.' },
  'registration.sheet-too-early': {
    zh: '抽签之后才有这张表。请先为该项目抽签。',
    en: 'This sheet exists after the draw. Draw the skill first.',
  },
});

defineConstraintCodes({
  delegation_code_key: 'registration.delegation-code-taken',
  delegation_name_key: 'registration.delegation-name-taken',
  placement_session_workstation_key: 'registration.place-taken',
  entry_delegation_fk: 'registration.delegation-not-found',
});
