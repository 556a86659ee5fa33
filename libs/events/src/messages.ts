import { defineConstraintCodes, defineMessages } from '@luban/platform';

/** What the room of events says when it refuses: each sentence tells the person what to do next. */
export const messages = defineMessages({
  'events.event-not-found': {
    zh: '没有找到这个赛事，或它不在您的权限范围内。',
    en: 'There is no such event, or it is not within your reach.',
  },
  'events.skill-not-found': {
    zh: '没有找到这个竞赛项目，或它不在您的权限范围内。',
    en: 'There is no such skill in this event, or it is not within your reach.',
  },
  'events.party-not-found': { zh: '没有找到这个办赛单位。', en: 'There is no such party in this event.' },
  'events.organisation-not-found': {
    zh: '没有找到这个单位，请先登记单位。',
    en: 'There is no such organisation. Register it first.',
  },
  'events.venue-not-found': { zh: '本赛事没有这个场地。', en: 'This event has no such venue.' },
  'events.group-not-found': { zh: '本项目没有这个组别。', en: 'This skill has no such group.' },
  'events.module-not-found': { zh: '本项目没有这个模块。', en: 'This skill has no such module.' },
  'events.session-not-found': { zh: '本项目没有这个场次。', en: 'This skill has no such session.' },
  'events.workstation-not-found': { zh: '本项目没有这个赛位。', en: 'This skill has no such workstation.' },
  'events.world-skill-not-found': {
    zh: '世赛项目编号 {number} 不存在，应为 1 至 63。',
    en: 'There is no WorldSkills skill number {number}; numbers run from 1 to 63.',
  },

  'events.not-yours-to-change': {
    zh: '您的角色可以查看本赛事，但不能修改这部分内容。',
    en: 'Your role may see this event but not change this part of it.',
  },
  'events.host-only': {
    zh: '赛事基本信息由主办单位修改；承办单位只能修改报名起止时间。',
    en: 'The basics of an event are changed by its host; an organiser may change the registration window only.',
  },
  'events.policy-host-only': {
    zh: '报名开始后，竞赛规则只能由主办单位修改。',
    en: 'Once registration has begun, only the host may change the rules of a skill.',
  },
  'events.no-organisation': {
    zh: '您的账号没有所属单位，不能成为主办单位。请指明主办单位，或请管理员为账号登记单位。',
    en: 'Your account belongs to no organisation that could host. Name a host organisation, or ask an administrator to give your account one.',
  },
  'events.not-your-organisation': {
    zh: '只能以本单位的名义创建赛事；为其他单位创建请联系管理员。',
    en: 'You may create events for your own organisation only; an administrator may for others.',
  },

  'events.class-by-grant': {
    zh: '竞赛类别（一类、二类）不能自行填写，须经申报由主管部门批复授予。',
    en: 'The class of an event (one or two) cannot be set by hand: it is granted by the authority through an application.',
  },
  'events.no-such-day': { zh: '“{day}”不是有效的日期。', en: '"{day}" is not a day of the calendar.' },
  'events.time-without-zone': {
    zh: '时间“{time}”须带时区，例如 2027-05-11T09:00:00+08:00。',
    en: 'The time "{time}" needs its zone, for example 2027-05-11T09:00:00+08:00.',
  },
  'events.dates-reversed': {
    zh: '结束日期 {endsOn} 早于开始日期 {startsOn}。',
    en: 'The event would end on {endsOn}, before it starts on {startsOn}.',
  },
  'events.registration-reversed': {
    zh: '报名截止时间必须晚于报名开始时间。',
    en: 'Registration must close after it opens.',
  },
  'events.unknown-time-zone': {
    zh: '“{timeZone}”不是有效的时区名称，应类似 Asia/Shanghai。',
    en: '"{timeZone}" is not a time zone; it should look like Asia/Shanghai.',
  },

  'events.wrong-stage': {
    zh: '赛事处于“{stageZh}”阶段，此时不能这样做。',
    en: 'The event stands at "{stageEn}"; this cannot be done at that stage.',
  },
  'events.part-locked': {
    zh: '赛事处于“{stageZh}”阶段，{partZh}已不能修改。确需修改时，请先说明理由退回相应阶段。',
    en: 'The event stands at "{stageEn}": {partEn} can no longer be changed. If it must be, take the event a stage back, with a reason.',
  },
  'events.no-such-transition': {
    zh: '赛事不能从“{fromZh}”直接进入“{toZh}”。',
    en: 'An event cannot go from "{fromEn}" straight to "{toEn}".',
  },
  'events.transition-not-yours': {
    zh: '“{actionZh}”由{rolesZh}操作。',
    en: '"{actionEn}" is for the {rolesEn} to do.',
  },
  'events.reason-needed': {
    zh: '退回上一阶段须写明理由。',
    en: 'A step back needs a reason.',
  },
  'events.preflight': {
    zh: '还不能{actionZh}：有 {count} 项须先处理。',
    en: 'Not yet possible to "{actionEn}": {count} finding(s) must be settled first.',
  },

  'events.only-draft-deleted': {
    zh: '只有筹备阶段、且没有任何内容的赛事可以删除。',
    en: 'Only an event that is still in set-up and holds nothing can be deleted.',
  },
  'events.not-empty': {
    zh: '赛事中已有内容（{what}），不能删除。',
    en: 'The event already holds something ({what}) and cannot be deleted.',
  },
  'events.in-use': {
    zh: '“{name}”已被使用，不能删除；历史会保留。',
    en: '"{name}" is in use and cannot be deleted; history is kept.',
  },
  'events.last-host': {
    zh: '赛事至少要有一个主办单位。请先添加新的主办单位。',
    en: 'An event needs at least one host. Add another host first.',
  },

  'events.skill-code-taken': {
    zh: '本赛事已有相同代码的竞赛项目。',
    en: 'This event already has a skill with that code.',
  },
  'events.venue-name-taken': {
    zh: '本赛事已有同名场地。',
    en: 'This event already has a venue of that name.',
  },
  'events.party-taken': {
    zh: '该单位在本赛事中已承担此角色。',
    en: 'That organisation already has this part in the event.',
  },
  'events.group-code-taken': {
    zh: '本项目已有相同代码的组别。',
    en: 'This skill already has a group with that code.',
  },
  'events.module-code-taken': {
    zh: '本项目已有相同代码的模块。',
    en: 'This skill already has a module with that code.',
  },
  'events.workstation-code-taken': {
    zh: '本项目已有相同编号的赛位。',
    en: 'This skill already has a workstation with that code.',
  },
  'events.workstation-codes-taken': {
    zh: '本项目已有这些编号的赛位：{codes}。',
    en: 'This skill already has these workstations: {codes}.',
  },
  'events.skill-needs-name': {
    zh: '请选择世赛项目，或填写项目代码和名称。',
    en: 'Choose one of the WorldSkills skills, or give a code and a name.',
  },
  'events.occupation-code': {
    zh: '职业编码“{code}”的格式不对，应类似 6-31-01-03，可带 L、S 或 L/S 标记。',
    en: 'The occupation code "{code}" is not well-formed; it should look like 6-31-01-03, with L, S or L/S where marked.',
  },
  'events.session-reversed': {
    zh: '场次“{name}”的结束时间必须晚于开始时间。',
    en: 'Session "{name}" must end after it starts.',
  },
  'events.session-overlaps': {
    zh: '场次“{name}”与同一模块的场次“{other}”时间重叠。',
    en: 'Session "{name}" overlaps session "{other}" of the same module.',
  },
  'events.session-module-unknown': {
    zh: '场次“{name}”所指的模块 {moduleCode} 不在本项目中。',
    en: 'Session "{name}" names module {moduleCode}, which this skill does not have.',
  },
  'events.workstations-empty': {
    zh: '请填写赛位编号，例如 A01–A24。',
    en: 'Give workstation codes, for example A01–A24.',
  },
  'events.workstations-unreadable': {
    zh: '看不懂“{part}”。赛位编号可写作 A01–A24，或以逗号分隔。',
    en: '"{part}" could not be read. Write codes as A01–A24, or separated by commas.',
  },
  'events.workstations-backwards': {
    zh: '“{part}”的起止顺序颠倒了。',
    en: '"{part}" runs backwards.',
  },
  'events.workstations-too-many': {
    zh: '一个项目最多 {most} 个赛位。',
    en: 'A skill has at most {most} workstations.',
  },

  'events.policy-unknown': {
    zh: '没有名为“{name}”的规则。可选：{known}。',
    en: 'There is no policy "{name}". There are: {known}.',
  },
  'events.policy-parameter-unfit': {
    zh: '规则“{name}”没有参数“{parameter}”。',
    en: 'The policy "{name}" has no parameter "{parameter}".',
  },
  'events.part-weights': {
    zh: '理论与实操的权重之和须为 100%，现为 {sum}%。',
    en: 'The weights of theory and practice must add up to 100 %; they come to {sum} %.',
  },
  'events.prize-ranks': {
    zh: '各奖项的名次须从第 1 名起依次相接，不重叠、不间断。',
    en: 'Prizes must cover ranks from 1 on, one after another, without overlap or gap.',
  },
  'events.prize-percentages': {
    zh: '各奖项比例须大于 0，合计不超过 100%，现为 {sum}%。',
    en: 'Each prize needs a share above 0, together at most 100 %; they come to {sum} %.',
  },
  'events.prize-twice': { zh: '奖项“{award}”出现了两次。', en: 'The prize "{award}" is named twice.' },
});

defineConstraintCodes({
  skill_code_key: 'events.skill-code-taken',
  venue_name_key: 'events.venue-name-taken',
  event_party_organisation_part_key: 'events.party-taken',
  skill_group_skill_code_key: 'events.group-code-taken',
  module_skill_code_key: 'events.module-code-taken',
  workstation_skill_code_key: 'events.workstation-code-taken',
  event_party_organisation_fk: 'events.organisation-not-found',
  skill_venue_fk: 'events.venue-not-found',
  workstation_venue_fk: 'events.venue-not-found',
});
