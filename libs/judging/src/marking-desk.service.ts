import { Injectable } from '@nestjs/common';
import type { Actor } from '@luban/audit';
import { eventOf, skillOf } from '@luban/events';
import { assertMay, assertMayInEvent, reachSql } from '@luban/identity';
import { DataSource, type EntityManager } from 'typeorm';
import { cellState, noCells, sumOfCells } from './cell-state.js';
import { formNeededSql, formProgressSql, workNeededSql } from './form-needed.sql.js';
import { formsToSign } from './forms-to-sign.js';
import { implausible, type MeasuredValue } from './implausible.js';
import type {
  CellState,
  DeskReply,
  DeskSpreadDto,
  DeskStrayDto,
  DeskSubCriterionDto,
  DeskWorkDto,
  ImplausibleList,
  MarkingProgressReply,
  SkillProgressDto,
} from './marking-desk.dto.js';
import type { FormState } from './marking-form.dto.js';

/** What the chief judge's desk and the organiser's progress show. Read only: the chief judge enters no score. */
@Injectable()
export class MarkingDesk {
  /** Totals of finished forms by form and revision: what a revision came to never changes. */
  private readonly totals = new Map<string, number | null>();

  constructor(private readonly db: DataSource) {}

  /** The matrix of a skill, works × sub-criteria, with its open spreads. Six queries, whatever its size. */
  async desk(actor: Actor, eventId: string, skillId: string): Promise<DeskReply> {
    const tx = this.db.manager;
    const skill = await skillOf(tx, actor, eventId, skillId);
    assertMay(actor, 'forms.signOff', { eventId, skillId });
    const [subCriteria, works, forms, spreads, strays] = await Promise.all([
      subCriteriaOf(tx, eventId, skillId),
      worksOf(tx, eventId, skillId),
      formsOf(tx, eventId, skillId),
      spreadsOf(tx, eventId, skillId),
      straysOf(tx, eventId, skillId),
    ]);
    const byCell = new Map(forms.map((form) => [`${form.workId} ${form.subCriterionId}`, form]));
    const counts = noCells();
    const cells = works.flatMap((work) =>
      subCriteria
        .filter(({ moduleId }) => moduleId === work.moduleId)
        .map(({ id: subCriterionId }) => {
          const form = byCell.get(`${work.id} ${subCriterionId}`) ?? null;
          const state = cellState({ needed: work.needed, form });
          counts[state]++;
          const { id: formId = null, marked = 0, spreads: open = 0, revision = 0 } = form ?? {};
          return { workId: work.id, subCriterionId, formId, state, marked, spreads: open, revision };
        }),
    );
    return {
      skillId,
      skillCode: skill.code,
      skillName: skill.name,
      skillNameEn: skill.nameEn,
      requireSignedScan: skill.requireSignedScan,
      subCriteria,
      works: works.map(({ id, code, moduleId }) => ({ id, code, moduleId })),
      cells,
      counts,
      spreads,
      strays,
    };
  }

  /** Totals and measured values far from the others, and forms that come to nothing. */
  async implausible(actor: Actor, eventId: string, skillId: string): Promise<ImplausibleList> {
    const tx = this.db.manager;
    await skillOf(tx, actor, eventId, skillId);
    assertMay(actor, 'forms.signOff', { eventId, skillId });
    const forms: {
      id: string;
      workCode: string;
      subCriterionCode: string;
      maxHundredths: number;
      revision: number;
    }[] = await tx.query(
      `SELECT f.id, w.code AS "workCode", sc.code AS "subCriterionCode",
         sc.max_hundredths AS "maxHundredths", f.revision
       FROM marking_form f
       JOIN work w ON w.event_id = f.event_id AND w.id = f.work_id
       JOIN sub_criterion sc ON sc.event_id = f.event_id AND sc.id = f.sub_criterion_id
       WHERE f.event_id = $1 AND f.skill_id = $2 AND f.revision > 0 AND ${formNeededSql()} ORDER BY sc.position, w.code`,
      [eventId, skillId],
    );
    await this.addUp(tx, eventId, forms);
    const finished = forms.flatMap(({ id: formId, revision, ...form }) => {
      const totalHundredths = this.totals.get(`${formId} ${revision}`) ?? null;
      return totalHundredths === null ? [] : [{ ...form, formId, totalHundredths }];
    });
    return { items: implausible(finished, await measuredOf(tx, eventId, skillId)) };
  }

  /** How far marking is, for who runs the event: counts, no mark and no code. */
  async progress(actor: Actor, eventId: string): Promise<MarkingProgressReply> {
    await eventOf(this.db.manager, actor, eventId);
    assertMayInEvent(actor, 'marking.progress', eventId);
    const reach = reachSql(actor, 'marking.progress', { event: 's.event_id', skill: 's.id' }, 2);
    const rows: (ProgressRow & { state: CellState; forms: number })[] = await this.db.query(
      progressSql(reach.sql),
      [eventId, ...reach.params],
    );
    const skills = new Map<string, SkillProgressDto>();
    for (const { skillId, skillCode, skillName, skillNameEn, state, forms, ...sub } of rows) {
      const none = {
        skillId,
        code: skillCode,
        name: skillName,
        nameEn: skillNameEn,
        counts: noCells(),
        subCriteria: [],
      };
      const skill: SkillProgressDto = skills.get(skillId) ?? none;
      skills.set(skillId, skill);
      if (sub.subCriterionId === null) continue;
      const { subCriterionId } = sub;
      let row = skill.subCriteria.find((known) => known.subCriterionId === subCriterionId);
      if (!row) skill.subCriteria.push((row = { ...sub, subCriterionId, counts: noCells() }));
      row.counts[state] += forms;
      skill.counts[state] += forms;
    }
    const all = [...skills.values()];
    return { counts: sumOfCells(all.map(({ counts }) => counts)), skills: all };
  }

  /** Refuses whoever has no part in the event: the news say only that something changed. */
  async assertWatches(actor: Actor, eventId: string): Promise<void> {
    await eventOf(this.db.manager, actor, eventId);
  }

  /** Adds up the forms whose revision is not known yet; only those that changed since somebody last looked. */
  private async addUp(
    tx: EntityManager,
    eventId: string,
    forms: readonly { id: string; revision: number }[],
  ): Promise<void> {
    const unknown = forms.filter(({ id, revision }) => !this.totals.has(`${id} ${revision}`));
    if (unknown.length === 0) return;
    if (this.totals.size > 200_000) this.totals.clear();
    const read = await formsToSign(
      tx,
      eventId,
      unknown.map(({ id }) => id),
      false,
    );
    for (const { id, revision, standing } of read) {
      this.totals.set(`${id} ${revision}`, standing.isComplete ? standing.subtotalHundredths : null);
    }
  }
}

interface ProgressRow {
  skillId: string;
  skillCode: string;
  skillName: string;
  skillNameEn: string | null;
  subCriterionId: string | null;
  code: string;
  name: string;
  dayOfMarking: number | null;
}

/** Counted in the database: an event of 63 skills has some hundred thousand forms. Spreads count as in progress here. */
const progressSql = (reach: string): string => `
  WITH needed AS MATERIALIZED (
    SELECT w.event_id, w.id, w.module_id, ${workNeededSql('w.event_id', 'w.id')} AS needed
    FROM work w WHERE w.event_id = $1 AND w.superseded_at IS NULL)
  SELECT s.id AS "skillId", s.code AS "skillCode", s.name AS "skillName", s.name_en AS "skillNameEn",
    sc.id AS "subCriterionId", sc.code, sc.name, sc.day_of_marking AS "dayOfMarking",
    CASE WHEN NOT n.needed THEN 'notNeeded' WHEN f.id IS NULL THEN 'missing' WHEN f.state <> 'open' THEN f.state
      WHEN r.form_id IS NOT NULL THEN 'reopened' WHEN f.revision > 0 THEN 'inProgress' ELSE 'notStarted' END AS state,
    count(n.id)::int AS forms
  FROM skill s
  LEFT JOIN marking_scheme ms ON ms.event_id = s.event_id AND ms.skill_id = s.id AND ms.state = 'inForce'
  LEFT JOIN sub_criterion sc ON sc.event_id = ms.event_id AND sc.scheme_id = ms.id
  LEFT JOIN needed n ON n.module_id = sc.module_id
  LEFT JOIN marking_form f ON f.event_id = sc.event_id AND f.sub_criterion_id = sc.id AND f.work_id = n.id
  LEFT JOIN (SELECT DISTINCT form_id FROM reopening WHERE event_id = $1) r ON r.form_id = f.id
  WHERE s.event_id = $1 AND ${reach}
  GROUP BY s.id, s.code, s.name, s.name_en, s.position, sc.id, sc.code, sc.name, sc.day_of_marking, sc.position, 9
  ORDER BY s.position, s.code, sc.position`;

function subCriteriaOf(tx: EntityManager, eventId: string, skillId: string): Promise<DeskSubCriterionDto[]> {
  return tx.query(
    `SELECT sc.id, sc.code, sc.name, sc.module_id AS "moduleId", m.code AS "moduleCode",
       sc.day_of_marking AS "dayOfMarking", sc.aspect_count AS "aspectCount", sc.max_hundredths AS "maxHundredths",
       t.name AS "teamName"
     FROM sub_criterion sc
     JOIN marking_scheme ms ON ms.event_id = sc.event_id AND ms.id = sc.scheme_id AND ms.state = 'inForce'
     JOIN module m ON m.event_id = sc.event_id AND m.id = sc.module_id
     LEFT JOIN marking_team t ON t.event_id = sc.event_id AND t.id = sc.team_id
     WHERE sc.event_id = $1 AND sc.skill_id = $2 ORDER BY m.position, m.code, sc.position`,
    [eventId, skillId],
  );
}

function worksOf(
  tx: EntityManager,
  eventId: string,
  skillId: string,
): Promise<(DeskWorkDto & { needed: boolean })[]> {
  return tx.query(
    `SELECT w.id, w.code, w.module_id AS "moduleId", ${workNeededSql('w.event_id', 'w.id')} AS needed
     FROM work w JOIN module m ON m.event_id = w.event_id AND m.id = w.module_id
     WHERE w.event_id = $1 AND w.skill_id = $2 AND w.superseded_at IS NULL ORDER BY m.position, m.code, w.code`,
    [eventId, skillId],
  );
}

interface DeskForm {
  id: string;
  workId: string;
  subCriterionId: string;
  state: FormState;
  revision: number;
  marked: number;
  spreads: number;
  values: number;
  reopened: boolean;
}

function formsOf(tx: EntityManager, eventId: string, skillId: string): Promise<DeskForm[]> {
  return tx.query(
    `WITH forms AS MATERIALIZED (SELECT f.* FROM marking_form f WHERE f.event_id = $1 AND f.skill_id = $2),
       progress AS (${formProgressSql})
     SELECT f.id, f.work_id AS "workId", f.sub_criterion_id AS "subCriterionId", f.state, f.revision,
       coalesce(p.marked, 0) AS marked, coalesce(p.spreads, 0) AS spreads, coalesce(p.vals, 0) AS values,
       EXISTS (SELECT FROM reopening r WHERE r.event_id = f.event_id AND r.form_id = f.id) AS reopened
     FROM forms f LEFT JOIN progress p ON p.form_id = f.id`,
    [eventId, skillId],
  );
}

/** Every aspect of an open form whose scores lie too far apart, with who gave what. */
function spreadsOf(tx: EntityManager, eventId: string, skillId: string): Promise<DeskSpreadDto[]> {
  return tx.query(
    `SELECT f.id AS "formId", w.code AS "workCode", sc.code AS "subCriterionCode", a.id AS "aspectId",
       a.code AS "aspectCode", a.description,
       jsonb_agg(jsonb_build_object('seat', m.seat, 'name', ac.display_name, 'value', trim_scale(m.value)::text)
         ORDER BY m.seat) AS scores
     FROM marking_form f
     JOIN skill s ON s.event_id = f.event_id AND s.id = f.skill_id
     JOIN sub_criterion sc ON sc.event_id = f.event_id AND sc.id = f.sub_criterion_id
     JOIN work w ON w.event_id = f.event_id AND w.id = f.work_id
     JOIN mark m ON m.event_id = f.event_id AND m.form_id = f.id AND m.seat > 0
     JOIN aspect a ON a.event_id = m.event_id AND a.id = m.aspect_id
     LEFT JOIN marking_form_seat t ON t.event_id = f.event_id AND t.form_id = f.id AND t.seat = m.seat
     LEFT JOIN judge j ON j.event_id = t.event_id AND j.id = t.judge_id
     LEFT JOIN account ac ON ac.id = j.account_id
     WHERE f.event_id = $1 AND f.skill_id = $2 AND f.state = 'open' AND ${formNeededSql()}
     GROUP BY f.id, w.code, sc.code, sc.position, a.id, a.code, a.position, a.description, s.policy
     HAVING count(*) > 1 AND max(m.value) - min(m.value) >= (s.policy #>> '{judgement,panel,spreadFrom}')::numeric
     ORDER BY sc.position, w.code, a.position`,
    [eventId, skillId],
  );
}

function straysOf(tx: EntityManager, eventId: string, skillId: string): Promise<DeskStrayDto[]> {
  return tx.query(
    `SELECT f.id AS "formId", w.code AS "workCode", sc.code AS "subCriterionCode", ms.number AS "schemeNumber"
     FROM marking_form f
     JOIN marking_scheme ms ON ms.event_id = f.event_id AND ms.id = f.scheme_id AND ms.state <> 'inForce'
     JOIN sub_criterion sc ON sc.event_id = f.event_id AND sc.id = f.sub_criterion_id
     JOIN work w ON w.event_id = f.event_id AND w.id = f.work_id
     WHERE f.event_id = $1 AND f.skill_id = $2 AND f.revision > 0 ORDER BY ms.number, sc.position, w.code`,
    [eventId, skillId],
  );
}

/** Numbers measured, of aspects where the number itself is compared: not of yes or no, not of choices. */
function measuredOf(tx: EntityManager, eventId: string, skillId: string): Promise<MeasuredValue[]> {
  return tx.query(
    `SELECT f.id AS "formId", w.code AS "workCode", sc.code AS "subCriterionCode", a.code AS "aspectCode",
       trim_scale(m.value)::text AS value
     FROM marking_form f
     JOIN sub_criterion sc ON sc.event_id = f.event_id AND sc.id = f.sub_criterion_id
     JOIN work w ON w.event_id = f.event_id AND w.id = f.work_id
     JOIN mark m ON m.event_id = f.event_id AND m.form_id = f.id AND m.seat = 0
     JOIN aspect a ON a.event_id = m.event_id AND a.id = m.aspect_id AND a.calculation IS NOT NULL
       AND a.calculation ->> 'type' NOT IN ('PASS_FAIL', 'CHOICE')
     WHERE f.event_id = $1 AND f.skill_id = $2 AND ${formNeededSql()} ORDER BY a.position, w.code`,
    [eventId, skillId],
  );
}
