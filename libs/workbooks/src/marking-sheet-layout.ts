import { guessMapping, type ColumnMapping, type HeadingWords } from './headings.js';
import type { Sheet } from './workbook.js';

/** What the columns of a Chinese 评分表 hold (DOMAIN.md 5): 模块 → 评分项 → 评分点, 配分, 评分标准, 评分方式 and more. */
export type MarkingSheetColumn =
  | 'id'
  | 'module'
  | 'subCriterion'
  | 'aspect'
  | 'max'
  | 'method'
  | 'standard'
  | 'requirement'
  | 'section'
  | 'day'
  | 'level0'
  | 'level1'
  | 'level2'
  | 'level3'
  | 'calculation'
  | 'caption';

export type MarkingSheetMapping = ColumnMapping<MarkingSheetColumn>;

/** The second sheet of our own 评分表： what does not belong to any single 评分点, so that nothing is lost on the way. */
export const summarySheetName = '概要';

/** Our own layout, in its order. Other people's sheets are guessed by the words below. */
export const markingSheetHeadings: [MarkingSheetColumn, heading: string, width: number][] = [
  ['id', '编号', 8],
  ['module', '模块', 16],
  ['subCriterion', '评分项', 18],
  ['caption', '小标题', 12],
  ['aspect', '评分点', 36],
  ['max', '配分', 7],
  ['method', '评分方式', 9],
  ['standard', '评分标准', 40],
  ['requirement', '技术要求', 16],
  ['section', '标准分项', 9],
  ['day', '评分日', 7],
  ['level0', '0分', 18],
  ['level1', '1分', 18],
  ['level2', '2分', 18],
  ['level3', '3分', 18],
  ['calculation', '计算', 7],
];

const words: HeadingWords<MarkingSheetColumn> = {
  id: [/^(编号|评分点编号|指标编号)$/],
  module: [
    /^(模块|评分模块|考核模块|竞赛模块|比赛模块)(名称)?$/,
    /^(一级指标|任务|竞赛任务|考核任务)(名称)?$/,
    /模块$/,
  ],
  subCriterion: [
    /^(评分项|评分项目|子项|二级指标)(名称)?$/,
    /^(考核项目|评价项目|检测项目|考核要素|评分要素|项目)(名称)?$/,
    /^(评分内容|考核内容)$/,
  ],
  caption: [/^小标题$/],
  aspect: [
    /^(评分点|评分要点|得分点|考核点|采分点)(描述|说明|名称)?$/,
    /^(三级指标|考核要点|观测点|检测点|评分细项|评分细则)$/,
    /^(评分内容|考核内容|检测内容|评价内容|考核要求|内容)$/,
  ],
  max: [/^(配分|分值|满分|标准分|权重分|应得分)$/, /^(配分|分值)/, /(配分|分值)$/, /^(分数|最高分)$/],
  method: [/^(评分方式|评分类型|评分方法|评价方式|评判方式)$/, /^(类型|方式|评分属性|m\/j)$/],
  standard: [
    /^(评分标准|评判标准|评价标准|评分细则|评分说明)$/,
    /^(扣分标准|给分标准|标准|评分依据|评分规则)$/,
    /评分标准/,
  ],
  requirement: [/^(技术要求|标准值|公称尺寸|规定值|参考值)$/, /^要求$/],
  section: [/^(标准分项|wsos|wsss|职业标准分项|世赛标准分项)(分项|section)?$/, /^(wsos|wsss)/],
  day: [/^(评分日|评分日期|评分时间|评分天)$/],
  level0: [/^0(分|级|档)(描述)?$/],
  level1: [/^1(分|级|档)(描述)?$/],
  level2: [/^2(分|级|档)(描述)?$/],
  level3: [/^3(分|级|档)(描述)?$/],
  calculation: [/^计算(方式)?$/],
};

/** Guesses what a sheet's columns hold; null when it heads no marks and nothing that could be an aspect. */
export function suggestMapping(sheet: Sheet): MarkingSheetMapping | null {
  const mapping = guessMapping(
    sheet,
    words,
    (found) => !!found.max && !!(found.aspect ?? found.subCriterion ?? found.standard),
  );
  if (!mapping) return null;
  const { columns } = mapping;
  // A sheet with fewer steps than ours: its finest step is what carries the marks.
  if (!columns.aspect && columns.subCriterion) {
    columns.aspect = columns.subCriterion;
    delete columns.subCriterion;
  } else if (!columns.aspect && columns.standard) {
    columns.aspect = columns.standard;
    delete columns.standard;
  }
  return mapping;
}

/** A guess for every visible sheet that has one: many workbooks keep each module on a sheet of its own. */
export function suggestMappings(sheets: Sheet[]): MarkingSheetMapping[] {
  const tables = sheets.filter(({ hidden, name }) => !hidden && name.trim() !== summarySheetName);
  return tables.flatMap((sheet) => suggestMapping(sheet) ?? []);
}
