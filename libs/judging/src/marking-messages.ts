import { defineMessages } from '@luban/platform';

/** What marking says when it refuses: each sentence tells the person what to do next. */
defineMessages({
  'judging.form-not-found': {
    zh: '没有找到这张评分表，或它不由您评分。',
    en: 'There is no such marking form, or it is not yours to mark.',
  },
  'judging.aspect-not-found': { zh: '这张评分表上没有这个评分点。', en: 'This form has no such aspect.' },
  'judging.not-your-seat': {
    zh: '只有在这张评分表上有席位的裁判才能提交。',
    en: 'Only a judge who holds a seat on this form may hand it in.',
  },
  'judging.form-changed': {
    zh: '其间有人改了同一个评分点（评分表现为第 {revision} 版）。请对照两个值，重新确认。',
    en: 'Somebody changed the same value meanwhile (the form is at revision {revision}). Compare both and confirm one.',
  },
  'judging.form-signed-off': {
    zh: '这张评分表已签字锁定。确需更改，请裁判长说明理由后重新打开。',
    en: 'This form is signed off and locked. If it must change, the chief judge reopens it with a reason.',
  },
  'judging.form-submitted': {
    zh: '这张评分表已提交签字。如需更改，请先撤回提交。',
    en: 'This form has been handed in. Take it back before changing it.',
  },
  'judging.form-not-submitted': {
    zh: '这张评分表还没有提交，不能签字。请裁判先提交。',
    en: 'This form has not been handed in yet. Its judges hand it in first.',
  },
  'judging.form-not-signed': {
    zh: '这张评分表没有签字，不需要重新打开。',
    en: 'This form is not signed off, so there is nothing to reopen.',
  },
  'judging.form-busy': {
    zh: '这张评分表正被多台设备同时保存，请稍候，系统会自动重试。',
    en: 'Several devices are saving this form at once. It will be tried again in a moment.',
  },
  'judging.not-in-competition': {
    zh: '赛事不在“竞赛与评分”阶段，不能评分。赛后更正须由裁判长先重新打开评分表。',
    en: 'The event is not in its marking stage. For a correction afterwards the chief judge reopens the form first.',
  },
  'judging.client-key-reused': {
    zh: '同一个保存编号已用于另一组数值。请重新载入评分表后再保存。',
    en: 'This save key already stands for other values. Reload the form and save again.',
  },
  'judging.save-not-readable': {
    zh: '保存请求有 {count} 处格式不对。',
    en: 'The save has {count} malformed part(s).',
  },
  'judging.values-not-valid': {
    zh: '有 {count} 个值不能保存，请逐项改正。',
    en: '{count} value(s) cannot be saved. Please correct each.',
  },
  'judging.value-not-valid': {
    zh: '评分点 {aspect} 的值不符合评分方式或超出范围。',
    en: 'The value for aspect {aspect} does not fit how it is marked, or is out of range.',
  },
  'judging.value-twice': {
    zh: '评分点 {aspect} 的同一席位出现了两次。',
    en: 'The same seat of aspect {aspect} is given twice.',
  },
  'judging.aspect-not-on-form': {
    zh: '这个评分点不属于这张评分表。',
    en: 'This aspect does not belong to the form.',
  },
  'judging.seat-not-on-form': {
    zh: '评分点 {aspect} 没有第 {seat} 席。',
    en: 'Aspect {aspect} has no seat {seat}.',
  },
  'judging.spread-open': {
    zh: '评分点 {aspects} 的打分相差过大：请同组裁判讨论后重新打分。',
    en: 'The scores for {aspects} lie too far apart: the same judges discuss and score again.',
  },
  'judging.form-incomplete': {
    zh: '还有 {count} 个评分点未打分：{aspects}。',
    en: '{count} aspect(s) are not yet marked: {aspects}.',
  },
  'judging.form-all-zero': {
    zh: '整张评分表得分为 0.00，请确认不是漏评。',
    en: 'The whole form comes to 0.00. Make sure that nothing was overlooked.',
  },
  'judging.version-code-differs': {
    zh: '纸质评分表的版本码 {printed} 与当前成绩 {current} 不一致。请重新打印并签字。',
    en: 'The printed sheet has version code {printed}, but the marks now have {current}. Print and sign it anew.',
  },
  'judging.sign-offs-refused': {
    zh: '有 {count} 张评分表还不能签字，因此一张也没有签。',
    en: '{count} form(s) cannot be signed yet, so none was signed.',
  },
  'judging.scan-missing': {
    zh: '本项目要求先上传签字评分表的扫描件。',
    en: 'This skill asks for the scan of the signed sheet before the form is signed off.',
  },
  'judging.scan-there': { zh: '已有扫描件，不能替换。', en: 'There is a scan already; it is not replaced.' },
  'judging.scan-kind': {
    zh: '扫描件须为 PDF、JPG 或 PNG 文件。',
    en: 'A scan is a PDF, JPEG or PNG file.',
  },
  'judging.scan-not-found': { zh: '这张评分表没有扫描件。', en: 'This form has no scan.' },
  'judging.paper-entry-not-found': { zh: '没有找到这份纸质录入。', en: 'There is no such paper entry.' },
  'judging.paper-entry-waiting': {
    zh: '这张评分表已有一份录入在等待复核。',
    en: 'A paper entry for this form is already waiting to be checked.',
  },
  'judging.paper-entry-settled': {
    zh: '这份录入已经复核或退回。',
    en: 'This paper entry has been checked or sent back already.',
  },
  'judging.paper-same-person': {
    zh: '录入和复核必须是两个人：请另一位复核员核对。',
    en: 'Whoever entered the paper may not check it: another person does.',
  },
  'judging.placement-not-found': {
    zh: '没有找到这个赛位安排，或它不在您的权限范围内。',
    en: 'There is no such placement, or it is not within your reach.',
  },
  'judging.time-record-not-found': { zh: '没有找到这条计时记录。', en: 'There is no such time record.' },
  'judging.time-order': {
    zh: '参赛编号 {entryNumber}：当前状态下不能“{kindZh}”。',
    en: 'Entry {entryNumber}: "{kindEn}" is not possible in its present state.',
  },
  'judging.time-backwards': {
    zh: '参赛编号 {entryNumber}：时间早于上一条记录，或晚于现在。',
    en: 'Entry {entryNumber}: the time lies before the last record, or in the future.',
  },
  'judging.time-needs-reason': {
    zh: '补时、移场和暂停须写明原因。',
    en: 'Extra time, a move and a pause need a reason.',
  },
  'judging.time-needs-minutes': {
    zh: '补时须填写分钟数（1–600）。',
    en: 'Extra time needs its minutes (1 to 600).',
  },
  'judging.time-needs-target': { zh: '移场须指明场次。', en: 'A move needs the session to move to.' },
  'judging.time-not-last': {
    zh: '只能撤销最后一条计时记录；移场记录不能撤销，请再次移场。',
    en: 'Only the last time record can be taken back; a move is not, move again instead.',
  },
  'judging.time-not-yours': { zh: '您不是这名选手。', en: 'You are not the competitor of this record.' },
  'judging.entry-not-competing': {
    zh: '参赛编号 {entryNumber} 为缺考、弃权或取消成绩，不能计时。',
    en: 'Entry {entryNumber} is absent, withdrawn or disqualified: there is no time to record.',
  },
  'judging.deduction-not-found': { zh: '没有找到这条扣分。', en: 'There is no such deduction.' },
  'judging.deduction-settled': { zh: '这条扣分已经审定。', en: 'This deduction has been decided already.' },
  'judging.deduction-own': {
    zh: '提出扣分的人不能审定同一条扣分。',
    en: 'Whoever proposed a deduction does not decide it.',
  },
  'judging.module-not-by-list': {
    zh: '模块“{module}”按评分方案评分，不能用名单导入成绩。',
    en: 'Module "{module}" is marked by the scheme; its marks do not come in by a list.',
  },
  'judging.list-unreadable': {
    zh: '名单读不出来，请检查文件。',
    en: 'The list cannot be read. Please check the file.',
  },
  'judging.part-marks-refused': {
    zh: '名单中有 {count} 处须改正，因此一条也没有导入。',
    en: 'The list has {count} fault(s), so nothing was imported.',
  },

  'judging.home-forms-to-mark': {
    zh: '评 {count} 张评分表 · {skill}',
    en: 'Mark {count} form(s) · {skillEn}',
  },
  'judging.home-spreads-to-settle': {
    zh: '重新打分：{count} 张评分表有分差 · {skill}',
    en: 'Score again: {count} form(s) with a spread · {skillEn}',
  },
  'judging.home-forms-to-sign': {
    zh: '签字 {count} 张评分表 · {skill}',
    en: 'Sign {count} form(s) off · {skillEn}',
  },
  'judging.home-spreads-open': {
    zh: '查看 {count} 处未解决的分差 · {skill}',
    en: 'Look at {count} open spread(s) · {skillEn}',
  },
  'judging.home-deductions': {
    zh: '审定 {count} 条违规扣分 · {skill}',
    en: 'Decide {count} deduction(s) · {skillEn}',
  },
  'judging.home-paper-to-check': {
    zh: '复核 {count} 张纸质评分表 · {skill}',
    en: 'Check {count} paper form(s) · {skillEn}',
  },
  'judging.home-paper-returned': {
    zh: '重新录入 {count} 张被退回的纸质评分表 · {skill}',
    en: 'Enter {count} returned paper form(s) again · {skillEn}',
  },
  'judging.home-times-to-confirm': {
    zh: '确认 {count} 条计时记录 · {skill}',
    en: 'Confirm {count} time record(s) · {skillEn}',
  },

  'judging.check-forms-signed': {
    zh: '{count} 张评分表全部签字。',
    en: 'All {count} marking forms are signed off.',
  },
  'judging.check-forms-missing': {
    zh: '{skill}：缺 {count} 张评分表。',
    en: '{skillEn}: {count} marking form(s) are missing.',
  },
  'judging.check-forms-unsigned': {
    zh: '{skill}：还有 {count} 张评分表没有签字。',
    en: '{skillEn}: {count} marking form(s) are not signed off yet.',
  },
  'judging.check-deductions-undecided': {
    zh: '{skill}：还有 {count} 条违规扣分没有审定。',
    en: '{skillEn}: {count} deduction(s) are not decided yet.',
  },
  'judging.check-part-marks-missing': {
    zh: '{skill}：还有 {count} 个名单成绩（如理论成绩）没有导入；缺考请登记缺考。',
    en: '{skillEn}: {count} list mark(s), such as theory, have not come in; record who was absent.',
  },
  'judging.check-times-running': {
    zh: '{skill}：有 {count} 个赛位的计时没有结束。',
    en: '{skillEn}: {count} clock(s) were never stopped.',
  },
  'judging.check-times-unconfirmed': {
    zh: '{skill}：有 {count} 条结束、补时或移场记录未经三方确认。',
    en: '{skillEn}: {count} stop, extra-time or move record(s) lack one of their three confirmations.',
  },
  'judging.check-marking-begun': {
    zh: '已有 {count} 张评分表有打分；退回后打分保留，但不能继续评分。',
    en: '{count} form(s) carry marks already; they are kept, but marking stops.',
  },
  'judging.check-no-marks': { zh: '还没有任何打分。', en: 'Nothing has been marked yet.' },
  'judging.redraw-marks': {
    zh: '本项目已有打分，不能重新抽签。',
    en: 'Works of this skill carry marks already: it cannot be drawn anew.',
  },
  'judging.redraw-times': {
    zh: '本项目已开始计时，不能重新抽签。',
    en: 'Clocks of this skill have been started: it cannot be drawn anew.',
  },
});
