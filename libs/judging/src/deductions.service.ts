import { Injectable } from '@nestjs/common';
import { type Actor, Audit } from '@luban/audit';
import { assertStage, eventOf, skillOf } from '@luban/events';
import { Clock, declareJobs, isId, Jobs, Live, newId, NotFound, Refused } from '@luban/platform';
import { DataSource, type EntityManager } from 'typeorm';
import type { DeductionList, DeductionReply, ProposeDeduction } from './deduction.dto.js';
import { iso } from './marking-form.queries.js';
import { progressChannel } from './marking-progress.js';
import { assertOnFloor } from './time-records.service.js';

declareJobs('scoreRun');

/**
 * Deductions for breaches 违规扣分: separate from the marks, proposed on the floor by entry number, and only what the
 * chief judge approves counts (DOMAIN.md 5).
 */
@Injectable()
export class Deductions {
  constructor(
    private readonly db: DataSource,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly live: Live,
  ) {}

  async list(actor: Actor, eventId: string, skillId: string): Promise<DeductionList> {
    await skillOf(this.db.manager, actor, eventId, skillId);
    assertOnFloor(actor, 'deductions.propose', eventId, skillId);
    return { items: await deductionsOf(this.db.manager, actor, eventId, { skillId }) };
  }

  /** Refused: `judging.placement-not-found`, `judging.not-in-competition`. */
  async propose(actor: Actor, eventId: string, wish: ProposeDeduction): Promise<DeductionReply> {
    const id = newId();
    await this.db.transaction(async (tx) => {
      const event = await eventOf(tx, actor, eventId, 'forShare');
      const rows: { skillId: string }[] = await tx.query(
        `SELECT skill_id AS "skillId" FROM placement WHERE event_id = $1 AND id = $2`,
        [eventId, wish.placementId],
      );
      const skillId = rows[0]?.skillId;
      if (!skillId) throw new NotFound('judging.placement-not-found');
      assertOnFloor(actor, 'deductions.propose', eventId, skillId);
      assertStage(event, ['competition', 'results'], 'judging.not-in-competition');
      await tx.query(
        `INSERT INTO deduction (event_id, id, placement_id, hundredths, reason, "by", at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [eventId, id, wish.placementId, wish.hundredths, wish.reason, actor.accountId, this.clock.now()],
      );
      await this.audit.record(tx, actor, 'deduction.proposed', {
        eventId,
        skillId,
        subjectType: 'deduction',
        subjectId: id,
        after: { placementId: wish.placementId, hundredths: wish.hundredths },
        reason: wish.reason,
      });
    });
    this.live.publish(progressChannel(eventId));
    return this.one(actor, eventId, id);
  }

  /** The chief judge's word; it counts from then on. Refused: `judging.deduction-settled`, `judging.deduction-own`. */
  async approve(actor: Actor, eventId: string, id: string): Promise<DeductionReply> {
    return this.decide(actor, eventId, id, 'approved', null);
  }

  /** Refuses what was proposed, or takes back what was approved; the history keeps both. */
  async refuse(actor: Actor, eventId: string, id: string, reason: string | null): Promise<DeductionReply> {
    return this.decide(actor, eventId, id, 'refused', reason);
  }

  private async decide(
    actor: Actor,
    eventId: string,
    id: string,
    decision: 'approved' | 'refused',
    reason: string | null,
  ): Promise<DeductionReply> {
    await this.db.transaction(async (tx) => {
      await eventOf(tx, actor, eventId);
      if (!isId(id)) throw new NotFound('judging.deduction-not-found');
      const rows: {
        by: string | null;
        approvedAt: Date | null;
        refusedAt: Date | null;
        skillId: string;
        hundredths: number;
      }[] = await tx.query(
        `SELECT d.by, d.approved_at AS "approvedAt", d.refused_at AS "refusedAt", p.skill_id AS "skillId", d.hundredths
           FROM deduction d JOIN placement p ON p.event_id = d.event_id AND p.id = d.placement_id
           WHERE d.event_id = $1 AND d.id = $2 FOR UPDATE OF d`,
        [eventId, id],
      );
      const row = rows[0];
      if (!row) throw new NotFound('judging.deduction-not-found');
      assertOnFloor(actor, 'deductions.approve', eventId, row.skillId);
      if (row.refusedAt || (decision === 'approved' && row.approvedAt))
        throw new Refused('judging.deduction-settled');
      if (row.by === actor.accountId) throw new Refused('judging.deduction-own');
      const at = this.clock.now();
      await tx.query(
        decision === 'approved'
          ? `UPDATE deduction SET approved_by = $3, approved_at = $4 WHERE event_id = $1 AND id = $2`
          : `UPDATE deduction SET refused_by = $3, refused_at = $4 WHERE event_id = $1 AND id = $2`,
        [eventId, id, actor.accountId, at],
      );
      await this.audit.record(tx, actor, `deduction.${decision}`, {
        eventId,
        skillId: row.skillId,
        subjectType: 'deduction',
        subjectId: id,
        before: { state: row.approvedAt ? 'approved' : 'proposed', hundredths: row.hundredths },
        after: { state: decision },
        reason,
      });
      await this.jobs.request(tx, 'scoreRun', row.skillId, { eventId, by: actor.accountId });
    });
    this.live.publish(progressChannel(eventId));
    return this.one(actor, eventId, id);
  }

  private async one(actor: Actor, eventId: string, id: string): Promise<DeductionReply> {
    const [reply] = await deductionsOf(this.db.manager, actor, eventId, { id });
    if (!reply) throw new NotFound('judging.deduction-not-found');
    return reply;
  }
}

function deductionsOf(
  tx: EntityManager,
  actor: Actor,
  eventId: string,
  which: { skillId?: string; id?: string },
): Promise<DeductionReply[]> {
  return tx.query(
    `SELECT d.id, p.skill_id AS "skillId", d.placement_id AS "placementId", en.entry_number AS "entryNumber",
       w.code AS workstation, m.code AS "moduleCode", d.hundredths, d.reason,
       CASE WHEN d.refused_at IS NOT NULL THEN 'refused' WHEN d.approved_at IS NOT NULL THEN 'approved' ELSE 'proposed' END
         AS state,
       a.display_name AS by, ${iso('d.at')} AS at, c.display_name AS "decidedBy",
       ${iso('coalesce(d.refused_at, d.approved_at)')} AS "decidedAt", d.by = $4 AS "isMine"
     FROM deduction d
     JOIN placement p ON p.event_id = d.event_id AND p.id = d.placement_id
     JOIN entry en ON en.event_id = p.event_id AND en.id = p.entry_id
     JOIN module m ON m.event_id = p.event_id AND m.id = p.module_id
     LEFT JOIN workstation w ON w.event_id = p.event_id AND w.id = p.workstation_id
     LEFT JOIN account a ON a.id = d.by
     LEFT JOIN account c ON c.id = coalesce(d.refused_by, d.approved_by)
     WHERE d.event_id = $1 AND ($2::uuid IS NULL OR p.skill_id = $2) AND ($3::uuid IS NULL OR d.id = $3)
     ORDER BY d.id`,
    [eventId, which.skillId ?? null, which.id ?? null, actor.accountId],
  );
}
