import { Injectable } from '@nestjs/common';
import { type Actor, Audit } from '@luban/audit';
import { type CompetitionEvent, eventOf, isAtLeast, modulesOf, skillOf } from '@luban/events';
import { assertMay } from '@luban/identity';
import { Clock, declareJobs, Invalid, isId, Jobs, newId, NotFound, Refused, say } from '@luban/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { checkInHistory, checkInPage, latestByModule } from './check-ins.queries.js';
import type { CheckInList, CheckInPage, CheckInQuery, RecordCheckIn } from './check-in.dto.js';
import { CheckIn } from './check-in.entity.js';
import { Entry } from './entry.entity.js';
import { entryStatusOf, type EntryStatus, needsReason } from './entry-status.js';
import { assertMarksNothing } from './floor-access.js';

declareJobs('scoreRun', 'boardRefresh');

/** Check-in 检录: identity checked before a module, or the status found instead. History is kept; the latest counts. */
@Injectable()
export class CheckIns {
  constructor(
    private readonly db: DataSource,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  /** The desk of one module: accepted entries with names to compare, by entry number. */
  async desk(actor: Actor, eventId: string, query: CheckInQuery): Promise<CheckInPage> {
    const tx = this.db.manager;
    await skillOf(tx, actor, eventId, query.skillId);
    assertMay(actor, 'checkIn.record', { eventId, skillId: query.skillId });
    assertMarksNothing(actor, eventId, query.skillId);
    return checkInPage(tx, eventId, query);
  }

  /** Everything recorded for an entry, latest first. */
  async history(actor: Actor, eventId: string, entryId: string): Promise<CheckInList> {
    const tx = this.db.manager;
    const entry = await this.entryAtDesk(tx, actor, eventId, entryId);
    return { items: await checkInHistory(tx, eventId, entryId), entryStatus: entry.status };
  }

  /** Records a status for one module, or for every module of the skill. */
  async record(actor: Actor, eventId: string, wish: RecordCheckIn): Promise<CheckInList> {
    if (needsReason(wish.status) && !wish.reason) {
      const message = say('registration.status-reason-needed');
      throw new Invalid(
        'registration.status-reason-needed',
        {},
        { errors: [{ path: 'reason', code: 'registration.status-reason-needed', message }] },
      );
    }
    return this.db.transaction(async (tx) => {
      const event = await eventOf(tx, actor, eventId, 'forShare');
      const entry = await this.entryAtDesk(tx, actor, eventId, wish.entryId, true);
      assertCheckInOpen(event, entry);
      const found = await latestByModule(tx, eventId, entry.id);
      if (entry.status === 'withdrawn' && found.size === 0) throw new Refused('registration.entry-withdrawn');
      const modules = await modulesOf(tx, eventId, entry.skillId);
      const chosen = wish.moduleId ? modules.filter(({ id }) => id === wish.moduleId) : modules;
      if (chosen.length === 0) throw new NotFound('registration.module-not-of-skill');
      await this.write(
        tx,
        actor,
        entry,
        chosen.map(({ id }) => ({ moduleId: id, status: wish.status, undoesId: null })),
        wish.reason ?? null,
      );
      return this.after(tx, actor, event, entry);
    });
  }

  /** Takes the latest record of an entry and module back: a new record restates what stood before it. */
  async undo(actor: Actor, eventId: string, id: string): Promise<CheckInList> {
    return this.db.transaction(async (tx) => {
      const event = await eventOf(tx, actor, eventId, 'forShare');
      const record = isId(id) ? await tx.findOneBy(CheckIn, { eventId, id }) : null;
      if (!record) throw new NotFound('registration.check-in-not-found');
      const entry = await this.entryAtDesk(tx, actor, eventId, record.entryId, true);
      assertCheckInOpen(event, { ...entry, state: 'accepted' });
      const history = (await checkInHistory(tx, eventId, entry.id)).filter(
        ({ moduleId }) => moduleId === record.moduleId,
      );
      const [latest] = history;
      if (latest?.id !== id || latest.undoesId) throw new Refused('registration.check-in-not-latest');
      const before = standingBefore(history);
      await this.write(tx, actor, entry, [{ moduleId: record.moduleId, status: before, undoesId: id }], null);
      return this.after(tx, actor, event, entry);
    });
  }

  private async entryAtDesk(
    tx: EntityManager,
    actor: Actor,
    eventId: string,
    entryId: string,
    lock = false,
  ): Promise<Entry> {
    await eventOf(tx, actor, eventId);
    const entry = isId(entryId)
      ? await tx.findOne(Entry, {
          where: { eventId, id: entryId },
          ...(lock ? { lock: { mode: 'pessimistic_write' as const } } : {}),
        })
      : null;
    if (!entry) throw new NotFound('registration.entry-not-found');
    assertMay(actor, 'checkIn.record', { eventId, skillId: entry.skillId, delegationId: entry.delegationId });
    assertMarksNothing(actor, eventId, entry.skillId);
    return entry;
  }

  private async write(
    tx: EntityManager,
    actor: Actor,
    entry: Entry,
    records: { moduleId: string; status: EntryStatus; undoesId: string | null }[],
    reason: string | null,
  ): Promise<void> {
    const { eventId } = entry;
    const rows = records.map((row) => ({ ...row, id: newId() }));
    await tx.query(
      `INSERT INTO check_in (event_id, id, entry_id, module_id, status, reason, "by", at, undoes_id)
       SELECT $1, row.id, $2, row.module_id, row.status, $3, $4, $5, row.undoes_id
         FROM unnest($6::uuid[], $7::uuid[], $8::text[], $9::uuid[]) AS row (id, module_id, status, undoes_id)`,
      [
        eventId,
        entry.id,
        reason,
        actor.accountId,
        this.clock.now(),
        rows.map(({ id }) => id),
        rows.map(({ moduleId }) => moduleId),
        rows.map(({ status }) => status),
        rows.map(({ undoesId }) => undoesId),
      ],
    );
    await this.audit.recordMany(
      tx,
      actor,
      rows[0]?.undoesId ? 'checkIn.undone' : 'checkIn.recorded',
      rows.map(({ id, moduleId, status }) => ({
        eventId,
        skillId: entry.skillId,
        subjectType: 'entry',
        subjectId: entry.id,
        after: { checkInId: id, moduleId, status },
        reason,
      })),
    );
  }

  /** The entry follows its modules; a change that results depend on asks for a new score run. */
  private async after(
    tx: EntityManager,
    actor: Actor,
    event: CompetitionEvent,
    entry: Entry,
  ): Promise<CheckInList> {
    const { eventId, id } = entry;
    const status = entryStatusOf((await latestByModule(tx, eventId, id)).values());
    const items = await checkInHistory(tx, eventId, id);
    const reason =
      status === 'present' || status === 'entered'
        ? null
        : (items.find((item) => item.status === status)?.reason ?? null);
    await tx.query(
      `UPDATE entry SET status = $3, status_reason = $4, version = version + 1 WHERE event_id = $1 AND id = $2`,
      [eventId, id, status, reason],
    );
    if (isAtLeast(event.stage, 'competition')) {
      await this.jobs.request(tx, 'boardRefresh', eventId, { eventId, by: actor.accountId });
      await this.jobs.request(tx, 'scoreRun', entry.skillId, { eventId, by: actor.accountId });
    }
    return { items, entryStatus: status };
  }
}

/** Check-in runs from the preparation (identity is checked before the draw, 检录) until marking has ended. */
function assertCheckInOpen(event: CompetitionEvent, entry: Pick<Entry, 'state'>): void {
  if (event.stage !== 'preparation' && event.stage !== 'competition')
    throw new Refused('registration.check-in-closed');
  if (entry.state !== 'accepted') throw new Refused('registration.not-accepted');
}

/** What counted before the latest record: pairs of a record and its undoing cancel each other. Latest first. */
function standingBefore(
  history: readonly { id: string; status: EntryStatus; undoesId: string | null }[],
): EntryStatus {
  const undone = new Set(history.map(({ undoesId }) => undoesId));
  return history.slice(1).find(({ id, undoesId }) => !undoesId && !undone.has(id))?.status ?? 'entered';
}
