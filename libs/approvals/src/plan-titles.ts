import type { PlanVersion } from './annual-plan.entity.js';
import type { PlanPlace } from './plan-lines.js';

/** 「2026年全国行业职业技能竞赛计划」: the list's own name. Lower levels name their area. */
export const planTitle = ({ level, planYear }: PlanPlace, areaName: string): string =>
  level === 'nationalIndustry'
    ? `${planYear}年全国行业职业技能竞赛计划`
    : `${planYear}年${areaName}职业技能竞赛计划`;

const verbs: Record<PlanVersion['kind'], string> = { plan: '印发', supplement: '增补', correction: '更正' };

/** 「关于印发2026年…计划的通知」: the usual title of a notice of its kind. */
export const noticeTitle = (kind: PlanVersion['kind'], place: PlanPlace, areaName: string): string =>
  `关于${verbs[kind]}${planTitle(place, areaName)}的通知`;

/** 主送机关 as usual at this level; edited where another is wanted. */
export function usualAddressees({ level }: PlanPlace): string {
  if (level === 'nationalIndustry')
    return '各省、自治区、直辖市及新疆生产建设兵团人力资源社会保障厅（局），各有关部门、行业协会和中央企业';
  if (level === 'provincial') return '各市人力资源社会保障局，省级有关部门、行业协会和企业';
  if (level === 'municipal') return '各区、县（市）人力资源社会保障局，市级有关部门、行业协会和企业';
  return '各乡镇（街道），县级有关部门、行业协会和企业';
}

/** Class of a contest as lists head it: of the country, or of the level. */
export function className(of: 'one' | 'two' | null, { level }: Pick<PlanPlace, 'level'>): string {
  if (of === null) return '职业技能竞赛';
  const rung = { nationalIndustry: '国家级', provincial: '省级', municipal: '市级', county: '县级' }[level];
  return of === 'one' ? `${rung}一类职业技能大赛` : `${rung}二类职业技能竞赛`;
}
