import type { Actor } from '@luban/audit';
import type { Area } from '@luban/identity';
import { type BackTestCase, casesOfRecords, type CodeOfName } from '@luban/rulebook';
import type { EntityManager } from 'typeorm';
import { applicationsInReach } from './application-reach.js';
import { subjectsOf } from './application-subjects.js';
import { evidenceOnly } from './historic-evidence.js';

/** A case with where it comes from. */
export interface KnownCase extends BackTestCase {
  applicationId: string | null;
  hosts: string | null;
}

interface DecidedRow {
  id: string;
  planYear: number;
  class: 'one' | 'two' | null;
  officialName: string;
  hosts: string | null;
  state: string;
  historic: boolean;
  synthetic: string[] | null;
}

/**
 * Applications in reach that were decided at this level and area, as they were decided: what was last submitted, not what
 * was amended since; newest plan year first.
 */
export async function decidedCases(
  tx: EntityManager,
  actor: Actor,
  place: Area,
  planYear: number | null,
): Promise<KnownCase[]> {
  const reach = await applicationsInReach(tx, actor, 'a', 4);
  const rows: DecidedRow[] = await tx.query(
    `SELECT a.id, a.plan_year AS "planYear", a.class, coalesce(s.official_name, coalesce(a.edition, '') || a.name) AS "officialName",
            (SELECT string_agg(p.name, '、' ORDER BY p.position) FROM application_party p
              WHERE p.application_id = a.id AND p.part IN ('lead', 'coHost')) AS hosts, a.state, a.historic, a.synthetic
       FROM class_application a LEFT JOIN class_status s ON s.application_id = a.id
      WHERE a.level = $1 AND a.division_code = $2
        AND a.state IN ('granted', 'grantedWithConditions', 'declined', 'revoked') AND ${reach.sql}
        AND ($3::int IS NULL OR a.plan_year = $3)
      ORDER BY a.plan_year DESC, a.class, "officialName", a.id`,
    [place.level, place.divisionCode, planYear, ...reach.params],
  );
  const subjects = await subjectsOf(
    tx,
    rows.map(({ id }) => id),
    undefined,
    { asSubmitted: true },
  );
  return rows.flatMap((row): KnownCase[] => {
    const subject = subjects.get(row.id);
    if (!subject) return [];
    return [
      {
        applicationId: row.id,
        hosts: row.hosts,
        officialName: row.officialName,
        planYear: row.planYear,
        classThen: subject.class,
        decisionThen: row.state === 'declined' ? 'decline' : 'grant',
        subject: evidenceOnly(subject, row),
        outOfScope: null,
      },
    ];
  });
}

/** Years in which applications in reach were decided at this level and area, newest first. */
export async function decidedYears(tx: EntityManager, actor: Actor, place: Area): Promise<number[]> {
  const reach = await applicationsInReach(tx, actor, 'a', 3);
  const rows: { planYear: number }[] = await tx.query(
    `SELECT DISTINCT a.plan_year AS "planYear" FROM class_application a
      WHERE a.level = $1 AND a.division_code = $2
        AND a.state IN ('granted', 'grantedWithConditions', 'declined', 'revoked') AND ${reach.sql}
      ORDER BY a.plan_year DESC`,
    [place.level, place.divisionCode, ...reach.params],
  );
  return rows.map(({ planYear }) => planYear);
}

/** The contests of public records, newest first; they are the country's. */
export async function recordedCases(tx: EntityManager, place: Area): Promise<KnownCase[]> {
  if (place.level !== 'nationalIndustry') return [];
  const rows: {
    applicationId: string | null;
    planYear: number;
    class: 'one' | 'two';
    officialName: string;
    hosts: string | null;
    occupations: string[];
    occupationsComplete: boolean;
    datePlace: string | null;
    grade: string;
  }[] = await tx.query(
    `SELECT application_id AS "applicationId", plan_year AS "planYear", class, official_name AS "officialName", hosts,
            occupations, occupations_complete AS "occupationsComplete", date_place AS "datePlace", grade
       FROM historic_contest ORDER BY plan_year DESC, class, official_name`,
  );
  const codeOf = await codesOf(tx, [...new Set(rows.flatMap(({ occupations }) => occupations))]);
  const cases = casesOfRecords(
    rows.map((row) => ({
      year: String(row.planYear),
      class: row.class === 'one' ? '一类' : '二类',
      officialName: row.officialName,
      hosts: row.hosts ?? '',
      occupations: [...row.occupations, ...(row.occupationsComplete ? [] : ['...'])].join(';'),
      datePlace: row.datePlace ?? '',
      status: row.grade,
    })),
    codeOf,
  );
  return cases.map((one, index) => ({
    ...one,
    applicationId: rows[index]?.applicationId ?? null,
    hosts: rows[index]?.hosts ?? null,
  }));
}

/** Codes in the newest classification, of names that it holds exactly once. */
async function codesOf(tx: EntityManager, names: readonly string[]): Promise<CodeOfName> {
  const rows: { name: string; code: string; edition: string }[] = await tx.query(
    `SELECT name, min(code) AS code, edition FROM occupation
      WHERE edition = (SELECT max(edition) FROM occupation) AND level = 4 AND name = ANY($1::text[])
      GROUP BY name, edition HAVING count(*) = 1`,
    [names],
  );
  const found = new Map(rows.map(({ name, code, edition }) => [name, { code, edition }]));
  return (name) => found.get(name) ?? null;
}
