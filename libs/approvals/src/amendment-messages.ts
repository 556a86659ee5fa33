import { defineMessages } from '@luban/platform';

defineMessages({
  'approvals.plan-year-granted': {
    zh: '资格只对批准的计划年度有效，不能变更计划年度；需要时请重新申报。',
    en: 'Class status is for its plan year only, which does not change. Apply again where needed.',
  },
});
