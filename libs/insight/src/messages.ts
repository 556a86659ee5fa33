import { defineMessages } from '@luban/platform';

/** What insight refuses, in both languages. */
defineMessages({
  'insight.no-area': {
    zh: '您的单位还没有登记为人社部门，年度概览没有可显示的范围。请联系管理员登记。',
    en: 'Your organisation is not registered as an authority yet, so there is no area to look at. Ask the administrator to register it.',
  },
  'insight.area-not-in-reach': {
    zh: '没有这个地区，或不在您的权限范围内。',
    en: 'There is no such area, or it is not within your reach.',
  },
  'insight.level-above-area': {
    zh: '这个地区没有该级别的竞赛：请选择本级或下级。',
    en: 'There are no contests of that level in this area: choose its own level or one below.',
  },
  'insight.report-not-found': {
    zh: '没有这份年度报告，或不在您的权限范围内。',
    en: 'There is no such yearly report, or it is not within your reach.',
  },
  'insight.report-not-made': {
    zh: '这份年度报告还没有生成完毕，请稍候。',
    en: 'This yearly report has not been made yet: please wait a moment.',
  },
});
