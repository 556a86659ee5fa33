import { Injectable } from '@nestjs/common';
import { Audit, systemActor } from '@luban/audit';
import { newId } from '@luban/platform';
import { ResultVersion } from '@luban/results';
import type { AwardRule, Clause, Policy } from '@luban/scoring';
import { DataSource } from 'typeorm';

interface Winner {
  entry_id: string;
  group_id: string;
  delegation_id: string;
  award: string;
}

/**
 * The job `giveAwards`: writes what each result of a version earned, with the clause of the policy it rests on. Running
 * twice is harmless; a later version has awards of its own.
 */
@Injectable()
export class GiveAwards {
  constructor(
    private readonly db: DataSource,
    private readonly audit: Audit,
  ) {}

  async give(eventId: string, versionId: string): Promise<{ awards: number }> {
    return this.db.transaction(async (tx) => {
      const version = await tx.findOneByOrFail(ResultVersion, { eventId, id: versionId });
      const winners: Winner[] = await tx.query(
        `SELECT entry_id, group_id, delegation_id, award FROM result
         WHERE event_id = $1 AND version_id = $2 AND award IS NOT NULL AND NOT undecided`,
        [eventId, versionId],
      );
      const given: { id: string }[] = await tx.query(
        `INSERT INTO award (event_id, id, result_version_id, skill_id, group_id, entry_id, delegation_id, code, clause)
         SELECT $1, w.id, $2, $3, w.group_id, w.entry_id, w.delegation_id, w.code, w.clause
         FROM unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::text[], $9::jsonb[])
           AS w(id, group_id, entry_id, delegation_id, code, clause)
         ON CONFLICT DO NOTHING RETURNING id`,
        [
          eventId,
          versionId,
          version.skillId,
          winners.map(() => newId()),
          winners.map((w) => w.group_id),
          winners.map((w) => w.entry_id),
          winners.map((w) => w.delegation_id),
          winners.map((w) => w.award),
          winners.map((w) => JSON.stringify(clauseOf(version.policy, w.award))),
        ],
      );
      if (given.length > 0) {
        await this.audit.record(tx, systemActor, 'awards.given', {
          eventId,
          skillId: version.skillId,
          subjectType: 'resultVersion',
          subjectId: versionId,
          after: { count: given.length },
        });
      }
      return { awards: winners.length };
    });
  }
}

/** The clause behind an award code in a policy. */
export function clauseOf(policy: Policy, award: string): Clause | null {
  const rule = policy.awards.find((one: AwardRule) =>
    one.kind === 'percentages' ? one.prizes.some((prize) => prize.award === award) : one.award === award,
  );
  return rule?.clause ?? null;
}
