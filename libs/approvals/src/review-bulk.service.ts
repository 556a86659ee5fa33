import { Injectable } from '@nestjs/common';
import type { Actor } from '@luban/audit';
import { assertMayAnywhere } from '@luban/identity';
import { assertCurrent, Clock, Failure, NotFound, say } from '@luban/platform';
import { Notices } from '@luban/notices';
import { DataSource, type EntityManager, In } from 'typeorm';
import { applicationsInReach } from './application-reach.js';
import { ClassApplication } from './class-application.entity.js';
import { tellApplicants } from './review-notices.js';
import { assertReasoned } from './review-refusals.js';
import type { ApplicationOutcomeDto, ApplicationOutcomesDto, SeenApplicationDto } from './review.dto.js';
import { stepFactsFor, stepOutcome } from './step-facts.js';
import { type PlannedStep, takeSteps } from './steps.js';

type BulkAction = 'accept' | 'undoAcceptance';

interface BulkRow {
  id: string;
  leadName: string;
  blocking: number;
  warnings: number;
  /** The acceptance that stands. */
  acceptedBy: string | null;
}

/** Accepting many applications at once: looked at first, done, and taken back. */
@Injectable()
export class BulkAcceptances {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly notices: Notices,
  ) {}

  /** What accepting them would do, one by one; nothing is changed. */
  preview(actor: Actor, seen: readonly SeenApplicationDto[]): Promise<ApplicationOutcomesDto> {
    return this.db.transaction((tx) => this.run(tx, actor, 'accept', seen, false));
  }

  /** Accepts each that stands as it was seen; the others are named with the reason why not. */
  accept(actor: Actor, seen: readonly SeenApplicationDto[]): Promise<ApplicationOutcomesDto> {
    return this.db.transaction((tx) => this.run(tx, actor, 'accept', seen, true));
  }

  /** Takes the acceptance of each back, with the reason, where nobody has begun its review since. */
  undo(
    actor: Actor,
    seen: readonly SeenApplicationDto[],
    reason?: string | null,
  ): Promise<ApplicationOutcomesDto> {
    const why = assertReasoned(reason);
    return this.db.transaction((tx) => this.run(tx, actor, 'undoAcceptance', seen, true, why));
  }

  private async run(
    tx: EntityManager,
    actor: Actor,
    action: BulkAction,
    seen: readonly SeenApplicationDto[],
    write: boolean,
    reason: string | null = null,
  ): Promise<ApplicationOutcomesDto> {
    assertMayAnywhere(actor, 'applications.accept');
    const once = seen.filter(({ id }, i) => seen.findIndex((other) => other.id === id) === i);
    const rows = await rowsInReach(
      tx,
      actor,
      once.map(({ id }) => id),
    );
    const ids = rows.map(({ id }) => id);
    const applications = new Map(
      (
        await tx.find(ClassApplication, {
          where: { id: In(ids) },
          order: { id: 'ASC' },
          ...(write ? { lock: { mode: 'pessimistic_write' } as const } : {}),
        })
      ).map((application) => [application.id, application]),
    );
    const facts = await stepFactsFor(tx, actor, ids);
    const planned: PlannedStep[] = [];
    const outcomes = once.map(({ id, version }): ApplicationOutcomeDto => {
      const row = rows.find((one) => one.id === id);
      const application = applications.get(id);
      const known = {
        id,
        name: application?.name ?? null,
        leadName: row?.leadName ?? null,
        blocking: row?.blocking ?? 0,
        warnings: row?.warnings ?? 0,
      };
      try {
        if (!row || !application) throw new NotFound('approvals.application-not-found');
        assertCurrent(application.version, version);
        const { refusal } = stepOutcome(facts, application, action);
        if (refusal) throw refusal;
        const undoesId = action === 'undoAcceptance' ? row.acceptedBy : null;
        planned.push({ application, wish: { action, reason, undoesId } });
        return { ...known, done: true, version: version + 1, code: null, message: null };
      } catch (failure) {
        if (!(failure instanceof Failure)) throw failure;
        const { code, params } = failure;
        return { ...known, done: false, version: null, code, message: say(code, params) };
      }
    });
    if (write) {
      await takeSteps(tx, facts, planned, this.clock.now());
      const told = action === 'accept' ? 'approvals.told-accepted' : 'approvals.told-acceptance-undone';
      await tellApplicants(
        this.notices,
        tx,
        planned.map(({ application }) => application),
        told,
      );
    }
    const done = outcomes.filter((outcome) => outcome.done).length;
    return { done, refused: outcomes.length - done, outcomes };
  }
}

/** What of them is in reach, with what the outcome shows of each. */
async function rowsInReach(tx: EntityManager, actor: Actor, ids: readonly string[]): Promise<BulkRow[]> {
  const reach = await applicationsInReach(tx, actor, 'a', 2);
  return tx.query(
    `SELECT a.id, o.name AS "leadName",
            (SELECT s.id FROM application_step s
              WHERE s.application_id = a.id AND s.action = 'accept' AND s.undone_at IS NULL
              ORDER BY s.number DESC LIMIT 1) AS "acceptedBy",
            coalesce(jsonb_array_length(jsonb_path_query_array(f.findings, '$[*] ? (@.severity == "blocking")')), 0)
              AS blocking,
            coalesce(jsonb_array_length(jsonb_path_query_array(f.findings, '$[*] ? (@.severity == "warning")')), 0)
              AS warnings
       FROM class_application a
       JOIN organisation o ON o.id = a.lead_organisation_id
       LEFT JOIN LATERAL (SELECT b.findings FROM application_submission b WHERE b.application_id = a.id
                           ORDER BY b.number DESC LIMIT 1) f ON TRUE
      WHERE a.id = ANY($1::uuid[]) AND ${reach.sql}`,
    [ids, ...reach.params],
  );
}
