import type { EntityManager } from 'typeorm';
import type { Statement } from './application-statement.js';
import type { SubmissionSnapshot } from './application-submission.js';
import type { CataloguedOccupation } from './application-subjects.js';

/** The last submission of an application: what was stated and enclosed, and what the catalogue knows of it. */
export interface Submitted {
  pageCode: string;
  statement: Statement;
  documents: SubmissionSnapshot['documents'];
  occupations: CataloguedOccupation[];
}

interface SubmittedRow {
  applicationId: string;
  pageCode: string;
  snapshot: SubmissionSnapshot;
}

/** The last submissions of these applications; one that was never submitted is not among them. */
export async function submittedOf(
  tx: EntityManager,
  ids: readonly string[],
): Promise<Map<string, Submitted>> {
  const rows: SubmittedRow[] = await tx.query(
    `SELECT DISTINCT ON (application_id) application_id AS "applicationId", page_code AS "pageCode", snapshot
       FROM application_submission WHERE application_id = ANY($1::uuid[]) ORDER BY application_id, number DESC`,
    [ids],
  );
  const known = await cataloguedOf(tx, rows);
  return new Map(
    rows.map(({ applicationId, pageCode, snapshot: { statement, documents } }) => [
      applicationId,
      {
        pageCode,
        statement,
        documents,
        occupations: statement.occupations.map((occupation) => ({
          ...occupation,
          applicationId,
          ...(known.get(keyOf(occupation)) ?? unknown),
        })),
      },
    ]),
  );
}

type Catalogued = Pick<
  CataloguedOccupation,
  'catalogueStandard' | 'catalogueTopLevel' | 'catalogueStrategic'
>;

const unknown: Catalogued = { catalogueStandard: null, catalogueTopLevel: null, catalogueStrategic: null };

const keyOf = ({ edition, code }: Pick<CataloguedOccupation, 'edition' | 'code'>): string =>
  `${edition ?? ''} ${code ?? ''}`;

async function cataloguedOf(
  tx: EntityManager,
  rows: readonly SubmittedRow[],
): Promise<Map<string, Catalogued>> {
  const wanted = new Map(
    rows.flatMap(({ snapshot }) => snapshot.statement.occupations).map((one) => [keyOf(one), one]),
  );
  const found: (Catalogued & { edition: string; code: string })[] = await tx.query(
    `SELECT c.edition, c.code, c.standard_exists AS "catalogueStandard", c.standard_top_level AS "catalogueTopLevel",
            c.strategic AS "catalogueStrategic"
       FROM unnest($1::text[], $2::text[]) AS w (edition, code)
       JOIN occupation c ON c.edition = w.edition AND c.code = w.code`,
    [[...wanted.values()].map(({ edition }) => edition), [...wanted.values()].map(({ code }) => code)],
  );
  return new Map(found.map(({ edition, code, ...known }) => [keyOf({ edition, code }), known]));
}
