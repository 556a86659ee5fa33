import type { NoticeWish } from '@luban/notices';
import type { EntityManager } from 'typeorm';
import { hostsOf } from './review-notices.js';
import './review-messages.js';

interface DueRow {
  id: string;
  applicationId: string;
  name: string;
  leadOrganisationId: string;
  dueOn: string;
  overdue: boolean;
}

/**
 * Conditions that are due within seven days or overdue, and returned applications that have to come back within three:
 * told to the applicant once each (`today` is `YYYY-MM-DD` in China).
 */
export async function reviewReminders(tx: EntityManager, today: string): Promise<NoticeWish[]> {
  const conditions: DueRow[] = await tx.query(
    `SELECT c.id, a.id AS "applicationId", a.name, a.lead_organisation_id AS "leadOrganisationId",
            c.due_on::text AS "dueOn", c.due_on < $1::date AS overdue
       FROM application_condition c JOIN class_application a ON a.id = c.application_id
      WHERE c.met_at IS NULL AND c.cancelled_at IS NULL AND c.reported_at IS NULL
        AND a.state = 'grantedWithConditions' AND c.due_on <= $1::date + 7`,
    [today],
  );
  const returned: DueRow[] = await tx.query(
    `SELECT a.id || ':' || extract(epoch FROM a.completion_due_at)::bigint AS id, a.id AS "applicationId", a.name,
            a.lead_organisation_id AS "leadOrganisationId",
            (a.completion_due_at AT TIME ZONE 'Asia/Shanghai')::date::text AS "dueOn", FALSE AS overdue
       FROM class_application a
      WHERE a.state = 'returned'
        AND (a.completion_due_at AT TIME ZONE 'Asia/Shanghai')::date BETWEEN $1::date AND $1::date + 3`,
    [today],
  );
  const hosts = await hostsOf(
    tx,
    [...conditions, ...returned].map(({ leadOrganisationId }) => leadOrganisationId),
  );
  const wish = (row: DueRow, code: string, key: string): NoticeWish => ({
    to: hosts.get(row.leadOrganisationId) ?? [],
    code,
    params: { name: row.name, dueOn: row.dueOn },
    href: `/applications/${row.applicationId}`,
    subjectType: 'application',
    subjectId: row.applicationId,
    urgency: row.overdue ? 'now' : 'soon',
    dedupeKey: `${key}:${row.id}`,
  });
  return [
    ...conditions.map((row) =>
      row.overdue
        ? wish(row, 'approvals.told-condition-overdue', 'condition-overdue')
        : wish(row, 'approvals.told-condition-due', 'condition-due'),
    ),
    ...returned.map((row) => wish(row, 'approvals.told-completion-due', 'completion-due')),
  ];
}
