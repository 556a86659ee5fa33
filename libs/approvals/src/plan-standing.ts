import type { EntityManager } from 'typeorm';
import { type AnnualPlan, PlanItem, type PlanVersion } from './annual-plan.entity.js';
import { type DraftItem, nextItems } from './plan-differences.js';
import { placeParams, type PlanLine, planLines, type PlanPlace } from './plan-lines.js';
import { lastPublished, planRow, versionsOf } from './plan-reach.js';

/** A plan with everything it is made of: what stands today, what was published, and how they differ. */
export interface PlanStanding {
  place: PlanPlace;
  plan: AnnualPlan | null;
  versions: PlanVersion[];
  published: PlanVersion | null;
  lines: PlanLine[];
  /** The list that would be published now. */
  items: DraftItem[];
  /** Of the last published version. */
  listed: PlanItem[];
}

/** Reads it; `lock` holds plan and class statuses as they are until the transaction ends. */
export async function planStanding(tx: EntityManager, place: PlanPlace, lock = false): Promise<PlanStanding> {
  const plan = await planRow(tx, place, lock);
  const versions = plan ? await versionsOf(tx, plan.id) : [];
  const published = lastPublished(versions);
  const listed = published ? await itemsOf(tx, published) : [];
  const lines = await planLines(tx, place, lock);
  const given = plan ? await numbersGiven(tx, plan.id) : new Map<string, number>();
  const endings = published ? await endingsOf(tx, place) : new Map<string, string>();
  return {
    ...{ place, plan, versions, published, lines, listed },
    items: nextItems(listed, lines, given, endings),
  };
}

/** The items of a published version, as printed. */
export const itemsOf = (tx: EntityManager, { planId, id }: PlanVersion): Promise<PlanItem[]> =>
  tx
    .createQueryBuilder(PlanItem, 'i')
    .where('i.planId = :planId AND i.versionId = :id', { planId, id })
    .orderBy('i.class', 'ASC', 'NULLS LAST')
    .addOrderBy('i.number', 'ASC')
    .getMany();

async function numbersGiven(tx: EntityManager, planId: string): Promise<Map<string, number>> {
  const rows: { class: string | null; number: number }[] = await tx.query(
    `SELECT class, max(number)::int AS number FROM plan_item WHERE plan_id = $1 GROUP BY class`,
    [planId],
  );
  return new Map(rows.map((row) => [String(row.class), row.number]));
}

/** Why class status ended, by application. */
async function endingsOf(tx: EntityManager, place: PlanPlace): Promise<Map<string, string>> {
  const rows: { applicationId: string; reason: string | null }[] = await tx.query(
    `SELECT application_id AS "applicationId", end_reason AS reason FROM class_status
      WHERE level = $1 AND division_code = $2 AND plan_year = $3 AND ended_at IS NOT NULL`,
    placeParams(place),
  );
  return new Map(rows.map(({ applicationId, reason }) => [applicationId, reason ?? '']));
}
