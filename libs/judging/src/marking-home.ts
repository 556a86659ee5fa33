import type { Actor, Role } from '@luban/audit';
import { dayIn, daysBetween } from '@luban/events';
import { type HomeItem, type Permission, reachSql } from '@luban/identity';
import { say } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import { formNeededSql, formProgressSql } from './form-needed.sql.js';

/** Counts of one skill that wait for somebody, each under the code of its message. */
interface Waiting {
  eventId: string;
  skillId: string;
  skill: string;
  skillEn: string;
  counts: Record<string, number>;
}

/** What each role is asked to do: where, and whether at once. */
const items: Readonly<
  Record<string, { role: Role; href: (at: Waiting) => string; urgency: HomeItem['urgency'] }>
> = {
  'judging.home-forms-to-mark': {
    role: 'judge',
    href: ({ eventId }) => `/events/${eventId}/forms`,
    urgency: 'now',
  },
  'judging.home-spreads-to-settle': {
    role: 'judge',
    href: ({ eventId }) => `/events/${eventId}/forms`,
    urgency: 'now',
  },
  'judging.home-forms-to-sign': { role: 'chiefJudge', href: deskOf, urgency: 'now' },
  'judging.home-spreads-open': { role: 'chiefJudge', href: deskOf, urgency: 'soon' },
  'judging.home-deductions': { role: 'chiefJudge', href: deskOf, urgency: 'soon' },
  'judging.home-paper-to-check': {
    role: 'checker',
    href: ({ eventId }) => `/events/${eventId}/paper`,
    urgency: 'now',
  },
  'judging.home-paper-returned': {
    role: 'recorder',
    href: ({ eventId }) => `/events/${eventId}/paper`,
    urgency: 'now',
  },
  'judging.home-times-to-confirm': {
    role: 'competitor',
    href: ({ eventId }) => `/events/${eventId}/my-time`,
    urgency: 'soon',
  },
};

function deskOf({ eventId, skillId }: Waiting): string {
  return `/events/${eventId}/desk/${skillId}`;
}

/** What waits for somebody in marking, one line for each skill: a query for each role held, none for the others. */
export async function markingHomeItems(actor: Actor, tx: EntityManager, now: Date): Promise<HomeItem[]> {
  const holds = (role: Role) => actor.grants.some((grant) => grant.role === role);
  const found = [
    ...(holds('judge') ? await judgesWaiting(actor, tx, now) : []),
    ...(holds('chiefJudge') ? await chiefsWaiting(actor, tx) : []),
    ...(holds('checker') || holds('recorder') ? await paperWaiting(actor, tx) : []),
    ...(holds('competitor') ? await competitorsWaiting(actor, tx) : []),
  ];
  return found.flatMap((at) =>
    Object.entries(at.counts).flatMap(([code, count]): HomeItem[] => {
      const item = items[code];
      if (!item || count === 0 || !holds(item.role)) return [];
      const params = { count, skill: at.skill, skillEn: at.skillEn };
      const { role, urgency } = item;
      return [
        {
          code,
          params,
          message: say(code, params),
          href: item.href(at),
          dueAt: null,
          urgency,
          eventId: at.eventId,
          role,
        },
      ];
    }),
  );
}

const heading = `f.event_id AS "eventId", s.id AS "skillId", s.name AS skill, coalesce(s.name_en, s.name) AS "skillEn"`;

/** Forms of today and of the days before that are not handed in, and spreads to be settled. */
async function judgesWaiting(actor: Actor, tx: EntityManager, now: Date): Promise<Waiting[]> {
  const reach = reachSql(actor, 'marks.enter', { event: 'f.event_id', skill: 'f.skill_id' }, 2);
  const rows: (Omit<Waiting, 'counts'> & {
    day: number | null;
    startsOn: string;
    timeZone: string;
    forms: number;
    spreads: number;
  })[] = await tx.query(
    `WITH forms AS MATERIALIZED (
         SELECT f.* FROM marking_form f
         JOIN competition_event e ON e.id = f.event_id AND e.stage IN ('competition', 'results', 'provisional', 'final')
         WHERE f.state = 'open' AND ${reach.sql} AND ${formNeededSql()} AND EXISTS (
           SELECT FROM marking_form_seat t JOIN judge j ON j.event_id = t.event_id AND j.id = t.judge_id
           WHERE t.event_id = f.event_id AND t.form_id = f.id AND j.account_id = $1 AND j.ended_at IS NULL)
       ), progress AS (${formProgressSql})
       SELECT ${heading}, sc.day_of_marking AS day, e.starts_on::text AS "startsOn", e.time_zone AS "timeZone",
         count(*)::int AS forms, count(*) FILTER (WHERE p.spreads > 0)::int AS spreads
       FROM forms f
       JOIN competition_event e ON e.id = f.event_id
       JOIN skill s ON s.event_id = f.event_id AND s.id = f.skill_id
       JOIN sub_criterion sc ON sc.event_id = f.event_id AND sc.id = f.sub_criterion_id
       LEFT JOIN progress p ON p.form_id = f.id
       GROUP BY f.event_id, s.id, s.name, s.name_en, sc.day_of_marking, e.starts_on, e.time_zone`,
    [actor.accountId, ...reach.params],
  );
  const skills = new Map<string, Waiting>();
  for (const { day, startsOn, timeZone, forms, spreads, ...at } of rows) {
    const today = daysBetween(startsOn, dayIn(now, timeZone)) + 1;
    const known = skills.get(at.skillId) ?? { ...at, counts: {} };
    const add = (code: string, count: number) => (known.counts[code] = (known.counts[code] ?? 0) + count);
    if (day === null || day <= today) add('judging.home-forms-to-mark', forms);
    add('judging.home-spreads-to-settle', spreads);
    skills.set(at.skillId, known);
  }
  return [...skills.values()];
}

async function chiefsWaiting(actor: Actor, tx: EntityManager): Promise<Waiting[]> {
  const reach = reachSql(actor, 'forms.signOff', { event: 'f.event_id', skill: 'f.skill_id' }, 1);
  return tx.query(
    `WITH forms AS MATERIALIZED (
       SELECT f.* FROM marking_form f WHERE f.state <> 'signed' AND f.revision > 0 AND ${reach.sql} AND ${formNeededSql()}
     ), progress AS (${formProgressSql})
     SELECT ${heading}, jsonb_build_object(
       'judging.home-forms-to-sign', count(*) FILTER (WHERE f.state = 'submitted'),
       'judging.home-spreads-open', coalesce(sum(p.spreads) FILTER (WHERE f.state = 'open'), 0),
       'judging.home-deductions', (SELECT count(*) FROM deduction d
         JOIN placement pl ON pl.event_id = d.event_id AND pl.id = d.placement_id
         WHERE d.event_id = f.event_id AND pl.skill_id = s.id AND d.approved_at IS NULL AND d.refused_at IS NULL)) AS counts
     FROM forms f
     JOIN skill s ON s.event_id = f.event_id AND s.id = f.skill_id
     LEFT JOIN progress p ON p.form_id = f.id
     GROUP BY f.event_id, s.id, s.name, s.name_en`,
    reach.params,
  );
}

async function paperWaiting(actor: Actor, tx: EntityManager): Promise<Waiting[]> {
  const reach = reachSql(
    actor,
    'paper.read' satisfies Permission,
    { event: 'f.event_id', skill: 'f.skill_id' },
    2,
  );
  return tx.query(
    `SELECT ${heading}, jsonb_build_object(
       'judging.home-paper-to-check', count(*) FILTER (WHERE p.state = 'entered' AND p.entered_by <> $1),
       'judging.home-paper-returned', count(*) FILTER (WHERE p.state = 'refused' AND p.entered_by = $1)) AS counts
     FROM (
       SELECT DISTINCT ON (p.event_id, p.form_id) p.* FROM paper_entry p ORDER BY p.event_id, p.form_id, p.id DESC) p
     JOIN marking_form f ON f.event_id = p.event_id AND f.id = p.form_id AND f.state = 'open'
     JOIN skill s ON s.event_id = f.event_id AND s.id = f.skill_id
     WHERE p.state <> 'checked' AND ${reach.sql}
     GROUP BY f.event_id, s.id, s.name, s.name_en`,
    [actor.accountId, ...reach.params],
  );
}

async function competitorsWaiting(actor: Actor, tx: EntityManager): Promise<Waiting[]> {
  return tx.query(
    `SELECT ${heading}, jsonb_build_object('judging.home-times-to-confirm', count(*)) AS counts
     FROM competitor c
     JOIN placement f ON f.event_id = c.event_id AND f.entry_id = c.entry_id
     JOIN time_record r ON r.event_id = f.event_id AND r.placement_id = f.id AND r.voided_at IS NULL
     JOIN skill s ON s.event_id = f.event_id AND s.id = f.skill_id
     WHERE c.account_id = $1 AND NOT EXISTS (
       SELECT FROM time_confirmation t
       WHERE t.event_id = r.event_id AND t.time_record_id = r.id AND t.part = 'competitor')
     GROUP BY f.event_id, s.id, s.name, s.name_en`,
    [actor.accountId],
  );
}
