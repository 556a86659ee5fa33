import type { Actor } from '@luban/audit';
import { eventOf } from '@luban/events';
import { reachSql } from '@luban/identity';
import type { EntityManager } from 'typeorm';
import { formNeededSql, formProgressSql } from './form-needed.sql.js';
import type { FormState, MyFormGroupDto, MyFormsReply } from './marking-form.dto.js';
import { makersOf, shownCode } from './work-maker.js';

interface MyFormRow {
  id: string;
  workCode: string;
  state: FormState;
  revision: number;
  marked: number;
  spreads: number;
  reopened: boolean;
  subCriterionId: string;
  group: MyFormGroupDto;
}

/**
 * The forms in which the actor holds a seat and that are needed, by sub-criterion and work code. Two queries, whatever
 * their number.
 */
export async function myForms(tx: EntityManager, actor: Actor, eventId: string): Promise<MyFormsReply> {
  await eventOf(tx, actor, eventId);
  const reach = reachSql(actor, 'marks.enter', { event: 'f.event_id', skill: 'f.skill_id' }, 3);
  const rows: MyFormRow[] = await tx.query(
    `WITH forms AS MATERIALIZED (
       SELECT f.* FROM marking_form f
       WHERE f.event_id = $1 AND ${reach.sql} AND ${formNeededSql()} AND EXISTS (
         SELECT FROM marking_form_seat t JOIN judge j ON j.event_id = t.event_id AND j.id = t.judge_id
         WHERE t.event_id = f.event_id AND t.form_id = f.id AND j.account_id = $2 AND j.ended_at IS NULL)
     ), progress AS (${formProgressSql})
     SELECT f.id, w.code AS "workCode", f.state, f.revision, coalesce(p.marked, 0) AS marked,
       coalesce(p.spreads, 0) AS spreads, f.sub_criterion_id AS "subCriterionId",
       EXISTS (SELECT FROM reopening r WHERE r.event_id = f.event_id AND r.form_id = f.id) AS reopened,
       jsonb_build_object('skillId', s.id, 'skillCode', s.code, 'skillName', s.name, 'skillNameEn', s.name_en,
         'moduleCode', m.code, 'aspectCount', sc.aspect_count, 'subCriterion', jsonb_build_object('id', sc.id,
           'code', sc.code, 'name', sc.name, 'criterionCode', sc.criterion_code, 'criterionName', sc.criterion_name,
           'dayOfMarking', sc.day_of_marking, 'maxHundredths', sc.max_hundredths,
           'compatriotMode', sc.compatriot_mode)) AS group
     FROM forms f
     JOIN skill s ON s.event_id = f.event_id AND s.id = f.skill_id
     JOIN sub_criterion sc ON sc.event_id = f.event_id AND sc.id = f.sub_criterion_id
     JOIN module m ON m.event_id = sc.event_id AND m.id = sc.module_id
     JOIN work w ON w.event_id = f.event_id AND w.id = f.work_id
     LEFT JOIN progress p ON p.form_id = f.id
     ORDER BY s.position, s.code, sc.day_of_marking NULLS FIRST, sc.position, w.code`,
    [eventId, actor.accountId, ...reach.params],
  );
  const open = rows.filter(({ group }) => group.subCriterion.compatriotMode === 'open').map(({ id }) => id);
  const makers = await makersOf(tx, eventId, open);
  const groups = new Map<string, MyFormGroupDto>();
  for (const { group, subCriterionId, ...form } of rows) {
    const known = groups.get(subCriterionId) ?? { ...group, forms: [] };
    const maker = makers.get(form.id) ?? null;
    known.forms.push({ ...form, maker, workCode: shownCode(form.workCode, maker) });
    groups.set(subCriterionId, known);
  }
  // Where makers are shown the order must not be that of the hidden codes.
  for (const { subCriterion, forms } of groups.values())
    if (subCriterion.compatriotMode === 'open') forms.sort((a, b) => (a.workCode < b.workCode ? -1 : 1));
  return { items: [...groups.values()] };
}
