import { defineMessages } from '@luban/platform';

/** What approvals refuse, in both languages. Later parts keep their own beside their verbs. */
defineMessages({
  'approvals.application-not-found': {
    zh: '没有这份申报，或不在您的权限范围内。',
    en: 'There is no such application, or it is not within your reach.',
  },
  'approvals.role-may-not': {
    zh: '您的角色不能进行此操作。请由负责这一步的人员办理。',
    en: 'Your role may not do this. It is for whoever is responsible for this step.',
  },
  'approvals.not-from-this-state': {
    zh: '申报现在的状态不允许此操作。请刷新页面查看最新状态。',
    en: 'The application is not in a state that allows this. Reload the page to see where it stands.',
  },
  'approvals.historic-record': {
    zh: '这是依据往年公开记录补录的申报，只供查阅，不能办理。',
    en: 'This is a record of an earlier year, kept as evidence: nothing is done to it.',
  },
  'approvals.reason-needed': { zh: '请写明理由。', en: 'Please give the reason.' },
  'approvals.article-needed': { zh: '请写明所依据的条款。', en: 'Please name the article it rests on.' },
  'approvals.own-application': {
    zh: '您所在单位是这份申报的牵头申办单位，须回避，请由他人办理。',
    en: 'Your organisation is the lead applicant of this application: somebody else has to decide.',
  },
  'approvals.recused': {
    zh: '您已对这份申报回避，请由他人办理。',
    en: 'You stand aside from this application: somebody else has to decide.',
  },
  'approvals.same-person': {
    zh: '受理与审核须由不同人员办理，您已办理过其中一项。',
    en: 'Acceptance and review are for different people, and you have done one of them.',
  },
});
