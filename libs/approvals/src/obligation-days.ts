import type { EntityManager } from 'typeorm';
import type { WindowPlaceDto } from './window.dto.js';

/**
 * The window in which the next application of the host of `a` (class_application) is received: of the same authority, for
 * a later plan year, the first that closes after the contest was held. Its last day, in Asia/Shanghai; null while none
 * is set. A contest held in the year after its plan year may miss the first of them.
 */
const nextWindowSql = (application: string): string => `
  (SELECT min(closes.day) FROM application_window w
     CROSS JOIN LATERAL (
       SELECT ((w.closes_at - interval '1 second') AT TIME ZONE 'Asia/Shanghai')::date AS day) closes
    WHERE w.level = ${application}.level AND w.division_code = ${application}.division_code
      AND w.plan_year BETWEEN ${application}.plan_year + 1
                      AND greatest(${application}.plan_year, ${application}.held_year) + 1
      AND closes.day >= coalesce(${application}.final_to, closes.day))`;

/** Whether a duty `b` of `a` is due with the next application while its window is not known: its day is expected 预计. */
export const expectedSql = (duty: string, application: string): string =>
  `(${duty}.due_days IS NULL AND ${nextWindowSql(application)} IS NULL)`;

/**
 * Sets the day of duties that are due with the next application: the day its window closes, and until that window is
 * known 31 December of the year in which the contest is held. Of these applications, or – when a window was set, changed
 * or closed – of the contests before it. What is checked keeps its day.
 */
export async function setDaysOfNextApplication(
  tx: EntityManager,
  of: { applicationIds: readonly string[] } | { window: WindowPlaceDto },
): Promise<void> {
  const [where, params] =
    'applicationIds' in of
      ? ['a.id = ANY($1::uuid[])', [of.applicationIds]]
      : [
          `a.level = $1 AND a.division_code = $2 AND a.plan_year < $3
           AND greatest(a.plan_year, a.held_year) + 1 >= $3`,
          [of.window.level, of.window.divisionCode, of.window.planYear],
        ];
  await tx.query(
    `UPDATE obligation b SET due_on = coalesce(${nextWindowSql('a')}, make_date(a.held_year, 12, 31))
       FROM class_application a
      WHERE a.id = b.application_id AND b.due_days IS NULL AND b.checked_at IS NULL AND ${where}`,
    params,
  );
}
