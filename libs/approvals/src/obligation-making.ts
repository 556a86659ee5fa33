import { newId } from '@luban/platform';
import type { RulePack } from '@luban/rulebook';
import type { EntityManager } from 'typeorm';
import { setDaysOfNextApplication } from './obligation-days.js';

/** An application with what its duties are made from. */
interface Owing {
  applicationId: string;
  policy: RulePack;
  finalTo: string | null;
  occupations: { id: string; name: string; detail: string | null }[];
}

/**
 * What is owed after the contest, from the duties of each application's policy snapshot: one row for each, a technical
 * analysis for each occupation. Due so many days after the last day of the final, or with the next application
 * (`setDaysOfNextApplication`). An application that has its rows keeps them.
 */
export async function addObligations(tx: EntityManager, applicationIds: readonly string[]): Promise<number> {
  const owing: Owing[] = await tx.query(
    `${owingSql} WHERE a.id = ANY($1::uuid[]) AND a.policy IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM obligation b WHERE b.application_id = a.id)`,
    [applicationIds],
  );
  const rows = owing.flatMap(rowsOf);
  await insert(tx, rows);
  await setDaysOfNextApplication(tx, { applicationIds });
  return rows.length;
}

/**
 * What an amendment changes of it: technical analyses of occupations that came in are owed too, those of occupations that
 * went out no longer, unless they were handed in; open ones with days to go follow the final. Only where something is
 * owed at all, that is after publication.
 */
export async function amendObligations(tx: EntityManager, applicationId: string): Promise<void> {
  const known: { title: string }[] = await tx.query(
    `SELECT title ->> 'zh' AS title FROM obligation WHERE application_id = $1`,
    [applicationId],
  );
  if (known.length === 0) return;
  const [owing]: Owing[] = await tx.query(`${owingSql} WHERE a.id = $1 AND a.policy IS NOT NULL`, [
    applicationId,
  ]);
  if (!owing) return;
  const rows = rowsOf(owing);
  await tx.query(
    `DELETE FROM obligation WHERE application_id = $1 AND kind = 'technicalAnalysis' AND met_at IS NULL
        AND file_hash IS NULL AND title ->> 'zh' <> ALL($2::text[])`,
    [applicationId, rows.map(({ title }) => title.zh)],
  );
  const there = new Set(known.map(({ title }) => title));
  await insert(
    tx,
    rows.filter(({ kind, title }) => kind === 'technicalAnalysis' && !there.has(title.zh)),
  );
  await tx.query(
    `UPDATE obligation SET due_on = $2::date + due_days
      WHERE application_id = $1 AND met_at IS NULL AND due_days IS NOT NULL`,
    [applicationId, owing.finalTo],
  );
  await setDaysOfNextApplication(tx, { applicationIds: [applicationId] });
}

const owingSql = `
  SELECT a.id AS "applicationId", a.policy, a.final_to::text AS "finalTo",
         coalesce((SELECT jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'detail', o.detail)
                                    ORDER BY o.position)
                     FROM application_occupation o WHERE o.application_id = a.id), '[]') AS occupations
    FROM class_application a`;

async function insert(tx: EntityManager, rows: readonly ReturnType<typeof rowsOf>[number][]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO obligation (application_id, id, kind, occupation_id, title, due_days, due_on, citation)
     SELECT application_id, id, kind, occupation_id, title, due_days, final_to + due_days, citation
       FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::jsonb[], $6::int[], $7::date[], $8::jsonb[])
         AS row (application_id, id, kind, occupation_id, title, due_days, final_to, citation)`,
    [
      rows.map(({ applicationId }) => applicationId),
      rows.map(() => newId()),
      rows.map(({ kind }) => kind),
      rows.map(({ occupationId }) => occupationId),
      rows.map(({ title }) => JSON.stringify(title)),
      rows.map(({ dueDays }) => dueDays),
      rows.map(({ finalTo }) => finalTo),
      rows.map(({ citation }) => JSON.stringify(citation)),
    ],
  );
}

function rowsOf({ applicationId, policy, finalTo, occupations }: Owing) {
  return policy.duties.flatMap(({ kind, title, dueDays, citation }) => {
    const row = {
      applicationId,
      kind,
      occupationId: null as string | null,
      title,
      dueDays,
      finalTo,
      citation,
    };
    if (kind !== 'technicalAnalysis' || occupations.length === 0) return [row];
    return occupations.map(({ id, name, detail }) => {
      const of = detail ? `${name}（${detail}）` : name;
      return {
        ...row,
        occupationId: id,
        title: { zh: `${title.zh}：${of}`, en: `${title.en}: ${of}` },
      };
    });
  });
}
