import type { Actor } from '@luban/audit';
import { jurisdictionsFor, overseenSql } from '@luban/identity';
import type { EntityManager } from 'typeorm';
import { divisionNameSql } from './application.queries.js';
import { applicationInReach } from './application-reach.js';
import { chinaDay } from './application-text.js';
import type { ClassApplication } from './class-application.entity.js';
import type { DeskBackgroundDto, EarlierYearDto, OwedDto, SameOccupationDto } from './desk-background.dto.js';
import { collisionsOf } from './desk-collisions.queries.js';

/** Earlier years, the same occupations, the weeks and what is owed: everything beside an application. */
export async function backgroundOf(
  tx: EntityManager,
  actor: Actor,
  id: string,
  now: Date,
): Promise<DeskBackgroundDto> {
  const application = await applicationInReach(tx, actor, id);
  return {
    earlierYears: await earlierYears(tx, application),
    sameOccupation: await sameOccupation(tx, actor, application),
    collisions: await collisionsOf(tx, actor, application.id),
    owed: await owedBy(tx, application, chinaDay(now)),
  };
}

/** The same contest in other years at the same authority, and in the public records; newest first. */
function earlierYears(tx: EntityManager, application: ClassApplication): Promise<EarlierYearDto[]> {
  return tx.query(
    `SELECT * FROM (
       SELECT a.id AS "applicationId", a.plan_year AS "planYear", a.class, coalesce(s.official_name, a.name) AS name,
              (SELECT string_agg(p.name, '、' ORDER BY p.position) FROM application_party p
                WHERE p.application_id = a.id AND p.part IN ('lead', 'coHost')) AS hosts,
              coalesce((SELECT json_agg(w.name ORDER BY w.position) FROM application_occupation w
                         WHERE w.application_id = a.id), '[]') AS occupations,
              a.state, a.submitted_at AS "submittedAt", a.final_from::text AS "finalFrom", a.final_to::text AS "finalTo",
              d.reason, d.article, NULL AS source, NULL AS grade
         FROM class_application a
         LEFT JOIN class_status s ON s.application_id = a.id
         LEFT JOIN LATERAL (SELECT t.reason, t.article FROM application_step t
                             WHERE t.application_id = a.id AND t.undone_at IS NULL
                               AND t.action IN ('grant', 'grantWithConditions', 'decline', 'revoke')
                             ORDER BY t.number DESC LIMIT 1) d ON TRUE
        WHERE a.contest_key = $1 AND a.id <> $2 AND a.level = $3 AND a.division_code = $4 AND a.submitted_at IS NOT NULL
       UNION ALL
       SELECT NULL, h.plan_year, h.class, h.official_name, h.hosts, to_json(h.occupations), 'record', NULL, NULL, NULL,
              NULL, NULL, h.source, h.grade
         FROM historic_contest h
        WHERE h.contest_key = $1 AND $3 = 'nationalIndustry' AND h.application_id IS DISTINCT FROM $2
          AND NOT EXISTS (SELECT 1 FROM class_application e WHERE e.id = h.application_id)) y
      ORDER BY y."planYear" DESC, y.name LIMIT 60`,
    [application.contestKey, application.id, application.level, application.divisionCode],
  );
}

/** What counts as the same occupation: the code, and the name where there is none. */
export const occupationKeySql = (alias: string): string => `coalesce(${alias}.code, ${alias}.name)`;

/** Applications of the same plan year for one of the same occupations, within the actor's area. */
async function sameOccupation(
  tx: EntityManager,
  actor: Actor,
  application: ClassApplication,
): Promise<SameOccupationDto[]> {
  const areas = await jurisdictionsFor(tx, actor, 'applications.desk');
  const reach = overseenSql(areas, 'a.division_code', 3);
  return tx.query(
    `SELECT a.id AS "applicationId", a.name, o.name AS "leadName", a.level, a.class, a.plan_year AS "planYear", a.state,
            json_agg(DISTINCT w.name) AS shared, a.final_from::text AS "finalFrom", a.final_to::text AS "finalTo",
            ${divisionNameSql('a.place_division_code')} AS "placeName"
       FROM application_occupation own
       JOIN application_occupation w
         ON (w.code = own.code OR w.name = own.name) AND w.application_id <> own.application_id
       JOIN class_application a ON a.id = w.application_id AND a.plan_year = $2
        AND a.submitted_at IS NOT NULL AND a.state NOT IN ('withdrawn', 'revoked', 'declined')
       JOIN organisation o ON o.id = a.lead_organisation_id
      WHERE own.application_id = $1 AND ${reach.sql}
      GROUP BY a.id, o.name ORDER BY count(DISTINCT w.name) DESC, a.submitted_at LIMIT 60`,
    [application.id, application.planYear, ...reach.params],
  );
}

/** What the lead applicant has not done after earlier contests: papers owed, and conditions of earlier grants. */
function owedBy(tx: EntityManager, application: ClassApplication, today: string): Promise<OwedDto[]> {
  return tx.query(
    `SELECT * FROM (
       SELECT 'obligation' AS kind, e.id AS "applicationId", e.name AS contest, e.plan_year AS "planYear", b.title,
              b.due_on::text AS "dueOn", b.due_on IS NOT NULL AND b.due_on < $3::date AS overdue
         FROM class_application e JOIN obligation b ON b.application_id = e.id AND b.met_at IS NULL
        WHERE e.lead_organisation_id = $1 AND e.id <> $2 AND e.plan_year <= $4
          AND e.state IN ('granted', 'grantedWithConditions')
       UNION ALL
       SELECT 'condition', e.id, e.name, e.plan_year, jsonb_build_object('zh', c.text, 'en', c.text), c.due_on::text,
              c.due_on < $3::date
         FROM class_application e
         JOIN application_condition c ON c.application_id = e.id AND c.met_at IS NULL AND c.cancelled_at IS NULL
        WHERE e.lead_organisation_id = $1 AND e.id <> $2 AND e.plan_year <= $4
          AND e.state = 'grantedWithConditions') y
      ORDER BY y.overdue DESC, y."dueOn" NULLS LAST LIMIT 100`,
    [application.leadOrganisationId, application.id, today, application.planYear],
  );
}
