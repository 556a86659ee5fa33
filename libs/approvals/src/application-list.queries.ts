import type { Actor } from '@luban/audit';
import { pageOf } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import type { ApplicationFilterDto } from './application.dto.js';
import { applicantOrganisations } from './application-reach.js';
import type { ApplicationListDto, ApplicationRowDto } from './application-reply.dto.js';
import { divisionNameSql } from './application.queries.js';

/** The applications of the actor's own organisations, the latest first. */
export async function listOwnApplications(
  tx: EntityManager,
  actor: Actor,
  filter: ApplicationFilterDto,
): Promise<ApplicationListDto> {
  const params: unknown[] = [applicantOrganisations(actor)];
  const conditions = [`a.lead_organisation_id = ANY($1::uuid[])`];
  const add = (sql: (param: string) => string, value: unknown) => {
    if (value === undefined || value === '') return;
    params.push(value);
    conditions.push(sql(`$${params.length}`));
  };
  add((param) => `a.plan_year = ${param}`, filter.planYear);
  add((param) => `a.state = ${param}`, filter.state);
  add((param) => `a.name ILIKE ${param}`, filter.q && `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`);
  add(
    (param) =>
      `(a.plan_year, a.id) < (SELECT b.plan_year, b.id FROM class_application b WHERE b.id = ${param})`,
    filter.after,
  );
  params.push(filter.limit + 1);
  const rows: (Omit<ApplicationRowDto, DateKey> & Record<DateKey, Date | null>)[] = await tx.query(
    `SELECT a.id, a.level, a.division_code AS "divisionCode", ${divisionNameSql('a.division_code')} AS "divisionName",
            a.plan_year AS "planYear", a.class, a.name, a.edition, o.name AS "leadName", a.state,
            coalesce((SELECT array_agg(p.name ORDER BY p.position) FROM application_occupation p
                       WHERE p.application_id = a.id), '{}') AS occupations,
            a.final_from::text AS "finalFrom", a.final_to::text AS "finalTo", a.submitted_at AS "submittedAt",
            a.completion_due_at AS "completionDueAt", w.closes_at AS "windowClosesAt", a.decided_at AS "decidedAt",
            a.historic, a.demo, a.version
       FROM class_application a JOIN organisation o ON o.id = a.lead_organisation_id
       LEFT JOIN application_window w
         ON w.level = a.level AND w.division_code = a.division_code AND w.plan_year = a.plan_year
      WHERE ${conditions.join(' AND ')} ORDER BY a.plan_year DESC, a.id DESC LIMIT $${params.length}`,
    params,
  );
  const lines = rows.map((row): ApplicationRowDto => ({
    ...row,
    submittedAt: iso(row.submittedAt),
    completionDueAt: iso(row.completionDueAt),
    windowClosesAt: iso(row.windowClosesAt),
    decidedAt: iso(row.decidedAt),
  }));
  return pageOf(lines, filter.limit, ({ id }) => id);
}

type DateKey = 'submittedAt' | 'completionDueAt' | 'windowClosesAt' | 'decidedAt';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
