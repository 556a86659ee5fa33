import type { components } from '../api/schema.js';
import type { plansWords } from './words.js';

type Schemas = components['schemas'];
export type Plan = Schemas['PlanDto'];
export type PlanLine = Schemas['PlanLineDto'];
export type PlanItem = Schemas['PlanItemDto'];
export type PlanVersion = Schemas['PlanVersionDto'];
export type PlanVersionSummary = Schemas['PlanVersionSummaryDto'];
export type PlanSummary = Schemas['PlanSummaryDto'];
export type ClassCount = Schemas['PlanClassCountDto'];
export type PublicPlan = Schemas['PublicPlanDto'];
export type PlanPlace = Pick<Plan, 'level' | 'divisionCode' | 'planYear'>;
export type Change = PlanItem['change'];

type Text = ReturnType<typeof plansWords.useText>;

/** The plan's own name. */
export const titleOf = (
  t: Text,
  { level, areaName, planYear }: Pick<Plan, 'level' | 'areaName' | 'planYear'>,
) =>
  level === 'nationalIndustry'
    ? t('title', { year: planYear })
    : t('titleOf', { year: planYear, area: areaName });

export const classOf = (t: Text, of: ClassCount['class']) => t(`class.${of ?? 'none'}`);
