import type { Actor } from '@luban/audit';
import { type HomeItem, type Jurisdiction, jurisdictionsFor } from '@luban/identity';
import { defineMessages, type MessageParams, say } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import { applicantOrganisations } from './application-reach.js';
import { chinaDay } from './application-text.js';
import { daysBetween, endOfChinaDay, officeDays } from './review-days.js';

defineMessages({
  'approvals.home-to-accept': {
    zh: '受理 {count} 份申报 · 最早已等 {days} 天',
    en: 'Accept {count} applications · the oldest has waited {days} days',
  },
  'approvals.home-to-review': {
    zh: '审核 {count} 份申报 · 最早已等 {days} 天',
    en: 'Review {count} applications · the oldest has waited {days} days',
  },
  'approvals.home-amendments': {
    zh: '审核 {count} 项重大变更 · 最早已等 {days} 天',
    en: 'Decide on {count} amendments · the oldest has waited {days} days',
  },
  'approvals.home-conditions-to-confirm': {
    zh: '确认 {count} 项条件的落实报告',
    en: 'Confirm {count} reports on conditions',
  },
  'approvals.home-conditions-overdue': {
    zh: '催办 {count} 项逾期条件',
    en: 'Follow up {count} overdue conditions',
  },
  'approvals.home-condition-due': {
    zh: '落实《{name}》的 {count} 项条件',
    en: 'Meet {count} conditions of {name}',
  },
});

const dayMs = 24 * 3_600_000;

/** What waits in review: for acceptors and reviewers of an authority, and for applicants with conditions to meet. */
export async function reviewHomeItems(actor: Actor, tx: EntityManager, now: Date): Promise<HomeItem[]> {
  const items: HomeItem[] = [];
  const deciding = (own: readonly Jurisdiction[]) =>
    own.filter(({ organisationId }) => organisationId !== null);
  if (actor.grants.some(({ role }) => role === 'acceptor')) {
    const places = deciding(await jurisdictionsFor(tx, actor, 'applications.accept'));
    items.push(...(await acceptorItems(tx, places, now)));
  }
  if (actor.grants.some(({ role }) => role === 'reviewer')) {
    const places = deciding(await jurisdictionsFor(tx, actor, 'applications.review'));
    items.push(...(await reviewerItems(tx, places, now)));
  }
  const organisations = applicantOrganisations(actor);
  if (organisations.length > 0) items.push(...(await applicantItems(tx, organisations, now)));
  return items;
}

async function acceptorItems(
  tx: EntityManager,
  places: readonly Jurisdiction[],
  now: Date,
): Promise<HomeItem[]> {
  const [waiting]: { count: number; since: Date | null }[] = await tx.query(
    `SELECT count(*)::int AS count, min(a.submitted_at) AS since FROM class_application a
      WHERE a.state = 'submitted' AND (a.level, a.division_code) IN (SELECT * FROM unnest($1::text[], $2::text[]))`,
    placeParams(places),
  );
  return oldest(
    waiting,
    'approvals.home-to-accept',
    '/review?queue=toAccept',
    officeDays.accept,
    'acceptor',
    now,
  );
}

async function reviewerItems(
  tx: EntityManager,
  places: readonly Jurisdiction[],
  now: Date,
): Promise<HomeItem[]> {
  const here = `(a.level, a.division_code) IN (SELECT * FROM unnest($1::text[], $2::text[]))`;
  const [waiting]: { count: number; since: Date | null }[] = await tx.query(
    `SELECT count(*)::int AS count, min(t.at) AS since FROM class_application a
       CROSS JOIN LATERAL (SELECT max(s.at) AS at FROM application_step s
                            WHERE s.application_id = a.id AND s.action = 'accept' AND s.undone_at IS NULL) t
      WHERE a.state IN ('accepted', 'underReview') AND ${here}`,
    placeParams(places),
  );
  const [amendments]: { count: number; since: Date | null }[] = await tx.query(
    `SELECT count(*)::int AS count, min(m.at) AS since
       FROM amendment m JOIN class_application a ON a.id = m.application_id WHERE m.state = 'submitted' AND ${here}`,
    placeParams(places),
  );
  const [conditions]: { reported: number; overdue: number }[] = await tx.query(
    `SELECT count(*) FILTER (WHERE c.reported_at IS NOT NULL)::int AS reported,
            count(*) FILTER (WHERE c.reported_at IS NULL AND c.due_on < $3::date)::int AS overdue
       FROM application_condition c JOIN class_application a ON a.id = c.application_id
      WHERE c.met_at IS NULL AND c.cancelled_at IS NULL AND a.state = 'grantedWithConditions' AND ${here}`,
    [...placeParams(places), chinaDay(now)],
  );
  const plain = (count: number, code: string, urgency: HomeItem['urgency']): HomeItem[] =>
    count > 0 ? [item(code, { count }, '/review?queue=conditions', null, urgency, 'reviewer')] : [];
  return [
    ...oldest(
      waiting,
      'approvals.home-to-review',
      '/review?queue=toReview',
      officeDays.review,
      'reviewer',
      now,
    ),
    ...oldest(
      amendments,
      'approvals.home-amendments',
      '/review?queue=amendments',
      officeDays.amendment,
      'reviewer',
      now,
    ),
    ...plain(conditions?.reported ?? 0, 'approvals.home-conditions-to-confirm', 'soon'),
    ...plain(conditions?.overdue ?? 0, 'approvals.home-conditions-overdue', 'now'),
  ];
}

/** Conditions of one's own grants that are to be met, by application. */
async function applicantItems(tx: EntityManager, organisations: string[], now: Date): Promise<HomeItem[]> {
  const rows: { id: string; name: string; count: number; dueOn: string }[] = await tx.query(
    `SELECT a.id, a.name, count(*)::int AS count, min(c.due_on)::text AS "dueOn"
       FROM application_condition c JOIN class_application a ON a.id = c.application_id
      WHERE c.met_at IS NULL AND c.reported_at IS NULL AND c.cancelled_at IS NULL
        AND a.state = 'grantedWithConditions' AND a.lead_organisation_id = ANY($1::uuid[])
      GROUP BY a.id ORDER BY min(c.due_on) LIMIT 20`,
    [organisations],
  );
  return rows.map(({ id, name, count, dueOn }) => {
    const dueAt = endOfChinaDay(dueOn);
    return item(
      'approvals.home-condition-due',
      { name, count },
      `/applications/${id}#conditions`,
      dueAt,
      pressing(dueAt, now),
      'host',
    );
  });
}

function oldest(
  row: { count: number; since: Date | null } | undefined,
  code: string,
  href: string,
  days: number,
  role: 'acceptor' | 'reviewer',
  now: Date,
): HomeItem[] {
  if (!row || row.count === 0) return [];
  const since = row.since ?? now;
  const dueAt = new Date(since.getTime() + days * dayMs);
  const params = { count: row.count, days: daysBetween(since, now) };
  return [item(code, params, href, dueAt, pressing(dueAt, now), role)];
}

const pressing = (dueAt: Date, now: Date): HomeItem['urgency'] =>
  dueAt <= now ? 'now' : dueAt.getTime() - now.getTime() < 3 * dayMs ? 'soon' : 'later';

const item = (
  code: string,
  params: MessageParams,
  href: string,
  dueAt: Date | null,
  urgency: HomeItem['urgency'],
  role: HomeItem['role'],
): HomeItem => ({
  code,
  params,
  message: say(code, params),
  href,
  dueAt: dueAt?.toISOString() ?? null,
  urgency,
  eventId: null,
  role,
});

const placeParams = (places: readonly Jurisdiction[]): unknown[] => [
  places.map(({ level }) => level),
  places.map(({ divisionCode }) => divisionCode),
];
