import { defineMessages } from '@luban/platform';

/** What the duties after a contest refuse and tell. */
defineMessages({
  'approvals.obligation-not-found': {
    zh: '没有这项赛后材料，或不在您的权限范围内。',
    en: 'There is no such duty after a contest, or it is not within your reach.',
  },
  'approvals.obligation-not-yours': {
    zh: '赛后材料由牵头申办单位提交。',
    en: 'What is owed after a contest is handed in by its lead applicant.',
  },
  'approvals.obligation-not-yours-to-check': {
    zh: '赛后材料由批复本赛事的人社部门审核。',
    en: 'What is owed after a contest is checked by the authority that granted it.',
  },
  'approvals.obligation-checked': {
    zh: '这份材料已经审核通过，不能再替换。确需修改，请联系审核部门撤销审核并退回。',
    en: 'This has been checked and is no longer replaced. Ask the authority to undo the check and return it if it must change.',
  },
  'approvals.obligation-decided': {
    zh: '这份材料已经审核通过或退回，请刷新后查看。要退回已审核通过的材料，请先撤销审核。',
    en: 'This has been checked or returned already: reload to see it. To return what was checked, undo the check first.',
  },
  'approvals.obligation-not-checked': {
    zh: '这份材料没有审核通过，无需撤销审核。',
    en: 'This has not been checked, so there is no check to undo.',
  },
  'approvals.obligation-not-handed-in': {
    zh: '这份材料还没有提交，不能审核。',
    en: 'This has not been handed in yet, so there is nothing to check.',
  },
  'approvals.obligation-grant-ended': {
    zh: '本赛事的竞赛资格已撤销或撤回，不再需要提交赛后材料。',
    en: 'Class status of this contest has ended: nothing is owed any more.',
  },
  'approvals.obligation-no-file': { zh: '这项材料还没有文件。', en: 'There is no file for this yet.' },
  'approvals.notice-obligation-due': {
    zh: '赛后材料即将到期：{title} · {contest}（{dueOn} 前）',
    en: 'Due soon after the contest: {titleEn} · {contest} (by {dueOn})',
  },
  'approvals.notice-obligation-overdue': {
    zh: '赛后材料已逾期：{title} · {contest}（应于 {dueOn} 前提交）',
    en: 'Overdue after the contest: {titleEn} · {contest} (was due by {dueOn})',
  },
  'approvals.notice-obligation-returned': {
    zh: '赛后材料被退回补正：{title} · {contest}。理由：{reason}',
    en: 'Returned for completion: {titleEn} · {contest}. Reason: {reason}',
  },
  'approvals.obligations-due': {
    zh: '提交赛后材料：{contest}，{count} 项，最早 {dueOn} 到期',
    en: 'Hand in {count} thing(s) after the contest: {contest}, the first due {dueOn}',
  },
  'approvals.obligations-returned': {
    zh: '补正退回的赛后材料：{contest}，{count} 项',
    en: 'Complete what was returned: {contest}, {count} thing(s)',
  },
  'approvals.obligations-to-check': {
    zh: '审核赛后材料：{count} 项待审核',
    en: 'Check what was handed in after contests: {count} waiting',
  },
});
