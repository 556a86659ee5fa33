import type { Actor } from '@luban/audit';
import { type HomeItem, jurisdictionsFor, mayAnywhere } from '@luban/identity';
import { type DueReminder, type NoticeWish, peopleOf } from '@luban/notices';
import { say } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import { applicantOrganisations } from './application-reach.js';
import { todayIn } from './plan-facts.js';

/** Days before its day from which a duty stands in 待办 and is reminded of. */
const daysBefore = 30;
const reminderDays = 7;

/** What a host owes soon or had returned, by contest; and what waits for an authority to be checked. */
export async function obligationHomeItems(actor: Actor, tx: EntityManager, now: Date): Promise<HomeItem[]> {
  if (actor.grants.length === 0) return [];
  return [...(await ofHost(actor, tx, todayIn(now))), ...(await ofAuthority(actor, tx))];
}

async function ofHost(actor: Actor, tx: EntityManager, today: string): Promise<HomeItem[]> {
  const organisations = applicantOrganisations(actor);
  if (organisations.length === 0) return [];
  const rows: { contest: string; due: number; dueOn: string | null; returned: number; id: string }[] =
    await tx.query(
      `SELECT a.id, coalesce(s.official_name, a.name) AS contest,
            count(*) FILTER (WHERE b.returned_reason IS NULL AND b.due_on <= $2::date + $3::int)::int AS due,
            min(b.due_on)::text AS "dueOn", count(*) FILTER (WHERE b.returned_reason IS NOT NULL)::int AS returned
       FROM obligation b JOIN class_application a ON a.id = b.application_id
       LEFT JOIN class_status s ON s.application_id = a.id
      WHERE a.lead_organisation_id = ANY($1::uuid[]) AND b.met_at IS NULL
        AND a.state IN ('granted', 'grantedWithConditions')
        AND (b.returned_reason IS NOT NULL OR b.due_on <= $2::date + $3::int)
      GROUP BY a.id, s.official_name, a.name ORDER BY min(b.due_on) NULLS LAST LIMIT 50`,
      [organisations, today, daysBefore],
    );
  return rows.flatMap(({ id, contest, due, dueOn, returned }): HomeItem[] => {
    const place = { href: `/obligations?applicationId=${id}`, eventId: null, role: 'host' as const };
    const item = (code: string, params: HomeItem['params'], urgency: HomeItem['urgency']): HomeItem => ({
      ...{ code, params, message: say(code, params), urgency, ...place },
      dueAt: dueOn && `${dueOn}T16:00:00.000Z`,
    });
    const isLate = dueOn !== null && dueOn <= today;
    return [
      ...(due > 0
        ? [item('approvals.obligations-due', { contest, count: due, dueOn }, isLate ? 'now' : 'soon')]
        : []),
      ...(returned > 0 ? [item('approvals.obligations-returned', { contest, count: returned }, 'soon')] : []),
    ];
  });
}

async function ofAuthority(actor: Actor, tx: EntityManager): Promise<HomeItem[]> {
  if (!mayAnywhere(actor, 'obligations.check')) return [];
  const own = (await jurisdictionsFor(tx, actor, 'obligations.check')).filter(
    (area) => area.organisationId !== null,
  );
  if (own.length === 0) return [];
  const [row]: { count: number }[] = await tx.query(
    `SELECT count(*)::int AS count FROM obligation b JOIN class_application a ON a.id = b.application_id
      WHERE b.met_at IS NOT NULL AND b.checked_at IS NULL AND a.state IN ('granted', 'grantedWithConditions')
        AND (a.level, a.division_code) IN (SELECT * FROM unnest($1::text[], $2::text[]))`,
    [own.map(({ level }) => level), own.map(({ divisionCode }) => divisionCode)],
  );
  if (!row || row.count === 0) return [];
  const roles = actor.grants.map(({ role }) => role);
  const code = 'approvals.obligations-to-check';
  return (['acceptor', 'reviewer'] as const)
    .filter((role) => roles.includes(role))
    .map((role) => ({
      ...{ code, params: { count: row.count }, message: say(code, { count: row.count }), role },
      ...{ href: '/obligations?state=handedIn', dueAt: null, urgency: 'later' as const, eventId: null },
    }));
}

/** Reminds hosts once seven days before, and once when a day has passed. */
export const obligationReminders: DueReminder = async (tx, today) => {
  const rows: {
    id: string;
    applicationId: string;
    organisationId: string;
    contest: string;
    title: { zh: string; en: string };
    dueOn: string;
    late: boolean;
  }[] = await tx.query(
    `SELECT b.id, a.id AS "applicationId", a.lead_organisation_id AS "organisationId",
            coalesce(s.official_name, a.name) AS contest, b.title, b.due_on::text AS "dueOn",
            b.due_on < $1::date AS late
       FROM obligation b JOIN class_application a ON a.id = b.application_id
       LEFT JOIN class_status s ON s.application_id = a.id
      WHERE b.met_at IS NULL AND b.due_on BETWEEN $1::date - 365 AND $1::date + $2::int
        AND a.state IN ('granted', 'grantedWithConditions') AND NOT a.historic`,
    [today, reminderDays],
  );
  const people = new Map<string, string[]>();
  for (const organisationId of new Set(rows.map((row) => row.organisationId)))
    people.set(organisationId, await peopleOf(tx, { organisationIds: [organisationId], role: 'host' }));
  return rows.map(({ id, applicationId, organisationId, contest, title, dueOn, late }): NoticeWish => ({
    to: people.get(organisationId) ?? [],
    code: late ? 'approvals.notice-obligation-overdue' : 'approvals.notice-obligation-due',
    params: { title: title.zh, titleEn: title.en, contest, dueOn },
    href: `/obligations?applicationId=${applicationId}`,
    subjectType: 'application',
    subjectId: applicationId,
    urgency: late ? 'now' : 'soon',
    dedupeKey: `obligation-${late ? 'overdue' : 'due'}:${id}:${dueOn}`,
  }));
};
