import { defineMessages } from '@luban/platform';

/** What registration says about entries: refusals, and findings that name the rule they come from. */
export const entryMessages = defineMessages({
  'registration.entry-not-found': {
    zh: '没有找到这个报名，或它不在您的权限范围内。',
    en: 'There is no such entry, or it is not within your reach.',
  },
  'registration.group-not-of-skill': { zh: '这个组别不属于该项目。', en: 'This group is not of the skill.' },
  'registration.entry-withdrawn': { zh: '这个报名已弃权。', en: 'This entry is withdrawn.' },
  'registration.entry-incomplete': {
    zh: '还不能提交：有 {count} 处须先修改。',
    en: 'Not yet possible: {count} thing(s) must be mended first.',
  },
  'registration.not-editable': {
    zh: '“{stateZh}”的报名不能修改。报名截止前可先撤回，或请承办单位退回。',
    en: 'An entry that is {stateEn} cannot be changed. Recall it before registration closes, or ask the organiser to return it.',
  },
  'registration.not-to-submit': {
    zh: '“{stateZh}”的报名不能提交。',
    en: 'An entry that is {stateEn} cannot be submitted.',
  },
  'registration.not-submitted': {
    zh: '只有待审核的报名可以这样处理，这个报名{stateZh}。',
    en: 'Only an entry awaiting review can be handled so; this one is {stateEn}.',
  },
  'registration.not-to-return': {
    zh: '“{stateZh}”的报名不能退回。',
    en: 'An entry that is {stateEn} cannot be returned.',
  },
  'registration.not-accepted': { zh: '这个报名还没有通过审核。', en: 'This entry has not been accepted.' },
  'registration.return-reason-needed': { zh: '退回须写明要修改什么。', en: 'Say what has to be mended.' },
  'registration.not-open-yet': {
    zh: '报名尚未开始（{opensAt} 起）。',
    en: 'Registration has not opened yet (from {opensAt}).',
  },
  'registration.closed': {
    zh: '报名已截止（{closesAt}）。如确有特殊情况，请联系承办单位补报。',
    en: 'Registration has closed ({closesAt}). In a special case ask the organiser for a late entry.',
  },
  'registration.late-reason-needed': {
    zh: '报名已截止，补报或修改须写明理由。',
    en: 'Registration has closed: a late entry or change needs a reason.',
  },
  'registration.already-drawn': {
    zh: '该项目已经抽签，不能再报名、换组或退回。',
    en: 'This skill has been drawn: no more entries, changes of group or returns.',
  },
  'registration.settled': {
    zh: '比赛已结束，报名不能再改。',
    en: 'The competition is over; entries can no longer be changed.',
  },
  'registration.not-to-withdraw': {
    zh: '这个报名已有比赛状态，不能作弃权处理。',
    en: 'This entry has competed or been given a status and cannot be withdrawn.',
  },
  'registration.not-withdrawn': { zh: '这个报名没有弃权。', en: 'This entry is not withdrawn.' },
  'registration.withdraw-at-check-in': {
    zh: '开赛后请在检录处登记弃权。',
    en: 'Once the competition has begun, record it at check-in.',
  },

  'registration.team-size': {
    zh: '本项目每个报名须有 {wanted} 名选手，现有 {given} 名。',
    en: 'An entry of this skill has {wanted} competitor(s); {given} given.',
  },
  'registration.same-person-in-team': {
    zh: '同一名选手在队中出现了两次。',
    en: 'The same person stands in the team twice.',
  },
  'registration.name-missing': { zh: '缺少姓名。', en: 'The name is missing.' },
  'registration.name-odd': {
    zh: '姓名中有数字或符号，请核对。',
    en: 'The name holds digits or signs; please check.',
  },
  'registration.too-long': { zh: '最多 {max} 字。', en: 'At most {max} characters.' },
  'registration.birth-date-needed': {
    zh: '缺少出生日期：本项目限 {max} 岁以下（含），须核对年龄。',
    en: 'The birth date is missing: this skill is for ages up to {max}.',
  },
  'registration.birth-date-missing': { zh: '缺少出生日期。', en: 'The birth date is missing.' },
  'registration.date-unreadable': {
    zh: '日期不对。请写成 2003-05-09。',
    en: 'This is no date. Write it as 2003-05-09.',
  },
  'registration.birth-date-implausible': {
    zh: '出生日期不合情理，请核对年份。',
    en: 'This birth date is implausible; check the year.',
  },
  'registration.over-age': {
    zh: '超龄：{heldYear} 年满 {years} 岁，本项目限 {max} 岁（含）以下，须 {earliest} 以后出生（项目年龄规定，按举办年份计算）。',
    en: "Over age: {years} in {heldYear}; this skill is for ages up to {max}, born on {earliest} or later (the skill's age rule, counted by the year of the event).",
  },
  'registration.under-sixteen': {
    zh: '赛事首日未满 {min} 周岁，请确认是否符合参赛规定（全国技能大赛要求年满 16 周岁，其他赛事以本赛事规定为准）。',
    en: 'Under {min} on the first day; check the rules of this contest (the national skills competition asks for 16).',
  },
  'registration.person-twice-in-skill': {
    zh: '这名选手在“{skill}”中已有另一个报名。',
    en: 'This person has another entry in "{skill}" already.',
  },
  'registration.person-in-other-skill': {
    zh: '同名同生日的选手还报了“{skill}”，请确认是否为同一人。',
    en: 'Somebody of the same name and birth date is entered in "{skill}" too; check whether it is one person.',
  },
  'registration.person-in-named-delegation': {
    zh: '同名同生日的选手还出现在“{delegation}”的“{skill}”中，请确认是否为同一人。',
    en: 'Somebody of the same name and birth date stands with "{delegation}" in "{skill}"; check whether it is one person.',
  },
  'registration.person-in-other-delegation': {
    zh: '同名同生日的选手还出现在其他代表团的报名中，请确认是否为同一人。',
    en: 'Somebody of the same name and birth date is entered by another delegation; check whether it is one person.',
  },
});
