import { Injectable } from '@nestjs/common';
import { type Actor, Audit } from '@luban/audit';
import { type CompetitionEvent, eventOf, isAtLeast, skillOf } from '@luban/events';
import { assertMay } from '@luban/identity';
import { assertCurrent, Clock, newId, Refused } from '@luban/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { registrationDoor } from './admission.js';
import { entryInFull, entryPage, entryRows, findingsOf } from './entries.queries.js';
import type { AddEntry, ChangeEntry, EntryPage, EntryQuery, EntryReply } from './entry.dto.js';
import type { Entry } from './entry.entity.js';
import {
  assertAdmitted,
  assertDelegation,
  assertGroupOf,
  assertNoneBlocking,
  assertStep,
  closing,
  draftsOf,
  entryToChange,
  isDrawn,
  runsRegistration,
  stateParams,
  step,
} from './entry-access.js';
import { editableByDelegation } from './entry-states.js';
import { insertEntries, replaceCompetitors } from './entry-writing.js';
import { assertWithinQuotas, lockDelegations } from './quotas.js';

/** Entries 报名: entered and mended by delegations, late ones by the organiser. Reviewing them is in `EntryReviews`. */
@Injectable()
export class Entries {
  constructor(
    private readonly db: DataSource,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, eventId: string, query: EntryQuery): Promise<EntryPage> {
    await eventOf(this.db.manager, actor, eventId);
    return entryPage(this.db.manager, actor, eventId, query);
  }

  async one(actor: Actor, eventId: string, id: string): Promise<EntryReply> {
    await eventOf(this.db.manager, actor, eventId);
    return entryInFull(this.db.manager, actor, eventId, id);
  }

  /** Enters. Exactly as many entries as there are places are taken, however many ask for the last one at once. */
  async add(actor: Actor, eventId: string, wish: AddEntry): Promise<EntryReply> {
    const arrivedAt = this.clock.now();
    return this.db.transaction(async (tx) => {
      const event = await eventOf(tx, actor, eventId, 'forShare');
      const { delegationId, skillId, groupId } = wish;
      assertMay(actor, 'entries.edit', { eventId, skillId, delegationId });
      await skillOf(tx, actor, eventId, skillId);
      await assertGroupOf(tx, eventId, skillId, groupId);
      await assertDelegation(tx, eventId, delegationId);
      await lockDelegations(tx, eventId, [delegationId]);
      const admitted = await assertAdmitted(tx, actor, event, skillId, arrivedAt, wish.lateReason ?? null);
      const entry = {
        id: newId(),
        delegationId,
        skillId,
        groupId,
        teamName: wish.teamName ?? null,
        state: 'draft' as const,
        lateReason: admitted === 'late' ? (wish.lateReason ?? null) : null,
        competitors: draftsOf(wish.competitors),
      };
      await insertEntries(tx, eventId, [entry], actor.accountId, arrivedAt);
      await assertWithinQuotas(tx, eventId, [entry]);
      await this.audit.record(tx, actor, 'entry.added', {
        eventId,
        skillId,
        subjectType: 'entry',
        subjectId: entry.id,
        after: { delegationId, skillId, groupId, competitors: entry.competitors.length },
        reason: entry.lateReason,
      });
      if (wish.submit)
        await this.submitOne(tx, actor, event, await entryToChange(tx, actor, eventId, entry.id), arrivedAt);
      return entryInFull(tx, actor, eventId, entry.id);
    });
  }

  /**
   * Writes an entry anew. A delegation may while it is a draft or returned; the organiser may correct any entry, after
   * closing with a reason. Once drawn, only people's data can be corrected: the group stays.
   */
  async change(
    actor: Actor,
    eventId: string,
    id: string,
    version: number,
    change: ChangeEntry,
  ): Promise<EntryReply> {
    const arrivedAt = this.clock.now();
    return this.db.transaction(async (tx) => {
      const event = await eventOf(tx, actor, eventId, 'forShare');
      const before = await entryToChange(tx, actor, eventId, id);
      assertCurrent(before.version, version);
      await assertGroupOf(tx, eventId, before.skillId, change.groupId);
      await this.assertMayEdit(tx, actor, event, before, change, arrivedAt);
      await lockDelegations(tx, eventId, [before.delegationId]);
      await tx.query(
        `UPDATE entry SET group_id = $3, team_name = $4, version = version + 1 WHERE event_id = $1 AND id = $2`,
        [eventId, id, change.groupId, change.teamName ?? null],
      );
      await replaceCompetitors(tx, eventId, id, draftsOf(change.competitors), arrivedAt);
      if (change.groupId !== before.groupId)
        await assertWithinQuotas(tx, eventId, [{ ...before, groupId: change.groupId }]);
      await this.audit.record(tx, actor, 'entry.changed', {
        eventId,
        skillId: before.skillId,
        subjectType: 'entry',
        subjectId: id,
        before: { groupId: before.groupId },
        after: { groupId: change.groupId, competitors: change.competitors.length },
        reason: change.reason ?? null,
      });
      const after = await entryInFull(tx, actor, eventId, id);
      if (before.state === 'submitted' || before.state === 'accepted') assertNoneBlocking(after.findings);
      return after;
    });
  }

  /** After closing the organiser submits with a reason. */
  async submit(
    actor: Actor,
    eventId: string,
    id: string,
    version: number,
    lateReason: string | null = null,
  ): Promise<EntryReply> {
    const arrivedAt = this.clock.now();
    return this.db.transaction(async (tx) => {
      const event = await eventOf(tx, actor, eventId, 'forShare');
      const entry = await entryToChange(tx, actor, eventId, id, 'entries.submit');
      assertCurrent(entry.version, version);
      const late = registrationDoor(event, arrivedAt) === 'open' ? null : lateReason;
      await this.submitOne(tx, actor, event, { ...entry, lateReason: entry.lateReason ?? late }, arrivedAt);
      return entryInFull(tx, actor, eventId, id);
    });
  }

  /** Takes a submitted entry back to mend it, while registration is open. */
  async recall(actor: Actor, eventId: string, id: string, version: number): Promise<EntryReply> {
    const arrivedAt = this.clock.now();
    return this.db.transaction(async (tx) => {
      const event = await eventOf(tx, actor, eventId, 'forShare');
      const entry = await entryToChange(tx, actor, eventId, id, 'entries.submit');
      assertCurrent(entry.version, version);
      assertStep(entry, 'recall');
      if (registrationDoor(event, arrivedAt) !== 'open')
        throw new Refused('registration.closed', closing(event));
      await step(tx, eventId, id, `state = 'draft', submitted_at = NULL`);
      await this.recordStep(tx, actor, 'entry.recalled', entry, 'draft', null);
      return entryInFull(tx, actor, eventId, id);
    });
  }

  /** An entry that will not compete 弃权: it keeps its history and frees its place in the quota. */
  async withdraw(
    actor: Actor,
    eventId: string,
    id: string,
    version: number,
    reason: string,
  ): Promise<EntryReply> {
    return this.db.transaction(async (tx) => {
      const event = await eventOf(tx, actor, eventId, 'forShare');
      const entry = await entryToChange(tx, actor, eventId, id);
      assertCurrent(entry.version, version);
      if (entry.status !== 'entered' && entry.status !== 'absent')
        throw new Refused('registration.not-to-withdraw');
      if (isAtLeast(event.stage, 'competition')) throw new Refused('registration.withdraw-at-check-in');
      await step(tx, eventId, id, `status = 'withdrawn', status_reason = $3`, [reason]);
      await this.recordStep(tx, actor, 'entry.withdrawn', entry, 'withdrawn', reason);
      return entryInFull(tx, actor, eventId, id);
    });
  }

  /** Takes a withdrawal back, when there is still a place. */
  async undoWithdrawal(actor: Actor, eventId: string, id: string, version: number): Promise<EntryReply> {
    const arrivedAt = this.clock.now();
    return this.db.transaction(async (tx) => {
      const event = await eventOf(tx, actor, eventId, 'forShare');
      const entry = await entryToChange(tx, actor, eventId, id);
      assertCurrent(entry.version, version);
      if (entry.status !== 'withdrawn') throw new Refused('registration.not-withdrawn');
      if (isAtLeast(event.stage, 'competition')) throw new Refused('registration.withdraw-at-check-in');
      await lockDelegations(tx, eventId, [entry.delegationId]);
      await assertAdmitted(tx, actor, event, entry.skillId, arrivedAt, undefined);
      await step(tx, eventId, id, `status = 'entered', status_reason = NULL`);
      await assertWithinQuotas(tx, eventId, [entry]);
      await this.recordStep(tx, actor, 'entry.withdrawalUndone', entry, 'entered', null);
      return entryInFull(tx, actor, eventId, id);
    });
  }

  /**
   * A returned entry is mended after closing too, as long as registration is being reviewed: it was in time. A draft of
   * a late entry carries its reason already.
   */
  private async submitOne(
    tx: EntityManager,
    actor: Actor,
    event: CompetitionEvent,
    entry: Entry,
    arrivedAt: Date,
  ): Promise<void> {
    assertStep(entry, 'submit');
    const inTimeBefore = entry.state === 'returned' && event.stage === 'registration';
    if (!inTimeBefore) await assertAdmitted(tx, actor, event, entry.skillId, arrivedAt, entry.lateReason);
    const rows = await entryRows(tx, actor, entry.eventId, [entry.id]);
    assertNoneBlocking((await findingsOf(tx, actor, entry.eventId, rows)).get(entry.id) ?? []);
    await step(
      tx,
      entry.eventId,
      entry.id,
      `state = 'submitted', submitted_at = $3, return_reason = NULL, late_reason = $4`,
      [arrivedAt, entry.lateReason],
    );
    await this.recordStep(tx, actor, 'entry.submitted', entry, 'submitted', null);
  }

  private async assertMayEdit(
    tx: EntityManager,
    actor: Actor,
    event: CompetitionEvent,
    entry: Entry,
    change: ChangeEntry,
    arrivedAt: Date,
  ): Promise<void> {
    if (entry.status === 'withdrawn') throw new Refused('registration.entry-withdrawn');
    const organiser = runsRegistration(actor, entry.eventId);
    if (!organiser && !editableByDelegation.includes(entry.state))
      throw new Refused('registration.not-editable', stateParams(entry));
    if (!organiser && entry.state === 'returned' && event.stage === 'registration') return;
    if (organiser && (await isDrawn(tx, entry.eventId, entry.skillId))) {
      if (isAtLeast(event.stage, 'results')) throw new Refused('registration.settled');
      if (change.groupId !== entry.groupId) throw new Refused('registration.already-drawn');
      if (!change.reason) throw new Refused('registration.late-reason-needed');
      return;
    }
    await assertAdmitted(tx, actor, event, entry.skillId, arrivedAt, change.reason ?? null);
  }

  private async recordStep(
    tx: EntityManager,
    actor: Actor,
    verb: string,
    entry: Entry,
    to: string,
    reason: string | null,
  ): Promise<void> {
    await this.audit.record(tx, actor, verb, {
      eventId: entry.eventId,
      skillId: entry.skillId,
      subjectType: 'entry',
      subjectId: entry.id,
      before: { state: entry.state, status: entry.status },
      after: { to },
      reason,
    });
  }
}
