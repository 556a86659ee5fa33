import type { Area } from '@luban/identity';
import type { EntityManager } from 'typeorm';
import type { FilerDto, FilingAreaDto } from './filing.dto.js';

/** Kinds of organisations that file their contests, and the level these have. */
export const filingLevelOf = (kind: string): 'enterprise' | 'school' | null =>
  kind === 'school' ? 'school' : kind === 'enterprise' || kind === 'centralEnterprise' ? 'enterprise' : null;

/** A county, its city and its province: 330106 → 330106, 330100, 330000. None for the country and for no code. */
export function areasAbove(divisionCode: string | null): string[] {
  if (divisionCode === null || !/^[1-9]\d{5}$/.test(divisionCode)) return [];
  const codes = [divisionCode, `${divisionCode.slice(0, 4)}00`, `${divisionCode.slice(0, 2)}0000`];
  return [...new Set(codes)];
}

/** The level of an area by its code. */
export const levelOfArea = (divisionCode: string): Area['level'] =>
  divisionCode.endsWith('0000') ? 'provincial' : divisionCode.endsWith('00') ? 'municipal' : 'county';

/**
 * The authority that a filing of this area lies with – that of the area itself, or the nearest above – as columns of a
 * lateral join: `authority_name`, `authority_level`, `authority_code`. All null where none is registered.
 */
export const authoritySql = (divisionColumn: string): string =>
  `LEFT JOIN LATERAL (
     SELECT ao.name AS authority_name, au.level AS authority_level, au.division_code AS authority_code
       FROM authority au JOIN organisation ao ON ao.id = au.organisation_id
      WHERE au.ended_at IS NULL AND (au.level, au.division_code) IN (
              ('county', ${divisionColumn}),
              ('municipal', substr(${divisionColumn}, 1, 4) || '00'),
              ('provincial', substr(${divisionColumn}, 1, 2) || '0000'))
      ORDER BY array_position(ARRAY['county', 'municipal', 'provincial'], au.level), ao.name LIMIT 1
   ) authority_near ON TRUE`;

/** The name of an area, by the newest edition of the list, as a column. */
export const areaNameSql = (divisionColumn: string): string =>
  `(SELECT v.name FROM division v WHERE v.code = ${divisionColumn} ORDER BY v.edition DESC LIMIT 1)`;

/** What somebody who files for these organisations chooses from. */
export async function filersOf(tx: EntityManager, organisationIds: readonly string[]): Promise<FilerDto[]> {
  const organisations: { id: string; name: string; kind: string; divisionCode: string | null }[] =
    await tx.query(
      `SELECT id, name, kind, division_code AS "divisionCode" FROM organisation
        WHERE id = ANY($1::uuid[]) ORDER BY name`,
      [organisationIds],
    );
  const codes = [...new Set(organisations.flatMap(({ divisionCode }) => areasAbove(divisionCode)))];
  const areas: FilingAreaDto[] = await tx.query(
    `SELECT c.code AS "divisionCode", ${areaNameSql('c.code')} AS "areaName", authority_name AS "authorityName"
       FROM unnest($1::text[]) AS c (code) ${authoritySql('c.code')}`,
    [codes],
  );
  const byCode = new Map(areas.map((area) => [area.divisionCode, area]));
  return organisations.map(({ id, name, kind, divisionCode }) => ({
    organisationId: id,
    organisationName: name,
    level: filingLevelOf(kind),
    areas: areasAbove(divisionCode).flatMap((code) => byCode.get(code) ?? []),
  }));
}
