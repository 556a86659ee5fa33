import { newId } from '@luban/platform';
import { contestKey, occupationsOfText } from '@luban/rulebook';
import type { DataSource } from 'typeorm';
import { contestsBefore2018 } from './historic-contests-before-2018.js';
import { contestsFrom2018 } from './historic-contests-from-2018.js';
import { planCounts } from './historic-plan-counts.js';
import type { RecordedContest } from './historic-record.js';

/** Contests of classes one and two from public records, oldest first; each with its source and how sure it is. */
export const recordedContests: readonly RecordedContest[] = [...contestsBefore2018, ...contestsFrom2018];

/**
 * Stores the contests and counts of earlier years that ship. May run any number of times, also at once: what is there
 * already stays as it is.
 */
export async function loadHistoricContests(source: DataSource): Promise<void> {
  const contests = recordedContests.map((contest) => ({
    id: newId(),
    contestKey: contestKey(contest.officialName),
    ...contest,
    // Directions stand in the record; under its name alone an occupation is found again.
    occupations: occupationsOfText(contest.occupations.join(';')).occupations.map(({ name }) => name),
  }));
  await source.query(
    `INSERT INTO historic_contest (id, plan_year, class, official_name, contest_key, hosts, occupations,
                                   occupations_complete, groups, date_place, scale, awards, source, grade, grade_note)
     SELECT id, "planYear", class, "officialName", "contestKey", hosts, occupations, "occupationsComplete", groups,
            "datePlace", scale, awards, source, grade, "gradeNote"
       FROM jsonb_to_recordset($1::jsonb) AS row (id uuid, "planYear" int, class text, "officialName" text,
            "contestKey" text, hosts text, occupations text[], "occupationsComplete" boolean, groups text,
            "datePlace" text, scale text, awards text, source text, grade text, "gradeNote" text)
     ON CONFLICT ON CONSTRAINT historic_contest_plan_year_official_name_key DO NOTHING`,
    [JSON.stringify(contests)],
  );
  await source.query(
    `INSERT INTO plan_count (plan_year, figure, series_name, class_one, class_two, occupations, document, source, grade,
                             grade_note)
     SELECT "planYear", figure, "seriesName", "classOne", "classTwo", occupations, document, source, grade, "gradeNote"
       FROM jsonb_to_recordset($1::jsonb) AS row ("planYear" int, figure text, "seriesName" text, "classOne" int,
            "classTwo" int, occupations int, document text, source text, grade text, "gradeNote" text)
     ON CONFLICT ON CONSTRAINT plan_count_pkey DO NOTHING`,
    [JSON.stringify(planCounts)],
  );
}
