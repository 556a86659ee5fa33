import type { RulePack } from '@luban/rulebook';
import type { Schemas } from '../account/session.js';
import type { Text } from '../language/words.js';
import type { KeyOf } from '../language/words.js';
import type { StateLook } from '../parts/state-tag.js';
import type { zh } from './messages.zh.js';

export type Pack = Schemas['RulePackDto'];
export type PackSummary = Schemas['RulePackSummaryDto'];
export type PackState = PackSummary['state'];
export type RulesText = Text<KeyOf<typeof zh>>;

/** The content as the rulebook knows it: the api carries the parameters of a check as plain data. */
export const contentOf = (pack: Pack): RulePack => pack.content as unknown as RulePack;

export const stateLooks: Record<PackState, StateLook> = {
  draft: 'waiting',
  scheduled: 'running',
  inForce: 'passed',
  past: 'ended',
};

/** 「国家级 · 全国」, 「省级 · 浙江省」. */
export const areaOf = (
  t: RulesText,
  { level, areaName, divisionCode }: Pick<PackSummary, 'level' | 'areaName' | 'divisionCode'>,
): string =>
  [t(`level.${level}`), level === 'nationalIndustry' ? t('country') : (areaName ?? divisionCode)].join(' · ');

/** 「2022-11-01 起」, 「2020-05-25 至 2022-10-31」. */
export function spanOf(
  t: RulesText,
  { inForceFrom, inForceUntil }: { inForceFrom: string | null; inForceUntil: string | null },
): string {
  if (inForceFrom === null) return t('span.none');
  return inForceUntil === null
    ? t('span.from', { from: inForceFrom })
    : t('span.between', { from: inForceFrom, until: inForceUntil });
}
