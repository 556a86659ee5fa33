import { defineMessages } from '@luban/platform';

defineMessages({
  'results.no-such-tie': {
    zh: '所列作品并非恰好一组未决并列，请按排名中列出的并列逐一裁定。',
    en: 'These works are not exactly one undecided tie. Please rule on a tie as the ranking lists it.',
  },
  'results.not-complete': {
    zh: '成绩尚不完整，不能解密；请先完成所列事项。',
    en: 'The results are not complete yet. Please finish what is listed before decoding.',
  },
  'results.decoding-not-opened': {
    zh: '裁判长尚未发起解密。',
    en: 'The chief judge has not opened the decoding yet.',
  },
  'results.same-person': {
    zh: '发起解密的人不能自己见证，请由监督员见证。',
    en: 'Whoever opened the decoding cannot witness it. Please ask a supervisor.',
  },
  'results.person-needed': { zh: '此操作须由具名人员完成。', en: 'This must be done by a person.' },
  'results.not-decoded': {
    zh: '该赛项尚未解密，只能按成果号查看。',
    en: 'This skill is not decoded yet: results are known by work code only.',
  },
  'results.version-not-found': { zh: '没有这一次成绩。', en: 'There is no such result version.' },
  'results.result-not-found': { zh: '没有这条成绩。', en: 'There is no such result.' },
  'results.not-proven': {
    zh: '该次成绩正在逐分复算核对，请稍候。',
    en: 'This version is still being recomputed from every value. Please wait a moment.',
  },
  'results.not-publishable': {
    zh: '有 {count} 个赛项还不能公布，请先完成所列事项。',
    en: '{count} skills cannot be published yet. Please finish what is listed.',
  },
  'results.nothing-new': { zh: '没有新的成绩可以公布。', en: 'There is nothing new to publish.' },
  'results.provisional-first': {
    zh: '须先公示，再正式公布。',
    en: 'Results are published provisionally first.',
  },
  'results.final-stays-final': {
    zh: '已正式公布的成绩只能以更正公告再次公布。',
    en: 'Final results can only be corrected by a new final publication.',
  },
  'results.correction-needs-note': {
    zh: '更正已公布的成绩须写明原因。',
    en: 'A correction of published results needs its reason.',
  },
  'results.names-need-basis': {
    zh: '公布全名须写明依据（本人同意或规则条款）。',
    en: 'Full names need their basis: consent, or the rule that asks for them.',
  },
  'results.all-published': {
    zh: '{count} 个赛项的成绩均已公布。',
    en: 'The results of all {count} skills are published.',
  },
  'results.unpublished': { zh: '{names} 的成绩尚未公示。', en: 'Not published yet: {names}.' },
  'results.all-final': {
    zh: '{count} 个赛项的成绩均已正式公布。',
    en: 'The results of all {count} skills are final.',
  },
  'results.not-final': { zh: '{names} 的成绩尚未正式公布。', en: 'Not final yet: {names}.' },
  'results.home-ties': {
    zh: '裁定 {count} 个并列名次 · {skill}',
    en: 'Rule on {count} tied places · {skillEn}',
  },
  'results.home-decode': { zh: '发起解密 · {skill}', en: 'Open the decoding · {skillEn}' },
  'results.home-witness': { zh: '见证解密 · {skill}', en: 'Witness the decoding · {skillEn}' },
  'results.home-publish': {
    zh: '公布 {count} 个赛项的成绩 · {event}',
    en: 'Publish the results of {count} skills · {event}',
  },
  'results.deductions-open': {
    zh: '还有 {count} 项违规扣分待裁判长审定。',
    en: '{count} deductions wait for the chief judge.',
  },
  'results.modules-missed': {
    zh: '{count} 个参赛单元缺了某个模块：缺考一个模块不按零分计，请在检录中登记为中途退赛或弃权。',
    en: '{count} entries missed a module. That is not a zero: record them at check-in as retired or withdrawn.',
  },
  'results.marking-open': {
    zh: '评分尚未全部完成并签字。',
    en: 'Marking is not finished and signed off yet.',
  },
  'results.nothing-computed': { zh: '尚未计算成绩。', en: 'No results have been computed yet.' },
  'results.forms-unsigned': { zh: '还有 {count} 张评分表未签字。', en: '{count} forms are not signed.' },
  'results.run-waiting': { zh: '成绩正在重新计算。', en: 'The results are being computed anew.' },
  'results.entries-unmarked': {
    zh: '还有 {count} 个参赛单元没有成绩。',
    en: '{count} entries have no result.',
  },
  'results.ties-undecided': {
    zh: '还有 {count} 个并列名次待裁定。',
    en: '{count} tied places wait for a ruling.',
  },
});
