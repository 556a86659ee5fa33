import type { Said } from '@luban/platform';
import { documentKindInWords } from '@luban/rulebook';

/** The parts of an application as people call them: what a return marks, what a change is told by. */
export const applicationFields: Readonly<Record<string, Said>> = {
  name: { zh: '赛事名称', en: 'Name' },
  edition: { zh: '届次', en: 'Edition' },
  class: { zh: '类别', en: 'Class' },
  planYear: { zh: '计划年度', en: 'Plan year' },
  heldYear: { zh: '举办年度', en: 'Year held' },
  industry: { zh: '所属行业', en: 'Industry' },
  place: { zh: '决赛地点', en: 'Place of the final' },
  finalDates: { zh: '决赛时间', en: 'Dates of the final' },
  parties: { zh: '办赛单位', en: 'Organisations' },
  occupations: { zh: '竞赛职业（工种）', en: 'Occupations' },
  purpose: { zh: '竞赛目的与意义', en: 'Purpose' },
  contact: { zh: '联系人', en: 'Contact' },
  groups: { zh: '组别', en: 'Groups' },
  schedule: { zh: '赛程安排', en: 'Schedule' },
  venue: { zh: '场地与设施', en: 'Venue' },
  experts: { zh: '专家队伍', en: 'Experts' },
  judges: { zh: '裁判队伍', en: 'Judges' },
  funding: { zh: '经费', en: 'Funding' },
  scale: { zh: '规模', en: 'Scale' },
  earlierEditions: { zh: '近五年举办情况', en: 'Earlier editions' },
  inspectionYears: { zh: '年审合格年份', en: 'Years of passed inspection' },
  business: { zh: '业务范围', en: 'Business' },
  documents: { zh: '申报材料', en: 'Documents' },
};

/** Whether a return may mark this: a field, or one kind of document (`documents.request`). */
export const isApplicationField = (field: string): boolean =>
  field in applicationFields ||
  (field.startsWith('documents.') && field.slice('documents.'.length) in documentKindInWords);
