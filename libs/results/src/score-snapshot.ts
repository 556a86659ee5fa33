import { createHash } from 'node:crypto';
import { Skill } from '@luban/events';
import { MarkingScheme, workTimesOf } from '@luban/judging';
import { NotFound } from '@luban/platform';
import type { EntryStatus, Policy, Ruling, SchemeTree } from '@luban/scoring';
import type { EntityManager } from 'typeorm';
import { effectivePolicy, type ResultModule } from './effective-policy.js';
import { type CriterionSum, criterionSums, type SignedValue, signedValues } from './score-inputs.js';

export interface SnapshotEntry {
  id: string;
  delegationId: string;
  groupId: string;
  status: EntryStatus;
  storedStatus: string;
  /** Module code → mark from a list. */
  listMarks: Record<string, number>;
  deductions: { hundredths: number; reason: string }[];
  timeSeconds: number | null;
}

/** Everything one score run computes from, read in one snapshot of the database. */
export interface ScoreSnapshot {
  policyName: string;
  policy: Policy;
  scheme: SchemeTree | null;
  modules: ResultModule[];
  entries: SnapshotEntry[];
  sums: CriterionSum[];
  /** Null where the sums suffice. */
  values: SignedValue[] | null;
  rulings: (Ruling & { groupId: string })[];
}

/** Whether the set-based sums compute exactly what the policy says. */
export function sumsSuffice(policy: Policy): boolean {
  const { panel } = policy.judgement;
  return (
    policy.rounding.stage === 'aspect' &&
    panel.scores === 'zeroToThree' &&
    panel.dropHighest === 0 &&
    panel.dropLowest === 0
  );
}

/** Reads the snapshot: call inside one REPEATABLE READ transaction. Locks no row that marking needs. */
export async function readSnapshot(
  tx: EntityManager,
  eventId: string,
  skillId: string,
): Promise<ScoreSnapshot> {
  const skill = await tx.findOneBy(Skill, { eventId, id: skillId });
  if (!skill) throw new NotFound('events.skill-not-found', { eventId, skillId });
  const scheme = await tx.findOneBy(MarkingScheme, { eventId, skillId, state: 'inForce' });
  const modules: ResultModule[] = await tx.query(
    `SELECT m.code, m.part, m.marked_by AS "markedBy", m.weight_hundredths AS "weightHundredths",
            COALESCE((SELECT array_agg(DISTINCT sc.criterion_code) FROM sub_criterion sc
                      WHERE sc.event_id = m.event_id AND sc.module_id = m.id AND sc.scheme_id = $3), '{}') AS criteria
     FROM module m WHERE m.event_id = $1 AND m.skill_id = $2 ORDER BY m.position, m.code`,
    [eventId, skillId, scheme?.id ?? null],
  );
  const policy = effectivePolicy(skill.policy, modules);
  return {
    policyName: skill.policyName,
    policy,
    scheme: scheme?.tree ?? null,
    modules,
    entries: await entriesOf(tx, eventId, skillId),
    sums: await criterionSums(tx, eventId, skillId),
    values: sumsSuffice(policy) ? null : await signedValues(tx, eventId, skillId),
    rulings: await rulingsOf(tx, eventId, skillId),
  };
}

async function entriesOf(tx: EntityManager, eventId: string, skillId: string): Promise<SnapshotEntry[]> {
  const rows: Omit<SnapshotEntry, 'status' | 'timeSeconds'>[] = await tx.query(
    `SELECT e.id, e.delegation_id AS "delegationId", e.group_id AS "groupId", e.status AS "storedStatus",
            COALESCE((SELECT json_object_agg(m.code, p.mark_hundredths ORDER BY m.code)
                      FROM part_mark p JOIN module m ON m.event_id = p.event_id AND m.id = p.module_id
                      WHERE p.event_id = e.event_id AND p.entry_id = e.id), '{}') AS "listMarks",
            COALESCE((SELECT json_agg(json_build_object('hundredths', d.hundredths, 'reason', d.reason) ORDER BY d.id)
                      FROM placement pl JOIN deduction d ON d.event_id = pl.event_id AND d.placement_id = pl.id
                      WHERE pl.event_id = e.event_id AND pl.entry_id = e.id AND d.approved_at IS NOT NULL
                        AND d.refused_at IS NULL), '[]') AS deductions
     FROM entry e WHERE e.event_id = $1 AND e.skill_id = $2 AND e.state = 'accepted' ORDER BY e.id`,
    [eventId, skillId],
  );
  const times = await workTimesOf(tx, eventId, skillId);
  return rows.map((row) => ({
    ...row,
    status: statusOf(row.storedStatus),
    timeSeconds: times.get(row.id) ?? null,
  }));
}

/** Entered and present both compete; every other status is the policy's to place. */
function statusOf(stored: string): EntryStatus {
  return stored === 'entered' || stored === 'present' ? 'competed' : (stored as EntryStatus);
}

async function rulingsOf(
  tx: EntityManager,
  eventId: string,
  skillId: string,
): Promise<ScoreSnapshot['rulings']> {
  return tx.query(
    `SELECT group_id AS "groupId", entry_order AS entries, COALESCE("by"::text, '') AS by, reason
     FROM tie_ruling WHERE event_id = $1 AND skill_id = $2 AND ended_at IS NULL ORDER BY id`,
    [eventId, skillId],
  );
}

/** The same inputs always hash alike: everything in the snapshot is read in a fixed order. */
export function hashOf(snapshot: ScoreSnapshot): string {
  return createHash('sha256').update(JSON.stringify(snapshot)).digest('hex');
}
