import { defineMessages } from '@luban/platform';

/** What is said about applications, their windows and their documents. */
defineMessages({
  'approvals.no-organisation': {
    zh: '您的账号没有可以申报的单位。请联系管理员，为“主办”角色登记所属单位。',
    en: 'Your account has no organisation that could apply. Ask an administrator to name one for your role as host.',
  },
  'approvals.lead-not-yours': {
    zh: '只能以本单位名义申报，请选择您所在的单位。',
    en: 'You apply for your own organisation only. Choose one of yours.',
  },
  'approvals.several-organisations': {
    zh: '您代表多个单位，请指明牵头申办单位。',
    en: 'You act for several organisations: name the one that applies.',
  },
  'approvals.area-unfit': {
    zh: '行政区划代码 {divisionCode} 与申报级别不符。',
    en: 'The division code {divisionCode} does not belong to this level.',
  },
  'approvals.no-authority': {
    zh: '该级别和地区没有受理申报的人社部门，请重新选择。',
    en: 'No authority of this level and area receives applications. Choose another one.',
  },
  'approvals.class-needed': { zh: '请选择申报类别（一类或二类）。', en: 'Choose the class: one or two.' },
  'approvals.class-not-here': {
    zh: '现行规则包“{pack}”下，该级别不设此类别。',
    en: 'Under the rules in force ("{pack}") this level has no such class.',
  },
  'approvals.held-year-unfit': {
    zh: '举办年度须为计划年度 {planYear} 或次年。',
    en: 'It is held in its plan year {planYear} or in the year after.',
  },
  'approvals.dates-reversed': {
    zh: '决赛结束日期 {finalTo} 早于开始日期 {finalFrom}。',
    en: 'The final would end on {finalTo}, before it begins on {finalFrom}.',
  },
  'approvals.preliminary-reversed': {
    zh: '选拔赛结束日期早于开始日期。',
    en: 'The selection would end before it begins.',
  },
  'approvals.lead-is-fixed': {
    zh: '牵头申办单位由申报单位固定，不能另行填写。',
    en: 'The lead applicant is whoever applies; another one cannot be stated.',
  },
  'approvals.party-twice': {
    zh: '“{name}”以同一身份重复填写。',
    en: '"{name}" is stated twice with the same part.',
  },
  'approvals.organisation-not-found': {
    zh: '没有找到这个单位，请重新选择或直接填写名称。',
    en: 'There is no such organisation. Choose again, or write its name.',
  },
  'approvals.occupation-unknown': {
    zh: '《职业分类大典》（{edition} 年版）中没有代码 {code}。',
    en: 'The classification of {edition} has no occupation {code}.',
  },
  'approvals.occupation-twice': {
    zh: '职业“{name}”重复填写。',
    en: 'The occupation "{name}" is stated twice.',
  },
  'approvals.code-needs-edition': {
    zh: '职业代码须与大典版本一起填写（代码在不同版本中会变）。',
    en: 'A code needs the edition it belongs to: codes move between editions.',
  },
  'approvals.place-unknown': { zh: '没有这个行政区划：{code}。', en: 'There is no division {code}.' },
  'approvals.industry-unknown': { zh: '没有这个行业代码：{code}。', en: 'There is no industry {code}.' },
  'approvals.same-contest': {
    zh: '同一赛事在 {planYear} 年度已有申报“{name}”（{state}），不能重复申报。',
    en: 'The same contest has an application for {planYear} already: "{name}" ({stateEn}). It is not applied for twice.',
  },
  'approvals.granted-twice': {
    zh: '同一赛事“{name}”在 {planYear} 年度已获批准，不能再次批准。',
    en: 'The same contest "{name}" has been granted for {planYear} already; it is not granted twice.',
  },
  'approvals.copy-of-same-year': {
    zh: '“{name}”在 {planYear} 年度已有申报，请复制到其他年度。',
    en: '"{name}" is being applied for in {planYear} already. Copy it to another year.',
  },
  'approvals.final-outside-year': {
    zh: '决赛日期 {finalFrom} 至 {finalTo} 与举办年度 {heldYear} 不符：须在 {heldYear} 年开始，最迟次年 1 月结束。',
    en: 'The final ({finalFrom} to {finalTo}) does not fit the year in which it is held, {heldYear}: it begins in that year and ends in January after it at the latest.',
  },
  'approvals.final-too-long': {
    zh: '决赛 {finalFrom} 至 {finalTo} 长达 {days} 天，最多 {most} 天，请核对日期。',
    en: 'The final from {finalFrom} to {finalTo} takes {days} days, {most} at most. Check the dates.',
  },
  'approvals.year-ahead': {
    zh: '年份 {year} 晚于今年（{current}），请核对。',
    en: 'The year {year} lies after the current one ({current}). Check it.',
  },
  'approvals.reopening-reason': {
    zh: '申报已截止，重新开放须写明原因。',
    en: 'The window has closed: reopening it needs a reason.',
  },
  'approvals.funding-unequal': {
    zh: '经费来源合计 {sum} 元，与总额 {total} 元不符。',
    en: 'The sources add up to {sum} yuan, the total says {total} yuan.',
  },
  'approvals.only-draft-discarded': {
    zh: '只有从未提交的草稿可以删除；已提交的请撤回。',
    en: 'Only a draft that was never submitted can be discarded; withdraw what has been submitted.',
  },
  'approvals.field-missing': { zh: '“{zh}”还没有填写完整。', en: '"{en}" is not complete yet.' },
  'approvals.incomplete': {
    zh: '还有 {count} 项必填内容没有完成，暂不能提交。',
    en: '{count} required item(s) are still missing; it cannot be submitted yet.',
  },
  'approvals.findings-blocking': {
    zh: '有 {count} 项检查不符合规则，须改正后才能提交。',
    en: '{count} rule(s) are not met; they have to be before it can be submitted.',
  },
  'approvals.no-window': {
    zh: '{planYear} 年度尚未开放申报，请等待主管部门的申报通知。',
    en: 'Applications for {planYear} have not been called for yet. Wait for the notice of the authority.',
  },
  'approvals.window-not-open': {
    zh: '申报尚未开始：{opensAt} 开始，现在是 {serverTime}（北京时间）。',
    en: 'Applications are not received yet: from {opensAt}; it is now {serverTime} (China time).',
  },
  'approvals.window-closed': {
    zh: '申报已于 {closesAt} 截止，收到本次提交时为 {serverTime}（北京时间）。',
    en: 'The window closed at {closesAt}; this arrived at {serverTime} (China time).',
  },
  'approvals.completion-overdue': {
    zh: '补正期限为 {dueAt}，收到本次提交时为 {serverTime}（北京时间）。',
    en: 'It was to be completed by {dueAt}; this arrived at {serverTime} (China time).',
  },
  'approvals.window-reversed': {
    zh: '截止时间须晚于开始时间。',
    en: 'The window has to close after it opens.',
  },
  'approvals.time-without-zone': {
    zh: '时间“{time}”须带时区，例如 2026-11-01T09:00:00+08:00。',
    en: 'The time "{time}" needs its zone, for example 2026-11-01T09:00:00+08:00.',
  },
  'approvals.window-not-found': {
    zh: '该年度还没有设置申报时间。',
    en: 'No window has been set for that year.',
  },
  'approvals.window-exists': {
    zh: '该年度的申报时间已设置（版本 {current}），请刷新后修改。',
    en: 'A window has been set for that year already (version {current}). Reload and change it.',
  },
  'approvals.window-closed-already': { zh: '申报已经截止。', en: 'The window is closed already.' },
  'approvals.notice-submitted': {
    zh: '收到申报：{planYear} 年“{name}”（{lead}），等待受理',
    en: 'Application received: "{name}" for {planYear} ({lead}), waiting for acceptance',
  },
  'approvals.notice-resubmitted': {
    zh: '补正后再次提交：{planYear} 年“{name}”（{lead}，第 {number} 次提交）',
    en: 'Completed and submitted again: "{name}" for {planYear} ({lead}, submission {number})',
  },
  'approvals.notice-withdrawn': {
    zh: '申报单位撤回：{planYear} 年“{name}”（{lead}）',
    en: 'Withdrawn by its applicant: "{name}" for {planYear} ({lead})',
  },
  'approvals.told-window-closing': {
    zh: '申报“{name}”（{planYear} 年）还是草稿，申报将于 {closesAt}（北京时间）截止，请及时提交。',
    en: '"{name}" ({planYear}) is still a draft; the window closes at {closesAt} (China time).',
  },
  'approvals.home-draft': {
    zh: '完成并提交申报“{name}”（{planYear} 年）',
    en: 'Complete and submit "{name}" ({planYear})',
  },
  'approvals.home-returned': {
    zh: '补正申报“{name}”（{planYear} 年，{count} 处）',
    en: 'Complete the returned application "{name}" ({planYear}, {count} remark(s))',
  },
  'approvals.home-window-open': {
    zh: '{planYear} 年度竞赛计划申报已开放，起草申报',
    en: 'Applications for {planYear} are open: draft one',
  },
});
