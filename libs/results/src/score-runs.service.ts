import { Injectable } from '@nestjs/common';
import { Audit, systemActor } from '@luban/audit';
import { Clock, declareJobs, Jobs, Live, newId } from '@luban/platform';
import { DataSource, type EntityManager } from 'typeorm';
import type { ResultModule } from './effective-policy.js';
import { type RankedSkill, rankSkill } from './rank-skill.js';
import { hashOf, readSnapshot, type ScoreSnapshot } from './score-snapshot.js';

declareJobs('scoreRun', 'giveAwards', 'proveResult', 'boardRefresh');

/** What a run found: the version it wrote, or the one that already said the same. */
export interface ScoreRunOutcome {
  resultVersionId: string;
  number: number;
  changed: boolean;
}

/**
 * Score runs 成绩计算: one computation of a skill's results. Reads a snapshot without locking anything that marking
 * needs, ranks it by `libs/scoring`, and writes a new `ResultVersion` unless the last one came from the same inputs.
 * Running twice is harmless.
 */
@Injectable()
export class ScoreRuns {
  constructor(
    private readonly db: DataSource,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly live: Live,
  ) {}

  /** The job `scoreRun`. */
  async run(eventId: string, skillId: string): Promise<ScoreRunOutcome> {
    const startedAt = this.clock.now();
    const snapshot = await this.db.transaction('REPEATABLE READ', (tx) => readSnapshot(tx, eventId, skillId));
    const ranked = rankSkill(snapshot);
    const inputsHash = hashOf(snapshot);
    const outcome = await this.db.transaction(async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 2))`, [skillId]);
      const [last]: { id: string; number: number; inputs_hash: string }[] = await tx.query(
        `SELECT id, number, inputs_hash FROM result_version
         WHERE event_id = $1 AND skill_id = $2 ORDER BY number DESC LIMIT 1`,
        [eventId, skillId],
      );
      const unchanged = last?.inputs_hash === inputsHash;
      const version = unchanged
        ? { id: last.id, number: last.number }
        : { id: newId(), number: (last?.number ?? 0) + 1 };
      if (!unchanged) {
        const complete = isComplete(ranked);
        await this.writeVersion(tx, eventId, skillId, { ...version, complete }, inputsHash, snapshot, ranked);
        // Awards and proof are of what can be published; half-marked versions only feed the chief judge's ranking.
        if (complete) {
          await this.jobs.request(tx, 'giveAwards', version.id, { eventId });
          await this.jobs.request(tx, 'proveResult', version.id, { eventId });
        }
      }
      await tx.query(
        `INSERT INTO score_run (event_id, id, skill_id, state, inputs_hash, result_version_id, started_at, finished_at)
         VALUES ($1, $2, $3, 'done', $4, $5, $6, $7)`,
        [eventId, newId(), skillId, inputsHash, version.id, startedAt, this.clock.now()],
      );
      await this.jobs.request(tx, 'boardRefresh', eventId, { eventId });
      return { resultVersionId: version.id, number: version.number, changed: !unchanged };
    });
    if (outcome.changed) this.live.publish(`ranking:${skillId}`, { number: outcome.number });
    return outcome;
  }

  private async writeVersion(
    tx: EntityManager,
    eventId: string,
    skillId: string,
    version: { id: string; number: number; complete: boolean },
    inputsHash: string,
    snapshot: ScoreSnapshot,
    { ranking, forms, criteria, formsSigned, formsExpected }: RankedSkill,
  ): Promise<void> {
    const { complete } = version;
    await tx.query(
      `INSERT INTO result_version (event_id, id, skill_id, number, inputs_hash, policy_name, policy, complete,
                                   forms_expected, forms_signed, warnings, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        eventId,
        version.id,
        skillId,
        version.number,
        inputsHash,
        snapshot.policyName,
        JSON.stringify(snapshot.policy),
        complete,
        formsExpected,
        formsSigned,
        JSON.stringify(ranking.warnings),
        this.clock.now(),
      ],
    );
    const entries = new Map(snapshot.entries.map((entry) => [entry.id, entry]));
    const rows = ranking.standings.map((standing) => {
      const id = standing.input.entry;
      const entry = entries.get(id);
      const marks = standing.total.criteria ?? criteria.get(id) ?? new Map<string, number>();
      return {
        entry_id: id,
        group_id: entry?.groupId,
        delegation_id: entry?.delegationId,
        status: entry?.storedStatus,
        total_hundredths: standing.total.totalHundredths,
        parts: {
          criteria: Object.fromEntries(marks),
          parts: {
            ...moduleMarks(snapshot.modules, marks),
            ...Object.fromEntries(standing.total.parts ?? []),
          },
          deductions: entry?.deductions ?? [],
          timeSeconds: entry?.timeSeconds ?? null,
        },
        scaled_score: standing.scaledScore,
        rank: standing.rank,
        position: standing.position,
        undecided: standing.undecided,
        award: standing.award,
        forms_expected: forms.get(id)?.formsExpected ?? 0,
        forms_signed: forms.get(id)?.formsSigned ?? 0,
      };
    });
    await tx.query(
      `INSERT INTO result (event_id, version_id, entry_id, group_id, delegation_id, status, total_hundredths, parts,
                           scaled_score, rank, position, undecided, award, forms_expected, forms_signed)
       SELECT $1, $2, r.entry_id, r.group_id, r.delegation_id, r.status, r.total_hundredths, r.parts, r.scaled_score,
              r.rank, r.position, r.undecided, r.award, r.forms_expected, r.forms_signed
       FROM jsonb_to_recordset($3::jsonb) AS r(entry_id uuid, group_id uuid, delegation_id uuid, status text,
         total_hundredths int, parts jsonb, scaled_score int, rank int, position int, undecided boolean, award text,
         forms_expected int, forms_signed int)`,
      [eventId, version.id, JSON.stringify(rows)],
    );
    await this.audit.record(tx, systemActor, 'result.computed', {
      eventId,
      skillId,
      subjectType: 'resultVersion',
      subjectId: version.id,
      after: { number: version.number, complete, formsSigned, formsExpected, inputsHash },
    });
  }
}

/** Every entry that competes is fully marked. */
const isComplete = ({ ranking }: RankedSkill): boolean =>
  ranking.standings.length > 0 && ranking.standings.every((standing) => standing.state !== 'notMarked');

/** Each module marked by the scheme with the sum of its criteria. */
function moduleMarks(
  modules: readonly ResultModule[],
  marks: ReadonlyMap<string, number>,
): Record<string, number> {
  const scheme = modules.filter((module) => module.markedBy === 'scheme');
  return Object.fromEntries(
    scheme.map(({ code, criteria }) => [code, criteria.reduce((sum, c) => sum + (marks.get(c) ?? 0), 0)]),
  );
}
