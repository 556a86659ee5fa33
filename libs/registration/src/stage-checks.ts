import { addStageCheck, finding, type Finding } from '@luban/events';
import type { EntityManager } from 'typeorm';
import { overfull } from './quotas.js';

/** A province cancels a skill with fewer (province's rule, jnrcks.com, S42; not verified for any other event). */
const fewestEntries = { usual: 30, worldSkillsSelection: 15 };

/** Adds what registration knows about an event's readiness; `now` is the clock's. */
export function addRegistrationStageChecks(now: () => Date): void {
  addStageCheck({ code: 'registration.before-opening', stages: ['registration'], run: beforeOpening });
  addStageCheck({
    code: 'registration.before-closing',
    stages: ['preparation'],
    run: (tx, eventId) => beforeClosing(tx, eventId, now()),
  });
  addStageCheck({ code: 'registration.before-competing', stages: ['competition'], run: beforeCompeting });
}

/** Into registration: somebody must be able to enter. */
async function beforeOpening(tx: EntityManager, eventId: string): Promise<Finding[]> {
  const [counts] = (await tx.query(
    `SELECT (SELECT count(*)::int FROM delegation WHERE event_id = $1) AS delegations,
            (SELECT count(*)::int FROM quota WHERE event_id = $1) AS quotas,
            (SELECT count(*)::int FROM delegation d WHERE d.event_id = $1 AND NOT EXISTS (
               SELECT 1 FROM role_grant g WHERE g.event_id = $1 AND g.delegation_id = d.id AND g.role = 'teamLeader' AND g.ended_at IS NULL)) AS unled`,
    [eventId],
  )) as [{ delegations: number; quotas: number; unled: number }];
  const page = `/events/${eventId}/delegations`;
  if (counts.delegations === 0) return [finding('blocking', 'registration.no-delegations', {}, page)];
  const found = [finding('passed', 'registration.delegations-ready', { count: counts.delegations }, page)];
  if (counts.quotas === 0)
    found.push(finding('warning', 'registration.no-quotas', {}, `/events/${eventId}/quotas`));
  if (counts.unled > 0)
    found.push(finding('warning', 'registration.delegations-unled', { count: counts.unled }, page));
  return found;
}

/** Out of registration: reviewed, within quotas, large enough. */
async function beforeClosing(tx: EntityManager, eventId: string, now: Date): Promise<Finding[]> {
  const [event] = (await tx.query(
    `SELECT registration_closes_at AS "closesAt", level,
            to_char(registration_closes_at AT TIME ZONE time_zone, 'YYYY-MM-DD HH24:MI:SS') AS shown FROM competition_event WHERE id = $1`,
    [eventId],
  )) as { closesAt: Date | null; shown: string; level: string }[];
  const states: { state: string; count: number }[] = await tx.query(
    `SELECT state, count(*)::int AS count FROM entry WHERE event_id = $1 AND status <> 'withdrawn' GROUP BY state`,
    [eventId],
  );
  const count = (state: string) => states.find((row) => row.state === state)?.count ?? 0;
  const page = (state: string) => `/events/${eventId}/entries?state=${state}`;
  const found: Finding[] = [];
  if (event?.closesAt && now < event.closesAt)
    found.push(
      finding('warning', 'registration.still-open', { closesAt: event.shown }, `/events/${eventId}`),
    );
  if (count('submitted') > 0)
    found.push(
      finding('blocking', 'registration.entries-waiting', { count: count('submitted') }, page('submitted')),
    );
  else
    found.push(
      finding('passed', 'registration.entries-reviewed', { count: count('accepted') }, page('accepted')),
    );
  if (count('returned') > 0)
    found.push(
      finding('warning', 'registration.entries-returned', { count: count('returned') }, page('returned')),
    );
  if (count('draft') > 0)
    found.push(finding('warning', 'registration.entries-draft', { count: count('draft') }, page('draft')));
  const beyond = await overfull(tx, eventId, 'all');
  if (beyond.length > 0)
    found.push(
      finding('blocking', 'registration.over-quota', { count: beyond.length }, `/events/${eventId}/quotas`),
    );
  return [...found, ...(await fieldSizes(tx, eventId, event?.level ?? ''))];
}

/** Skills without anybody, and – at provincial level, where the rule was found – groups with few. */
async function fieldSizes(tx: EntityManager, eventId: string, level: string): Promise<Finding[]> {
  const fields: {
    skillId: string;
    skill: string;
    group: string;
    groups: number;
    worldSkills: boolean;
    count: number;
  }[] = await tx.query(
    `SELECT s.id AS "skillId", s.name AS skill, g.name AS "group", s.world_skill_number IS NOT NULL AS "worldSkills",
            count(*) OVER (PARTITION BY s.id)::int AS groups,
            (SELECT count(*)::int FROM entry e WHERE e.event_id = s.event_id AND e.skill_id = s.id AND e.group_id = g.id
                AND e.state = 'accepted' AND e.status <> 'withdrawn') AS count
       FROM skill s JOIN skill_group g ON g.event_id = s.event_id AND g.skill_id = s.id
      WHERE s.event_id = $1 ORDER BY s.position, s.code, g.position`,
    [eventId],
  );
  const bySkill = new Map<string, typeof fields>();
  for (const field of fields) bySkill.set(field.skillId, [...(bySkill.get(field.skillId) ?? []), field]);
  return [...bySkill.entries()].flatMap(([skillId, groups]) => {
    const page = `/events/${eventId}/entries?skill=${skillId}`;
    const [first] = groups;
    if (first && groups.every(({ count }) => count === 0))
      return [finding('warning', 'registration.skill-empty', { skill: first.skill }, page)];
    if (level !== 'provincial') return [];
    return groups.flatMap(({ skill, group, count, worldSkills }) => {
      const least = worldSkills ? fewestEntries.worldSkillsSelection : fewestEntries.usual;
      return count < least
        ? [finding('warning', 'registration.skill-small', { skill, group, count, least }, page)]
        : [];
    });
  });
}

/** Into the competition: everybody knows where to be. */
async function beforeCompeting(tx: EntityManager, eventId: string): Promise<Finding[]> {
  const skills: {
    id: string;
    name: string;
    entries: number;
    drawn: boolean;
    unplaced: number;
    failed: number;
  }[] = await tx.query(
    `SELECT s.id, s.name,
            count(e.id)::int AS entries,
            EXISTS (SELECT 1 FROM draw d WHERE d.event_id = s.event_id AND d.skill_id = s.id AND d.kind = 'full' AND d.superseded_at IS NULL) AS drawn,
            count(e.id) FILTER (WHERE EXISTS (
              SELECT 1 FROM module m WHERE m.event_id = s.event_id AND m.skill_id = s.id AND NOT EXISTS (
                SELECT 1 FROM placement p WHERE p.event_id = s.event_id AND p.entry_id = e.id AND p.module_id = m.id)))::int AS unplaced,
            count(e.id) FILTER (WHERE EXISTS (
              SELECT 1 FROM placement p JOIN workstation w ON w.event_id = p.event_id AND w.id = p.workstation_id
               WHERE p.event_id = s.event_id AND p.entry_id = e.id AND w.state = 'failed'))::int AS failed
       FROM skill s
       LEFT JOIN entry e ON e.event_id = s.event_id AND e.skill_id = s.id AND e.state = 'accepted' AND e.status IN ('entered', 'present')
      WHERE s.event_id = $1 GROUP BY s.event_id, s.id ORDER BY s.position, s.code`,
    [eventId],
  );
  const found = skills.flatMap(({ id, name: skill, entries, drawn, unplaced, failed }) => {
    const page = `/events/${eventId}/draws/${id}`;
    if (entries === 0)
      return [
        finding('warning', 'registration.skill-empty', { skill }, `/events/${eventId}/entries?skill=${id}`),
      ];
    if (!drawn) return [finding('blocking', 'registration.skill-not-drawn', { skill }, page)];
    return [
      ...(unplaced > 0
        ? [finding('blocking', 'registration.entries-unplaced', { skill, count: unplaced }, page)]
        : []),
      ...(failed > 0
        ? [finding('blocking', 'registration.placed-at-failed', { skill, count: failed }, page)]
        : []),
    ];
  });
  const competing = skills.filter(({ entries }) => entries > 0).length;
  if (!found.some(({ severity }) => severity === 'blocking')) {
    found.unshift(
      finding('passed', 'registration.all-drawn', { count: competing }, `/events/${eventId}/draws`),
    );
  }
  return found;
}
