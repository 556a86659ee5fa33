/**
 * Whether a work (by its event and id) needs marking: the entry that made it competes in the work's module. Works of
 * entries that are absent, withdrawn or disqualified need none; none of these is zero (DOMAIN.md 4). The latest check-in
 * of the entry in the module counts. Who the entry is stays inside the condition.
 */
export const workNeededSql = (eventId: string, workId: string): string => `EXISTS (
  SELECT FROM blind_code bc
  JOIN work wk ON wk.event_id = bc.event_id AND wk.id = bc.work_id AND wk.superseded_at IS NULL
  JOIN entry en ON en.event_id = bc.event_id AND en.id = bc.entry_id
  LEFT JOIN LATERAL (
    SELECT ci.status FROM check_in ci
    WHERE ci.event_id = bc.event_id AND ci.entry_id = bc.entry_id AND ci.module_id = bc.module_id
    ORDER BY ci.at DESC, ci.id DESC LIMIT 1) ci ON true
  WHERE bc.event_id = ${eventId} AND bc.work_id = ${workId}
    AND en.status IN ('entered', 'present', 'retired')
    AND coalesce(ci.status, 'entered') IN ('entered', 'present', 'retired'))`;

/** Whether a form (alias `f`) is needed: its scheme is in force and its work needs marking. */
export const formNeededSql = (f = 'f'): string => `(
  EXISTS (SELECT FROM marking_scheme ms WHERE ms.event_id = ${f}.event_id AND ms.id = ${f}.scheme_id AND ms.state = 'inForce')
  AND ${workNeededSql(`${f}.event_id`, `${f}.work_id`)})`;

/**
 * How far each form is: one row per form that has values, of the forms in `forms(event_id, id, skill_id)`.
 * `marked`: aspects that have a mark; `spreads`: aspects whose scores lie too far apart; `vals`: values entered.
 * What makes an aspect marked is the rule of @luban/scoring (form-standing.ts is the oracle that a test holds this
 * against), with the numbers of the skill's own panel; it is counted here because desks count thousands of forms.
 */
export const formProgressSql = `
  SELECT p.form_id, count(*) FILTER (WHERE p.kind = 'measurement' OR (p.given >= p.judges AND NOT p.apart))::int AS marked,
    count(*) FILTER (WHERE p.kind = 'judgement' AND p.apart)::int AS spreads, sum(p.given)::int AS vals
  FROM (
    SELECT m.form_id, a.kind, count(*) AS given, s.judges,
      coalesce(count(*) > 1 AND max(m.value) - min(m.value) >= s.spread_from, false) AS apart
    FROM forms f
    JOIN mark m ON m.event_id = f.event_id AND m.form_id = f.id
    JOIN aspect a ON a.event_id = m.event_id AND a.id = m.aspect_id
    JOIN (
      SELECT event_id, id, (policy #>> '{judgement,panel,judges}')::int AS judges,
        (policy #>> '{judgement,panel,spreadFrom}')::numeric AS spread_from
      FROM skill) s ON s.event_id = f.event_id AND s.id = f.skill_id
    GROUP BY m.form_id, m.aspect_id, a.kind, s.judges, s.spread_from) p
  GROUP BY p.form_id`;
