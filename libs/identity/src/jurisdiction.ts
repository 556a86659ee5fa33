import type { Actor } from '@luban/audit';
import { systemActor } from '@luban/audit';
import { Denied, NotFound } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import type { Authority } from './authority.entity.js';
import type { Permission } from './permissions.js';
import { grantsFor, type ReachSql } from './reach.js';

/** A level and area; `000000` is the whole country. */
export interface Area {
  level: Authority['level'];
  divisionCode: string;
}

/** Where somebody acts for an authority 人社部门. `organisationId` is null for those who watch over all of them. */
export interface Jurisdiction extends Area {
  organisationId: string | null;
}

const wholeCountry: Area = { level: 'nationalIndustry', divisionCode: '000000' };

/**
 * Where the actor may use a permission for an authority: the areas of the organisations his grants name. A grant
 * without an organisation (an official of the ministry) watches over the whole country.
 */
export async function jurisdictionsFor(
  tx: EntityManager,
  actor: Actor,
  permission: Permission,
): Promise<Jurisdiction[]> {
  if (actor === systemActor) return [{ ...wholeCountry, organisationId: null }];
  const grants = grantsFor(actor, permission).filter(({ eventId }) => eventId === null);
  const ofOffice = grants.filter(({ role }) => role === 'acceptor' || role === 'reviewer');
  const watching = grants.some(({ role }) => role === 'official');
  const ids = [...new Set(ofOffice.map(({ organisationId }) => organisationId).filter((id) => id !== null))];
  const found: Jurisdiction[] =
    ids.length === 0
      ? []
      : await tx.query(
          `SELECT organisation_id AS "organisationId", level, division_code AS "divisionCode"
             FROM authority WHERE organisation_id = ANY($1::uuid[]) AND ended_at IS NULL ORDER BY level, division_code`,
          [ids],
        );
  return watching ? [{ ...wholeCountry, organisationId: null }, ...found] : found;
}

/** Whether this is the place where he decides: exactly his level and area. Those above watch, and do not decide. */
export const governs = (own: Area, place: Area): boolean =>
  own.level === place.level && own.divisionCode === place.divisionCode;

/** Whether the place lies in his area, at his level or below. */
export const oversees = (own: Area, place: Area): boolean => place.divisionCode.startsWith(areaPrefix(own));

/** The leading digits of all codes in an area: none for the country, two of a province, four of a city, six of a county. */
export function areaPrefix({ level, divisionCode }: Area): string {
  const digits = { nationalIndustry: 0, provincial: 2, municipal: 4, county: 6 }[level];
  return divisionCode.slice(0, digits);
}

/** What lies in one of these areas, as a condition on a column of division codes. */
export function overseenSql(areas: readonly Area[], divisionColumn: string, firstParam: number): ReachSql {
  if (areas.length === 0) return { sql: 'FALSE', params: [] };
  if (areas.some((area) => areaPrefix(area) === '')) return { sql: 'TRUE', params: [] };
  return {
    sql: `${divisionColumn} LIKE ANY($${firstParam}::text[])`,
    params: [areas.map((area) => `${areaPrefix(area)}%`)],
  };
}

/**
 * The jurisdiction by which the actor decides at this place. What he does not even watch over is `NotFound`; what he
 * sees but does not decide is `Denied`.
 */
export async function assertGoverns(
  tx: EntityManager,
  actor: Actor,
  permission: Permission,
  place: Area,
): Promise<Jurisdiction> {
  const own = await jurisdictionsFor(tx, actor, permission);
  const found = actor === systemActor ? own[0] : own.find((area) => governs(area, place));
  if (found) return found;
  if (own.some((area) => oversees(area, place))) throw new Denied('identity.not-your-level');
  throw new NotFound('identity.not-in-reach');
}
