import type { EntityManager } from 'typeorm';

/** One criterion of one entry, summed in the database from signed forms only. */
export interface CriterionSum {
  entryId: string;
  criterionCode: string;
  markHundredths: number;
  formsSigned: number;
  formsExpected: number;
}

/**
 * Sums every criterion of every entry of a skill in one statement. A judgement aspect is sum of scores / (3 × seats) ×
 * max, rounded half up to hundredths (DOMAIN.md 5, V); a measurement carries the mark computed when it was saved. Only
 * for policies that round per aspect and drop no score; `libs/scoring` is the oracle that must agree exactly.
 *
 * A form counts once it is signed. Works of entries that do not compete in the module need no form. Answers an entry ×
 * criterion row wherever a form is expected.
 */
export async function criterionSums(tx: EntityManager, eventId: string, skillId: string): Promise<CriterionSum[]> {
  const rows: {
    entry_id: string;
    criterion_code: string;
    mark: string | null;
    signed: number;
    expected: number;
  }[] = await tx.query(
    `WITH form AS MATERIALIZED (
       SELECT f.id, b.entry_id, sc.criterion_code, f.state = 'signed' AS signed
       FROM marking_form f
       JOIN marking_scheme s ON s.event_id = f.event_id AND s.id = f.scheme_id AND s.state = 'inForce'
       JOIN sub_criterion sc ON sc.event_id = f.event_id AND sc.id = f.sub_criterion_id
       JOIN blind_code b ON b.event_id = f.event_id AND b.work_id = f.work_id
       JOIN entry e ON e.event_id = b.event_id AND e.id = b.entry_id
       WHERE f.event_id = $1 AND f.skill_id = $2
     ), aspect_mark AS (
       SELECT m.form_id,
              CASE WHEN min(m.seat) = 0 THEN min(m.mark_hundredths)
                   ELSE ((2 * sum(m.value)::int * a.max_hundredths + 3 * count(*)) / (6 * count(*)))::int END AS mark
       FROM form JOIN mark m ON m.event_id = $1 AND m.form_id = form.id
       JOIN aspect a ON a.event_id = $1 AND a.id = m.aspect_id
       WHERE form.signed
       GROUP BY m.form_id, m.aspect_id, a.max_hundredths
     ), form_mark AS (
       SELECT form_id, sum(mark) AS mark FROM aspect_mark GROUP BY form_id
     )
     SELECT form.entry_id, form.criterion_code, sum(fm.mark)::int AS mark,
            count(*) FILTER (WHERE form.signed)::int AS signed, count(*)::int AS expected
     FROM form LEFT JOIN form_mark fm ON fm.form_id = form.id
     GROUP BY form.entry_id, form.criterion_code`,
    [eventId, skillId],
  );
  return rows.map((row) => ({
    entryId: row.entry_id,
    criterionCode: row.criterion_code,
    markHundredths: Number(row.mark ?? 0),
    formsSigned: row.signed,
    formsExpected: row.expected,
  }));
}
