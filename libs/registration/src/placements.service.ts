import { Injectable } from '@nestjs/common';
import { type Actor, Audit } from '@luban/audit';
import { assertStage, eventOf, skillOf, Workstation } from '@luban/events';
import { assertMay, mayAt } from '@luban/identity';
import { assertCurrent, Clock, isId, NotFound, Refused } from '@luban/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { like } from './entries.queries.js';
import { assertMarksNothing } from './floor-access.js';
import { moveEntry } from './move-entry.js';
import type {
  FailWorkstation,
  MovePlacement,
  PlacementPage,
  PlacementQuery,
  PlacementReply,
  WorkstationFailure,
} from './placement.dto.js';
import { Placement } from './placement.entity.js';

/** Where entries compete: read by the floor, changed by the organiser when a workstation fails. */
@Injectable()
export class Placements {
  constructor(
    private readonly db: DataSource,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** By module, session and workstation. */
  async list(actor: Actor, eventId: string, skillId: string, query: PlacementQuery): Promise<PlacementPage> {
    const tx = this.db.manager;
    await skillOf(tx, actor, eventId, skillId);
    assertMay(actor, 'draw.read', { eventId, skillId });
    assertMarksNothing(actor, eventId, skillId);
    const limit = query.limit ?? 500;
    const rows = await placementRows(tx, actor, eventId, skillId, { ...query, limit: limit + 1 });
    return { items: rows.slice(0, limit), next: rows.length > limit ? (rows[limit - 1]?.id ?? null) : null };
  }

  /** Moves one entry, with a reason, to a place that is free. */
  async move(
    actor: Actor,
    eventId: string,
    id: string,
    version: number,
    wish: MovePlacement,
  ): Promise<PlacementReply> {
    return this.db.transaction(async (tx) => {
      const event = await eventOf(tx, actor, eventId, 'forShare');
      const placement = isId(id) ? await tx.findOneBy(Placement, { eventId, id }) : null;
      if (!placement) throw new NotFound('registration.placement-not-found');
      assertMay(actor, 'placements.move', { eventId, skillId: placement.skillId });
      assertStage(event, ['preparation', 'competition'], 'registration.move-wrong-stage');
      assertCurrent(placement.version, version);
      await moveEntry(tx, actor, {
        eventId,
        placementId: id,
        toSessionId: wish.sessionId,
        toWorkstationId: wish.workstationId,
        reason: wish.reason,
        at: this.clock.now(),
      });
      const [row] = await placementRows(tx, actor, eventId, placement.skillId, { ids: [id], limit: 1 });
      if (!row) throw new NotFound('registration.placement-not-found');
      return row;
    });
  }

  /** A workstation fails: it is marked so, and its entries go to one that is free in all sessions still to end. */
  async fail(actor: Actor, eventId: string, wish: FailWorkstation): Promise<WorkstationFailure> {
    return this.db.transaction(async (tx) => {
      const event = await eventOf(tx, actor, eventId, 'forShare');
      const failed = await tx.findOne(Workstation, {
        where: { eventId, id: wish.workstationId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!failed) throw new NotFound('registration.workstation-not-found');
      const { skillId } = failed;
      assertMay(actor, 'placements.move', { eventId, skillId });
      assertStage(event, ['preparation', 'competition'], 'registration.move-wrong-stage');
      const at = this.clock.now();
      const ids = await stillToCome(tx, failed, at);
      const spare =
        ids.length > 0 ? await freeWorkstation(tx, failed, ids, wish.toWorkstationId ?? null) : null;
      await this.changeState(tx, actor, failed, 'failed', wish.reason);
      for (const { id, sessionId } of ids) {
        const toWorkstationId = spare?.id ?? null;
        await moveEntry(tx, actor, {
          eventId,
          placementId: id,
          toSessionId: sessionId,
          toWorkstationId,
          reason: wish.reason,
          at,
        });
      }
      if (spare?.state === 'spare') await this.changeState(tx, actor, spare, 'usable', wish.reason);
      const moved =
        ids.length > 0
          ? await placementRows(tx, actor, eventId, skillId, {
              ids: ids.map(({ id }) => id),
              limit: ids.length,
            })
          : [];
      return {
        workstationId: failed.id,
        toWorkstationId: spare?.id ?? null,
        toWorkstationCode: spare?.code ?? null,
        moved,
      };
    });
  }

  private async changeState(
    tx: EntityManager,
    actor: Actor,
    station: Workstation,
    state: Workstation['state'],
    reason: string,
  ): Promise<void> {
    const { eventId, skillId, id } = station;
    await tx.query(
      `UPDATE workstation SET state = $3, version = version + 1 WHERE event_id = $1 AND id = $2`,
      [eventId, id, state],
    );
    await this.audit.record(tx, actor, state === 'failed' ? 'workstation.failed' : 'workstation.putToUse', {
      eventId,
      skillId,
      subjectType: 'workstation',
      subjectId: id,
      before: { state: station.state },
      after: { state },
      reason,
    });
  }
}

/** Places at a workstation in sessions that have not ended. */
async function stillToCome(
  tx: EntityManager,
  station: Workstation,
  now: Date,
): Promise<{ id: string; sessionId: string }[]> {
  return tx.query(
    `SELECT p.id, p.session_id AS "sessionId" FROM placement p
       JOIN session s ON s.event_id = p.event_id AND s.id = p.session_id
      WHERE p.event_id = $1 AND p.workstation_id = $2 AND s.ends_at > $3 ORDER BY s.starts_at, p.id`,
    [station.eventId, station.id, now],
  );
}

/** A workstation that is free during all these places' sessions: the one asked for, or spares first, in order of code. */
async function freeWorkstation(
  tx: EntityManager,
  failed: Workstation,
  places: readonly { id: string; sessionId: string }[],
  wanted: string | null,
): Promise<Workstation> {
  const [free] = (await tx.query(
    `SELECT w.id, w.event_id AS "eventId", w.skill_id AS "skillId", w.code, w.state FROM workstation w
      WHERE w.event_id = $1 AND w.skill_id = $2 AND w.state <> 'failed' AND w.id <> $3 AND ($4::uuid IS NULL OR w.id = $4)
        AND NOT EXISTS (
          SELECT 1 FROM placement p
            JOIN session s ON s.event_id = p.event_id AND s.id = p.session_id
            JOIN session t ON t.event_id = p.event_id AND t.id = ANY($5) AND s.starts_at < t.ends_at AND t.starts_at < s.ends_at
           WHERE p.event_id = $1 AND p.workstation_id = w.id)
      ORDER BY w.state <> 'spare', w.code LIMIT 1`,
    [failed.eventId, failed.skillId, failed.id, wanted, places.map(({ sessionId }) => sessionId)],
  )) as Workstation[];
  if (!free)
    throw new Refused(wanted ? 'registration.place-taken' : 'registration.no-free-workstation', {
      code: failed.code,
    });
  return free;
}

async function placementRows(
  tx: EntityManager,
  actor: Actor,
  eventId: string,
  skillId: string,
  query: PlacementQuery & { ids?: string[]; limit: number },
): Promise<PlacementReply[]> {
  const named = mayAt(actor, 'entries.review', { eventId, skillId });
  const order = `m.position, m.code, s.starts_at, s.id, coalesce(w.code, ''), p.id`;
  const from = `placement p
       JOIN entry e ON e.event_id = p.event_id AND e.id = p.entry_id
       JOIN skill_group g ON g.event_id = e.event_id AND g.id = e.group_id
       JOIN delegation d ON d.event_id = e.event_id AND d.id = e.delegation_id
       JOIN module m ON m.event_id = p.event_id AND m.id = p.module_id
       JOIN session s ON s.event_id = p.event_id AND s.id = p.session_id
       LEFT JOIN workstation w ON w.event_id = p.event_id AND w.id = p.workstation_id`;
  return tx.query(
    `SELECT p.id, p.entry_id AS "entryId", e.entry_number AS "entryNumber", g.name AS "groupName",
            m.id AS "moduleId", m.code AS "moduleCode", m.name AS "moduleName", s.id AS "sessionId", s.name AS "sessionName",
            s.starts_at AS "startsAt", s.ends_at AS "endsAt", w.id AS "workstationId", w.code AS "workstationCode", p.version,
            coalesce((SELECT c.status FROM check_in c WHERE c.event_id = p.event_id AND c.entry_id = p.entry_id AND c.module_id = p.module_id
                       ORDER BY c.at DESC, c.id DESC LIMIT 1), 'entered') AS status,
            CASE WHEN $3::boolean THEN d.name END AS "delegationName",
            CASE WHEN $3::boolean THEN ARRAY(SELECT n.name FROM competitor k JOIN person n ON n.id = k.person_id
              WHERE k.event_id = e.event_id AND k.entry_id = e.id ORDER BY k.position) END AS names,
            coalesce((SELECT json_agg(json_build_object('fromSessionName', f.name, 'fromWorkstationCode', o.code, 'reason', v.reason, 'at', v.at) ORDER BY v.at DESC)
                FROM placement_move v
                JOIN session f ON f.event_id = v.event_id AND f.id = v.from_session_id
                LEFT JOIN workstation o ON o.event_id = v.event_id AND o.id = v.from_workstation_id
               WHERE v.event_id = p.event_id AND v.placement_id = p.id), '[]') AS moves
       FROM ${from}
      WHERE p.event_id = $1 AND p.skill_id = $2
        AND ($4::uuid IS NULL OR p.module_id = $4) AND ($5::uuid IS NULL OR p.session_id = $5)
        AND ($6::text IS NULL OR e.entry_number ILIKE $6 OR w.code ILIKE $6)
        AND ($7::uuid[] IS NULL OR p.id = ANY($7))
        AND ($8::uuid IS NULL OR (${order}) > (SELECT ${order} FROM ${from} WHERE p.event_id = $1 AND p.id = $8))
      ORDER BY ${order} LIMIT $9`,
    [
      eventId,
      skillId,
      named,
      query.moduleId ?? null,
      query.sessionId ?? null,
      like(query.q),
      query.ids ?? null,
      query.after ?? null,
      query.limit,
    ],
  );
}
