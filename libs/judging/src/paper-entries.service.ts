import { Injectable } from '@nestjs/common';
import { type Actor, Audit } from '@luban/audit';
import { eventOf } from '@luban/events';
import { assertMay, assertMayInEvent, reachSql } from '@luban/identity';
import { assertCurrent, Clock, Files, isId, Live, newId, NotFound, Refused } from '@luban/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { FormCards } from './form-cards.js';
import { formNeededSql } from './form-needed.sql.js';
import { type FormInReach, formInReach } from './form-reach.js';
import { formStanding } from './form-standing.js';
import { keepScan } from './form-scans.service.js';
import { progressChannel } from './marking-progress.js';
import { markingIsOpen } from './marking-stage.js';
import { reopeningsOf } from './marking-form.queries.js';
import { assertComplete } from './marking-forms.service.js';
import { refusedSave } from './marks.service.js';
import { paperDifferences } from './paper-differences.js';
import type { EnterPaper, PaperEntryDetailReply, PaperEntryList, PaperFormList } from './paper-entry.dto.js';
import { paperEntryRow, type PaperEntryRow, paperEntryRows } from './paper-entry.queries.js';
import { readValues, saveRowOf, standingAfter } from './save-row.js';
import { saveMarksParams, saveMarksSql, type SaveReplyRow } from './save-marks.sql.js';
import type { SavedValue } from './saved-value.js';
import type { ScanReply } from './sign-off.dto.js';

/**
 * Forms typed in from signed paper by a recorder 录分员 and checked by a second person. Only what both read the same
 * becomes marks; the form is then handed in, as its judges have signed the paper (DOMAIN.md 5, S48).
 */
@Injectable()
export class PaperEntries {
  constructor(
    private readonly db: DataSource,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly cards: FormCards,
    private readonly files: Files,
    private readonly live: Live,
  ) {}

  /** Needed forms that are open and wait for their paper, in the actor's skills. */
  async forms(actor: Actor, eventId: string): Promise<PaperFormList> {
    await eventOf(this.db.manager, actor, eventId);
    assertMayInEvent(actor, 'paper.enter', eventId);
    const reach = reachSql(actor, 'paper.enter', { event: 'f.event_id', skill: 'f.skill_id' }, 2);
    return {
      items: await this.db.query(
        `SELECT f.id AS "formId", f.skill_id AS "skillId", s.name AS "skillName", w.code AS "workCode",
           sc.code AS "subCriterionCode", sc.name AS "subCriterionName", sc.day_of_marking AS "dayOfMarking",
           f.revision > 0 AS "hasMarks"
         FROM marking_form f
         JOIN skill s ON s.event_id = f.event_id AND s.id = f.skill_id
         JOIN sub_criterion sc ON sc.event_id = f.event_id AND sc.id = f.sub_criterion_id
         JOIN work w ON w.event_id = f.event_id AND w.id = f.work_id
         WHERE f.event_id = $1 AND f.state = 'open' AND ${reach.sql} AND ${formNeededSql()} AND NOT EXISTS (
           SELECT FROM paper_entry p WHERE p.event_id = f.event_id AND p.form_id = f.id AND p.state = 'entered')
         ORDER BY s.position, s.code, sc.position, w.code`,
        [eventId, ...reach.params],
      ),
    };
  }

  /** Paper entries of the actor's skills, latest first; the values stay out of the list. */
  async list(
    actor: Actor,
    eventId: string,
    query: { state?: 'entered' | 'checked' | 'refused'; after?: string; limit: number },
  ): Promise<PaperEntryList> {
    await eventOf(this.db.manager, actor, eventId);
    assertMayInEvent(actor, 'paper.read', eventId);
    const rows = await paperEntryRows(this.db.manager, actor, eventId, query);
    const items = rows.slice(0, query.limit).map((row) => withoutValues(row, actor));
    return { items, next: rows.length > query.limit ? (items.at(-1)?.id ?? null) : null };
  }

  async read(actor: Actor, eventId: string, id: string): Promise<PaperEntryDetailReply> {
    const row = await this.entryInReach(this.db.manager, actor, eventId, id);
    const isBlind = row.state === 'entered' && row.enteredBy !== actor.accountId;
    return { ...withoutValues(row, actor), values: isBlind ? [] : row.values };
  }

  /**
   * Keeps what the recorder read from a signed paper. The paper must be whole and without a spread: one that is not
   * goes back to its judges (`judging.form-incomplete`, `judging.spread-open`).
   */
  async enter(
    actor: Actor,
    eventId: string,
    formId: string,
    paper: EnterPaper,
  ): Promise<PaperEntryDetailReply> {
    const card = await this.cards.of(eventId, formId);
    const id = newId();
    await this.db.transaction(async (tx) => {
      const form = await this.openForm(tx, actor, eventId, formId);
      assertMay(actor, 'paper.enter', { eventId, skillId: form.skillId });
      if (!card) throw new NotFound('judging.form-not-found', { formId });
      assertCurrent(form.revision, paper.revision);
      const values = readValues(card, paper.values);
      assertComplete(formStanding([...card.aspects.values()], standingAfter([values]), card.rules));
      const waiting: unknown[] = await tx.query(
        `SELECT 1 FROM paper_entry WHERE event_id = $1 AND form_id = $2 AND state = 'entered'`,
        [eventId, formId],
      );
      if (waiting.length > 0) throw new Refused('judging.paper-entry-waiting');
      await tx.query(
        `INSERT INTO paper_entry (event_id, id, form_id, revision, values, state, entered_by, entered_at)
         VALUES ($1, $2, $3, $4, $5, 'entered', $6, $7)`,
        [eventId, id, formId, form.revision, JSON.stringify(values), actor.accountId, this.clock.now()],
      );
      await this.record(tx, actor, 'paperEntry.entered', form, id, null, { state: 'entered', values });
    });
    this.live.publish(progressChannel(eventId));
    return this.read(actor, eventId, id);
  }

  /**
   * What the second person read from the same paper. When both read the same, the values become marks and the form is
   * handed in; otherwise the answer lists the differences and nothing is marked. Refused:
   * `judging.paper-same-person`, `judging.paper-entry-settled`, and whatever forbids saving marks.
   */
  async check(
    actor: Actor,
    eventId: string,
    id: string,
    read: readonly SavedValue[],
  ): Promise<PaperEntryDetailReply> {
    const known = await this.entryInReach(this.db.manager, actor, eventId, id);
    const card = await this.cards.of(eventId, known.formId);
    if (!card) throw new NotFound('judging.paper-entry-not-found');
    await this.db.transaction(async (tx) => {
      const form = await this.openForm(tx, actor, eventId, known.formId);
      assertMay(actor, 'paper.check', { eventId, skillId: form.skillId });
      const entry = await this.waitingEntry(tx, eventId, id);
      await assertAnotherPerson(tx, entry.enteredBy, actor.accountId);
      const values = readValues(card, read);
      const differences = paperDifferences([...card.aspects.values()], entry.values, values);
      if (differences.length > 0) {
        await tx.query(`UPDATE paper_entry SET differences = $3 WHERE event_id = $1 AND id = $2`, [
          eventId,
          id,
          JSON.stringify(differences),
        ]);
        return this.record(tx, actor, 'paperEntry.differed', form, id, null, { differences });
      }
      await this.markFromPaper(tx, actor, form, entry, card);
      await tx.query(
        `UPDATE paper_entry SET state = 'checked', checked_by = $3, checked_at = $4, differences = '[]'
         WHERE event_id = $1 AND id = $2`,
        [eventId, id, actor.accountId, this.clock.now()],
      );
      return this.record(
        tx,
        actor,
        'paperEntry.checked',
        form,
        id,
        { state: 'entered' },
        { state: 'checked', values },
      );
    });
    this.live.publish(progressChannel(eventId));
    return this.read(actor, eventId, id);
  }

  /** Sends an entry back: the recorder types the paper in again. */
  async refuse(actor: Actor, eventId: string, id: string, reason: string): Promise<void> {
    const known = await this.entryInReach(this.db.manager, actor, eventId, id);
    await this.db.transaction(async (tx) => {
      const form = await formInReach(tx, actor, eventId, known.formId, true);
      const entry = await this.waitingEntry(tx, eventId, id);
      // The recorder may take back his own; anybody else must be a checker.
      if (entry.enteredBy !== actor.accountId)
        assertMay(actor, 'paper.check', { eventId, skillId: form.skillId });
      await tx.query(`UPDATE paper_entry SET state = 'refused' WHERE event_id = $1 AND id = $2`, [
        eventId,
        id,
      ]);
      await this.record(
        tx,
        actor,
        'paperEntry.refused',
        form,
        id,
        { state: 'entered' },
        { state: 'refused' },
        reason,
      );
    });
    this.live.publish(progressChannel(eventId));
  }

  /** The scan of the paper; it becomes the form's signed scan when the entry is checked. */
  async attachScan(actor: Actor, eventId: string, id: string, bytes: Buffer): Promise<ScanReply> {
    const known = await this.entryInReach(this.db.manager, actor, eventId, id);
    assertMay(actor, 'paper.enter', { eventId, skillId: known.skillId });
    const scan = await keepScan(this.files, bytes);
    await this.db.transaction(async (tx) => {
      const form = await formInReach(tx, actor, eventId, known.formId, true);
      const entry = await this.waitingEntry(tx, eventId, id);
      await tx.query(`UPDATE paper_entry SET scan_hash = $3 WHERE event_id = $1 AND id = $2`, [
        eventId,
        id,
        scan.hash,
      ]);
      const before = { scanHash: entry.scanHash };
      await this.record(tx, actor, 'paperEntry.scanAttached', form, id, before, { scanHash: scan.hash });
    });
    return scan;
  }

  private async markFromPaper(
    tx: EntityManager,
    actor: Actor,
    form: FormInReach,
    entry: PaperEntryRow,
    card: NonNullable<Awaited<ReturnType<FormCards['of']>>>,
  ): Promise<void> {
    const { eventId, id: formId } = form;
    const { accountId } = actor;
    const { revision, values } = entry;
    const save = saveRowOf(card, {
      eventId,
      formId,
      accountId,
      clientKey: `paper:${entry.id}`,
      revision,
      values,
      source: 'paper',
    });
    const at = this.clock.now();
    const [reply]: SaveReplyRow[] = await tx.query(saveMarksSql, saveMarksParams(at, [save]));
    if (reply?.outcome !== 'saved') throw refusedSave(reply, formId);
    await tx.query(
      `UPDATE marking_form SET state = 'submitted', submitted_by = $3, submitted_at = $4, scan_hash = $5
       WHERE event_id = $1 AND id = $2`,
      [eventId, formId, accountId, at, entry.scanHash],
    );
    await this.audit.record(tx, actor, 'markingForm.submitted', {
      eventId,
      skillId: form.skillId,
      subjectType: 'markingForm',
      subjectId: formId,
      before: { state: 'open', revision: form.revision },
      after: { state: 'submitted', revision: reply.revision, source: 'paper' },
    });
  }

  private async openForm(
    tx: EntityManager,
    actor: Actor,
    eventId: string,
    formId: string,
  ): Promise<FormInReach> {
    const event = await eventOf(tx, actor, eventId, 'forShare');
    const form = await formInReach(tx, actor, eventId, formId, true);
    if (form.state === 'signed') throw new Refused('judging.form-signed-off');
    if (form.state === 'submitted') throw new Refused('judging.form-submitted');
    const reopened = (await reopeningsOf(tx, form)).length > 0;
    if (!markingIsOpen(event.stage, reopened)) throw new Refused('judging.not-in-competition');
    return form;
  }

  private async entryInReach(
    tx: EntityManager,
    actor: Actor,
    eventId: string,
    id: string,
  ): Promise<PaperEntryRow> {
    const row = isId(id) ? await paperEntryRow(tx, actor, eventId, id) : null;
    if (!row) throw new NotFound('judging.paper-entry-not-found');
    return row;
  }

  /** The entry, locked; refused when it was checked or refused meanwhile. */
  private async waitingEntry(tx: EntityManager, eventId: string, id: string): Promise<PaperEntryRow> {
    const rows: PaperEntryRow[] = await tx.query(
      `SELECT id, form_id AS "formId", revision, values, state, entered_by AS "enteredBy", scan_hash AS "scanHash"
       FROM paper_entry WHERE event_id = $1 AND id = $2 FOR UPDATE`,
      [eventId, id],
    );
    if (rows[0]?.state !== 'entered') throw new Refused('judging.paper-entry-settled');
    return rows[0];
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    verb: string,
    form: FormInReach,
    id: string,
    before: unknown,
    after: object,
    reason?: string,
  ): Promise<void> {
    const { eventId, skillId, id: formId } = form;
    return this.audit.record(tx, actor, verb, {
      eventId,
      skillId,
      subjectType: 'paperEntry',
      subjectId: id,
      before,
      after: { formId, ...after },
      reason: reason ?? null,
    });
  }
}

/** A recorder and a checker are two people (DOMAIN.md 9), not two accounts of one. */
async function assertAnotherPerson(
  tx: EntityManager,
  enteredBy: string,
  checkedBy: string | null,
): Promise<void> {
  const rows: { same: boolean }[] = await tx.query(
    `SELECT $1::uuid = $2::uuid OR coalesce((SELECT a.person_id = b.person_id FROM account a, account b
       WHERE a.id = $1 AND b.id = $2), false) AS same`,
    [enteredBy, checkedBy],
  );
  if (rows[0]?.same !== false) throw new Refused('judging.paper-same-person');
}

function withoutValues({ values: _values, enteredBy, ...row }: PaperEntryRow, actor: Actor) {
  const { enteredByName, revision: _revision, scanHash, ...rest } = row;
  return {
    ...rest,
    enteredBy: enteredByName,
    isMine: enteredBy === actor.accountId,
    hasScan: scanHash !== null,
  };
}
