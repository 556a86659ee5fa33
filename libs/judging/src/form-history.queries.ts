import type { Actor } from '@luban/audit';
import { NotFound } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import { formInReach } from './form-reach.js';
import type { FormHistoryReply, FormSaveDto } from './marking-form.dto.js';
import { iso } from './marking-form.queries.js';

/**
 * Every save of a form, latest first: who, when, each value and the one it replaced. `after` is the revision at which
 * the page before ended.
 */
export async function formHistory(
  tx: EntityManager,
  actor: Actor,
  eventId: string,
  formId: string,
  page: { after?: number; limit: number },
): Promise<FormHistoryReply> {
  const form = await formInReach(tx, actor, eventId, formId);
  if (!form.isSeated && !form.isChief) throw new NotFound('judging.form-not-found', { formId });
  const rows: FormSaveDto[] = await tx.query(
    `SELECT s.id, s.revision, s.source, ac.display_name AS by, ${iso('s.at')} AS at, (
       SELECT jsonb_agg(jsonb_build_object('aspectId', v."aspectId", 'code', a.code, 'seat', v.seat, 'value', v.value,
         'earlier', e.value) ORDER BY a.position, v.seat)
       FROM jsonb_to_recordset(s.values) AS v("aspectId" uuid, seat smallint, value text)
       JOIN aspect a ON a.event_id = s.event_id AND a.id = v."aspectId"
       LEFT JOIN LATERAL (
         SELECT w.value FROM mark_save b
         CROSS JOIN LATERAL jsonb_to_recordset(b.values) AS w("aspectId" uuid, seat smallint, value text)
         WHERE b.event_id = s.event_id AND b.form_id = s.form_id AND b.revision < s.revision
           AND w."aspectId" = v."aspectId" AND w.seat = v.seat
         ORDER BY b.revision DESC LIMIT 1) e ON true) AS values
     FROM mark_save s LEFT JOIN account ac ON ac.id = s.by
     WHERE s.event_id = $1 AND s.form_id = $2 AND ($3::int IS NULL OR s.revision < $3)
     ORDER BY s.revision DESC LIMIT $4`,
    [eventId, formId, page.after ?? null, page.limit + 1],
  );
  const items = rows.slice(0, page.limit);
  const last = items.at(-1);
  return { items, next: rows.length > page.limit && last ? String(last.revision) : null };
}
