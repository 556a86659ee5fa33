import type { ClassSubject, StatedMeans, SubjectOccupation } from '@luban/rulebook';
import type { EntityManager } from 'typeorm';
import type { ApplicationContent } from './application-content.js';
import { ApplicationDocument } from './application-document.entity.js';
import { chinaDay } from './application-text.js';
import type { ApplicationOccupation } from './application-occupation.entity.js';
import type { ApplicationParty } from './application-party.entity.js';
import { pageCodeOf, type Statement, stated } from './application-statement.js';
import { type Submitted, submittedOf } from './submitted-statement.js';
import { ClassApplication } from './class-application.entity.js';

/** The edition of a contest that was held, as stated or recorded. */
interface HeldEdition {
  year: number;
  occupations: string[];
}

export type CataloguedOccupation = ApplicationOccupation & {
  catalogueStandard: boolean | null;
  catalogueTopLevel: number | null;
  catalogueStrategic: boolean | null;
};

/** All but the snapshot of the policy, which is by far the largest. */
const statedColumns = [
  'id',
  'level',
  'divisionCode',
  'planYear',
  'heldYear',
  'class',
  'leadOrganisationId',
  'name',
  'edition',
  'industryCode',
  'placeDivisionCode',
  'finalFrom',
  'finalTo',
  'content',
  'contentVersion',
  'submittedAt',
] as const;

/**
 * What the rules look at, of each of these applications: their statement with what the catalogue knows of their
 * occupations, their documents, and from earlier years the grants, editions and what is still owed of the same lead
 * applicant. So many statements for any number of applications. `today` (`YYYY-MM-DD`) stands for the day of
 * submission of what has not been submitted. `asSubmitted`: statement, documents and page code are those of the last
 * submission, on which it was decided; amendments since then are not looked at.
 */
export async function subjectsOf(
  tx: EntityManager,
  ids: readonly string[],
  today?: string,
  { asSubmitted = false }: { asSubmitted?: boolean } = {},
): Promise<Map<string, ClassSubject>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .createQueryBuilder(ClassApplication, 'a')
    .select(statedColumns.map((column) => `a.${column}`))
    .where('a.id = ANY(:ids)', { ids })
    .getMany();
  const submitted = asSubmitted ? await submittedOf(tx, ids) : new Map<string, Submitted>();
  const live = ids.filter((id) => !submitted.has(id));
  const applications = rows.map((row) => ({ ...row, ...columnsOf(submitted.get(row.id)?.statement) }));
  const parties = grouped(await partiesOf(tx, live));
  const occupations = grouped(await occupationsOf(tx, live));
  const documents = grouped(await documentsOf(tx, live));
  const grants = grouped(await earlierGrants(tx, ids));
  const records = grouped(await recordedEditions(tx, ids));
  const owed = grouped(await unmetObligations(tx, ids, today ?? null));
  return new Map(
    applications.map((application) => {
      const { id, content } = application;
      const then = submitted.get(id);
      const own = then?.occupations ?? occupations.get(id) ?? [];
      const with_ = then?.statement.parties ?? parties.get(id) ?? [];
      const editions = editionsOf(application, records.get(id) ?? [], grants.get(id) ?? []);
      const code =
        then?.pageCode ??
        pageCodeOf(application, stated(application, (parties.get(id) ?? []).map(bare), own.map(plain)));
      return [
        id,
        {
          planYear: application.planYear,
          level: application.level,
          class: application.class,
          name: application.name,
          parties: with_.map(({ name, kind, part }) => ({ name, kind, part })),
          occupations: own.length > 0 ? own.map((occupation) => asSubject(occupation, editions)) : null,
          occupationsComplete: true,
          earlierEditions: editions,
          earlierGrants: (grants.get(id) ?? []).map(({ planYear, class: granted, contest, occupations }) => ({
            planYear,
            class: granted,
            contest,
            occupations,
          })),
          inspectionYears: content.inspectionYears ?? null,
          finalFrom: application.finalFrom,
          finalTo: application.finalTo,
          documents: (then?.documents ?? documents.get(id) ?? [])
            .filter((document) => document.kind !== 'stampedForm' || document.pageCode === code)
            .map(({ kind, occupationId }) => ({
              kind,
              occupation: own.find((occupation) => occupation.id === occupationId)?.name ?? null,
            })),
          experts: content.experts?.count ?? null,
          judges: content.judges?.count ?? null,
          fundingStated: fundingStated(application),
          venueStated: venueStated(application),
          businessCovers: content.business?.covers ?? null,
          means: meansOf(application),
          unmetObligations: (owed.get(id) ?? []).map(({ contest, title, dueOn }) => ({
            contest,
            title,
            dueOn,
          })),
          submittedOn: application.submittedAt ? chinaDay(application.submittedAt) : (today ?? null),
        },
      ];
    }),
  );
}

/** What a statement says in the columns of the application. */
function columnsOf(statement: Statement | undefined): Partial<Statement> {
  if (!statement) return {};
  const { parties: _parties, occupations: _occupations, ...columns } = statement;
  return columns;
}

/** What is said about money, place and business, as evidence. */
const meansOf = ({
  content: { funding, venue, business },
  placeDivisionCode,
}: Pick<ClassApplication, 'content' | 'placeDivisionCode'>): StatedMeans => ({
  fundingYuan: amountOf(funding),
  fundingSources: (funding?.sources ?? []).map(({ name }) => name),
  venuePlace: [venue?.city ?? placeDivisionCode, venue?.address].filter(Boolean).join(' ') || null,
  venueFacilities: venue?.facilities || null,
  venueSafety: venue?.safety || null,
  businessNote: business?.note?.trim() || null,
});

const amountOf = (funding: ApplicationContent['funding']): number | null =>
  funding?.totalYuan ?? funding?.sources?.reduce((sum, { amountYuan }) => sum + amountYuan, 0) ?? null;

/** True: an amount and where it comes from. Null: nothing is said about it. */
function fundingStated({ content: { funding } }: Pick<ClassApplication, 'content'>): boolean | null {
  if (funding?.totalYuan === undefined && !funding?.sources?.length) return null;
  return (amountOf(funding) ?? 0) > 0 && (funding.sources?.length ?? 0) > 0;
}

/** True: a place and its facilities. Null: nothing is said about it. */
function venueStated({
  content: { venue },
  placeDivisionCode,
}: Pick<ClassApplication, 'content' | 'placeDivisionCode'>): boolean | null {
  if (!venue?.city && !venue?.address && !venue?.facilities && !placeDivisionCode) return null;
  return Boolean((venue?.city || placeDivisionCode) && venue?.facilities);
}

/** Stated and recorded editions, one of a year; null where nothing is known at all. */
function editionsOf(
  { content, planYear }: Pick<ClassApplication, 'content' | 'planYear'>,
  recorded: readonly HeldEdition[],
  grants: readonly EarlierGrant[],
): HeldEdition[] | null {
  const granted = grants
    .filter(({ sameContest }) => sameContest)
    .map(({ heldYear, occupations }) => ({
      year: heldYear,
      occupations: occupations.map(({ name }) => name),
    }));
  const known = [...(content.earlierEditions ?? []), ...recorded, ...granted].filter(
    ({ year }) => year < planYear,
  );
  if (known.length === 0 && content.earlierEditions === undefined) return null;
  const byYear = new Map<number, Set<string>>();
  for (const { year, occupations } of known) {
    const names = byYear.get(year) ?? new Set();
    occupations.forEach((name) => names.add(name.trim()));
    byYear.set(year, names);
  }
  return [...byYear]
    .sort(([a], [b]) => b - a)
    .map(([year, occupations]) => ({ year, occupations: [...occupations] }));
}

const asSubject = (
  occupation: CataloguedOccupation,
  editions: readonly HeldEdition[] | null,
): SubjectOccupation => ({
  name: occupation.name,
  detail: occupation.detail,
  code: occupation.code,
  edition: occupation.edition,
  standardExists: occupation.catalogueStandard ?? occupation.standardExists,
  standardTopLevel: occupation.catalogueTopLevel ?? occupation.standardTopLevel,
  strategic: occupation.strategicReason?.trim() ? true : occupation.catalogueStrategic,
  heldBefore: editions && editions.some(({ occupations }) => occupations.includes(occupation.name)),
});

const partiesOf = (
  tx: EntityManager,
  ids: readonly string[],
): Promise<(ApplicationParty & { applicationId: string })[]> =>
  tx.query(
    `SELECT application_id AS "applicationId", id, position, organisation_id AS "organisationId", name, kind, part
       FROM application_party WHERE application_id = ANY($1::uuid[]) ORDER BY application_id, position`,
    [ids],
  );

const occupationsOf = (tx: EntityManager, ids: readonly string[]): Promise<CataloguedOccupation[]> =>
  tx.query(
    `SELECT o.application_id AS "applicationId", o.id, o.position, o.edition, o.code, o.name, o.detail,
            o.standard_exists AS "standardExists", o.standard_top_level AS "standardTopLevel",
            o.strategic_reason AS "strategicReason", o.team_size AS "teamSize",
            c.standard_exists AS "catalogueStandard", c.standard_top_level AS "catalogueTopLevel",
            c.strategic AS "catalogueStrategic"
       FROM application_occupation o
       LEFT JOIN occupation c ON c.edition = o.edition AND c.code = o.code
      WHERE o.application_id = ANY($1::uuid[]) ORDER BY o.application_id, o.position`,
    [ids],
  );

const documentsOf = (tx: EntityManager, ids: readonly string[]): Promise<ApplicationDocument[]> =>
  tx
    .createQueryBuilder(ApplicationDocument, 'd')
    .where('d.applicationId = ANY(:ids) AND d.removedAt IS NULL', { ids })
    .orderBy('d.uploadedAt')
    .getMany();

interface EarlierGrant {
  applicationId: string;
  planYear: number;
  heldYear: number;
  class: 'one' | 'two' | null;
  contest: string;
  sameContest: boolean;
  occupations: { code: string | null; name: string }[];
}

/** What the same lead applicant was granted by the same authority in earlier plan years. */
const earlierGrants = (tx: EntityManager, ids: readonly string[]): Promise<EarlierGrant[]> =>
  tx.query(
    `SELECT a.id AS "applicationId", e.plan_year AS "planYear", e.held_year AS "heldYear", e.class, e.name AS contest,
            e.contest_key = a.contest_key AS "sameContest",
            coalesce((SELECT jsonb_agg(jsonb_build_object('code', o.code, 'name', o.name) ORDER BY o.position)
                        FROM application_occupation o WHERE o.application_id = e.id), '[]') AS occupations
       FROM class_application a
       JOIN class_application e ON e.lead_organisation_id = a.lead_organisation_id AND e.level = a.level
        AND e.division_code = a.division_code AND e.plan_year < a.plan_year
        AND e.state IN ('granted', 'grantedWithConditions')
      WHERE a.id = ANY($1::uuid[]) ORDER BY e.plan_year DESC, e.id`,
    [ids],
  );

/** Editions of the same contest in the records of earlier years. */
const recordedEditions = (
  tx: EntityManager,
  ids: readonly string[],
): Promise<(HeldEdition & { applicationId: string })[]> =>
  tx.query(
    `SELECT a.id AS "applicationId", h.plan_year AS year, to_jsonb(h.occupations) AS occupations
       FROM class_application a JOIN historic_contest h ON h.contest_key = a.contest_key AND h.plan_year < a.plan_year
      WHERE a.id = ANY($1::uuid[]) AND a.level = 'nationalIndustry'`,
    [ids],
  );

/**
 * What the same lead applicant has not done after earlier contests: papers and conditions of the grants whose day has
 * passed, and papers due with the next application once the contest has been held or the day of that window is there.
 */
const unmetObligations = (
  tx: EntityManager,
  ids: readonly string[],
  today: string | null,
): Promise<{ applicationId: string; contest: string; title: string; dueOn: string | null }[]> =>
  tx.query(
    `SELECT a.id AS "applicationId", e.name AS contest, w.title, w.due_on::text AS "dueOn"
       FROM class_application a
       JOIN class_application e ON e.lead_organisation_id = a.lead_organisation_id AND e.level = a.level
        AND e.division_code = a.division_code AND e.plan_year < a.plan_year AND e.id <> a.id
        AND e.state IN ('granted', 'grantedWithConditions')
      CROSS JOIN LATERAL (
            SELECT coalesce((a.submitted_at AT TIME ZONE 'Asia/Shanghai')::date, $2::date, 'infinity') AS day) d
      CROSS JOIN LATERAL (
            SELECT o.title->>'zh' AS title, o.due_on, o.id FROM obligation o
             WHERE o.application_id = e.id AND o.met_at IS NULL
               AND CASE WHEN o.due_days IS NULL
                        THEN coalesce(o.due_on <= d.day, FALSE) OR coalesce(e.final_to <= d.day, TRUE)
                        ELSE coalesce(o.due_on < d.day, coalesce(e.final_to <= d.day, TRUE)) END
            UNION ALL
            SELECT '批复条件：' || c.text, c.due_on, c.id FROM application_condition c
             WHERE c.application_id = e.id AND c.met_at IS NULL AND c.cancelled_at IS NULL AND c.due_on < d.day) w
      WHERE a.id = ANY($1::uuid[]) ORDER BY w.due_on NULLS LAST, w.id`,
    [ids, today],
  );

const bare = ({ applicationId: _application, ...party }: ApplicationParty) => party;

const plain = ({
  applicationId: _application,
  catalogueStandard: _standard,
  catalogueTopLevel: _level,
  catalogueStrategic: _strategic,
  ...occupation
}: CataloguedOccupation) => occupation;

function grouped<T extends { applicationId: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.applicationId);
    if (group) group.push(row);
    else groups.set(row.applicationId, [row]);
  }
  return groups;
}
