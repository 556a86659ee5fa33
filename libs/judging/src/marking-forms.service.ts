import { Injectable } from '@nestjs/common';
import { type Actor, Audit } from '@luban/audit';
import { eventOf } from '@luban/events';
import { mayAt } from '@luban/identity';
import { assertCurrent, Clock, Denied, Live, newId, NotFound, Refused } from '@luban/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { type FormInReach, formInReach } from './form-reach.js';
import { type FormStanding, formStanding } from './form-standing.js';
import { formHistory } from './form-history.queries.js';
import type {
  FormHistoryReply,
  FormMayDto,
  FormReply,
  FormRevisionReply,
  FormStandingReply,
  MarkNoteDto,
  MyFormsReply,
  WriteNote,
} from './marking-form.dto.js';
import {
  aspectsOfForm,
  changesSince,
  headingOf,
  neighboursOf,
  notesOf,
  reopeningsOf,
  seatsOf,
  signOffOf,
  standingValuesOf,
  valuesOf,
} from './marking-form.queries.js';
import { progressChannel } from './marking-progress.js';
import { markingIsOpen } from './marking-stage.js';
import { marksHash, versionCode } from './version-code.js';
import { myForms } from './my-forms.queries.js';
import type { WorkMakerDto } from './marking-form.dto.js';
import { makersOf, shownCode } from './work-maker.js';

/** Marking forms 评分表 as judges and chief judges read them, and the handing in of a finished one. */
@Injectable()
export class MarkingForms {
  constructor(
    private readonly db: DataSource,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly live: Live,
  ) {}

  /** The forms in which the actor sits. */
  mine(actor: Actor, eventId: string): Promise<MyFormsReply> {
    return myForms(this.db.manager, actor, eventId);
  }

  /** Every save of a form, latest first. */
  history(
    actor: Actor,
    eventId: string,
    formId: string,
    page: { after?: number; limit: number },
  ): Promise<FormHistoryReply> {
    return formHistory(this.db.manager, actor, eventId, formId, page);
  }

  /** One form. Nothing in the answer tells who made a coded work. */
  async read(actor: Actor, eventId: string, formId: string): Promise<FormReply> {
    const tx = this.db.manager;
    const form = await formInReach(tx, actor, eventId, formId);
    const seesMarks = form.isSeated || form.isChief;
    const [heading, values, seats, notes, signOff, reopenings, neighbours, makers] = await Promise.all([
      headingOf(tx, form),
      valuesOf(tx, form),
      seatsOf(tx, form, actor.accountId),
      notesOf(tx, form),
      signOffOf(tx, form),
      reopeningsOf(tx, form),
      neighboursOf(tx, form, actor.accountId),
      form.isSeated ? makersOf(tx, eventId, [formId]) : new Map<string, WorkMakerDto>(),
    ]);
    const maker = makers.get(formId) ?? null;
    return {
      id: form.id,
      eventId,
      skillId: form.skillId,
      skillCode: heading.skillCode,
      skillName: heading.skillName,
      skillNameEn: heading.skillNameEn,
      moduleCode: heading.moduleCode,
      moduleName: heading.moduleName,
      teamName: heading.teamName,
      workCode: shownCode(heading.workCode, maker),
      maker,
      subCriterion: {
        id: heading.subCriterionId,
        code: heading.code,
        name: heading.name,
        criterionCode: heading.criterionCode,
        criterionName: heading.criterionName,
        dayOfMarking: heading.dayOfMarking,
        maxHundredths: heading.maxHundredths,
        compatriotMode: heading.compatriotMode,
      },
      state: form.state,
      revision: form.revision,
      rules: heading.rules,
      aspects: await aspectsOfForm(tx, eventId, form.subCriterionId),
      values: seesMarks ? values : [],
      seats,
      notes: seesMarks ? notes : [],
      submittedAt: form.submittedAt?.toISOString() ?? null,
      submittedBy: heading.submittedBy,
      signOff,
      reopenings,
      versionCode:
        form.state === 'open' || !seesMarks ? null : versionCode(marksHash(form.id, values), form.revision),
      requireSignedScan: heading.requireSignedScan,
      scanHash: form.scanHash,
      ...neighbours,
      may: mayDo(actor, form, markingIsOpen(heading.stage, reopenings.length > 0)),
    };
  }

  /** What was saved since a revision: small, for tablets that ask every few seconds. */
  async changes(actor: Actor, eventId: string, formId: string, since: number): Promise<FormRevisionReply> {
    const tx = this.db.manager;
    const form = await formInReach(tx, actor, eventId, formId);
    if (!form.isSeated && !form.isChief) throw new NotFound('judging.form-not-found', { formId });
    const changes = since < form.revision ? await changesSince(tx, form, since) : [];
    return { state: form.state, revision: form.revision, changes };
  }

  /** A remark on a form or on one of its aspects. Remarks are never changed. */
  async note(actor: Actor, eventId: string, formId: string, note: WriteNote): Promise<MarkNoteDto> {
    return this.db.transaction(async (tx) => {
      const form = await formInReach(tx, actor, eventId, formId);
      if (!form.isSeated && !form.isChief) throw new NotFound('judging.form-not-found', { formId });
      if (form.state === 'signed') throw new Refused('judging.form-signed-off');
      const aspects = await aspectsOfForm(tx, eventId, form.subCriterionId);
      if (note.aspectId && !aspects.some(({ id }) => id === note.aspectId)) {
        throw new NotFound('judging.aspect-not-found');
      }
      const id = newId();
      const at = this.clock.now();
      await tx.query(
        `INSERT INTO mark_note (event_id, id, form_id, aspect_id, text, "by", at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [eventId, id, formId, note.aspectId ?? null, note.text, actor.accountId, at],
      );
      // The text may name people: the audit keeps where it stands, not what it says.
      await this.audit.record(tx, actor, 'markingForm.noted', {
        eventId,
        skillId: form.skillId,
        subjectType: 'markingForm',
        subjectId: formId,
        after: { noteId: id, aspectId: note.aspectId ?? null },
      });
      const written = (await notesOf(tx, form)).find((row) => row.id === id);
      if (!written) throw new Error('the note just written is not there');
      return written;
    });
  }

  /**
   * Hands a finished form in for signing. Refused: `judging.spread-open` and `judging.form-incomplete` (both name the
   * aspects), `judging.form-signed-off`; 412 when the form has moved on from the revision named.
   */
  async submit(actor: Actor, eventId: string, formId: string, revision: number): Promise<FormStandingReply> {
    const reply = await this.db.transaction(async (tx) => {
      const form = await this.toHandIn(tx, actor, eventId, formId);
      if (!form.isSeated) throw new Denied('judging.not-your-seat');
      const standing = await standingOf(tx, form);
      if (form.state === 'submitted') return standingReply(form, standing);
      assertCurrent(form.revision, revision);
      assertComplete(standing);
      await tx.query(
        `UPDATE marking_form SET state = 'submitted', submitted_by = $3, submitted_at = $4 WHERE event_id = $1 AND id = $2`,
        [eventId, formId, actor.accountId, this.clock.now()],
      );
      await this.record(tx, actor, 'markingForm.submitted', form, 'submitted');
      return standingReply({ ...form, state: 'submitted' }, standing);
    });
    this.live.publish(progressChannel(eventId));
    return reply;
  }

  /** Takes a form back that was handed in and is not yet signed – its judges, or the chief judge who returns it. */
  async withdrawSubmission(actor: Actor, eventId: string, formId: string): Promise<FormStandingReply> {
    const reply = await this.db.transaction(async (tx) => {
      const form = await this.toHandIn(tx, actor, eventId, formId);
      const standing = await standingOf(tx, form);
      if (form.state === 'open') return standingReply(form, standing);
      await tx.query(
        `UPDATE marking_form SET state = 'open', submitted_by = NULL, submitted_at = NULL, scan_hash = NULL
         WHERE event_id = $1 AND id = $2`,
        [eventId, formId],
      );
      await this.record(tx, actor, 'markingForm.submissionWithdrawn', form, 'open');
      return standingReply({ ...form, state: 'open' }, standing);
    });
    this.live.publish(progressChannel(eventId));
    return reply;
  }

  private async toHandIn(
    tx: EntityManager,
    actor: Actor,
    eventId: string,
    formId: string,
  ): Promise<FormInReach> {
    const event = await eventOf(tx, actor, eventId, 'forShare');
    const form = await formInReach(tx, actor, eventId, formId, true);
    if (!form.isSeated && !form.isChief) throw new NotFound('judging.form-not-found', { formId });
    if (form.state === 'signed') throw new Refused('judging.form-signed-off');
    const reopened = (await reopeningsOf(tx, form)).length > 0;
    if (!markingIsOpen(event.stage, reopened)) throw new Refused('judging.not-in-competition');
    return form;
  }

  private async record(
    tx: EntityManager,
    actor: Actor,
    verb: string,
    form: FormInReach,
    state: string,
  ): Promise<void> {
    await this.audit.record(tx, actor, verb, {
      eventId: form.eventId,
      skillId: form.skillId,
      subjectType: 'markingForm',
      subjectId: form.id,
      before: { state: form.state, revision: form.revision },
      after: { state, revision: form.revision },
    });
  }
}

/** Where the form stands, by its own aspects, values and the skill's rules. */
export async function standingOf(tx: EntityManager, form: FormInReach): Promise<FormStanding> {
  const { rules } = await headingOf(tx, form);
  const aspects = await aspectsOfForm(tx, form.eventId, form.subCriterionId);
  return formStanding(aspects, await standingValuesOf(tx, form), rules);
}

/** Refuses with the aspects that stand in the way: spreads first, they need the judges together. */
export function assertComplete(standing: FormStanding): void {
  const { spreads, missing } = standing;
  if (spreads.length > 0) {
    const aspects = spreads.map(({ code }) => code).join('、');
    throw new Refused('judging.spread-open', { aspects, count: spreads.length }, { spreads, missing });
  }
  if (!standing.isComplete) {
    throw new Refused(
      'judging.form-incomplete',
      { aspects: missing.join('、'), count: missing.length },
      { missing },
    );
  }
}

function standingReply(form: FormInReach, standing: FormStanding): FormStandingReply {
  const { marked, missing, spreads, subtotalHundredths } = standing;
  return {
    id: form.id,
    state: form.state,
    revision: form.revision,
    marked,
    missing,
    spreads,
    subtotalHundredths,
  };
}

/** What the screen offers; the verbs refuse by the same facts. */
function mayDo(actor: Actor, form: FormInReach, open: boolean): FormMayDto {
  const place = { eventId: form.eventId, skillId: form.skillId };
  return {
    enter: form.isSeated && form.state === 'open' && open,
    submit: form.isSeated && form.state !== 'signed' && open,
    signOff: form.isChief && form.state === 'submitted' && open,
    reopen: form.state === 'signed' && mayAt(actor, 'forms.reopen', place),
  };
}
