import type { EntityManager } from 'typeorm';
import { areaSql, type InsightScope } from './insight-scope.js';
import type { RecordCountDto, YearCountDto } from './year-insight.dto.js';

type Counted = Omit<YearCountDto, 'records' | 'recordedContests' | 'recordedVerified'>;
type RecordRow = RecordCountDto & { year: number };

/**
 * Every plan year with anything in it, latest first: what stands in this system beside what public records say. Public
 * records are of national plans only.
 */
export async function readYears(tx: EntityManager, scope: InsightScope): Promise<YearCountDto[]> {
  const own = areaSql(scope, { level: 'a.level', division: 'a.division_code' }, 1);
  const plans = areaSql(scope, { level: 'p.level', division: 'p.division_code' }, 1);
  const counted: Counted[] = await tx.query(
    `WITH listed AS (
       SELECT DISTINCT ON (i.application_id) i.application_id, i.change
         FROM annual_plan p
         JOIN plan_version v ON v.plan_id = p.id AND v.published_at IS NOT NULL
         JOIN plan_item i ON i.plan_id = v.plan_id AND i.version_id = v.id
        WHERE ${plans.sql}
        ORDER BY i.application_id, v.number DESC),
     target AS (
       SELECT p.plan_year, sum(p.target_one)::int AS one, sum(p.target_two)::int AS two
         FROM annual_plan p WHERE ${plans.sql} GROUP BY p.plan_year),
     contest AS (
       SELECT a.plan_year, a.class, a.state IN ('granted', 'grantedWithConditions') AS granted,
              coalesce(listed.change <> 'removed', FALSE) AS published
         FROM class_application a LEFT JOIN listed ON listed.application_id = a.id
        WHERE ${own.sql} AND a.submitted_at IS NOT NULL),
     count AS (
       SELECT plan_year, count(*)::int AS applications, (count(*) FILTER (WHERE granted))::int AS granted,
              (count(*) FILTER (WHERE published))::int AS published,
              (count(*) FILTER (WHERE granted AND class = 'one'))::int AS one,
              (count(*) FILTER (WHERE granted AND class = 'two'))::int AS two,
              (count(*) FILTER (WHERE published AND class = 'one'))::int AS published_one,
              (count(*) FILTER (WHERE published AND class = 'two'))::int AS published_two
         FROM contest GROUP BY plan_year)
     SELECT coalesce(c.plan_year, t.plan_year) AS year, coalesce(c.applications, 0) AS applications,
            coalesce(c.granted, 0) AS granted, coalesce(c.published, 0) AS published,
            coalesce(c.one, 0) AS one, coalesce(c.two, 0) AS two,
            coalesce(c.published_one, 0) AS "publishedOne", coalesce(c.published_two, 0) AS "publishedTwo",
            t.one AS "targetOne", t.two AS "targetTwo"
       FROM count c FULL JOIN target t ON t.plan_year = c.plan_year`,
    own.params,
  );
  if (scope.level !== 'nationalIndustry') return counted.map(plain).sort(latestFirst);
  const records: RecordRow[] = await tx.query(
    `SELECT plan_year AS year, figure, class_one AS "classOne", class_two AS "classTwo", occupations, document, source,
            grade = 'verified' AS verified, grade_note AS "gradeNote" FROM plan_count ORDER BY plan_year, figure`,
  );
  const contests: { year: number; contests: number; verified: number }[] = await tx.query(
    `SELECT plan_year AS year, count(*)::int AS contests, (count(*) FILTER (WHERE grade = 'verified'))::int AS verified
       FROM historic_contest GROUP BY plan_year`,
  );
  const years = new Map(counted.map((row) => [row.year, plain(row)]));
  const yearOf = (year: number): YearCountDto => {
    const found = years.get(year) ?? plain(nothing(year));
    years.set(year, found);
    return found;
  };
  for (const { year, ...record } of records) yearOf(year).records.push(record);
  for (const { year, contests: known, verified } of contests) {
    Object.assign(yearOf(year), { recordedContests: known, recordedVerified: verified });
  }
  return [...years.values()].sort(latestFirst);
}

const latestFirst = (a: YearCountDto, b: YearCountDto): number => b.year - a.year;
const plain = (row: Counted): YearCountDto => ({
  ...row,
  recordedContests: 0,
  recordedVerified: 0,
  records: [],
});
const nothing = (year: number): Counted => ({
  year,
  applications: 0,
  granted: 0,
  published: 0,
  one: 0,
  two: 0,
  publishedOne: 0,
  publishedTwo: 0,
  targetOne: null,
  targetTwo: null,
});
