import type { Actor } from '@luban/audit';
import { mayAt } from '@luban/identity';
import { isId, NotFound } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import type { FormState } from './marking-form.dto.js';

/** A form's own row, and what the actor is to it. */
export interface FormInReach {
  eventId: string;
  id: string;
  skillId: string;
  schemeId: string;
  subCriterionId: string;
  workId: string;
  teamId: string;
  state: FormState;
  revision: number;
  submittedBy: string | null;
  submittedAt: Date | null;
  scanHash: string | null;
  /** The actor holds a seat of the form. */
  isSeated: boolean;
  isChief: boolean;
  /** Recorder or checker of the skill. */
  isPaper: boolean;
}

/**
 * The form, when the actor has a part in it: a seat, the skill's chief judge, its recorder or checker. Everybody else
 * gets `judging.form-not-found`. `lock` keeps it from changing until the transaction ends.
 */
export async function formInReach(
  tx: EntityManager,
  actor: Actor,
  eventId: string,
  formId: string,
  lock = false,
): Promise<FormInReach> {
  const rows: Omit<FormInReach, 'isChief' | 'isPaper'>[] = isId(formId)
    ? await tx.query(
        `SELECT f.event_id AS "eventId", f.id, f.skill_id AS "skillId", f.scheme_id AS "schemeId",
           f.sub_criterion_id AS "subCriterionId", f.work_id AS "workId", f.team_id AS "teamId", f.state, f.revision,
           f.submitted_by AS "submittedBy", f.submitted_at AS "submittedAt", f.scan_hash AS "scanHash",
           EXISTS (SELECT FROM marking_form_seat t JOIN judge j ON j.event_id = t.event_id AND j.id = t.judge_id
             WHERE t.event_id = f.event_id AND t.form_id = f.id AND j.account_id = $3 AND j.ended_at IS NULL) AS "isSeated"
         FROM marking_form f WHERE f.event_id = $1 AND f.id = $2${lock ? ' FOR NO KEY UPDATE OF f' : ''}`,
        [eventId, formId, actor.accountId],
      )
    : [];
  const row = rows[0];
  if (row) {
    const place = { eventId, skillId: row.skillId };
    const isSeated = row.isSeated && mayAt(actor, 'marks.enter', place);
    const isChief = mayAt(actor, 'forms.signOff', place);
    const isPaper = mayAt(actor, 'paper.enter', place) || mayAt(actor, 'paper.check', place);
    if (isSeated || isChief || isPaper) return { ...row, isSeated, isChief, isPaper };
  }
  throw new NotFound('judging.form-not-found', { formId });
}
