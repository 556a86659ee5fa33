import type { Actor } from '@luban/audit';
import { type Area, areaPrefix, type Jurisdiction, jurisdictionsFor } from '@luban/identity';
import { Denied, Invalid, NotFound, say } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import type { InsightQuery } from './insight-query.dto.js';

export const insightLevels = ['nationalIndustry', 'provincial', 'municipal', 'county'] as const;
export type InsightLevel = (typeof insightLevels)[number];

/**
 * What is looked at: contests of one level, in one area (`000000`: the whole country), of one plan year. The area may be
 * wider than the level's own: provincial contests of all provinces.
 */
export interface InsightScope extends Area {
  planYear: number;
}

/** The level whose own area this code is: `330100` is a city, `municipal`. */
export function levelOfArea(divisionCode: string): InsightLevel {
  if (divisionCode === '000000') return 'nationalIndustry';
  if (divisionCode.endsWith('0000')) return 'provincial';
  return divisionCode.endsWith('00') ? 'municipal' : 'county';
}

/** The leading digits that all codes of the area share. */
export const prefixOf = (divisionCode: string): string =>
  areaPrefix({ level: levelOfArea(divisionCode), divisionCode });

/** Levels at or below that of the area. */
export const levelsIn = (divisionCode: string): InsightLevel[] =>
  insightLevels.slice(insightLevels.indexOf(levelOfArea(divisionCode)));

/**
 * Level and area that the actor asks for, or his own where he names none. Throws `Denied` `insight.no-area` (his
 * organisation is no authority), `NotFound` `insight.area-not-in-reach`, `Invalid` `insight.level-above-area`.
 */
export async function areaInReach(
  tx: EntityManager,
  actor: Actor,
  wish: Pick<InsightQuery, 'level' | 'area'>,
): Promise<{ area: Area; reach: Jurisdiction[] }> {
  const reach = await jurisdictionsFor(tx, actor, 'insight.read');
  const own = [...reach].sort((a, b) => insightLevels.indexOf(a.level) - insightLevels.indexOf(b.level))[0];
  if (!own) throw new Denied('insight.no-area');
  const divisionCode = wish.area ?? own.divisionCode;
  if (!isWithin(reach, divisionCode)) throw new NotFound('insight.area-not-in-reach');
  const level = wish.level ?? levelOfArea(divisionCode);
  if (!levelsIn(divisionCode).includes(level)) {
    const message = say('insight.level-above-area');
    const errors = [{ path: 'level', code: 'insight.level-above-area', message }];
    throw new Invalid('insight.level-above-area', {}, { errors });
  }
  return { area: { level, divisionCode }, reach };
}

/** Whether an area lies in one of these. */
export const isWithin = (reach: readonly Area[], divisionCode: string): boolean =>
  reach.some((area) => prefixOf(divisionCode).startsWith(areaPrefix(area)));

/** How the places of an area are told apart: a country by provinces, a province by cities, a city by counties. */
export function placesWithin(divisionCode: string): {
  unit: 'province' | 'city' | 'county';
  digits: 2 | 4 | 6;
} {
  const prefix = prefixOf(divisionCode);
  if (prefix === '') return { unit: 'province', digits: 2 };
  // 直辖市: their second level is 市辖区, a heading and not a place.
  const flat = ['11', '12', '31', '50'].includes(prefix);
  return prefix.length === 2 && !flat ? { unit: 'city', digits: 4 } : { unit: 'county', digits: 6 };
}

/** A condition on columns of level and division code for all contests of a scope, from parameter `$first` on. */
export function areaSql(
  { level, divisionCode }: Area,
  columns: { level: string; division: string },
  first: number,
): { sql: string; params: string[] } {
  const exact = levelOfArea(divisionCode) === level;
  return {
    sql: `${columns.level} = $${first} AND ${columns.division} ${exact ? '=' : 'LIKE'} $${first + 1}`,
    params: [level, exact ? divisionCode : `${prefixOf(divisionCode)}%`],
  };
}
