import { Injectable } from '@nestjs/common';
import { type Actor, Audit } from '@luban/audit';
import { assertStage, eventOf, skillOf } from '@luban/events';
import { assertMay, mayAt } from '@luban/identity';
import { Clock, declareJobs, Invalid, isId, Jobs, Live, newId, NotFound, Refused } from '@luban/platform';
import { assertMarksNothing, moveEntry } from '@luban/registration';
import { DataSource, type EntityManager } from 'typeorm';
import { factsOf, floorOf, placesOf } from './floor.queries.js';
import { progressChannel } from './marking-progress.js';
import { kindNames } from './time-record-names.js';
import type { ConfirmationPart, FloorPlaceDto, FloorReply, RecordTime } from './time-record.dto.js';
import { floorState, mayFollow } from './time-rules.js';

declareJobs('scoreRun');

/** A tablet's clock may run ahead of the server's by this much. */
const aheadMsMax = 60_000;

/**
 * Time on the floor 现场计时: start, stop, pause, extra time and moves as timed records, confirmed by competitor, floor
 * judge and chief judge (V, DOMAIN.md 4, S46). By entry number and workstation; whoever reads work codes to mark has no
 * business here.
 */
@Injectable()
export class TimeRecords {
  constructor(
    private readonly db: DataSource,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly live: Live,
  ) {}

  async floor(actor: Actor, eventId: string, skillId: string, sessionId?: string): Promise<FloorReply> {
    await skillOf(this.db.manager, actor, eventId, skillId);
    assertOnFloor(actor, 'time.record', eventId, skillId);
    return floorOf(this.db.manager, eventId, skillId, this.clock.now(), sessionId);
  }

  /** A competitor's own clocks, as they stand. */
  async own(actor: Actor, eventId: string): Promise<FloorPlaceDto[]> {
    await eventOf(this.db.manager, actor, eventId);
    const entries: { entryId: string }[] = await this.db.query(
      `SELECT entry_id AS "entryId" FROM competitor WHERE event_id = $1 AND account_id = $2`,
      [eventId, actor.accountId],
    );
    const places = await Promise.all(
      entries.map(({ entryId }) => placesOf(this.db.manager, eventId, { entryId }, this.clock.now())),
    );
    return places.flat();
  }

  /**
   * Records one fact for one or many entries of a skill: for all of them or none. Refused: `judging.time-order`,
   * `judging.time-backwards`, `judging.time-needs-reason`, `judging.time-needs-minutes`,
   * `judging.time-needs-target`, `judging.entry-not-competing`, `judging.not-in-competition`, and whatever
   * forbids a move.
   */
  async record(actor: Actor, eventId: string, fact: RecordTime): Promise<FloorPlaceDto[]> {
    assertWhole(fact);
    const now = this.clock.now();
    const at = fact.at ? new Date(fact.at) : now;
    const placementIds = [...new Set(fact.placementIds)];
    await this.db.transaction(async (tx) => {
      const event = await eventOf(tx, actor, eventId, 'forShare');
      const skills = await this.lockPlaces(tx, actor, eventId, placementIds);
      assertStage(event, ['competition'], 'judging.not-in-competition');
      const places = await placesOf(tx, eventId, { placementIds }, now);
      for (const place of places) assertFits(place, fact, at, now);
      const rows = places.map((place) => ({ id: newId(), place }));
      await tx.query(
        `INSERT INTO time_record
           (event_id, id, placement_id, kind, minutes, from_session_id, to_session_id, to_workstation_id, reason, at, "by", recorded_at)
         SELECT $1, n.id, n.placement_id, $2, $3, n.from_session, $4, $5, $6, $7, $8, $9
         FROM unnest($10::uuid[], $11::uuid[], $12::uuid[]) AS n(id, placement_id, from_session)`,
        [
          eventId,
          fact.kind,
          fact.kind === 'extraTime' ? fact.minutes : null,
          fact.kind === 'move' ? fact.toSessionId : null,
          fact.kind === 'move' ? (fact.toWorkstationId ?? null) : null,
          fact.reason ?? null,
          at,
          actor.accountId,
          now,
          rows.map(({ id }) => id),
          rows.map(({ place }) => place.placementId),
          rows.map(({ place }) => (fact.kind === 'move' ? place.sessionId : null)),
        ],
      );
      if (fact.kind === 'move') await this.move(tx, actor, eventId, places, fact, at);
      await this.audit.recordMany(
        tx,
        actor,
        'timeRecord.recorded',
        rows.map(({ id, place }) => ({
          eventId,
          skillId: skills.get(place.placementId) ?? null,
          subjectType: 'placement',
          subjectId: place.placementId,
          before: { state: place.state },
          after: { timeRecordId: id, kind: fact.kind, at, minutes: fact.minutes ?? null },
          reason: fact.reason ?? null,
        })),
      );
      for (const skillId of fact.kind === 'stop' ? new Set(skills.values()) : []) {
        await this.requestRun(tx, actor, eventId, skillId);
      }
    });
    this.live.publish(progressChannel(eventId));
    return placesOf(this.db.manager, eventId, { placementIds }, this.clock.now());
  }

  /**
   * Takes back the last record of a placement, made by mistake. Refused: `judging.time-not-last`.
   * A changed time may change a tie-break, so the skill's scores are run again.
   */
  async takeBack(actor: Actor, eventId: string, id: string, reason: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const record = await recordOf(tx, eventId, id);
      const skills = await this.lockPlaces(tx, actor, eventId, [record.placementId]);
      const [place] = await placesOf(tx, eventId, { placementIds: [record.placementId] }, this.clock.now());
      const last = place?.records.filter(({ voidReason }) => voidReason === null).at(-1);
      if (last?.id !== id || last.kind === 'move') throw new Refused('judging.time-not-last');
      await tx.query(
        `UPDATE time_record SET voided_by = $3, voided_at = $4, void_reason = $5 WHERE event_id = $1 AND id = $2`,
        [eventId, id, actor.accountId, this.clock.now(), reason],
      );
      const skillId = skills.get(record.placementId) ?? null;
      await this.audit.record(tx, actor, 'timeRecord.takenBack', {
        eventId,
        skillId,
        subjectType: 'placement',
        subjectId: record.placementId,
        before: { timeRecordId: id, kind: last.kind, at: last.at },
        reason,
      });
      if (skillId) await this.requestRun(tx, actor, eventId, skillId);
    });
    this.live.publish(progressChannel(eventId));
  }

  /** Confirms a record in the actor's own part; confirming again changes nothing. */
  async confirm(actor: Actor, eventId: string, id: string, part: ConfirmationPart): Promise<void> {
    await this.db.transaction(async (tx) => {
      await eventOf(tx, actor, eventId);
      const record = await recordOf(tx, eventId, id);
      await this.assertPart(tx, actor, eventId, record, part);
      const written: unknown[] = await tx.query(
        `INSERT INTO time_confirmation (event_id, time_record_id, part, "by", at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT DO NOTHING RETURNING part`,
        [eventId, id, part, actor.accountId, this.clock.now()],
      );
      if (written.length === 0) return;
      await this.audit.record(tx, actor, 'timeRecord.confirmed', {
        eventId,
        skillId: record.skillId,
        subjectType: 'placement',
        subjectId: record.placementId,
        after: { timeRecordId: id, kind: record.kind, part },
      });
    });
    this.live.publish(progressChannel(eventId));
  }

  /** Times break ties: once forms are signed, a changed time asks for a new score run. */
  private async requestRun(tx: EntityManager, actor: Actor, eventId: string, skillId: string): Promise<void> {
    const signed: unknown[] = await tx.query(
      `SELECT 1 FROM marking_form WHERE event_id = $1 AND skill_id = $2 AND state = 'signed' LIMIT 1`,
      [eventId, skillId],
    );
    if (signed.length > 0) await this.jobs.request(tx, 'scoreRun', skillId, { eventId, by: actor.accountId });
  }

  /** Everybody confirms for himself: the competitor of the entry, a floor judge of the skill, its chief judge. */
  private async assertPart(
    tx: EntityManager,
    actor: Actor,
    eventId: string,
    record: TimeRecordRow,
    part: ConfirmationPart,
  ): Promise<void> {
    if (part === 'competitor') {
      const own: unknown[] = await tx.query(
        `SELECT 1 FROM competitor WHERE event_id = $1 AND entry_id = $2 AND account_id = $3`,
        [eventId, record.entryId, actor.accountId],
      );
      if (own.length === 0) throw new NotFound('judging.time-record-not-found');
      return;
    }
    const asPart = { ...actor, grants: actor.grants.filter(({ role }) => role === part) };
    if (mayAt(asPart, 'time.confirm', { eventId, skillId: record.skillId })) return;
    assertOnFloor(actor, 'time.confirm', eventId, record.skillId);
    throw new NotFound('judging.time-record-not-found');
  }

  private async move(
    tx: EntityManager,
    actor: Actor,
    eventId: string,
    places: readonly FloorPlaceDto[],
    { toSessionId = '', toWorkstationId, reason = '' }: RecordTime,
    at: Date,
  ): Promise<void> {
    for (const { placementId } of places) {
      const to = { toSessionId, toWorkstationId: toWorkstationId ?? null };
      await moveEntry(tx, actor, { eventId, placementId, ...to, reason, at });
    }
  }

  /** Locks the placements in the order of their ids; out of the actor's reach they are not there. Placement → skill. */
  private async lockPlaces(
    tx: EntityManager,
    actor: Actor,
    eventId: string,
    placementIds: readonly string[],
  ): Promise<Map<string, string>> {
    const rows: { id: string; skillId: string }[] = await tx.query(
      `SELECT id, skill_id AS "skillId" FROM placement WHERE event_id = $1 AND id = ANY($2::uuid[])
       ORDER BY id FOR UPDATE`,
      [eventId, placementIds],
    );
    if (rows.length < placementIds.length) throw new NotFound('judging.placement-not-found');
    for (const skillId of new Set(rows.map((row) => row.skillId))) {
      assertOnFloor(actor, 'time.record', eventId, skillId);
    }
    return new Map(rows.map(({ id, skillId }) => [id, skillId]));
  }
}

interface TimeRecordRow {
  placementId: string;
  entryId: string;
  skillId: string;
  kind: string;
}

async function recordOf(tx: EntityManager, eventId: string, id: string): Promise<TimeRecordRow> {
  const rows: TimeRecordRow[] = isId(id)
    ? await tx.query(
        `SELECT r.placement_id AS "placementId", p.entry_id AS "entryId", p.skill_id AS "skillId", r.kind
         FROM time_record r JOIN placement p ON p.event_id = r.event_id AND p.id = r.placement_id
         WHERE r.event_id = $1 AND r.id = $2`,
        [eventId, id],
      )
    : [];
  if (!rows[0]) throw new NotFound('judging.time-record-not-found');
  return rows[0];
}

/**
 * A floor judge, or the chief judge, of the skill – but nobody who reads its works by code to score or type them. The
 * chief judge confirms times and enters no score.
 */
export function assertOnFloor(
  actor: Actor,
  permission: 'time.record' | 'time.confirm' | 'deductions.propose' | 'deductions.approve',
  eventId: string,
  skillId: string,
): void {
  assertMay(actor, permission, { eventId, skillId });
  const others = actor.grants.filter(({ role }) => role !== 'chiefJudge');
  assertMarksNothing({ ...actor, grants: others }, eventId, skillId);
}

function assertWhole({ kind, reason, minutes, toSessionId }: RecordTime): void {
  const needsReason = kind === 'extraTime' || kind === 'move' || kind === 'pause';
  if (needsReason && !reason?.trim()) throw new Invalid('judging.time-needs-reason');
  if (kind === 'extraTime' && !minutes) throw new Invalid('judging.time-needs-minutes');
  if (kind === 'move' && !toSessionId) throw new Invalid('judging.time-needs-target');
}

function assertFits(place: FloorPlaceDto, { kind }: RecordTime, at: Date, now: Date): void {
  const entryNumber = place.entryNumber ?? place.workstation ?? '';
  const competes = place.status === 'entered' || place.status === 'present' || place.status === 'retired';
  if (!competes) throw new Refused('judging.entry-not-competing', { entryNumber });
  const facts = factsOf(place.records);
  if (!mayFollow(floorState(facts), kind)) {
    const { zh, en } = kindNames[kind];
    throw new Refused('judging.time-order', { entryNumber, kindZh: zh, kindEn: en });
  }
  const last = facts.at(-1);
  if ((last && at < last.at) || at.getTime() > now.getTime() + aheadMsMax) {
    throw new Refused('judging.time-backwards', { entryNumber });
  }
}
