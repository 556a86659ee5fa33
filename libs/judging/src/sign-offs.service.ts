import { Injectable } from '@nestjs/common';
import { type Actor, Audit } from '@luban/audit';
import { type CompetitionEvent, eventOf, skillOf } from '@luban/events';
import { assertMay } from '@luban/identity';
import { assertCurrent, Clock, declareJobs, Jobs, Live, newId, NotFound, Refused } from '@luban/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { formNeededSql } from './form-needed.sql.js';
import { formInReach } from './form-reach.js';
import { type FormToSignRow, formsToSign } from './forms-to-sign.js';
import { iso, reopeningsOf } from './marking-form.queries.js';
import { markingIsOpen } from './marking-stage.js';
import { progressChannel } from './marking-progress.js';
import type { FormToSign, SignOffCandidates, SignOffList, SignOffReply } from './sign-off.dto.js';

declareJobs('scoreRun', 'boardRefresh');

/** Sign-off 签字确认: the chief judge confirms a form's marks and locks it; and opens it again with a reason. */
@Injectable()
export class SignOffs {
  constructor(
    private readonly db: DataSource,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly live: Live,
  ) {}

  /** Forms handed in and waiting for the chief judge: what signing each would confirm, and what stands in the way. */
  async candidates(actor: Actor, eventId: string, skillId: string): Promise<SignOffCandidates> {
    const tx = this.db.manager;
    await skillOf(tx, actor, eventId, skillId);
    assertMay(actor, 'forms.signOff', { eventId, skillId });
    const ids: { id: string }[] = await tx.query(
      `SELECT f.id FROM marking_form f
       WHERE f.event_id = $1 AND f.skill_id = $2 AND f.state = 'submitted' AND ${formNeededSql()}`,
      [eventId, skillId],
    );
    const forms = await formsToSign(
      tx,
      eventId,
      ids.map(({ id }) => id),
      false,
    );
    return {
      items: forms.map((form) => ({
        formId: form.id,
        workCode: form.workCode,
        subCriterionCode: form.subCriterionCode,
        subCriterionName: form.subCriterionName,
        revision: form.revision,
        totalHundredths: form.standing.isComplete ? form.standing.subtotalHundredths : null,
        maxHundredths: form.maxHundredths,
        versionCode: form.versionCode,
        hasScan: form.scanHash !== null,
        findings: form.findings,
      })),
    };
  }

  /**
   * Signs one form. Refused: `judging.form-not-submitted`, `judging.spread-open`, `judging.form-incomplete`,
   * `judging.scan-missing`, `judging.version-code-differs`; 412 when the marks moved on from the revision named.
   * Signing again what is signed answers the sign-off there is.
   */
  async sign(
    actor: Actor,
    eventId: string,
    formId: string,
    revision: number,
    printedCode?: string,
  ): Promise<SignOffReply> {
    const signed = await this.db.transaction(async (tx) => {
      const event = await eventOf(tx, actor, eventId, 'forShare');
      const { skillId } = await formInReach(tx, actor, eventId, formId);
      assertMay(actor, 'forms.signOff', { eventId, skillId });
      const [form] = await formsToSign(tx, eventId, [formId], true);
      if (!form) throw new NotFound('judging.form-not-found', { formId });
      assertCurrent(form.revision, revision);
      if (printedCode !== undefined && printedCode !== form.versionCode) {
        throw new Refused('judging.version-code-differs', {
          printed: printedCode,
          current: form.versionCode,
        });
      }
      if (form.signedAs) return (await signOffsOf(tx, eventId, [form.signedAs]))[0];
      const blocking = form.findings.find(({ severity }) => severity === 'blocking');
      if (blocking) {
        const { missing, spreads } = form.standing;
        const aspects = (spreads.length > 0 ? spreads.map(({ code }) => code) : missing).join('、');
        throw new Refused(
          blocking.code,
          { aspects, count: spreads.length || missing.length },
          { spreads, missing },
        );
      }
      return (await this.signAll(tx, actor, event, skillId, [form]))[0];
    });
    this.live.publish(progressChannel(eventId));
    if (!signed) throw new Error('the sign-off just made is not there');
    return signed;
  }

  /**
   * Signs many forms of a skill: all of them or none. Refused: `judging.sign-offs-refused`, with what stands in the
   * way of each form.
   */
  async signMany(
    actor: Actor,
    eventId: string,
    skillId: string,
    wanted: readonly FormToSign[],
  ): Promise<SignOffList> {
    const items = await this.db.transaction(async (tx) => {
      const event = await eventOf(tx, actor, eventId, 'forShare');
      await skillOf(tx, actor, eventId, skillId);
      assertMay(actor, 'forms.signOff', { eventId, skillId });
      const revisions = new Map(wanted.map(({ formId, revision }) => [formId, revision]));
      const forms = await formsToSign(tx, eventId, [...revisions.keys()], true);
      const inSkill = forms.filter((form) => form.skillId === skillId);
      if (inSkill.length < revisions.size) throw new NotFound('judging.form-not-found');
      const refused = inSkill.flatMap((form) => {
        const codes = form.findings.filter(({ severity }) => severity === 'blocking').map(({ code }) => code);
        if (form.revision !== revisions.get(form.id)) codes.unshift('judging.form-changed');
        if (form.signedAs) codes.unshift('judging.form-signed-off');
        const { id: formId, workCode, subCriterionCode } = form;
        return codes.length > 0 ? [{ formId, workCode, subCriterionCode, codes }] : [];
      });
      if (refused.length > 0) {
        throw new Refused('judging.sign-offs-refused', { count: refused.length }, { refused });
      }
      return this.signAll(tx, actor, event, skillId, inSkill);
    });
    this.live.publish(progressChannel(eventId));
    return { items };
  }

  /** Opens a signed form again; it is marked, handed in and signed anew. Refused: `judging.form-not-signed`. */
  async reopen(actor: Actor, eventId: string, formId: string, reason: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const form = await formInReach(tx, actor, eventId, formId, true);
      const { skillId } = form;
      assertMay(actor, 'forms.reopen', { eventId, skillId });
      const at = this.clock.now();
      const ended: [{ id: string; version_code: string }[], number] = await tx.query(
        `UPDATE sign_off SET ended_at = $3 WHERE event_id = $1 AND form_id = $2 AND ended_at IS NULL
         RETURNING id, version_code`,
        [eventId, formId, at],
      );
      const signOff = ended[0][0];
      if (!signOff) throw new Refused('judging.form-not-signed');
      await tx.query(
        `INSERT INTO reopening (event_id, id, form_id, sign_off_id, reason, "by", at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [eventId, newId(), formId, signOff.id, reason, actor.accountId, at],
      );
      await tx.query(
        `UPDATE marking_form SET state = 'open', submitted_by = NULL, submitted_at = NULL, scan_hash = NULL
         WHERE event_id = $1 AND id = $2`,
        [eventId, formId],
      );
      await this.audit.record(tx, actor, 'markingForm.reopened', {
        eventId,
        skillId,
        subjectType: 'markingForm',
        subjectId: formId,
        before: { state: 'signed', revision: form.revision, versionCode: signOff.version_code },
        after: { state: 'open', revision: form.revision },
        reason,
      });
      await this.requestRuns(tx, actor, eventId, skillId);
    });
    this.live.publish(progressChannel(eventId));
  }

  private async signAll(
    tx: EntityManager,
    actor: Actor,
    event: CompetitionEvent,
    skillId: string,
    forms: readonly FormToSignRow[],
  ): Promise<SignOffReply[]> {
    for (const form of event.stage === 'competition' ? [] : forms) {
      const reopened = (await reopeningsOf(tx, { eventId: event.id, id: form.id })).length > 0;
      if (!markingIsOpen(event.stage, reopened)) throw new Refused('judging.not-in-competition');
    }
    const at = this.clock.now();
    const ids = forms.map(() => newId());
    await tx.query(
      `INSERT INTO sign_off (event_id, id, form_id, revision, version_code, marks_hash, total_hundredths, "by", at, scan_hash)
       SELECT $1, n.id, n.form_id, n.revision, n.version_code, n.marks_hash, n.total, $2, $3, n.scan_hash
       FROM unnest($4::uuid[], $5::uuid[], $6::int[], $7::text[], $8::text[], $9::int[], $10::text[])
         AS n(id, form_id, revision, version_code, marks_hash, total, scan_hash)`,
      [
        event.id,
        actor.accountId,
        at,
        ids,
        forms.map((form) => form.id),
        forms.map((form) => form.revision),
        forms.map((form) => form.versionCode),
        forms.map((form) => form.marksHash),
        forms.map((form) => form.standing.subtotalHundredths ?? 0),
        forms.map((form) => form.scanHash),
      ],
    );
    await tx.query(`UPDATE marking_form SET state = 'signed' WHERE event_id = $1 AND id = ANY($2::uuid[])`, [
      event.id,
      forms.map((form) => form.id),
    ]);
    await this.audit.recordMany(
      tx,
      actor,
      'markingForm.signedOff',
      forms.map((form) => ({
        eventId: event.id,
        skillId,
        subjectType: 'markingForm',
        subjectId: form.id,
        before: { state: form.state, revision: form.revision },
        after: {
          state: 'signed',
          revision: form.revision,
          versionCode: form.versionCode,
          marksHash: form.marksHash,
          totalHundredths: form.standing.subtotalHundredths,
        },
      })),
    );
    const signed = await signOffsOf(tx, event.id, ids);
    await this.requestRuns(tx, actor, event.id, skillId);
    return signed;
  }

  /** A score run of the skill, and a fresh progress board; asked for last (see `Jobs.request`). */
  private async requestRuns(
    tx: EntityManager,
    actor: Actor,
    eventId: string,
    skillId: string,
  ): Promise<void> {
    await this.jobs.request(tx, 'scoreRun', skillId, { eventId, by: actor.accountId });
    await this.jobs.request(tx, 'boardRefresh', eventId, { eventId, by: actor.accountId });
  }
}

function signOffsOf(tx: EntityManager, eventId: string, ids: readonly string[]): Promise<SignOffReply[]> {
  return tx.query(
    `SELECT s.id, s.form_id AS "formId", s.revision, s.version_code AS "versionCode",
       s.total_hundredths AS "totalHundredths", a.display_name AS by, ${iso('s.at')} AS at, s.scan_hash AS "scanHash"
     FROM sign_off s LEFT JOIN account a ON a.id = s.by
     WHERE s.event_id = $1 AND s.id = ANY($2::uuid[]) ORDER BY s.id`,
    [eventId, ids],
  );
}
