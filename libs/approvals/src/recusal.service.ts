import { Injectable } from '@nestjs/common';
import { type Actor, Audit } from '@luban/audit';
import { Clock, Denied, Invalid, isId, newId, NotFound, Refused } from '@luban/platform';
import { peopleOfArea } from '@luban/notices';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { applicationInReach, partsBy } from './application-reach.js';
import type { ClassApplication } from './class-application.entity.js';
import { Recusal } from './recusal.entity.js';
import type { DeclareRecusalDto, RecusalCandidatesDto } from './recusal.dto.js';
import type { ReviewDto } from './review-reply.dto.js';
import { assertReasoned } from './review-refusals.js';
import { reviewOf } from './review.queries.js';
import { barIn, historicRefusal, type StepFacts, stepFactsFor } from './step-facts.js';

/**
 * Who stands aside from an application 回避: a person, by his own declaration or his authority's. The lead applicant's
 * own people stand aside without any record (`biasIn`).
 */
@Injectable()
export class Recusals {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Who could stand aside: the acceptors and reviewers of the authority concerned. */
  async candidates(actor: Actor, id: string): Promise<RecusalCandidatesDto> {
    const tx = this.db.manager;
    const application = await applicationInReach(tx, actor, id);
    await assertOfOffice(tx, actor, application);
    const people = await peopleInOffice(tx, application);
    const items: { id: string; name: string }[] = await tx.query(
      `SELECT id, display_name AS name FROM account WHERE id = ANY($1::uuid[]) ORDER BY display_name, id`,
      [people],
    );
    return { items };
  }

  /**
   * For oneself, or by somebody of the authority for a colleague. Steps already taken stand. Throws `Refused`
   * `approvals.own-application`, `approvals.recused` for whoever stands aside himself and speaks of a colleague.
   */
  declare(actor: Actor, id: string, wish: DeclareRecusalDto): Promise<ReviewDto> {
    return this.db.transaction(async (tx) => {
      const application = await applicationInReach(tx, actor, id, 'forUpdate');
      const facts = await assertOfOffice(tx, actor, application);
      const accountId = wish.accountId ?? actor.accountId;
      if (!accountId || !(await peopleInOffice(tx, application)).includes(accountId))
        throw new Invalid('approvals.recusal-not-of-office');
      if (accountId !== actor.accountId) assertNotBarred(facts, application);
      if (await tx.existsBy(Recusal, { applicationId: application.id, accountId, endedAt: IsNull() }))
        throw new Refused('approvals.recusal-exists');
      const now = this.clock.now();
      const row: Recusal = {
        applicationId: application.id,
        id: newId(),
        accountId,
        reason: wish.reason.trim(),
        by: actor.accountId,
        at: now,
        endedAt: null,
      };
      await tx.insert(Recusal, row);
      await this.audit.record(tx, actor, 'application.recusalDeclared', {
        subjectType: 'application',
        subjectId: application.id,
        after: { recusalId: row.id, accountId },
        reason: row.reason,
      });
      return reviewOf(tx, actor, application.id, now);
    });
  }

  /**
   * One's own, or by a colleague who does not stand aside himself, with the reason; what a colleague recorded is not for
   * the person himself to end. Throws `Refused` `approvals.reason-needed` and as in `declare`.
   */
  end(actor: Actor, id: string, recusalId: string, reason?: string): Promise<ReviewDto> {
    return this.db.transaction(async (tx) => {
      const application = await applicationInReach(tx, actor, id, 'forUpdate');
      const facts = await assertOfOffice(tx, actor, application);
      const row = isId(recusalId)
        ? await tx.findOneBy(Recusal, { applicationId: application.id, id: recusalId, endedAt: IsNull() })
        : null;
      if (!row) throw new NotFound('approvals.recusal-not-found');
      if (row.accountId === actor.accountId && row.by !== actor.accountId)
        throw new Refused('approvals.recusal-not-yours-to-end');
      if (row.accountId !== actor.accountId) assertNotBarred(facts, application);
      const why = assertReasoned(reason);
      const now = this.clock.now();
      await tx.update(Recusal, { id: row.id }, { endedAt: now });
      await this.audit.record(tx, actor, 'application.recusalEnded', {
        subjectType: 'application',
        subjectId: application.id,
        before: { recusalId: row.id, accountId: row.accountId },
        reason: why,
      });
      return reviewOf(tx, actor, application.id, now);
    });
  }
}

async function assertOfOffice(
  tx: EntityManager,
  actor: Actor,
  application: ClassApplication,
): Promise<StepFacts> {
  const facts = await stepFactsFor(tx, actor, [application.id]);
  const parts = partsBy(actor, facts.offices, application);
  if (!parts.some(({ role }) => role !== 'applicant')) throw new Denied('approvals.role-may-not');
  const record = historicRefusal(application);
  if (record) throw record;
  return facts;
}

/** Whoever stands aside himself does not say who else does. */
function assertNotBarred(facts: StepFacts, application: ClassApplication): void {
  const barred = barIn(facts, application);
  if (barred) throw barred;
}

const peopleInOffice = async (tx: EntityManager, application: ClassApplication): Promise<string[]> => [
  ...(await peopleOfArea(tx, application, 'acceptor')),
  ...(await peopleOfArea(tx, application, 'reviewer')),
];
