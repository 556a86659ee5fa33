import { Injectable } from '@nestjs/common';
import { NotFound } from '@luban/platform';
import { DataSource } from 'typeorm';
import type { PublicPlanFilterDto } from './plan.dto.js';
import { placeParams, type PlanPlace } from './plan-lines.js';
import { namesOf } from './plan.queries.js';
import { planTitle } from './plan-titles.js';
import type {
  PublicPlanDto,
  PublicPlanHitDto,
  PublicPlanItemDto,
  PublicPlanListDto,
  PublicPlanSummaryDto,
  PublicPlanVersionDto,
} from './public-plans.dto.js';

const areaSql = `CASE p.division_code WHEN '000000' THEN '全国' ELSE coalesce(
  (SELECT name FROM division d WHERE d.code = p.division_code ORDER BY retired_in IS NULL DESC, edition DESC LIMIT 1),
  p.division_code) END`;

const lastSql = `SELECT DISTINCT ON (plan_id) * FROM plan_version WHERE published_at IS NOT NULL ORDER BY plan_id, number DESC`;

/** Whether a version lists contests of the demonstration: what is invented says so, nothing else of an application is told. */
const demoSql = (planId: string, versionId: string): string => `EXISTS (
  SELECT 1 FROM plan_item i JOIN class_application a ON a.id = i.application_id
   WHERE i.plan_id = ${planId} AND i.version_id = ${versionId} AND a.demo)`;

/** Published plans as everybody may read them: from the frozen lists only, never from applications. */
@Injectable()
export class PublicPlans {
  constructor(private readonly db: DataSource) {}

  /** The latest year first; with `q` also the contests that fit it. */
  async list({ level, divisionCode, planYear, q }: PublicPlanFilterDto): Promise<PublicPlanListDto> {
    const params = [level ?? null, divisionCode ?? null, planYear ?? null];
    const where = `($1::text IS NULL OR p.level = $1) AND ($2::text IS NULL OR p.division_code = $2)
          AND ($3::int IS NULL OR p.plan_year = $3)`;
    const rows: (Omit<PublicPlanSummaryDto, 'title' | 'publishedAt'> & { publishedAt: Date })[] =
      await this.db.query(
        `WITH last AS (${lastSql})
       SELECT p.level, p.division_code AS "divisionCode", ${areaSql} AS "areaName", p.plan_year AS "planYear",
              last.document_number AS "documentNumber", last.published_at AS "publishedAt", last.number,
              (SELECT count(*)::int FROM plan_item i WHERE i.plan_id = p.id AND i.version_id = last.id
                  AND i.class = 'one' AND i.change <> 'removed') AS "classOne",
              (SELECT count(*)::int FROM plan_item i WHERE i.plan_id = p.id AND i.version_id = last.id
                  AND i.class = 'two' AND i.change <> 'removed') AS "classTwo",
              (SELECT count(*)::int FROM plan_item i WHERE i.plan_id = p.id AND i.version_id = last.id
                  AND i.class IS NULL AND i.change <> 'removed') AS unclassed,
              ${demoSql('p.id', 'last.id')} AS demo
         FROM annual_plan p JOIN last ON last.plan_id = p.id
        WHERE ${where}
        ORDER BY p.plan_year DESC,
                 array_position(ARRAY['nationalIndustry', 'provincial', 'municipal', 'county'], p.level), p.division_code
        LIMIT 500`,
        params,
      );
    const text = q?.trim();
    const found: PublicPlanHitDto[] = text
      ? await this.db.query(
          `WITH last AS (${lastSql})
           SELECT p.level, p.division_code AS "divisionCode", ${areaSql} AS "areaName", p.plan_year AS "planYear",
                  i.class, i.number, i.official_name AS "officialName", i.hosts, i.occupations,
                  (SELECT a.demo FROM class_application a WHERE a.id = i.application_id) AS demo
             FROM annual_plan p JOIN last ON last.plan_id = p.id
             JOIN plan_item i ON i.plan_id = p.id AND i.version_id = last.id AND i.change <> 'removed'
            WHERE ${where}
              AND position(lower($4) IN lower(i.official_name || ' ' || i.hosts || ' ' || i.occupations)) > 0
            ORDER BY p.plan_year DESC, p.level, p.division_code, i.class NULLS LAST, i.number LIMIT 200`,
          [...params, text],
        )
      : [];
    const items = rows.map((row) => ({
      ...row,
      title: planTitle(row, row.areaName),
      publishedAt: row.publishedAt.toISOString(),
    }));
    return { items, found, next: null };
  }

  /** A plan with its published versions and the list of one of them: the latest unless `number` names another. */
  async plan(place: PlanPlace, number?: number): Promise<PublicPlanDto> {
    const rows: (Omit<PublicPlanVersionDto, 'publishedAt'> & {
      id: string;
      publishedAt: Date;
      demo: boolean;
    })[] = await this.db.query(
      `SELECT v.id, v.number, v.kind, v.title, v.correction_note AS "correctionNote",
                v.document_number AS "documentNumber", v.signed_on::text AS "signedOn", v.published_at AS "publishedAt",
                count(*) FILTER (WHERE i.change = 'added')::int AS added,
                count(*) FILTER (WHERE i.change = 'removed')::int AS removed,
                count(*) FILTER (WHERE i.change = 'corrected')::int AS corrected,
                ${demoSql('v.plan_id', 'v.id')} AS demo
           FROM annual_plan p JOIN plan_version v ON v.plan_id = p.id AND v.published_at IS NOT NULL
           LEFT JOIN plan_item i ON i.plan_id = p.id AND i.version_id = v.id
          WHERE p.level = $1 AND p.division_code = $2 AND p.plan_year = $3
          GROUP BY v.plan_id, v.id ORDER BY v.number DESC`,
      placeParams(place),
    );
    if (rows.length === 0) throw new NotFound('approvals.plan-not-found');
    const shown = number === undefined ? rows[0] : rows.find((row) => row.number === number);
    if (!shown) throw new NotFound('approvals.plan-version-not-found', { number: number ?? null });
    const items: PublicPlanItemDto[] = await this.db.query(
      `SELECT i.class, i.number, i.official_name AS "officialName", i.hosts, i.occupations, i.change, i.note,
              (SELECT e.id FROM class_status s JOIN competition_event e ON e.id = s.event_id
                WHERE s.application_id = i.application_id AND e.stage <> 'draft') AS "eventId"
         FROM plan_item i WHERE i.version_id = $1 ORDER BY i.class NULLS LAST, i.number`,
      [shown.id],
    );
    const names = await namesOf(this.db.manager, place);
    const { level, divisionCode, planYear } = place;
    return {
      ...{ level, divisionCode, planYear },
      ...names,
      title: planTitle(place, names.areaName),
      versions: rows.map(({ id: _id, demo: _demo, publishedAt, ...version }) => ({
        ...version,
        publishedAt: publishedAt.toISOString(),
      })),
      shown: shown.number,
      demo: shown.demo,
      items,
    };
  }
}
