import { Injectable } from '@nestjs/common';
import { type Actor, Audit } from '@luban/audit';
import { type CompetitionEvent, eventOf, isAtLeast } from '@luban/events';
import { assertMayInEvent, mayAt } from '@luban/identity';
import { assertCurrent, Clock, Denied, Failure, Invalid, Refused, say } from '@luban/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { asFindingReply, entryInFull, type EntryRow, entryRows, findingsOf } from './entries.queries.js';
import type {
  EntryOutcome,
  EntryOutcomes,
  EntryReply,
  ReviewEntries,
  SeenEntry,
  SubmitEntries,
} from './entry.dto.js';
import { admit, registrationDoor } from './admission.js';
import {
  assertNoneBlocking,
  closing,
  assertStep,
  entryToChange,
  isDrawn,
  runsRegistration,
} from './entry-access.js';
import type { EntryFinding } from './entry-rules.js';

type Decision = 'accept' | 'return' | 'submit';

const steps = {
  accept: { permission: 'entries.review', verb: 'entry.accepted', state: 'accepted' },
  return: { permission: 'entries.review', verb: 'entry.returned', state: 'returned' },
  submit: { permission: 'entries.submit', verb: 'entry.submitted', state: 'submitted' },
} as const;

/** Reviewing entries, one by one or many at once, and submitting many at once. */
@Injectable()
export class EntryReviews {
  constructor(
    private readonly db: DataSource,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async accept(actor: Actor, eventId: string, id: string, version: number): Promise<EntryReply> {
    return this.decideOne(actor, eventId, id, version, 'accept', null);
  }

  /** Back to the delegation with what to mend; an accepted entry too, until its skill is drawn. */
  async return(
    actor: Actor,
    eventId: string,
    id: string,
    version: number,
    reason: string,
  ): Promise<EntryReply> {
    return this.decideOne(actor, eventId, id, version, 'return', reason);
  }

  /** What a bulk review would do, entry by entry; nothing is changed. */
  async previewReview(actor: Actor, eventId: string, wish: ReviewEntries): Promise<EntryOutcomes> {
    return this.db.transaction((tx) =>
      this.decideMany(tx, actor, eventId, wish.decision, wish.entries, wish.reason ?? null, false),
    );
  }

  /** Reviews each entry that stands as it was seen; the others are named with the reason why not. */
  async review(actor: Actor, eventId: string, wish: ReviewEntries): Promise<EntryOutcomes> {
    if (wish.decision === 'return' && !wish.reason) {
      const message = say('registration.return-reason-needed');
      throw new Invalid(
        'registration.return-reason-needed',
        {},
        { errors: [{ path: 'reason', code: 'registration.return-reason-needed', message }] },
      );
    }
    return this.db.transaction((tx) =>
      this.decideMany(tx, actor, eventId, wish.decision, wish.entries, wish.reason ?? null, true),
    );
  }

  /** Submits each entry that is complete; the others are named with what they lack. */
  async submit(actor: Actor, eventId: string, wish: SubmitEntries): Promise<EntryOutcomes> {
    return this.db.transaction((tx) =>
      this.decideMany(tx, actor, eventId, 'submit', wish.entries, wish.lateReason ?? null, true),
    );
  }

  private async decideOne(
    actor: Actor,
    eventId: string,
    id: string,
    version: number,
    decision: 'accept' | 'return',
    reason: string | null,
  ): Promise<EntryReply> {
    return this.db.transaction(async (tx) => {
      const event = await eventOf(tx, actor, eventId, 'forShare');
      const entry = await entryToChange(tx, actor, eventId, id, 'entries.review');
      assertCurrent(entry.version, version);
      const rows = await entryRows(tx, actor, eventId, [id]);
      const findings = (await findingsOf(tx, actor, eventId, rows)).get(id) ?? [];
      const drawn = await isDrawn(tx, eventId, entry.skillId);
      assertDecidable(event, { ...entry, drawn }, decision, findings);
      await this.write(tx, actor, eventId, decision, [{ ...entry, drawn }], reason);
      return entryInFull(tx, actor, eventId, id);
    });
  }

  private async decideMany(
    tx: EntityManager,
    actor: Actor,
    eventId: string,
    decision: Decision,
    seen: readonly SeenEntry[],
    reason: string | null,
    write: boolean,
  ): Promise<EntryOutcomes> {
    const arrivedAt = this.clock.now();
    const event = await eventOf(tx, actor, eventId, 'forShare');
    const inTime = registrationDoor(event, arrivedAt) === 'open';
    const given = decision === 'submit' && inTime ? null : reason;
    assertMayInEvent(actor, steps[decision].permission, eventId);
    const ids = seen.map(({ id }) => id);
    if (write)
      await tx.query(`SELECT 1 FROM entry WHERE event_id = $1 AND id = ANY($2) ORDER BY id FOR UPDATE`, [
        eventId,
        ids,
      ]);
    const rows = new Map((await entryRows(tx, actor, eventId, ids)).map((row) => [row.id, row]));
    const findings = await findingsOf(tx, actor, eventId, [...rows.values()]);
    const decided: EntryRow[] = [];
    const outcomes = seen.map(({ id, version }): EntryOutcome => {
      const row = rows.get(id);
      const found = findings.get(id) ?? [];
      try {
        if (!row) throw new Refused('registration.entry-not-found');
        assertCurrent(row.version, version);
        const place = { eventId, skillId: row.skillId, delegationId: row.delegationId };
        if (!mayAt(actor, steps[decision].permission, place)) throw new Denied('identity.role-may-not');
        if (decision === 'submit')
          assertInTime(event, actor, { ...row, lateReason: row.lateReason ?? given }, arrivedAt);
        assertDecidable(event, row, decision, found);
        decided.push(row);
        return {
          id,
          done: true,
          version: version + 1,
          code: null,
          message: null,
          findings: found.map(asFindingReply),
        };
      } catch (failure) {
        if (!(failure instanceof Failure)) throw failure;
        const message = say(failure.code, failure.params);
        return {
          id,
          done: false,
          version: null,
          code: failure.code,
          message,
          findings: found.map(asFindingReply),
        };
      }
    });
    if (write) await this.write(tx, actor, eventId, decision, decided, given);
    return { done: decided.length, refused: outcomes.length - decided.length, outcomes };
  }

  private async write(
    tx: EntityManager,
    actor: Actor,
    eventId: string,
    decision: Decision,
    entries: readonly Pick<EntryRow, 'id' | 'state' | 'skillId' | 'drawn'>[],
    reason: string | null,
  ): Promise<void> {
    const { state, verb } = steps[decision];
    const now = this.clock.now();
    await tx.query(
      `UPDATE entry SET state = $3, version = version + 1, return_reason = CASE WHEN $3 = 'returned' THEN $4 END,
              late_reason = CASE WHEN $3 = 'submitted' THEN coalesce(late_reason, $4) ELSE late_reason END,
              submitted_at = CASE WHEN $3 = 'submitted' THEN $5 ELSE submitted_at END,
              reviewed_by = CASE WHEN $3 = 'submitted' THEN reviewed_by ELSE $6 END,
              reviewed_at = CASE WHEN $3 = 'submitted' THEN reviewed_at ELSE $5 END
        WHERE event_id = $1 AND id = ANY($2)`,
      [eventId, entries.map(({ id }) => id), state, reason, now, actor.accountId],
    );
    await this.audit.recordMany(
      tx,
      actor,
      verb,
      entries.map((entry) => ({
        eventId,
        skillId: entry.skillId,
        subjectType: 'entry',
        subjectId: entry.id,
        before: { state: entry.state },
        after: { state },
        reason,
      })),
    );
  }
}

/** Pure: whether the decision fits the entry as it stands. */
function assertDecidable(
  event: CompetitionEvent,
  entry: Pick<EntryRow, 'state' | 'status' | 'drawn'>,
  decision: Decision,
  findings: readonly EntryFinding[],
): void {
  assertStep(entry, decision);
  if (isAtLeast(event.stage, 'results')) throw new Refused('registration.settled');
  if (decision === 'return' && entry.drawn && entry.state === 'accepted')
    throw new Refused('registration.already-drawn');
  if (decision !== 'return') assertNoneBlocking(findings);
}

function assertInTime(event: CompetitionEvent, actor: Actor, entry: EntryRow, arrivedAt: Date): void {
  if (entry.state === 'returned' && event.stage === 'registration') return;
  const admission = admit({
    event,
    arrivedAt,
    organiser: runsRegistration(actor, event.id),
    lateReason: entry.lateReason,
    drawn: entry.drawn,
  });
  if ('refusal' in admission) throw new Refused(admission.refusal, closing(event));
}
