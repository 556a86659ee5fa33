import type { Actor } from '@luban/audit';
import type { HomeItem } from '@luban/identity';
import { say } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import { applicantOrganisations } from './application-reach.js';
import './application-messages.js';

interface WaitingRow {
  what: 'draft' | 'returned' | 'window';
  id: string | null;
  name: string | null;
  planYear: number;
  count: number;
  dueAt: Date | null;
}

/**
 * What waits for an applicant: drafts whose window is open or opens, returned applications with the day they are due,
 * and national windows that are open while his organisation has written nothing for that year. One query.
 */
export async function applicationHomeItems(actor: Actor, tx: EntityManager, now: Date): Promise<HomeItem[]> {
  const own = applicantOrganisations(actor);
  if (own.length === 0) return [];
  const rows: WaitingRow[] = await tx.query(
    `SELECT 'draft' AS what, a.id, a.name, a.plan_year AS "planYear", 0 AS count, w.closes_at AS "dueAt"
       FROM class_application a JOIN application_window w
         ON w.level = a.level AND w.division_code = a.division_code AND w.plan_year = a.plan_year
      WHERE a.lead_organisation_id = ANY($1::uuid[]) AND a.state = 'draft' AND w.closes_at > $2
     UNION ALL
     SELECT 'returned', a.id, a.name, a.plan_year,
            coalesce((SELECT jsonb_array_length(CASE WHEN jsonb_typeof(s.marked_fields) = 'array' THEN s.marked_fields ELSE '[]' END)
               FROM application_step s WHERE s.application_id = a.id AND s.to_state = 'returned' AND s.undone_at IS NULL
              ORDER BY s.number DESC LIMIT 1), 0),
            coalesce(a.completion_due_at, w.closes_at)
       FROM class_application a LEFT JOIN application_window w
         ON w.level = a.level AND w.division_code = a.division_code AND w.plan_year = a.plan_year
      WHERE a.lead_organisation_id = ANY($1::uuid[]) AND a.state = 'returned'
     UNION ALL
     SELECT 'window', NULL, NULL, w.plan_year, 0, w.closes_at
       FROM application_window w
      WHERE w.level = 'nationalIndustry' AND w.opens_at <= $2 AND w.closes_at > $2
        AND EXISTS (SELECT 1 FROM organisation o WHERE o.id = ANY($1::uuid[])
                       AND o.kind IN ('ministry', 'association', 'centralEnterprise', 'massOrganisation'))
        AND NOT EXISTS (SELECT 1 FROM class_application a WHERE a.lead_organisation_id = ANY($1::uuid[])
                           AND a.level = w.level AND a.plan_year = w.plan_year)
      ORDER BY 6 NULLS LAST LIMIT 30`,
    [own, now],
  );
  return rows.map(({ what, id, name, planYear, count, dueAt }): HomeItem => {
    const code = {
      draft: 'approvals.home-draft',
      returned: 'approvals.home-returned',
      window: 'approvals.home-window-open',
    }[what];
    const params = { name, planYear, count };
    return {
      code,
      params,
      message: say(code, params),
      href: id ? `/applications/${id}` : `/applications?new=${planYear}`,
      dueAt: dueAt?.toISOString() ?? null,
      urgency: what === 'returned' ? sooner(urgencyOf(dueAt, now)) : urgencyOf(dueAt, now),
      eventId: null,
      role: 'host',
    };
  });
}

/** What somebody else waits for is never for later. */
const sooner = (urgency: HomeItem['urgency']): HomeItem['urgency'] =>
  urgency === 'later' ? 'soon' : urgency;

function urgencyOf(dueAt: Date | null, now: Date): HomeItem['urgency'] {
  if (!dueAt) return 'soon';
  const hours = (dueAt.getTime() - now.getTime()) / 3_600_000;
  if (hours < 24) return 'now';
  return hours < 7 * 24 ? 'soon' : 'later';
}
