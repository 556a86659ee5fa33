import type { Actor } from '@luban/audit';
import { systemActor } from '@luban/audit';
import { assertGoverns, governs, jurisdictionsFor, oversees } from '@luban/identity';
import { NotFound } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import { AnnualPlan, PlanVersion } from './annual-plan.entity.js';
import type { UsedNumber } from './plan-checks.js';
import type { PlanPlace } from './plan-lines.js';

/** Whether the actor prepares this plan. What he does not watch over is `NotFound` `approvals.plan-not-found`. */
export async function planInReach(tx: EntityManager, actor: Actor, place: PlanPlace): Promise<boolean> {
  if (actor === systemActor) return true;
  const seen = await jurisdictionsFor(tx, actor, 'plans.read');
  if (!seen.some((area) => oversees(area, place))) throw new NotFound('approvals.plan-not-found');
  const own = await jurisdictionsFor(tx, actor, 'plans.edit');
  return own.some((area) => area.organisationId !== null && governs(area, place));
}

/** Refuses those who watch without deciding here (403), and what they do not see (404). */
export async function assertPreparesPlan(tx: EntityManager, actor: Actor, place: PlanPlace): Promise<void> {
  await planInReach(tx, actor, place);
  await assertGoverns(tx, actor, 'plans.edit', place);
}

/** The plan's row, locked where it is to be changed; null while nothing was set. */
export const planRow = (tx: EntityManager, place: PlanPlace, lock = false): Promise<AnnualPlan | null> =>
  tx.findOne(AnnualPlan, {
    where: { level: place.level, divisionCode: place.divisionCode, planYear: place.planYear },
    ...(lock ? { lock: { mode: 'pessimistic_write' } as const } : {}),
  });

/** All versions of a plan, the first first. */
export const versionsOf = (tx: EntityManager, planId: string): Promise<PlanVersion[]> =>
  tx.find(PlanVersion, { where: { planId }, order: { number: 'ASC' } });

/** Published versions of this authority, of any year, that bear the document number of `version`. */
export const usesOfNumber = (
  tx: EntityManager,
  { level, divisionCode }: Pick<PlanPlace, 'level' | 'divisionCode'>,
  { planId, id, documentNumber }: PlanVersion,
): Promise<UsedNumber[]> =>
  tx.query(
    `SELECT v.document_number AS "documentNumber", p.plan_year AS year, v.number AS version
       FROM plan_version v JOIN annual_plan p ON p.id = v.plan_id
      WHERE p.level = $1 AND p.division_code = $2 AND v.document_number = $3 AND v.published_at IS NOT NULL
        AND (v.plan_id, v.id) <> ($4::uuid, $5::uuid) ORDER BY v.published_at`,
    [level, divisionCode, documentNumber, planId, id],
  );

export function versionOf(versions: readonly PlanVersion[], number: number): PlanVersion {
  const found = versions.find((version) => version.number === number);
  if (!found) throw new NotFound('approvals.plan-version-not-found', { number });
  return found;
}

/** The last version that is published; null: none. */
export const lastPublished = (versions: readonly PlanVersion[]): PlanVersion | null =>
  versions.filter(({ publishedAt }) => publishedAt !== null).at(-1) ?? null;
