import { Injectable } from '@nestjs/common';
import { type Actor, Audit } from '@luban/audit';
import { eventOf, skillOf } from '@luban/events';
import { assertMay, endRoles, grantRoles, sees } from '@luban/identity';
import { Clock, isId, Jobs, newId, NotFound, Refused } from '@luban/platform';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { Conflict } from './conflict.entity.js';
import type { AddJudge, DeclareConflict, JudgeList, JudgeReply } from './judge.dto.js';
import { Judge } from './judge.entity.js';

/** Who judges a skill, and whom a judge may not mark. */
@Injectable()
export class Judges {
  constructor(
    private readonly db: DataSource,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  async list(actor: Actor, eventId: string, skillId: string): Promise<JudgeList> {
    await skillOf(this.db.manager, actor, eventId, skillId);
    assertMay(actor, 'judges.read', { eventId, skillId });
    return { items: await judgesOf(this.db.manager, eventId, skillId) };
  }

  /**
   * Makes accounts judges of a skill and gives them the role with this skill as its reach. Adding again changes
   * nothing. Refused: `judging.chief-cannot-mark` (the chief judge enters no score), `judging.account-unknown`,
   * `judging.delegation-unknown`.
   */
  async add(actor: Actor, eventId: string, skillId: string, judges: AddJudge[]): Promise<JudgeList> {
    return this.db.transaction(async (tx) => {
      await skillOf(tx, actor, eventId, skillId, 'forShare');
      await this.addWithin(tx, actor, eventId, skillId, judges);
      return { items: await judgesOf(tx, eventId, skillId) };
    });
  }

  /** As `add`, as part of another verb's transaction. */
  async addWithin(
    tx: EntityManager,
    actor: Actor,
    eventId: string,
    skillId: string,
    given: AddJudge[],
  ): Promise<void> {
    assertMay(actor, 'judges.edit', { eventId, skillId });
    // One account named twice for one part is one judge; the last word on its delegation counts.
    const judges = [...new Map(given.map((one) => [`${one.accountId} ${one.part}`, one])).values()];
    await this.assertKnown(tx, eventId, judges);
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 2))`, [skillId]);
    await this.assertChiefMarksNothing(tx, eventId, skillId, judges);
    const added: { id: string; accountId: string; part: string; delegationId: string | null }[] =
      await tx.query(
        `INSERT INTO judge (event_id, id, skill_id, account_id, delegation_id, part, created_at)
       SELECT $1, j.id, $2, j.account_id, j.delegation_id, j.part, $7
       FROM unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::text[]) AS j(id, account_id, delegation_id, part)
       ON CONFLICT ON CONSTRAINT judge_skill_account_part_key
       DO UPDATE SET ended_at = NULL, delegation_id = EXCLUDED.delegation_id
       WHERE judge.ended_at IS NOT NULL OR judge.delegation_id IS DISTINCT FROM EXCLUDED.delegation_id
       RETURNING id, account_id AS "accountId", part, delegation_id AS "delegationId"`,
        [
          eventId,
          skillId,
          judges.map(() => newId()),
          judges.map((j) => j.accountId),
          judges.map((j) => j.delegationId ?? null),
          judges.map((j) => j.part),
          this.clock.now(),
        ],
      );
    await grantRoles(
      tx,
      actor,
      judges.map((j) => ({ accountId: j.accountId, role: j.part, eventId, skillId })),
    );
    await this.audit.recordMany(
      tx,
      actor,
      'judge.added',
      added.map(({ id, ...after }) => ({ eventId, skillId, subjectType: 'judge', subjectId: id, after })),
    );
    // Who comes from another delegation than was thought may have to leave a seat to a stand-in.
    if (added.length > 0) await this.jobs.request(tx, 'openForms', skillId, { eventId, by: actor.accountId });
  }

  /** Ends a judge's part and role. Refused while he sits in a marking team: `judging.judge-is-seated`. */
  async end(actor: Actor, eventId: string, judgeId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const judge = await this.judgeInReach(tx, actor, eventId, judgeId);
      const seats: unknown[] = await tx.query(
        `SELECT 1 FROM marking_team_member WHERE event_id = $1 AND judge_id = $2
         UNION ALL SELECT 1 FROM marking_form_seat WHERE event_id = $1 AND judge_id = $2 LIMIT 1`,
        [eventId, judgeId],
      );
      if (seats.length > 0) throw new Refused('judging.judge-is-seated');
      await tx.update(Judge, { eventId, id: judgeId }, { endedAt: this.clock.now() });
      await endRoles(tx, actor, {
        accountId: judge.accountId,
        role: judge.part,
        eventId,
        skillId: judge.skillId,
      });
      await this.audit.record(tx, actor, 'judge.ended', {
        eventId,
        skillId: judge.skillId,
        subjectType: 'judge',
        subjectId: judgeId,
      });
    });
  }

  /** Declares a conflict 回避. The seats of forms not yet marked follow by the job `openForms`. */
  async declareConflict(
    actor: Actor,
    eventId: string,
    judgeId: string,
    request: DeclareConflict,
  ): Promise<JudgeReply> {
    return this.db.transaction(async (tx) => {
      const judge = await this.judgeInReach(tx, actor, eventId, judgeId);
      await this.assertKnown(tx, eventId, [{ accountId: judge.accountId, part: judge.part, ...request }]);
      const conflict = {
        eventId,
        id: newId(),
        judgeId,
        ...request,
        by: actor.accountId,
        at: this.clock.now(),
      };
      await tx.insert(Conflict, { ...conflict, endedAt: null });
      await this.audit.record(tx, actor, 'conflict.declared', {
        eventId,
        skillId: judge.skillId,
        subjectType: 'judge',
        subjectId: judgeId,
        after: { delegationId: request.delegationId },
        reason: request.reason,
      });
      await this.jobs.request(tx, 'openForms', judge.skillId, { eventId, by: actor.accountId });
      const all = await judgesOf(tx, eventId, judge.skillId);
      const reply = all.find((one) => one.id === judgeId);
      if (!reply) throw new NotFound('judging.judge-not-found');
      return reply;
    });
  }

  /** Ends a conflict that was declared by mistake or is no more; it stays as history. */
  async endConflict(actor: Actor, eventId: string, judgeId: string, conflictId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const judge = await this.judgeInReach(tx, actor, eventId, judgeId);
      const where = { eventId, judgeId, id: conflictId, endedAt: IsNull() };
      const conflict = isId(conflictId) ? await tx.findOneBy(Conflict, where) : null;
      if (!conflict) throw new NotFound('judging.conflict-not-found');
      await tx.update(Conflict, where, { endedAt: this.clock.now() });
      await this.audit.record(tx, actor, 'conflict.ended', {
        eventId,
        skillId: judge.skillId,
        subjectType: 'judge',
        subjectId: judgeId,
        before: { delegationId: conflict.delegationId },
      });
      await this.jobs.request(tx, 'openForms', judge.skillId, { eventId, by: actor.accountId });
    });
  }

  private async judgeInReach(
    tx: EntityManager,
    actor: Actor,
    eventId: string,
    judgeId: string,
  ): Promise<Judge> {
    await eventOf(tx, actor, eventId);
    const judge = isId(judgeId)
      ? await tx.findOne(Judge, { where: { eventId, id: judgeId }, lock: { mode: 'pessimistic_write' } })
      : null;
    const place = { eventId, skillId: judge?.skillId };
    if (!judge || judge.endedAt || !sees(actor, place)) throw new NotFound('judging.judge-not-found');
    assertMay(actor, 'judges.edit', place);
    return judge;
  }

  private async assertKnown(tx: EntityManager, eventId: string, judges: AddJudge[]): Promise<void> {
    const accounts: { id: string }[] = await tx.query(
      `SELECT id FROM account WHERE id = ANY($1) AND disabled_at IS NULL`,
      [judges.map((j) => j.accountId)],
    );
    const known = new Set(accounts.map((a) => a.id));
    const unknown = judges.find((j) => !known.has(j.accountId));
    if (unknown) throw new Refused('judging.account-unknown', { accountId: unknown.accountId });
    const wanted = judges.flatMap((j) => (j.delegationId ? [j.delegationId] : []));
    const delegations: { id: string }[] = await tx.query(
      `SELECT id FROM delegation WHERE event_id = $1 AND id = ANY($2)`,
      [eventId, wanted],
    );
    const there = new Set(delegations.map((d) => d.id));
    const missing = wanted.find((id) => !there.has(id));
    if (missing) throw new Refused('judging.delegation-unknown', { delegationId: missing });
  }

  private async assertChiefMarksNothing(
    tx: EntityManager,
    eventId: string,
    skillId: string,
    judges: AddJudge[],
  ): Promise<void> {
    const existing: { account_id: string; part: string }[] = await tx.query(
      `SELECT account_id, part FROM judge WHERE event_id = $1 AND skill_id = $2 AND ended_at IS NULL`,
      [eventId, skillId],
    );
    const parts = new Map<string, Set<string>>();
    for (const { accountId, part } of [
      ...existing.map((e) => ({ accountId: e.account_id, part: e.part })),
      ...judges,
    ]) {
      const held = parts.get(accountId) ?? new Set<string>();
      parts.set(accountId, held.add(part));
    }
    for (const held of parts.values()) {
      if (held.has('chiefJudge') && held.has('judge')) throw new Refused('judging.chief-cannot-mark');
    }
  }
}

/** The judges of a skill with their conflicts and teams, in one query. */
async function judgesOf(tx: EntityManager, eventId: string, skillId: string): Promise<JudgeReply[]> {
  return tx.query(
    `SELECT j.id, j.account_id AS "accountId", a.display_name AS "displayName", a.login, j.part,
            j.delegation_id AS "delegationId", d.name AS "delegationName",
            COALESCE((SELECT json_agg(json_build_object('id', c.id, 'delegationId', c.delegation_id,
                        'delegationName', cd.name, 'reason', c.reason) ORDER BY c.at)
                      FROM conflict c JOIN delegation cd ON cd.event_id = c.event_id AND cd.id = c.delegation_id
                      WHERE c.event_id = j.event_id AND c.judge_id = j.id AND c.ended_at IS NULL), '[]') AS conflicts,
            COALESCE((SELECT json_agg(t.name ORDER BY t.name)
                      FROM marking_team_member m JOIN marking_team t ON t.event_id = m.event_id AND t.id = m.team_id
                      WHERE m.event_id = j.event_id AND m.judge_id = j.id), '[]') AS teams
     FROM judge j
     JOIN account a ON a.id = j.account_id
     LEFT JOIN delegation d ON d.event_id = j.event_id AND d.id = j.delegation_id
     WHERE j.event_id = $1 AND j.skill_id = $2 AND j.ended_at IS NULL
     ORDER BY array_position(ARRAY['chiefJudge','judge','floorJudge','recorder','checker'], j.part), a.display_name`,
    [eventId, skillId],
  );
}
