import type { EntityManager } from 'typeorm';

/** One criterion of one entry, from signed forms only. */
export interface CriterionSum {
  entryId: string;
  criterionCode: string;
  markHundredths: number;
  formsSigned: number;
  formsExpected: number;
}

/** A value of a signed form: seat 0 is the team's, seats from 1 the judges'. */
export interface SignedValue {
  entryId: string;
  aspectCode: string;
  seat: number;
  value: string;
}

/**
 * Every form the scheme in force wants of the skill's works, made or not; `signed` once its marks count. Works of
 * entries that do not compete in their module want no form.
 */
const wantedForms = `works AS MATERIALIZED (
  SELECT w.id, w.module_id, b.entry_id
  FROM work w
  CROSS JOIN LATERAL (SELECT b.entry_id FROM blind_code b WHERE b.event_id = w.event_id AND b.work_id = w.id OFFSET 0) b
  JOIN entry e ON e.event_id = w.event_id AND e.id = b.entry_id
  LEFT JOIN LATERAL (SELECT ci.status FROM check_in ci
    WHERE ci.event_id = w.event_id AND ci.entry_id = b.entry_id AND ci.module_id = w.module_id
    ORDER BY ci.at DESC, ci.id DESC LIMIT 1) ci ON TRUE
  WHERE w.event_id = $1 AND w.skill_id = $2 AND w.superseded_at IS NULL
    AND e.status IN ('entered', 'present', 'retired')
    AND COALESCE(ci.status, 'entered') IN ('entered', 'present', 'retired')
), form AS MATERIALIZED (
  SELECT f.id, f.sub_criterion_id, f.work_id, f.state FROM marking_form f WHERE f.event_id = $1 AND f.skill_id = $2
), wanted AS MATERIALIZED (
  SELECT f.id, n.entry_id, sc.criterion_code, COALESCE(f.state = 'signed', FALSE) AS signed
  FROM works n
  JOIN sub_criterion sc ON sc.event_id = $1 AND sc.skill_id = $2 AND sc.module_id = n.module_id
  JOIN marking_scheme s ON s.event_id = sc.event_id AND s.id = sc.scheme_id AND s.state = 'inForce'
  LEFT JOIN form f ON f.sub_criterion_id = sc.id AND f.work_id = n.id)`;

/**
 * Sums every criterion of every entry of a skill in one statement. A judgement aspect is sum of scores / (3 × seats) ×
 * max, rounded half up to hundredths (DOMAIN.md 5, V); a measurement carries the mark computed when it was saved. Only
 * for policies that round per aspect and drop no score; `libs/scoring` is the oracle that must agree exactly.
 * Measured marks are summed at once, only judged aspects need a group of their own; works, forms and aspects are read
 * once each, as a skill has tens of thousands of values (docs/BENCHMARKS.md).
 */
export async function criterionSums(
  tx: EntityManager,
  eventId: string,
  skillId: string,
): Promise<CriterionSum[]> {
  return tx.query(
    `WITH ${wantedForms}, aspect_max AS MATERIALIZED (
       SELECT a.id, a.max_hundredths AS max
       FROM marking_scheme s JOIN sub_criterion sc ON sc.event_id = s.event_id AND sc.scheme_id = s.id
       JOIN aspect a ON a.event_id = sc.event_id AND a.sub_criterion_id = sc.id
       WHERE s.event_id = $1 AND s.skill_id = $2 AND s.state = 'inForce'
     ), summed AS MATERIALIZED (
       SELECT m.form_id AS id, CASE WHEN m.seat > 0 THEN m.aspect_id END AS judged,
              sum(m.mark_hundredths) FILTER (WHERE m.seat = 0) AS measured,
              sum(m.value) FILTER (WHERE m.seat > 0)::int AS scores, count(*) AS judges
       FROM wanted w JOIN mark m ON m.event_id = $1 AND m.form_id = w.id
       WHERE w.signed
       GROUP BY 1, 2
     ), form_mark AS (
       SELECT s.id AS form_id, sum(CASE WHEN s.judged IS NULL THEN s.measured
                ELSE (2 * s.scores * a.max + 3 * s.judges) / (6 * s.judges) END) AS mark
       FROM summed s LEFT JOIN aspect_max a ON a.id = s.judged
       GROUP BY s.id
     )
     SELECT w.entry_id AS "entryId", w.criterion_code AS "criterionCode",
            COALESCE(sum(fm.mark), 0)::int AS "markHundredths",
            count(*) FILTER (WHERE w.signed)::int AS "formsSigned", count(*)::int AS "formsExpected"
     FROM wanted w LEFT JOIN form_mark fm ON fm.form_id = w.id
     GROUP BY w.entry_id, w.criterion_code
     ORDER BY w.entry_id, w.criterion_code`,
    [eventId, skillId],
  );
}

/** The values themselves, for policies that the statement above does not compute (dropped scores, later rounding). */
export async function signedValues(
  tx: EntityManager,
  eventId: string,
  skillId: string,
): Promise<SignedValue[]> {
  return tx.query(
    `WITH ${wantedForms}
     SELECT w.entry_id AS "entryId", a.code AS "aspectCode", m.seat, m.value
     FROM wanted w JOIN mark m ON m.event_id = $1 AND m.form_id = w.id
     JOIN aspect a ON a.event_id = $1 AND a.id = m.aspect_id
     WHERE w.signed ORDER BY w.entry_id, a.position, m.seat`,
    [eventId, skillId],
  );
}
