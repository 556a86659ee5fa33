import type { NoticeWish } from '@luban/notices';
import type { EntityManager } from 'typeorm';
import { chinaTime } from './application-text.js';
import { hostsOf } from './review-notices.js';
import './application-messages.js';

interface ClosingRow {
  id: string;
  name: string;
  planYear: number;
  leadOrganisationId: string;
  closesAt: Date;
  days: number;
}

/**
 * Reminds applicants of drafts whose window closes: within seven days, and again on the last day or the one before. A
 * window that is moved is a new reminder.
 */
export async function windowReminders(tx: EntityManager, today: string): Promise<NoticeWish[]> {
  const rows: ClosingRow[] = await tx.query(
    `SELECT a.id, a.name, a.plan_year AS "planYear", a.lead_organisation_id AS "leadOrganisationId",
            w.closes_at AS "closesAt", (w.closes_at AT TIME ZONE 'Asia/Shanghai')::date - $1::date AS days
       FROM class_application a JOIN application_window w
         ON w.level = a.level AND w.division_code = a.division_code AND w.plan_year = a.plan_year
      WHERE a.state = 'draft' AND (w.closes_at AT TIME ZONE 'Asia/Shanghai')::date BETWEEN $1::date AND $1::date + 7
      ORDER BY a.lead_organisation_id, a.id`,
    [today],
  );
  const hosts = await hostsOf(
    tx,
    rows.map(({ leadOrganisationId }) => leadOrganisationId),
  );
  return rows.map(({ id, name, planYear, leadOrganisationId, closesAt, days }): NoticeWish => ({
    to: hosts.get(leadOrganisationId) ?? [],
    code: 'approvals.told-window-closing',
    params: { name, planYear, closesAt: chinaTime(closesAt) },
    href: `/applications/${id}`,
    subjectType: 'application',
    subjectId: id,
    urgency: days <= 1 ? 'now' : 'soon',
    dedupeKey: `window-closing:${id}:${closesAt.toISOString()}:${days <= 1 ? 1 : 7}`,
  }));
}
