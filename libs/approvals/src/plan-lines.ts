import type { Stage } from '@luban/events';
import type { Area } from '@luban/identity';
import type { EntityManager } from 'typeorm';
import type { GrantedOccupation } from './class-status.js';

/** The plan of an authority for a year. */
export interface PlanPlace extends Area {
  planYear: number;
}

/** A contest as it would stand in the list today. */
export interface PlanLine {
  applicationId: string;
  classStatusId: string;
  class: 'one' | 'two' | null;
  officialName: string;
  /** Why it is not what the naming rule makes. */
  nameReason: string | null;
  /** 牵头 and 联合主办, joined by 、. */
  hosts: string;
  hostCount: number;
  /** Occupations with their direction 赛项方向, joined by 、. */
  occupations: string;
  occupationCount: number;
  state: string;
  /** Conditions not met yet. */
  openConditions: number;
  eventId: string | null;
  /** Of its event; null while there is none. */
  eventStage: Stage | null;
  planVersionId: string | null;
  /** Entered from records of earlier years: published long ago, it waits for nothing. */
  historic: boolean;
  /** 演示数据. */
  demo: boolean;
  finalFrom: string | null;
  finalTo: string | null;
  heldYear: number;
}

interface LineRow extends Omit<PlanLine, 'occupations' | 'occupationCount'> {
  granted: GrantedOccupation[];
}

/**
 * What stands in the plan today, in its order: class one before class two, within a class those placed by hand, then
 * by the time of the grant. `lock` holds the class statuses where they are until the transaction ends.
 */
export async function planLines(tx: EntityManager, place: PlanPlace, lock = false): Promise<PlanLine[]> {
  if (lock)
    await tx.query(
      `SELECT id FROM class_status WHERE level = $1 AND division_code = $2 AND plan_year = $3 ORDER BY id FOR UPDATE`,
      placeParams(place),
    );
  const rows: LineRow[] = await tx.query(
    `SELECT s.application_id AS "applicationId", s.id AS "classStatusId", s.class, s.official_name AS "officialName",
            s.name_reason AS "nameReason", s.occupations AS granted, s.event_id AS "eventId", e.stage AS "eventStage",
            s.plan_version_id AS "planVersionId", a.historic, a.demo, a.state, a.final_from::text AS "finalFrom",
            a.final_to::text AS "finalTo", a.held_year AS "heldYear", coalesce(h.hosts, '') AS hosts,
            coalesce(h.count, 0)::int AS "hostCount", coalesce(c.open, 0)::int AS "openConditions"
       FROM class_status s JOIN class_application a ON a.id = s.application_id
       LEFT JOIN competition_event e ON e.id = s.event_id
       LEFT JOIN LATERAL (
              SELECT string_agg(p.name, '、' ORDER BY (p.part = 'lead') DESC, p.position) AS hosts, count(*)
                FROM application_party p WHERE p.application_id = a.id AND p.part IN ('lead', 'coHost')) h ON TRUE
       LEFT JOIN LATERAL (
              SELECT count(*) AS open FROM application_condition q
               WHERE q.application_id = a.id AND q.met_at IS NULL AND q.cancelled_at IS NULL) c ON TRUE
      WHERE s.level = $1 AND s.division_code = $2 AND s.plan_year = $3 AND s.ended_at IS NULL
      ORDER BY s.class NULLS LAST, s.position NULLS LAST, s.granted_at, s.id`,
    placeParams(place),
  );
  return rows.map(({ granted, ...row }) => ({
    ...row,
    occupations: granted.map(occupationInWords).join('、'),
    occupationCount: granted.length,
  }));
}

export const placeParams = ({ level, divisionCode, planYear }: PlanPlace): unknown[] => [
  level,
  divisionCode,
  planYear,
];

/** 「焊工（机器人焊接）」. */
export const occupationInWords = ({ name, detail }: Pick<GrantedOccupation, 'name' | 'detail'>): string =>
  detail ? `${name}（${detail}）` : name;
