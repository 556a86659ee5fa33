import { holdAgainst, type RulePack } from '@luban/rulebook';
import { packInForce } from '@luban/rules';
import type { EntityManager } from 'typeorm';
import type { ApplicationFindingDto } from './application-reply.dto.js';
import { chinaDay } from './application-text.js';
import { subjectsOf } from './application-subjects.js';
import { sameContestFindings } from './same-contest.js';

/** What the rules found in an application, and by which rules. */
export interface ApplicationFindings {
  rulePackId: string | null;
  /** Null: none is in force for this level and area; nothing was checked. */
  pack: RulePack | null;
  /** True: the pack as it was snapshotted at the first submission. */
  snapshot: boolean;
  findings: ApplicationFindingDto[];
}

/**
 * The findings of each of these applications, with what stands beside it this year (`sameContestFindings`): by the policy snapshotted at submission, or by the pack in force for
 * their level and area on the day of `at` while they have not been submitted.
 */
export async function findingsOf(
  tx: EntityManager,
  ids: readonly string[],
  at: Date,
): Promise<Map<string, ApplicationFindings>> {
  if (ids.length === 0) return new Map();
  const day = chinaDay(at);
  const subjects = await subjectsOf(tx, ids, day);
  const policies: PolicyRow[] = await tx.query(
    `SELECT id, level, division_code AS "divisionCode", rule_pack_id AS "rulePackId", policy,
            submitted_at IS NOT NULL AS submitted
       FROM class_application WHERE id = ANY($1::uuid[])`,
    [ids],
  );
  const same = await sameContestFindings(tx, ids);
  const inForce = new Map<string, Awaited<ReturnType<typeof packInForce>>>();
  const found = new Map<string, ApplicationFindings>();
  for (const row of policies) {
    let rulePackId = row.rulePackId;
    let pack = row.policy;
    if (!row.submitted) {
      const place = `${row.level} ${row.divisionCode}`;
      if (!inForce.has(place)) inForce.set(place, await packInForce(tx, row, day));
      const standing = inForce.get(place) ?? null;
      rulePackId = standing?.id ?? null;
      pack = standing?.pack ?? null;
    }
    const subject = subjects.get(row.id);
    const findings = [...(pack && subject ? holdAgainst(pack, subject) : []), ...(same.get(row.id) ?? [])];
    found.set(row.id, { rulePackId, pack, snapshot: row.submitted, findings });
  }
  return found;
}

interface PolicyRow {
  id: string;
  level: 'nationalIndustry' | 'provincial' | 'municipal' | 'county';
  divisionCode: string;
  rulePackId: string | null;
  policy: RulePack | null;
  submitted: boolean;
}
