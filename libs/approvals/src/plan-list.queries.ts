import { Injectable } from '@nestjs/common';
import type { Actor } from '@luban/audit';
import { type Area, governs, type Jurisdiction, jurisdictionsFor, overseenSql } from '@luban/identity';
import { Clock } from '@luban/platform';
import { DataSource, type EntityManager } from 'typeorm';
import type { PlanFilterDto } from './plan.dto.js';
import type { PlanListDto, PlanSummaryDto } from './plan-reply.dto.js';
import { classCounts } from './plan-targets.js';

interface SummaryRow extends Area {
  planYear: number;
  areaName: string;
  targetOne: number | null;
  targetTwo: number | null;
  grantedOne: number;
  grantedTwo: number;
  grantedNone: number;
  listedOne: number;
  listedTwo: number;
  listedNone: number;
  undecidedOne: number;
  undecidedTwo: number;
  undecidedNone: number;
  added: number;
  removed: number;
  corrected: number;
  demo: boolean;
  publishedNumber: number | null;
  documentNumber: string | null;
  draftNumber: number | null;
}

/** Plans of all years and areas in reach. */
@Injectable()
export class PlanListQueries {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The latest year first, then from the ministry down. The actor's own plan of this year stands there even while empty. */
  async list(actor: Actor, filter: PlanFilterDto): Promise<PlanListDto> {
    const tx = this.db.manager;
    const seen = await jurisdictionsFor(tx, actor, 'plans.read');
    const own = (await jurisdictionsFor(tx, actor, 'plans.edit')).filter(
      (area) => area.organisationId !== null,
    );
    const rows = await planSummaries(tx, seen, own, this.clock.now().getUTCFullYear(), filter);
    const items = rows.map((row) =>
      summaryShown(
        row,
        own.some((area) => governs(area, row)),
      ),
    );
    return { items, next: null };
  }
}

/** What each plan holds and waits for, in one statement. */
export async function planSummaries(
  tx: EntityManager,
  seen: readonly Jurisdiction[],
  own: readonly Area[],
  thisYear: number,
  filter: PlanFilterDto & { fromYear?: number },
): Promise<SummaryRow[]> {
  const reach = overseenSql(seen, 'division_code', 8);
  return tx.query(
    `WITH last AS (
       SELECT DISTINCT ON (plan_id) plan_id, id, number, document_number
         FROM plan_version WHERE published_at IS NOT NULL ORDER BY plan_id, number DESC),
     place AS (
       SELECT level, division_code, plan_year FROM annual_plan WHERE ${reach.sql}
       UNION SELECT level, division_code, plan_year FROM class_application WHERE submitted_at IS NOT NULL AND ${reach.sql}
       UNION SELECT level, division_code, plan_year FROM application_window WHERE ${reach.sql}
       UNION SELECT level, division_code, $3::int FROM unnest($1::text[], $2::text[]) AS own (level, division_code)),
     wanted AS (
       SELECT place.*, p.id AS plan_id, p.target_one, p.target_two, last.id AS last_id, last.number AS published_number,
              last.document_number
         FROM place LEFT JOIN annual_plan p USING (level, division_code, plan_year)
         LEFT JOIN last ON last.plan_id = p.id
        WHERE ($4::int IS NULL OR plan_year = $4) AND ($5::text IS NULL OR level = $5)
          AND ($6::int IS NULL OR plan_year >= $6) AND ($7::text IS NULL OR division_code = $7)),
     status AS (
       SELECT w.level, w.division_code, w.plan_year, s.class, s.ended_at IS NULL AS standing, a.historic, a.demo,
              i.application_id IS NOT NULL AND i.change <> 'removed' AS listed,
              i.class IS DISTINCT FROM s.class OR i.official_name <> s.official_name OR i.hosts <> hosts.names
                OR i.occupations <> occupations.names AS differs, i.class AS listed_class
         FROM wanted w JOIN class_status s USING (level, division_code, plan_year)
         JOIN class_application a ON a.id = s.application_id
         LEFT JOIN plan_item i ON i.plan_id = w.plan_id AND i.version_id = w.last_id AND i.application_id = s.application_id
         CROSS JOIN LATERAL (
           SELECT coalesce(string_agg(p.name, '、' ORDER BY (p.part = 'lead') DESC, p.position), '') AS names
             FROM application_party p WHERE p.application_id = s.application_id AND p.part IN ('lead', 'coHost')) hosts
         CROSS JOIN LATERAL (
           SELECT coalesce(string_agg((o ->> 'name') || CASE WHEN coalesce(o ->> 'detail', '') = '' THEN ''
                                        ELSE '（' || (o ->> 'detail') || '）' END, '、' ORDER BY n), '') AS names
             FROM jsonb_array_elements(s.occupations) WITH ORDINALITY AS held (o, n)) occupations),
     counted AS (
       SELECT level, division_code, plan_year,
              count(*) FILTER (WHERE standing AND class = 'one')::int AS granted_one,
              count(*) FILTER (WHERE standing AND class = 'two')::int AS granted_two,
              count(*) FILTER (WHERE standing AND class IS NULL)::int AS granted_none,
              count(*) FILTER (WHERE listed AND listed_class = 'one')::int AS listed_one,
              count(*) FILTER (WHERE listed AND listed_class = 'two')::int AS listed_two,
              count(*) FILTER (WHERE listed AND listed_class IS NULL)::int AS listed_none,
              count(*) FILTER (WHERE standing AND NOT listed AND NOT historic)::int AS added,
              count(*) FILTER (WHERE NOT standing AND listed)::int AS removed,
              count(*) FILTER (WHERE standing AND listed AND differs)::int AS corrected, bool_or(demo) AS demo
         FROM status GROUP BY level, division_code, plan_year),
     undecided AS (
       SELECT level, division_code, plan_year, count(*) FILTER (WHERE class = 'one')::int AS undecided_one,
              count(*) FILTER (WHERE class = 'two')::int AS undecided_two,
              count(*) FILTER (WHERE class IS NULL)::int AS undecided_none
         FROM class_application WHERE state IN ('submitted', 'accepted', 'underReview', 'returned')
        GROUP BY level, division_code, plan_year)
     SELECT w.level, w.division_code AS "divisionCode", w.plan_year AS "planYear", w.target_one AS "targetOne",
            w.target_two AS "targetTwo", w.published_number AS "publishedNumber", w.document_number AS "documentNumber",
            CASE w.division_code WHEN '000000' THEN '全国' ELSE coalesce(
              (SELECT name FROM division d WHERE d.code = w.division_code
                ORDER BY retired_in IS NULL DESC, edition DESC LIMIT 1), w.division_code) END AS "areaName",
            (SELECT max(number) FROM plan_version v WHERE v.plan_id = w.plan_id AND published_at IS NULL) AS "draftNumber",
            coalesce(granted_one, 0) AS "grantedOne", coalesce(granted_two, 0) AS "grantedTwo",
            coalesce(granted_none, 0) AS "grantedNone", coalesce(listed_one, 0) AS "listedOne",
            coalesce(listed_two, 0) AS "listedTwo", coalesce(listed_none, 0) AS "listedNone",
            coalesce(undecided_one, 0) AS "undecidedOne", coalesce(undecided_two, 0) AS "undecidedTwo",
            coalesce(undecided_none, 0) AS "undecidedNone", coalesce(added, 0) AS added,
            coalesce(removed, 0) AS removed, coalesce(corrected, 0) AS corrected,
            coalesce(demo, FALSE) AS demo
       FROM wanted w LEFT JOIN counted USING (level, division_code, plan_year)
       LEFT JOIN undecided USING (level, division_code, plan_year)
      ORDER BY w.plan_year DESC,
               array_position(ARRAY['nationalIndustry', 'provincial', 'municipal', 'county'], w.level), w.division_code
      LIMIT 500`,
    [
      own.map(({ level }) => level),
      own.map(({ divisionCode }) => divisionCode),
      thisYear,
      filter.planYear ?? null,
      filter.level ?? null,
      filter.fromYear ?? null,
      filter.divisionCode ?? null,
      ...reach.params,
    ],
  );
}

function summaryShown(row: SummaryRow, mayEdit: boolean): PlanSummaryDto {
  const { level, divisionCode, areaName, planYear, publishedNumber, documentNumber, draftNumber } = row;
  const rows = (one: number, two: number, none: number) => [
    ...Array.from({ length: one }, () => ({ class: 'one' as const })),
    ...Array.from({ length: two }, () => ({ class: 'two' as const })),
    ...Array.from({ length: none }, () => ({ class: null })),
  ];
  return {
    ...{ level, divisionCode, areaName, planYear, publishedNumber, documentNumber, draftNumber, mayEdit },
    counts: classCounts({
      targetOne: row.targetOne,
      targetTwo: row.targetTwo,
      lines: rows(row.grantedOne, row.grantedTwo, row.grantedNone),
      listed: rows(row.listedOne, row.listedTwo, row.listedNone),
      undecided: rows(row.undecidedOne, row.undecidedTwo, row.undecidedNone),
      bothClasses: level === 'nationalIndustry',
    }),
    waiting: { added: row.added, removed: row.removed, corrected: row.corrected },
    demo: row.demo,
  };
}
