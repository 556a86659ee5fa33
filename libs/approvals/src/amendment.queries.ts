import type { EntityManager } from 'typeorm';
import type { Amendment } from './amendment.entity.js';
import type { AmendedField, AmendmentWish } from './amendment-drafting.js';
import { applicationFields } from './application-fields.js';
import type { AmendedFieldDto, ReviewAmendmentDto } from './review-reply.dto.js';

/** What is kept of an amendment: what differed when it was proposed, and what is to be done. */
export interface KeptChanges {
  fields: AmendedField[];
  wish: AmendmentWish;
}

export const amendedFieldReplies = (fields: readonly AmendedField[]): AmendedFieldDto[] =>
  fields.map((field) => ({
    ...field,
    label: applicationFields[field.field] ?? { zh: field.field, en: field.field },
  }));

/** The amendments of an application, oldest first. Persons of the authority are named to it only. */
export async function amendmentsOf(
  tx: EntityManager,
  applicationId: string,
  office: boolean,
): Promise<ReviewAmendmentDto[]> {
  const rows: (Omit<Amendment, 'changes'> & {
    changes: KeptChanges;
    byName: string | null;
    decidedByName: string | null;
  })[] = await tx.query(
    `SELECT m.id, m.number, m.weight, m.state, m.changes, m.reason, m.at, b.display_name AS "byName",
            m.decided_at AS "decidedAt", d.display_name AS "decidedByName", m.decision_reason AS "decisionReason",
            m.article
       FROM amendment m LEFT JOIN account b ON b.id = m.by LEFT JOIN account d ON d.id = m.decided_by
      WHERE m.application_id = $1 ORDER BY m.number`,
    [applicationId],
  );
  return rows.map(({ changes, ...row }) => ({
    ...row,
    changes: amendedFieldReplies(changes.fields),
    decidedByName: office ? row.decidedByName : null,
  }));
}
