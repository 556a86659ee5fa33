import { defineMessages } from '@luban/platform';

/** What filings 备案 refuse and tell, in both languages. */
defineMessages({
  'approvals.filing-not-found': {
    zh: '没有这份备案，或不在您的权限范围内。',
    en: 'There is no such filing, or it is not within your reach.',
  },
  'approvals.filing-not-yours': {
    zh: '只有备案单位自己可以办理。',
    en: 'Only the organisation that filed it may do this.',
  },
  'approvals.not-a-filer': {
    zh: '备案由企业和院校办理。{name} 的单位类型不是企业或院校，请按级别申报。',
    en: 'Filing is for enterprises and schools. {name} is neither: apply for class status instead.',
  },
  'approvals.choose-filer': {
    zh: '请选择为哪个单位备案。',
    en: 'Choose the organisation you file for.',
  },
  'approvals.filing-area-unknown': {
    zh: '{name} 没有登记所在地区。请选择备案地区。',
    en: 'The area of {name} is not registered. Choose the area to file with.',
  },
  'approvals.filing-area-unfit': {
    zh: '只能向单位所在的县（区）、市或省的人社部门备案。',
    en: 'File with the authority of the county, city or province in which the organisation lies.',
  },
  'approvals.filing-dates-reversed': {
    zh: '结束日期不能早于开始日期。',
    en: 'The last day must not be before the first.',
  },
  'approvals.filing-too-long': {
    zh: '竞赛从开始到结束不超过 366 天。请检查日期。',
    en: 'A contest lasts 366 days at most. Check the days.',
  },
  'approvals.filing-invalid': {
    zh: '备案内容有 {count} 处需要改正。',
    en: 'There are {count} things to correct in the filing.',
  },
  'approvals.already-filed': {
    zh: '这项竞赛已备案，备案号 {number}。',
    en: 'This contest is filed already: {number}.',
  },
  'approvals.filing-withdrawn': {
    zh: '备案 {number} 已撤回。',
    en: 'The filing {number} has been withdrawn.',
  },
  'approvals.filing-event-runs': {
    zh: '由这份备案创建的赛事已经开始报名或竞赛，不能撤回备案。',
    en: 'The event made of this filing has opened its registration: the filing cannot be withdrawn any more.',
  },
  'approvals.filing-name-short': {
    zh: '“{name}”太短，请写全称（至少两个字）。',
    en: '"{name}" is too short: write the whole name (two letters at least).',
  },
  'approvals.occupation-named-otherwise': {
    zh: '代码 {code} 是“{name}”，不是“{given}”。请改正名称或代码。',
    en: '{code} is {name}, not {given}. Correct the name or the code.',
  },
  'approvals.filing-of-event-withdrawn': {
    zh: '本赛事由备案 {number} 创建，该备案已撤回（{reason}）。仍要办赛请重新备案；不办请删除本赛事。',
    en: 'This event was made of the filing {number}, which has been withdrawn ({reason}). File it anew if it is held; delete the event if it is not.',
  },
  'approvals.filing-of-event-stands': {
    zh: '备案有效：{number}。',
    en: 'The filing stands: {number}.',
  },
  'approvals.filing-received': {
    zh: '{organisation}备案：{name}（{number}）',
    en: '{organisation} filed {name} ({number})',
  },
  'approvals.filing-taken-back': {
    zh: '{organisation}撤回备案：{name}（{number}）',
    en: '{organisation} withdrew the filing {name} ({number})',
  },
});
