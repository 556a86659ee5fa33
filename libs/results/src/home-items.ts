import type { Actor } from '@luban/audit';
import { grantsFor, type HomeItem, type Permission } from '@luban/identity';
import { type MessageParams, say } from '@luban/platform';
import type { EntityManager } from 'typeorm';

interface Standing {
  event_id: string;
  skill_id: string;
  skill: string;
  skill_en: string;
  event: string;
  complete: boolean;
  undecided: number;
  opened_at: Date | null;
  witnessed_at: Date | null;
  proven: boolean;
  published: 'provisional' | 'final' | null;
  is_latest: boolean;
  stage: string;
}

/**
 * What waits in the results: ties and decoding for chief judges, decodings to witness for supervisors, skills ready to
 * publish for hosts. One query over the skills with results in the actor's events.
 */
export async function resultHomeItems(actor: Actor, tx: EntityManager): Promise<HomeItem[]> {
  const eventIds = [
    ...new Set(
      actor.grants
        .filter(({ role }) => role === 'chiefJudge' || role === 'supervisor' || role === 'host')
        .flatMap(({ eventId }) => (eventId ? [eventId] : [])),
    ),
  ];
  if (eventIds.length === 0) return [];
  const rows: Standing[] = await tx.query(
    `SELECT v.event_id, v.skill_id, k.name AS skill, COALESCE(k.name_en, k.name) AS skill_en, e.name AS event, v.complete,
            (SELECT count(*)::int FROM result r WHERE r.event_id = v.event_id AND r.version_id = v.id AND r.undecided) AS undecided,
            d.opened_at, d.witnessed_at, v.proven_at IS NOT NULL AS proven, p.kind AS published,
            p.result_version_id IS NOT DISTINCT FROM v.id AS is_latest, e.stage
     FROM skill k
     JOIN competition_event e ON e.id = k.event_id AND e.stage IN ('competition', 'results', 'provisional', 'final')
     JOIN LATERAL (SELECT * FROM result_version v WHERE v.event_id = k.event_id AND v.skill_id = k.id
                   ORDER BY v.number DESC LIMIT 1) v ON TRUE
     LEFT JOIN decoding d ON d.event_id = k.event_id AND d.skill_id = k.id
     LEFT JOIN LATERAL (SELECT kind, result_version_id FROM publication p WHERE p.event_id = k.event_id
                        AND p.skill_id = k.id AND p.superseded_at IS NULL ORDER BY p.at DESC LIMIT 1) p ON TRUE
     WHERE k.event_id = ANY($1) ORDER BY e.starts_on, k.position, k.code`,
    [eventIds],
  );
  return [...rows.flatMap((row) => ofSkill(actor, row)), ...toPublish(actor, rows)];
}

function ofSkill(actor: Actor, row: Standing): HomeItem[] {
  const at = { eventId: row.event_id, skillId: row.skill_id };
  const may = (permission: Permission): boolean =>
    grantsFor(actor, permission).some(
      (grant) => grant.eventId === at.eventId && (grant.skillId === null || grant.skillId === at.skillId),
    );
  const params = { skill: row.skill, skillEn: row.skill_en, count: row.undecided };
  const href = `/events/${at.eventId}/skills/${at.skillId}/ranking`;
  if (!row.complete) return [];
  if (may('ties.rule') && row.undecided > 0)
    return [item('results.home-ties', params, href, 'now', at.eventId, 'chiefJudge')];
  if (row.undecided > 0) return [];
  if (may('decoding.open') && !row.opened_at)
    return [item('results.home-decode', params, href, 'soon', at.eventId, 'chiefJudge')];
  const witness = `/events/${at.eventId}/decodings`;
  if (may('decoding.witness') && row.opened_at && !row.witnessed_at)
    return [item('results.home-witness', params, witness, 'now', at.eventId, 'supervisor')];
  return [];
}

/** One line per event: how many skills the host can publish now. */
function toPublish(actor: Actor, rows: readonly Standing[]): HomeItem[] {
  const mine = new Set(grantsFor(actor, 'results.publish').map(({ eventId }) => eventId));
  const ready = rows.filter(
    (row) =>
      mine.has(row.event_id) &&
      row.stage !== 'competition' &&
      row.complete &&
      row.proven &&
      row.undecided === 0 &&
      row.witnessed_at &&
      (!row.published || !row.is_latest),
  );
  const events = new Map<string, Standing[]>();
  for (const row of ready) events.set(row.event_id, [...(events.get(row.event_id) ?? []), row]);
  return [...events].map(([eventId, skills]) => {
    const params = { count: skills.length, event: skills[0]?.event ?? '' };
    return item('results.home-publish', params, `/events/${eventId}/publication`, 'soon', eventId, 'host');
  });
}

const item = (
  code: string,
  params: MessageParams,
  href: string,
  urgency: HomeItem['urgency'],
  eventId: string,
  role: HomeItem['role'],
): HomeItem => ({ code, params, message: say(code, params), href, dueAt: null, urgency, eventId, role });
