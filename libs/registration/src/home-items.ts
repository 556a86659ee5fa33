import type { Actor, Role } from '@luban/audit';
import type { HomeItem } from '@luban/identity';
import { type MessageParams, say } from '@luban/platform';
import type { EntityManager } from 'typeorm';

const hourMs = 3_600_000;

/** What waits in registration for team leaders, organisers and competitors; `now` is the clock's. */
export async function registrationHomeItems(actor: Actor, tx: EntityManager, now: Date): Promise<HomeItem[]> {
  const leaderships = actor.grants.filter(
    ({ role, eventId, delegationId }) => role === 'teamLeader' && eventId && delegationId,
  );
  const run = actor.grants.filter(
    ({ role, eventId }) => (role === 'organiser' || role === 'host') && eventId,
  );
  const competes = actor.accountId !== null && actor.grants.some(({ role }) => role === 'competitor');
  return [
    ...(leaderships.length > 0
      ? await leaderItems(
          tx,
          leaderships.map(({ delegationId }) => delegationId as string),
          now,
        )
      : []),
    ...(run.length > 0
      ? await organiserItems(
          tx,
          run.map(({ role, eventId }) => ({ role, eventId: eventId as string })),
        )
      : []),
    ...(competes ? await competitorItems(tx, actor.accountId as string, now) : []),
  ];
}

async function leaderItems(tx: EntityManager, delegationIds: string[], now: Date): Promise<HomeItem[]> {
  const rows: {
    eventId: string;
    event: string;
    delegation: string;
    closesAt: Date | null;
    returned: number;
    drafts: number;
    all: number;
  }[] = await tx.query(
    `SELECT v.id AS "eventId", v.name AS event, d.name AS delegation, v.registration_closes_at AS "closesAt",
            count(e.id) FILTER (WHERE e.state = 'returned')::int AS returned,
            count(e.id) FILTER (WHERE e.state = 'draft')::int AS drafts, count(e.id)::int AS all
       FROM delegation d
       JOIN competition_event v ON v.id = d.event_id AND v.stage = 'registration'
       LEFT JOIN entry e ON e.event_id = d.event_id AND e.delegation_id = d.id AND e.status <> 'withdrawn'
      WHERE d.id = ANY($1) AND (v.registration_opens_at IS NULL OR v.registration_opens_at <= $2)
      GROUP BY v.id, d.event_id, d.id`,
    [delegationIds, now],
  );
  return rows.flatMap(({ eventId, event, delegation, closesAt, returned, drafts, all }) => {
    const open = closesAt === null || now < closesAt;
    const dueAt = closesAt?.toISOString() ?? null;
    const pressing = closesAt !== null && closesAt.getTime() - now.getTime() < 24 * hourMs;
    const items: HomeItem[] = [];
    const add = (
      code: string,
      params: MessageParams,
      href: string,
      urgency: HomeItem['urgency'],
      due: string | null,
    ) =>
      items.push({
        code,
        params,
        message: say(code, params),
        href,
        dueAt: due,
        urgency,
        eventId,
        role: 'teamLeader',
      });
    if (returned > 0)
      add(
        'registration.home-returned',
        { count: returned, event },
        `/events/${eventId}/entries?state=returned`,
        'now',
        null,
      );
    if (open && drafts > 0) {
      add(
        'registration.home-drafts',
        { count: drafts, event },
        `/events/${eventId}/entries?state=draft`,
        pressing ? 'now' : 'soon',
        dueAt,
      );
    }
    if (open && all === 0)
      add(
        'registration.home-enter',
        { delegation, event },
        `/events/${eventId}/entries`,
        pressing ? 'now' : 'soon',
        dueAt,
      );
    return items;
  });
}

async function organiserItems(
  tx: EntityManager,
  run: { role: Role; eventId: string }[],
): Promise<HomeItem[]> {
  const rows: { eventId: string; event: string; stage: string; waiting: number; undrawn: number }[] =
    await tx.query(
      `SELECT v.id AS "eventId", v.name AS event, v.stage,
            (SELECT count(*)::int FROM entry e WHERE e.event_id = v.id AND e.state = 'submitted' AND e.status <> 'withdrawn') AS waiting,
            (SELECT count(DISTINCT e.skill_id)::int FROM entry e
              WHERE e.event_id = v.id AND e.state = 'accepted' AND e.status IN ('entered', 'present') AND NOT EXISTS (
                SELECT 1 FROM draw d WHERE d.event_id = v.id AND d.skill_id = e.skill_id AND d.superseded_at IS NULL)) AS undrawn
       FROM competition_event v WHERE v.id = ANY($1) AND v.stage IN ('registration', 'preparation')`,
      [[...new Set(run.map(({ eventId }) => eventId))]],
    );
  return rows.flatMap(({ eventId, event, stage, waiting, undrawn }) => {
    const roles = run.filter((grant) => grant.eventId === eventId).map(({ role }) => role);
    const role = roles.includes('organiser') ? 'organiser' : 'host';
    const items: HomeItem[] = [];
    const add = (code: string, count: number, href: string) =>
      items.push({
        code,
        params: { count, event },
        message: say(code, { count, event }),
        href,
        dueAt: null,
        urgency: 'soon',
        eventId,
        role,
      });
    if (waiting > 0) add('registration.home-review', waiting, `/events/${eventId}/entries?state=submitted`);
    if (stage === 'preparation' && undrawn > 0 && role === 'organiser')
      add('registration.home-draw', undrawn, `/events/${eventId}/draws`);
    return items;
  });
}

/** The next session of each entry. */
async function competitorItems(tx: EntityManager, accountId: string, now: Date): Promise<HomeItem[]> {
  const rows: {
    eventId: string;
    skill: string;
    module: string;
    session: string;
    workstation: string | null;
    startsAt: Date;
  }[] = await tx.query(
    `SELECT DISTINCT ON (p.entry_id) p.event_id AS "eventId", s.name AS skill, m.name AS module, t.name AS session,
            w.code AS workstation, t.starts_at AS "startsAt"
       FROM competitor k
       JOIN entry e ON e.event_id = k.event_id AND e.id = k.entry_id AND e.status IN ('entered', 'present')
       JOIN placement p ON p.event_id = e.event_id AND p.entry_id = e.id
       JOIN session t ON t.event_id = p.event_id AND t.id = p.session_id AND t.ends_at > $2
       JOIN module m ON m.event_id = p.event_id AND m.id = p.module_id
       JOIN skill s ON s.event_id = p.event_id AND s.id = p.skill_id
       LEFT JOIN workstation w ON w.event_id = p.event_id AND w.id = p.workstation_id
      WHERE k.account_id = $1 ORDER BY p.entry_id, t.starts_at`,
    [accountId, now],
  );
  return rows.map(({ eventId, startsAt, workstation, ...names }) => {
    const params = { ...names, workstation: workstation ?? '' };
    const soon = startsAt.getTime() - now.getTime() < 24 * hourMs;
    return {
      code: 'registration.home-session',
      params,
      message: say('registration.home-session', params),
      href: `/events/${eventId}/my-placements`,
      dueAt: startsAt.toISOString(),
      urgency: soon ? 'now' : 'soon',
      eventId,
      role: 'competitor',
    };
  });
}
