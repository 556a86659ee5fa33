import type { Actor } from '@luban/audit';
import { officialName } from '@luban/rulebook';
import { type EntityManager, IsNull } from 'typeorm';
import { changesBetween } from './application-changes.js';
import { ApplicationDocument } from './application-document.entity.js';
import { type ApplicationFindings, findingsOf } from './application-findings.js';
import { missingIn } from './application-missing.js';
import { applicationInReach, partsIn } from './application-reach.js';
import type {
  ApplicationDocumentDto,
  ApplicationDto,
  ApplicationFindingDto,
  ApplicationOccupationDto,
  ApplicationPolicyDto,
  ApplicationStepDto,
  ApplicationSubmissionDto,
  MarkedFieldDto,
} from './application-reply.dto.js';
import { pageCodeOf, type Statement, statementOf } from './application-statement.js';
import type { SubmissionSnapshot } from './application-submission.js';
import type { ClassApplication } from './class-application.entity.js';
import { actionsNow, stepFactsFor } from './step-facts.js';
import { windowOf } from './window.queries.js';

/**
 * The application as this actor sees it. While it is returned, everybody but its applicant sees what was last
 * submitted, not the corrections under way. Once it is decided or withdrawn, its findings are those of its last
 * submission. `at` is the server's time. Throws `NotFound` out of reach.
 */
export async function readApplication(
  tx: EntityManager,
  actor: Actor,
  id: string,
  at: Date,
): Promise<ApplicationDto> {
  const application = await applicationInReach(tx, actor, id);
  const parts = await partsIn(tx, actor, application);
  const roles = parts.map(({ role }) => role);
  const live = await statementOf(tx, application);
  const submissions = await submissionsOf(tx, application.id);
  const last = submissions.at(-1);
  const asSubmitted = application.state === 'returned' && !roles.includes('applicant') ? last : undefined;
  const statement = asSubmitted?.snapshot.statement ?? live;
  const found = (await findingsOf(tx, [application.id], at)).get(application.id);
  const pageCode = asSubmitted?.pageCode ?? pageCodeOf(application, live);
  const documents = await documentsOf(tx, application.id, pageCode, statement, submissions);
  const steps = await stepsOf(tx, application.id);
  const names = await namesOf(tx, statement);
  const { contestKey, state, historic, demo, version } = application;
  return {
    id: application.id,
    level: statement.level,
    divisionCode: statement.divisionCode,
    planYear: statement.planYear,
    heldYear: statement.heldYear,
    class: statement.class,
    leadOrganisationId: statement.leadOrganisationId,
    name: statement.name,
    edition: statement.edition,
    contestKey,
    officialName: found?.pack ? officialName(found.pack, statement) : null,
    industryCode: statement.industryCode,
    placeDivisionCode: statement.placeDivisionCode,
    finalFrom: statement.finalFrom,
    finalTo: statement.finalTo,
    ...names,
    state,
    content: statement.content,
    contentVersion: asSubmitted?.contentVersion ?? application.contentVersion,
    pageCode,
    parties: statement.parties,
    occupations: await occupationReplies(tx, statement),
    documents: asSubmitted ? documents.filter(({ submitted }) => submitted) : documents,
    submissions: submissions.map((submission, index) => submissionReply(submission, submissions[index - 1])),
    steps,
    markedFields: state === 'returned' ? lastMarks(steps) : [],
    changes:
      state === 'returned' && !asSubmitted && last ? changesBetween(last.snapshot.statement, live) : [],
    policy: policyReply(found),
    findings:
      (asSubmitted ?? (settled.includes(state) ? last : undefined))?.findings ?? found?.findings ?? [],
    missing: ['draft', 'returned'].includes(state) ? missingIn(statement) : [],
    window: await windowOf(tx, application, at),
    serverTime: at.toISOString(),
    submittedAt: iso(application.submittedAt),
    completionDueAt: iso(application.completionDueAt),
    decidedAt: iso(application.decidedAt),
    historic,
    synthetic: application.synthetic ?? [],
    demo,
    createdAt: application.createdAt.toISOString(),
    roles,
    actions: actionsNow(await stepFactsFor(tx, actor, [application.id]), application),
    version,
  };
}

/** What it was decided on stands; amendments since then have findings of their own. */
const settled: readonly ApplicationDto['state'][] = [
  'granted',
  'grantedWithConditions',
  'declined',
  'withdrawn',
  'revoked',
];

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

function policyReply(found: ApplicationFindings | undefined): ApplicationPolicyDto | null {
  if (!found?.pack) return null;
  const { code, title, classes } = found.pack;
  return { rulePackId: found.rulePackId, code, title, snapshot: found.snapshot, classes };
}

/** What was marked by the return that stands. */
function lastMarks(steps: readonly ApplicationStepDto[]): MarkedFieldDto[] {
  const returned = steps.filter(
    ({ toState, fromState }) => toState === 'returned' && fromState !== 'returned',
  );
  return returned.at(-1)?.markedFields ?? [];
}

/** Names of the lead, the areas and the industry, from the latest edition that knows them. */
async function namesOf(
  tx: EntityManager,
  statement: Statement,
): Promise<Pick<ApplicationDto, 'leadName' | 'leadKind' | 'divisionName' | 'placeName' | 'industryName'>> {
  const [row]: Pick<
    ApplicationDto,
    'leadName' | 'leadKind' | 'divisionName' | 'placeName' | 'industryName'
  >[] = await tx.query(
    `SELECT o.name AS "leadName", o.kind AS "leadKind", ${divisionNameSql('$2')} AS "divisionName",
            ${divisionNameSql('$3')} AS "placeName",
            (SELECT i.name FROM industry i WHERE i.code = $4 ORDER BY i.edition DESC LIMIT 1) AS "industryName"
       FROM organisation o WHERE o.id = $1`,
    [
      statement.leadOrganisationId,
      statement.divisionCode,
      statement.placeDivisionCode,
      statement.industryCode,
    ],
  );
  if (!row) throw new Error('an application has no lead organisation');
  return row;
}

/** The name of a division with those above it (浙江省杭州市), as an expression over its six-digit code. */
export const divisionNameSql = (code: string): string =>
  `(SELECT string_agg(d.name, '' ORDER BY d.code) FROM division d
     WHERE d.edition = (SELECT max(edition) FROM division) AND NOT d.pseudo AND ${code}::text <> '000000'
       AND d.code IN (left(${code}::text, 2) || '0000', left(${code}::text, 4) || '00', ${code}::text))`;

async function occupationReplies(
  tx: EntityManager,
  { occupations }: Statement,
): Promise<ApplicationOccupationDto[]> {
  const rows: {
    id: string;
    catalogued: boolean;
    standardExists: boolean | null;
    standardTopLevel: number | null;
    strategic: boolean | null;
  }[] = await tx.query(
    `SELECT w.id, c.code IS NOT NULL AS catalogued, c.standard_exists AS "standardExists",
            c.standard_top_level AS "standardTopLevel", c.strategic
       FROM unnest($1::uuid[], $2::text[], $3::text[]) AS w (id, edition, code)
       LEFT JOIN occupation c ON c.edition = w.edition AND c.code = w.code`,
    [
      occupations.map(({ id }) => id),
      occupations.map(({ edition }) => edition),
      occupations.map(({ code }) => code),
    ],
  );
  const known = new Map(rows.map((row) => [row.id, row]));
  return occupations.map((occupation) => {
    const own = known.get(occupation.id);
    const fromCatalogue = own?.standardExists != null || own?.standardTopLevel != null;
    const asStated = occupation.standardExists !== null || occupation.standardTopLevel !== null;
    return {
      ...occupation,
      standardExists: own?.standardExists ?? occupation.standardExists,
      standardTopLevel: own?.standardTopLevel ?? occupation.standardTopLevel,
      standardFrom: fromCatalogue ? 'catalogue' : asStated ? 'stated' : null,
      strategic: own?.strategic ?? null,
      catalogued: own?.catalogued ?? false,
    };
  });
}

interface SubmissionRow {
  id: string;
  number: number;
  contentVersion: number;
  pageCode: string;
  snapshot: SubmissionSnapshot;
  rulePackId: string | null;
  findings: ApplicationFindingDto[];
  arrivedAt: Date;
  byName: string | null;
}

export const submissionsOf = (tx: EntityManager, applicationId: string): Promise<SubmissionRow[]> =>
  tx.query(
    `SELECT s.id, s.number, s.content_version AS "contentVersion", s.page_code AS "pageCode", s.snapshot,
            s.rule_pack_id AS "rulePackId", s.findings, s.arrived_at AS "arrivedAt", a.display_name AS "byName"
       FROM application_submission s LEFT JOIN account a ON a.id = s.by
      WHERE s.application_id = $1 ORDER BY s.number`,
    [applicationId],
  );

const submissionReply = (
  { snapshot, arrivedAt, ...submission }: SubmissionRow,
  before: SubmissionRow | undefined,
): ApplicationSubmissionDto => ({
  ...submission,
  arrivedAt: arrivedAt.toISOString(),
  changes: before ? changesBetween(before.snapshot.statement, snapshot.statement) : [],
});

async function documentsOf(
  tx: EntityManager,
  applicationId: string,
  pageCode: string,
  { occupations }: Statement,
  submissions: readonly SubmissionRow[],
): Promise<ApplicationDocumentDto[]> {
  const rows = await tx.find(ApplicationDocument, {
    where: { applicationId, removedAt: IsNull() },
    order: { uploadedAt: 'ASC', id: 'ASC' },
  });
  const submitted = new Set(submissions.flatMap(({ snapshot }) => snapshot.documents.map(({ id }) => id)));
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    occupationId: row.occupationId,
    occupationName: occupations.find(({ id }) => id === row.occupationId)?.name ?? null,
    fileName: row.fileName,
    mediaType: row.mediaType,
    sizeBytes: row.sizeBytes,
    fileHash: row.fileHash,
    pageCode: row.pageCode,
    state: row.kind === 'stampedForm' && row.pageCode !== pageCode ? 'outdated' : 'current',
    uploadedBy: row.uploadedBy,
    uploadedAt: row.uploadedAt.toISOString(),
    submitted: submitted.has(row.id),
  }));
}

async function stepsOf(tx: EntityManager, applicationId: string): Promise<ApplicationStepDto[]> {
  const rows: (Omit<ApplicationStepDto, 'at' | 'undoneAt' | 'markedFields'> & {
    at: Date;
    undoneAt: Date | null;
    markedFields: MarkedFieldDto[] | null;
  })[] = await tx.query(
    `SELECT s.id, s.number, s.action, s.from_state AS "fromState", s.to_state AS "toState", s.at, s.by,
            a.display_name AS "byName", o.name AS "organisationName", s.reason, s.article,
            s.marked_fields AS "markedFields", s.submission_id AS "submissionId", s.undoes_id AS "undoesId",
            s.undone_at AS "undoneAt"
       FROM application_step s LEFT JOIN account a ON a.id = s.by LEFT JOIN organisation o ON o.id = s.organisation_id
      WHERE s.application_id = $1 ORDER BY s.number`,
    [applicationId],
  );
  return rows.map((row) => ({
    ...row,
    at: row.at.toISOString(),
    undoneAt: iso(row.undoneAt),
    markedFields: row.markedFields ?? [],
  }));
}

/** Whether somebody may still change what is stated: as the table of transitions says. */
export const isEditable = ({ state }: Pick<ClassApplication, 'state'>): boolean =>
  state === 'draft' || state === 'returned';
