import { Injectable } from '@nestjs/common';
import { type Actor, Audit } from '@luban/audit';
import { eventOf, skillOf } from '@luban/events';
import { Clock, Jobs, newId, Refused } from '@luban/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { rankingWorkbook } from './summary-sheet.js';
import type { RankingReply, RankingRow, RuleOnTie, TieRulingReply, UndecidedTie } from './ranking.dto.js';
import { ResultVersion } from './result-version.entity.js';
import { TieRuling } from './tie-ruling.entity.js';

type CodedRow = RankingRow & { status: string };

/** The chief judge's internal ranking, by work code alone, and rulings on ties that no rule breaks. */
@Injectable()
export class Rankings {
  constructor(
    private readonly db: DataSource,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** The latest result version by work codes. Names, delegations and entry numbers are nowhere in it. */
  async read(actor: Actor, eventId: string, skillId: string): Promise<RankingReply> {
    const tx = this.db.manager;
    const skill = await skillOf(tx, actor, eventId, skillId);
    const version = await latestVersion(tx, eventId, skillId);
    const rows = version ? await codedRows(tx, eventId, version.id) : [];
    const ranked = rows.filter((row) => row.codes.length > 0 && row.formsExpected > 0);
    return {
      number: version?.number ?? 0,
      complete: version?.complete ?? false,
      computedAt: version?.createdAt ?? null,
      versionCode: version ? versionCodeOf(version) : '0',
      skillName: skill.name,
      skillNameEn: skill.nameEn,
      formsExpected: version?.formsExpected ?? 0,
      formsSigned: version?.formsSigned ?? 0,
      policyName: skill.policyName,
      rows: ranked.map(({ status: _status, ...row }) => row),
      undecided: tiesOf(ranked),
      notCompeting: rows.length - ranked.length,
    };
  }

  /** The same as a workbook 成绩汇总表: work codes only. */
  async workbook(actor: Actor, eventId: string, skillId: string): Promise<Buffer> {
    const ranking = await this.read(actor, eventId, skillId);
    const event = await eventOf(this.db.manager, actor, eventId);
    return rankingWorkbook(event.name, ranking.skillName, ranking);
  }

  /**
   * Records the chief judge's ruling on an undecided tie and has the results computed anew. Refused:
   * `results.no-such-tie` unless the codes name exactly the entries of one undecided tie of the latest version.
   */
  async rule(actor: Actor, eventId: string, skillId: string, request: RuleOnTie): Promise<TieRulingReply> {
    return this.db.transaction(async (tx) => {
      await skillOf(tx, actor, eventId, skillId, 'forUpdate');
      const version = await latestVersion(tx, eventId, skillId);
      const rows = version ? await codedRows(tx, eventId, version.id) : [];
      const tie = tiesOf(rows).find(
        ({ entries }) =>
          entries.length === request.order.length &&
          entries.every((codes) => request.order.filter((code) => codes.includes(code)).length === 1),
      );
      if (!tie) throw new Refused('results.no-such-tie');
      const entryOrder = await entriesByCode(tx, eventId, request.order);
      const ruling = {
        eventId,
        id: newId(),
        skillId,
        groupId: tie.groupId,
        entryOrder,
        reason: request.reason,
        by: actor.accountId,
        at: this.clock.now(),
      };
      await tx.query(
        `UPDATE tie_ruling SET ended_at = $3
         WHERE event_id = $1 AND skill_id = $2 AND ended_at IS NULL AND entry_order ?| $4::text[]`,
        [eventId, skillId, ruling.at, entryOrder],
      );
      await tx.insert(TieRuling, { ...ruling, endedAt: null });
      await this.audit.record(tx, actor, 'tie.ruled', {
        eventId,
        skillId,
        subjectType: 'tieRuling',
        subjectId: ruling.id,
        after: { order: request.order },
        reason: request.reason,
      });
      await this.jobs.request(tx, 'scoreRun', skillId, { eventId, by: actor.accountId });
      return {
        id: ruling.id,
        groupId: tie.groupId,
        order: request.order,
        reason: request.reason,
        at: ruling.at,
      };
    });
  }
}

/** What ties a printed sheet to its version: the number and the beginning of the hash of its inputs. */
export const versionCodeOf = ({ number, inputsHash }: Pick<ResultVersion, 'number' | 'inputsHash'>): string =>
  `${number}-${inputsHash.slice(0, 8).toUpperCase()}`;

/** The newest version of a skill's results, null before the first score run. */
export function latestVersion(
  tx: EntityManager,
  eventId: string,
  skillId: string,
): Promise<ResultVersion | null> {
  return tx.findOne(ResultVersion, {
    where: { eventId, skillId },
    order: { number: 'DESC' },
    select: {
      eventId: true,
      id: true,
      number: true,
      complete: true,
      createdAt: true,
      formsExpected: true,
      formsSigned: true,
      provenAt: true,
      inputsHash: true,
    },
  });
}

function codedRows(tx: EntityManager, eventId: string, versionId: string): Promise<CodedRow[]> {
  return tx.query(
    `SELECT COALESCE(c.codes, '{}') AS codes, r.group_id AS "groupId", g.name AS "groupName", r.rank, r.position,
            r.undecided, r.total_hundredths AS "totalHundredths",
            COALESCE((SELECT sum(value::int)::int FROM jsonb_each_text(r.parts -> 'criteria')), 0) AS "soFarHundredths",
            r.scaled_score AS "scaledScore", r.award, r.forms_expected AS "formsExpected",
            r.forms_signed AS "formsSigned", r.status
     FROM result r
     JOIN skill_group g ON g.event_id = r.event_id AND g.id = r.group_id
     LEFT JOIN LATERAL (
       SELECT array_agg(w.code ORDER BY m.position, m.code) AS codes
       FROM blind_code b
       JOIN work w ON w.event_id = b.event_id AND w.id = b.work_id AND w.superseded_at IS NULL
       JOIN module m ON m.event_id = w.event_id AND m.id = w.module_id
       WHERE b.event_id = r.event_id AND b.entry_id = r.entry_id) c ON TRUE
     WHERE r.event_id = $1 AND r.version_id = $2
     ORDER BY g.position, g.name, r.position NULLS LAST, c.codes`,
    [eventId, versionId],
  );
}

function tiesOf(rows: readonly RankingRow[]): UndecidedTie[] {
  const ties = new Map<string, UndecidedTie>();
  for (const row of rows) {
    if (!row.undecided || row.position === null) continue;
    const key = `${row.groupId}/${row.position}`;
    const tie = ties.get(key) ?? {
      groupId: row.groupId,
      groupName: row.groupName,
      position: row.position,
      entries: [],
    };
    tie.entries.push(row.codes);
    ties.set(key, tie);
  }
  return [...ties.values()];
}

async function entriesByCode(tx: EntityManager, eventId: string, codes: string[]): Promise<string[]> {
  const rows: { entry_id: string }[] = await tx.query(
    `SELECT b.entry_id FROM unnest($2::text[]) WITH ORDINALITY AS n(code, place)
     JOIN work w ON w.event_id = $1 AND w.code = n.code
     JOIN blind_code b ON b.event_id = w.event_id AND b.work_id = w.id
     ORDER BY n.place`,
    [eventId, codes],
  );
  return rows.map((row) => row.entry_id);
}
