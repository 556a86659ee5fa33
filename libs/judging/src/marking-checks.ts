import { addStageCheck, type Finding, finding } from '@luban/events';
import { type RedrawCheck, redrawChecks } from '@luban/registration';
import type { EntityManager } from 'typeorm';
import { formNeededSql, workNeededSql } from './form-needed.sql.js';

interface SkillStanding {
  skillId: string;
  skill: string;
  skillEn: string;
  unsigned: number;
  missing: number;
  signed: number;
  undecided: number;
  unconfirmed: number;
  unstopped: number;
  withoutPartMark: number;
}

/** Before an event enters 成绩核定: every needed form signed, deductions decided, list marks in; times confirmed (a warning). */
export async function checkMarkingDone(tx: EntityManager, eventId: string): Promise<Finding[]> {
  const skills = await standings(tx, eventId);
  const findings = skills.flatMap((at) => {
    const params = (count: number) => ({ skill: at.skill, skillEn: at.skillEn, count });
    const desk = `/events/${eventId}/desk/${at.skillId}`;
    const floor = `/events/${eventId}/marking-progress`;
    return [
      at.missing > 0 ? finding('blocking', 'judging.check-forms-missing', params(at.missing), desk) : [],
      at.unsigned > 0 ? finding('blocking', 'judging.check-forms-unsigned', params(at.unsigned), desk) : [],
      at.undecided > 0
        ? finding('blocking', 'judging.check-deductions-undecided', params(at.undecided), desk)
        : [],
      at.withoutPartMark > 0
        ? finding(
            'blocking',
            'judging.check-part-marks-missing',
            params(at.withoutPartMark),
            `/events/${eventId}/part-marks`,
          )
        : [],
      at.unstopped > 0 ? finding('warning', 'judging.check-times-running', params(at.unstopped), floor) : [],
      at.unconfirmed > 0
        ? finding('warning', 'judging.check-times-unconfirmed', params(at.unconfirmed), floor)
        : [],
    ].flat();
  });
  if (findings.some(({ severity }) => severity === 'blocking')) return findings;
  const signed = skills.reduce((sum, at) => sum + at.signed, 0);
  return [finding('passed', 'judging.check-forms-signed', { count: signed }), ...findings];
}

/** Going back behind marking keeps what was marked: whoever does it should know. */
export async function checkMarkingBegun(tx: EntityManager, eventId: string): Promise<Finding[]> {
  const [row]: { forms: number }[] = await tx.query(
    `SELECT count(*)::int AS forms FROM marking_form WHERE event_id = $1 AND revision > 0`,
    [eventId],
  );
  const count = row?.forms ?? 0;
  return [
    count > 0
      ? finding('warning', 'judging.check-marking-begun', { count })
      : finding('passed', 'judging.check-no-marks'),
  ];
}

/** A skill whose clocks run or whose works carry marks is not drawn anew. */
const notDrawnAnew: RedrawCheck = async (tx, eventId, skillId) => {
  const [row]: { marks: boolean; times: boolean }[] = await tx.query(
    `SELECT EXISTS (SELECT FROM marking_form WHERE event_id = $1 AND skill_id = $2 AND revision > 0) AS marks,
       EXISTS (SELECT FROM time_record r JOIN placement p ON p.event_id = r.event_id AND p.id = r.placement_id
         WHERE p.event_id = $1 AND p.skill_id = $2) AS times`,
    [eventId, skillId],
  );
  if (row?.marks) return { code: 'judging.redraw-marks' };
  return row?.times ? { code: 'judging.redraw-times' } : null;
};

/** Tells earlier rooms what they cannot know of marking. */
export function addMarkingChecks(): void {
  addStageCheck({ code: 'judging.marking-done', stages: ['results'], run: checkMarkingDone });
  addStageCheck({
    code: 'judging.marking-begun',
    stages: ['preparation'],
    direction: 'back',
    run: checkMarkingBegun,
  });
  if (!redrawChecks.includes(notDrawnAnew)) redrawChecks.push(notDrawnAnew);
}

/** One row for each skill, in their order. */
function standings(tx: EntityManager, eventId: string): Promise<SkillStanding[]> {
  const missing = `SELECT count(*)::int FROM sub_criterion sc
      JOIN marking_scheme ms ON ms.event_id = sc.event_id AND ms.id = sc.scheme_id AND ms.state = 'inForce'
      JOIN work w ON w.event_id = sc.event_id AND w.module_id = sc.module_id
      WHERE sc.event_id = s.event_id AND sc.skill_id = s.id AND ${workNeededSql('w.event_id', 'w.id')}
        AND NOT EXISTS (SELECT FROM marking_form f
          WHERE f.event_id = sc.event_id AND f.sub_criterion_id = sc.id AND f.work_id = w.id)`;
  const forms = (state: string) => `SELECT count(*)::int FROM marking_form f
      WHERE f.event_id = s.event_id AND f.skill_id = s.id AND f.state ${state} AND ${formNeededSql()}`;
  const times = (which: string) =>
    `SELECT count(*)::int FROM placement p WHERE p.event_id = s.event_id AND p.skill_id = s.id AND ${which}`;
  const record = (kind: string) => `EXISTS (SELECT FROM time_record r
      WHERE r.event_id = p.event_id AND r.placement_id = p.id AND r.voided_at IS NULL AND ${kind})`;
  return tx.query(
    `SELECT s.id AS "skillId", s.name AS skill, coalesce(s.name_en, s.name) AS "skillEn",
       (${missing}) AS missing, (${forms(`<> 'signed'`)}) AS unsigned, (${forms(`= 'signed'`)}) AS signed,
       (SELECT count(*)::int FROM deduction d JOIN placement p ON p.event_id = d.event_id AND p.id = d.placement_id
        WHERE d.event_id = s.event_id AND p.skill_id = s.id AND d.approved_at IS NULL AND d.refused_at IS NULL) AS undecided,
       (${times(`${record(`r.kind = 'start'`)} AND NOT ${record(`r.kind = 'stop'`)}`)}) AS unstopped,
       (SELECT count(*)::int FROM time_record r JOIN placement p ON p.event_id = r.event_id AND p.id = r.placement_id
        WHERE p.event_id = s.event_id AND p.skill_id = s.id AND r.voided_at IS NULL
          AND (SELECT count(*) FROM time_confirmation c WHERE c.event_id = r.event_id AND c.time_record_id = r.id) < 3
          AND r.kind IN ('stop', 'extraTime', 'move')) AS unconfirmed,
       (SELECT count(*)::int FROM entry en JOIN module m ON m.event_id = en.event_id AND m.skill_id = en.skill_id
        WHERE en.event_id = s.event_id AND en.skill_id = s.id AND m.marked_by = 'list' AND en.state = 'accepted'
          AND en.status IN ('entered', 'present', 'retired')
          AND coalesce((SELECT c.status FROM check_in c
            WHERE c.event_id = en.event_id AND c.entry_id = en.id AND c.module_id = m.id
            ORDER BY c.at DESC, c.id DESC LIMIT 1), 'entered') IN ('entered', 'present', 'retired')
          AND NOT EXISTS (SELECT FROM part_mark pm
            WHERE pm.event_id = en.event_id AND pm.module_id = m.id AND pm.entry_id = en.id)) AS "withoutPartMark"
     FROM skill s WHERE s.event_id = $1 ORDER BY s.position, s.code`,
    [eventId],
  );
}
