import { Injectable } from '@nestjs/common';
import { type Actor, Audit } from '@luban/audit';
import { assertCurrent, Clock, newId, NotFound, Refused } from '@luban/platform';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { AnnualPlan } from './annual-plan.entity.js';
import { officialNameOf } from './class-status.js';
import { ClassApplication } from './class-application.entity.js';
import { ClassStatus } from './class-status.entity.js';
import type { EditPlanDto, OfficialNameDto } from './plan.dto.js';
import { planLines, type PlanPlace } from './plan-lines.js';
import { readPlan } from './plan.queries.js';
import { assertPreparesPlan, planRow } from './plan-reach.js';
import type { PlanDto } from './plan-reply.dto.js';

/** What is settled for a plan as a whole: targets, order, official names. Every verb answers the plan as it then is. */
@Injectable()
export class AnnualPlanService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Sets targets and their source. `version` is 0 where nothing was set yet. */
  editPlan(actor: Actor, place: PlanPlace, version: number, changes: EditPlanDto): Promise<PlanDto> {
    return this.change(actor, place, version, async (tx, plan) => {
      const { targetOne, targetTwo, targetSource } = plan;
      const before = { targetOne, targetTwo, targetSource };
      const after = {
        targetOne: changes.targetOne === undefined ? targetOne : changes.targetOne,
        targetTwo: changes.targetTwo === undefined ? targetTwo : changes.targetTwo,
        targetSource:
          changes.targetSource === undefined ? targetSource : changes.targetSource?.trim() || null,
      };
      await tx.update(AnnualPlan, { id: plan.id }, after);
      await this.record(tx, actor, 'plan.targetsSet', plan, { before, after });
    });
  }

  /**
   * Puts the contests of the plan in this order; each stands among those of its class. Numbers that were published stay.
   * Refused: `approvals.order-incomplete` where the list is another than the plan's.
   */
  orderItems(actor: Actor, place: PlanPlace, version: number, applicationIds: string[]): Promise<PlanDto> {
    return this.change(actor, place, version, async (tx, plan) => {
      const lines = await planLines(tx, place, true);
      const known = new Set(lines.map(({ applicationId }) => applicationId));
      const complete =
        applicationIds.length === lines.length && applicationIds.every((id) => known.has(id.toLowerCase()));
      if (!complete) throw new Refused('approvals.order-incomplete', { count: lines.length });
      await tx.query(
        `UPDATE class_status SET position = placed.position, version = version + 1
           FROM unnest($1::uuid[]) WITH ORDINALITY AS placed (application_id, position)
          WHERE class_status.application_id = placed.application_id AND ended_at IS NULL`,
        [applicationIds],
      );
      await this.record(tx, actor, 'plan.ordered', plan, { after: { applicationIds } });
    });
  }

  /** Gives a contest another official name than the naming rule makes, with the reason for it. */
  nameOfficially(
    actor: Actor,
    place: PlanPlace,
    applicationId: string,
    version: number,
    { officialName, reason }: OfficialNameDto,
  ): Promise<PlanDto> {
    return this.rename(actor, place, applicationId, version, () => ({
      officialName: officialName.trim(),
      nameReason: reason.trim(),
    }));
  }

  /** Back to the name that the naming rule makes. */
  nameByRule(actor: Actor, place: PlanPlace, applicationId: string, version: number): Promise<PlanDto> {
    return this.rename(actor, place, applicationId, version, (application) => ({
      officialName: officialNameOf(application),
      nameReason: null,
    }));
  }

  private rename(
    actor: Actor,
    place: PlanPlace,
    applicationId: string,
    version: number,
    named: (application: ClassApplication) => Pick<ClassStatus, 'officialName' | 'nameReason'>,
  ): Promise<PlanDto> {
    return this.change(actor, place, version, async (tx) => {
      const { level, divisionCode, planYear } = place;
      const status = await tx.findOne(ClassStatus, {
        where: { applicationId, level, divisionCode, planYear, endedAt: IsNull() },
        lock: { mode: 'pessimistic_write' },
      });
      if (!status) throw new NotFound('approvals.item-not-found');
      const after = named(await tx.findOneByOrFail(ClassApplication, { id: applicationId }));
      await tx.update(ClassStatus, { id: status.id }, { ...after, version: status.version + 1 });
      const { officialName, nameReason } = status;
      await this.audit.record(tx, actor, 'plan.itemNamed', {
        subjectType: 'application',
        subjectId: applicationId,
        before: { officialName, nameReason },
        after,
        reason: after.nameReason,
      });
    });
  }

  /** Locks the plan (making its row where there is none), compares its version, and counts it on. */
  private change(
    actor: Actor,
    place: PlanPlace,
    version: number,
    decide: (tx: EntityManager, plan: AnnualPlan) => Promise<void>,
  ): Promise<PlanDto> {
    return this.db.transaction(async (tx) => {
      await assertPreparesPlan(tx, actor, place);
      const plan = await planToChange(tx, actor, place, this.clock.now());
      assertCurrent(plan.version, version);
      await decide(tx, plan);
      await tx.update(AnnualPlan, { id: plan.id }, { version: version + 1 });
      return readPlan(tx, place, true);
    });
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    verb: string,
    plan: AnnualPlan,
    facts: { before?: unknown; after?: unknown },
  ): Promise<void> {
    return this.audit.record(tx, actor, verb, { subjectType: 'plan', subjectId: plan.id, ...facts });
  }
}

/** The plan's row, locked; made where there is none, with version 0. Of two who make it at once, one waits. */
export async function planToChange(
  tx: EntityManager,
  actor: Actor,
  place: PlanPlace,
  at: Date,
): Promise<AnnualPlan> {
  const { level, divisionCode, planYear } = place;
  await tx.query(
    `INSERT INTO annual_plan (id, level, division_code, plan_year, created_by, created_at, version)
     VALUES ($1, $2, $3, $4, $5, $6, 0) ON CONFLICT (level, division_code, plan_year) DO NOTHING`,
    [newId(), level, divisionCode, planYear, actor.accountId, at],
  );
  const plan = await planRow(tx, place, true);
  if (!plan) throw new Error('a plan that was just made is not there');
  return plan;
}
