import { Injectable } from '@nestjs/common';
import type { Actor } from '@luban/audit';
import { NotFound } from '@luban/platform';
import { DataSource, type EntityManager } from 'typeorm';
import type { PlanVersion } from './annual-plan.entity.js';
import { planFindings } from './plan-checks.js';
import { planCodeOf } from './plan-code.js';
import { changesIn, type DraftItem } from './plan-differences.js';
import type { PlanPlace } from './plan-lines.js';
import { placeParams } from './plan-lines.js';
import { planInReach, usesOfNumber, versionOf } from './plan-reach.js';
import type {
  PlanChangesDto,
  PlanDto,
  PlanItemDto,
  PlanLineDto,
  PlanVersionDto,
  PlanVersionSummaryDto,
} from './plan-reply.dto.js';
import { itemsOf, type PlanStanding, planStanding } from './plan-standing.js';
import { classCounts } from './plan-targets.js';

/** The annual plan as its desk reads it. */
@Injectable()
export class PlanQueries {
  constructor(private readonly db: DataSource) {}

  /** The plan of an authority for a year: targets, the list as it stands today, and its versions. */
  async plan(actor: Actor, place: PlanPlace): Promise<PlanDto> {
    const mayEdit = await planInReach(this.db.manager, actor, place);
    return readPlan(this.db.manager, place, mayEdit);
  }

  /** One version: as published, or as it would be published now. */
  async version(actor: Actor, place: PlanPlace, number: number): Promise<PlanVersionDto> {
    const mayEdit = await planInReach(this.db.manager, actor, place);
    return readVersion(this.db.manager, place, number, mayEdit);
  }
}

export async function readPlan(tx: EntityManager, place: PlanPlace, mayEdit: boolean): Promise<PlanDto> {
  const standing = await planStanding(tx, place);
  const { plan, versions, items, listed } = standing;
  const historic = new Set(
    standing.lines.filter((line) => line.historic).map(({ applicationId }) => applicationId),
  );
  const names = await namesOf(tx, place);
  const suggested =
    plan?.targetOne == null && plan?.targetTwo == null ? await suggestedTarget(tx, place) : null;
  const targets = {
    targetOne: plan?.targetOne ?? suggested?.targetOne ?? null,
    targetTwo: plan?.targetTwo ?? suggested?.targetTwo ?? null,
    targetSource: plan?.targetSource ?? suggested?.targetSource ?? null,
  };
  const changes = plan ? await changesByVersion(tx, plan.id) : new Map<string, PlanChangesDto>();
  return {
    ...place,
    ...names,
    ...targets,
    targetSuggested: suggested !== null,
    counts: classCounts({
      ...targets,
      lines: standing.lines,
      listed: listed.filter(({ change }) => change !== 'removed'),
      undecided: await undecidedOf(tx, place),
      bothClasses: place.level === 'nationalIndustry',
    }),
    lines: linesShown(standing),
    versions: versions
      .map((version) => versionSummary(version, changes.get(version.id) ?? changesIn(items)))
      .reverse(),
    demo: standing.lines.some(({ demo }) => demo),
    waiting: changesIn(items.filter(({ applicationId }) => !historic.has(applicationId))),
    mayEdit,
    version: plan?.version ?? 0,
  };
}

export async function readVersion(
  tx: EntityManager,
  place: PlanPlace,
  number: number,
  mayEdit: boolean,
): Promise<PlanVersionDto> {
  const standing = await planStanding(tx, place);
  if (!standing.plan) throw new NotFound('approvals.plan-version-not-found', { number });
  const version = versionOf(standing.versions, number);
  const items = version.publishedAt ? await itemsOf(tx, version) : standing.items;
  const findings = version.publishedAt
    ? []
    : planFindings(
        version,
        standing,
        (await undecidedOf(tx, place)).length,
        await usesOfNumber(tx, place, version),
      );
  return {
    ...versionFacts(version),
    addressees: version.addressees,
    signer: version.signer,
    scanName: version.scanName,
    checkCode: planCodeOf(place, version, items),
    scanCode: version.scanCode,
    items: await itemsShown(tx, items),
    changes: changesIn(items),
    findings,
    ready: version.publishedAt === null && !findings.some(({ severity }) => severity === 'blocking'),
    mayEdit,
    openingJobId: version.publishedAt ? await openingJobOf(tx, version) : null,
    version: version.version,
  };
}

const versionFacts = (version: PlanVersion) => ({
  number: version.number,
  kind: version.kind,
  title: version.title,
  correctionNote: version.correctionNote,
  documentNumber: version.documentNumber,
  signedOn: version.signedOn,
  publishedAt: version.publishedAt?.toISOString() ?? null,
  createdAt: version.createdAt.toISOString(),
});

const versionSummary = (version: PlanVersion, changes: PlanChangesDto): PlanVersionSummaryDto => ({
  ...versionFacts(version),
  changes,
});

function linesShown({ items, lines, published }: PlanStanding): PlanLineDto[] {
  const byApplication = new Map(lines.map((line) => [line.applicationId, line]));
  return items.map((item) => {
    const line = byApplication.get(item.applicationId);
    return {
      ...itemFacts(item),
      nameReason: line?.nameReason ?? null,
      hostCount: line?.hostCount ?? 0,
      occupationCount: line?.occupationCount ?? 0,
      published: published !== null && item.change !== 'added',
      openConditions: line?.openConditions ?? 0,
      finalFrom: line?.finalFrom ?? null,
      finalTo: line?.finalTo ?? null,
      heldYear: line?.heldYear ?? null,
      eventId: line?.eventId ?? null,
      eventStage: line?.eventStage ?? null,
    };
  });
}

const itemFacts = (item: DraftItem): Omit<PlanItemDto, 'eventId'> => ({
  applicationId: item.applicationId,
  number: item.number,
  class: item.class,
  officialName: item.officialName,
  hosts: item.hosts,
  occupations: item.occupations,
  change: item.change,
  note: item.note,
});

async function itemsShown(tx: EntityManager, items: readonly DraftItem[]): Promise<PlanItemDto[]> {
  const rows: { applicationId: string; eventId: string | null }[] = await tx.query(
    `SELECT application_id AS "applicationId", event_id AS "eventId" FROM class_status
      WHERE application_id = ANY($1::uuid[])`,
    [items.map(({ applicationId }) => applicationId)],
  );
  const events = new Map(rows.map(({ applicationId, eventId }) => [applicationId, eventId]));
  return items.map((item) => ({ ...itemFacts(item), eventId: events.get(item.applicationId) ?? null }));
}

async function changesByVersion(tx: EntityManager, planId: string): Promise<Map<string, PlanChangesDto>> {
  const rows: ({ versionId: string } & PlanChangesDto)[] = await tx.query(
    `SELECT version_id AS "versionId", count(*) FILTER (WHERE change = 'added')::int AS added,
            count(*) FILTER (WHERE change = 'removed')::int AS removed,
            count(*) FILTER (WHERE change = 'corrected')::int AS corrected
       FROM plan_item WHERE plan_id = $1 GROUP BY version_id`,
    [planId],
  );
  return new Map(rows.map(({ versionId, ...changes }) => [versionId, changes]));
}

/** Applications of the year that are still before a decision, by class. */
export const undecidedOf = (
  tx: EntityManager,
  place: PlanPlace,
): Promise<{ class: 'one' | 'two' | null }[]> =>
  tx.query(
    `SELECT class FROM class_application WHERE level = $1 AND division_code = $2 AND plan_year = $3
        AND state IN ('submitted', 'accepted', 'underReview', 'returned')`,
    placeParams(place),
  );

/** The area's name, and the authority whose document the plan is: the ministry or bureau before its centre. */
export async function namesOf(
  tx: EntityManager,
  { level, divisionCode }: Pick<PlanPlace, 'level' | 'divisionCode'>,
): Promise<{ areaName: string; authorityName: string | null }> {
  const [area]: { name: string }[] = await tx.query(
    `SELECT name FROM division WHERE code = $1 ORDER BY retired_in IS NULL DESC, edition DESC LIMIT 1`,
    [divisionCode],
  );
  const [authority]: { name: string }[] = await tx.query(
    `SELECT o.name FROM authority a JOIN organisation o ON o.id = a.organisation_id
      WHERE a.level = $1 AND a.division_code = $2 AND a.ended_at IS NULL
      ORDER BY EXISTS (SELECT 1 FROM role_grant g
                        WHERE g.organisation_id = o.id AND g.role = 'reviewer' AND g.ended_at IS NULL) DESC,
               o.kind IN ('ministry', 'bureau') DESC, a.created_at LIMIT 1`,
    [level, divisionCode],
  );
  const areaName = divisionCode === '000000' ? '全国' : (area?.name ?? divisionCode);
  return { areaName, authorityName: authority?.name ?? null };
}

/** The target that a public record names for the year, at the national level only. */
async function suggestedTarget(tx: EntityManager, { level, planYear }: PlanPlace) {
  if (level !== 'nationalIndustry') return null;
  const [row]: { targetOne: number | null; targetTwo: number | null; targetSource: string }[] =
    await tx.query(
      `SELECT class_one AS "targetOne", class_two AS "targetTwo", coalesce(document, source) AS "targetSource"
       FROM plan_count WHERE plan_year = $1 AND figure = 'target'`,
      [planYear],
    );
  return row ?? null;
}

async function openingJobOf(tx: EntityManager, { id }: PlanVersion): Promise<string | null> {
  const [row]: { id: string }[] = await tx.query(
    `SELECT id FROM job_request WHERE name = 'openGrantedEvents' AND subject = $1 ORDER BY id DESC LIMIT 1`,
    [id],
  );
  return row?.id ?? null;
}
