import { Injectable } from '@nestjs/common';
import { type Actor, Audit } from '@luban/audit';
import { Clock, Denied, Invalid, isId, newId, NotFound, Refused } from '@luban/platform';
import { peopleOfArea } from '@luban/notices';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { applicationInReach, partsIn } from './application-reach.js';
import type { ClassApplication } from './class-application.entity.js';
import { Recusal } from './recusal.entity.js';
import type { DeclareRecusalDto, RecusalCandidatesDto } from './recusal.dto.js';
import type { ReviewDto } from './review-reply.dto.js';
import { reviewOf } from './review.queries.js';

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

  /** For oneself, or by somebody of the authority for a colleague. Steps already taken stand. */
  declare(actor: Actor, id: string, wish: DeclareRecusalDto): Promise<ReviewDto> {
    return this.db.transaction(async (tx) => {
      const application = await applicationInReach(tx, actor, id, 'forUpdate');
      await assertOfOffice(tx, actor, application);
      const accountId = wish.accountId ?? actor.accountId;
      if (!accountId || !(await peopleInOffice(tx, application)).includes(accountId))
        throw new Invalid('approvals.recusal-not-of-office');
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

  /** One's own, or by a colleague; what a colleague recorded is not for the person himself to end. */
  end(actor: Actor, id: string, recusalId: string): Promise<ReviewDto> {
    return this.db.transaction(async (tx) => {
      const application = await applicationInReach(tx, actor, id, 'forUpdate');
      await assertOfOffice(tx, actor, application);
      const row = isId(recusalId)
        ? await tx.findOneBy(Recusal, { applicationId: application.id, id: recusalId, endedAt: IsNull() })
        : null;
      if (!row) throw new NotFound('approvals.recusal-not-found');
      if (row.accountId === actor.accountId && row.by !== actor.accountId)
        throw new Refused('approvals.recusal-not-yours-to-end');
      const now = this.clock.now();
      await tx.update(Recusal, { id: row.id }, { endedAt: now });
      await this.audit.record(tx, actor, 'application.recusalEnded', {
        subjectType: 'application',
        subjectId: application.id,
        before: { recusalId: row.id, accountId: row.accountId },
      });
      return reviewOf(tx, actor, application.id, now);
    });
  }
}

async function assertOfOffice(tx: EntityManager, actor: Actor, application: ClassApplication): Promise<void> {
  const parts = await partsIn(tx, actor, application);
  if (!parts.some(({ role }) => role !== 'applicant')) throw new Denied('approvals.role-may-not');
}

const peopleInOffice = async (tx: EntityManager, application: ClassApplication): Promise<string[]> => [
  ...(await peopleOfArea(tx, application, 'acceptor')),
  ...(await peopleOfArea(tx, application, 'reviewer')),
];
