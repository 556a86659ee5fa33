import { defineConstraintCodes, defineMessages } from '@luban/platform';

/** What the annual plan and class status refuse, and what they tell people. */
defineMessages({
  'approvals.plan-not-found': {
    zh: '没有这份年度竞赛计划，或不在您的权限范围内。',
    en: 'There is no such annual plan, or it is not within your reach.',
  },
  'approvals.plan-version-not-found': {
    zh: '这份年度竞赛计划没有这一版。',
    en: 'The annual plan has no such version.',
  },
  'approvals.plan-draft-open': {
    zh: '第 {number} 版还在拟稿，请先公布或删除它，再起草新的一版。',
    en: 'Version {number} is still a draft: publish or discard it before beginning another.',
  },
  'approvals.plan-first-version': {
    zh: '第一版只能是年度计划；增补和更正在计划公布之后起草。',
    en: 'The first version is the plan itself. Supplements and corrections follow once it is published.',
  },
  'approvals.plan-published-before': {
    zh: '年度计划已经公布，之后的变化请以增补或更正公布。',
    en: 'The plan is published: what changes afterwards is a supplement or a correction.',
  },
  'approvals.plan-version-published': {
    zh: '第 {number} 版已经公布，不能再修改。变化请以增补或更正公布。',
    en: 'Version {number} is published and no longer changes. Publish changes as a supplement or a correction.',
  },
  'approvals.plan-not-publishable': {
    zh: '还不能公布，缺少：{missingZh}。',
    en: 'It cannot be published yet. Missing: {missingEn}.',
  },
  'approvals.plan-not-signed': {
    zh: '登记发文字号、签发人和成文日期之后，才能生成用印稿。',
    en: 'The copy to be stamped is made once document number, signer and date are recorded.',
  },
  'approvals.correction-note-needed': {
    zh: '更正须写明更正说明。',
    en: 'A correction needs a note that says what is corrected and why.',
  },
  'approvals.document-number-form': {
    zh: '发文字号“{given}”的写法不对，应类似 人社部函〔2026〕42号。',
    en: 'The document number "{given}" is not well-formed; it should look like 人社部函〔2026〕42号.',
  },
  'approvals.signed-on-future': {
    zh: '成文日期 {day} 在今天之后。请填写签发的日期。',
    en: 'The date of the document, {day}, lies in the future. Give the day on which it was signed.',
  },
  'approvals.signed-on-too-early': {
    zh: '成文日期 {day} 早于 2000 年。请核对。',
    en: 'The date of the document, {day}, lies before 2000. Please check.',
  },
  'approvals.scan-of-another-list': {
    zh: '这份盖章件的核对码是 {given}，而现在的文件是 {code}：名单或内容已有变化。请重新打印用印稿盖章。',
    en: 'The stamped copy bears the check code {given}, but the document is now {code}: it has changed. Print it again and have it stamped.',
  },
  'approvals.no-such-day': { zh: '“{day}”不是有效的日期。', en: '"{day}" is not a day of the calendar.' },
  'approvals.no-scan': { zh: '还没有盖章扫描件。', en: 'There is no stamped scan yet.' },
  'approvals.order-incomplete': {
    zh: '排序须恰好列出本计划中全部 {count} 项，每项一次。列表可能已经变化，请刷新。',
    en: 'An order names each of the {count} contests of this plan once. The list may have changed: reload it.',
  },
  'approvals.item-not-found': {
    zh: '本年度计划中没有这项赛事。',
    en: 'This contest does not stand in this year’s plan.',
  },
  'approvals.name-reason-needed': {
    zh: '改动正式名称须写明理由。',
    en: 'Changing an official name needs a reason.',
  },
  'approvals.decision-published': {
    zh: '这项赛事已经列入公布的年度计划，不能再撤销审核决定；确需取消，请撤销资格，并以更正公布。',
    en: 'A published plan names this contest, so its decision is no longer undone. Revoke class status and publish a correction instead.',
  },
  'approvals.beyond-the-grant': {
    zh: '“{event}”按年度计划批复举办，{whatZh}超出批复范围（已批准：{granted}）。这属于变更，请在申报中提出：{href}',
    en: '"{event}" is held as granted in the annual plan, and {whatEn} goes beyond the grant (granted: {granted}). That is an amendment: ask for it in the application, {href}',
  },
  'approvals.class-status-ended': {
    zh: '本赛事的竞赛资格已撤销或撤回（{reason}），不能继续。',
    en: 'Class status of this event has ended ({reason}): it cannot go on.',
  },
  'approvals.class-status-holds': {
    zh: '竞赛资格有效：{name}。',
    en: 'Class status is in force: {name}.',
  },
  'approvals.skills-not-granted': {
    zh: '有 {count} 个竞赛项目不在批复范围内：{names}。请删除，或申请变更。',
    en: '{count} skill(s) are not among what was granted: {names}. Delete them, or ask for an amendment.',
  },
  'approvals.occupations-not-held': {
    zh: '批复的职业（工种）中有 {count} 个还没有竞赛项目：{names}。不举办须先申请变更。',
    en: '{count} granted occupation(s) have no skill yet: {names}. Not holding one is an amendment.',
  },

  'approvals.notice-plan-published': {
    zh: '“{name}”已列入公布的年度竞赛计划（{document}），赛事已按批复建立，可以开始筹备。',
    en: '"{name}" stands in the published annual plan ({document}). Its event has been opened as granted: set it up now.',
  },
  'approvals.plan-to-publish': {
    zh: '公布{year}年竞赛计划：{count} 项已同意，尚未公布',
    en: 'Publish the plan of {year}: {count} granted contests are not published yet',
  },
  'approvals.plan-correction-waits': {
    zh: '更正{year}年竞赛计划：公布后有 {count} 项变化',
    en: 'Correct the plan of {year}: {count} changes since it was published',
  },
});

defineConstraintCodes({
  plan_version_plan_number_key: 'approvals.plan-draft-open',
});
