import { Injectable } from '@nestjs/common';
import type { Actor } from '@luban/audit';
import { eventOf, skillOf } from '@luban/events';
import { isId, NotFound } from '@luban/platform';
import { explainPlacing, placeEntries, readBundle } from '@luban/scoring';
import { DataSource, type EntityManager } from 'typeorm';
import { assertDecoded } from './decodings.service.js';
import type { ResultDifferences, ResultVersionList } from './publication.dto.js';
import type { ExplanationReply, OwnResultList, ResultRow, SkillResultsReply } from './result.dto.js';
import { versionCodeOf } from './rankings.service.js';
import { resultRowsSql } from './result-rows.sql.js';
import { resultsWorkbook } from './summary-sheet.js';
import { ResultVersion } from './result-version.entity.js';

interface StoredRow extends ResultRow {
  parts: { parts?: Record<string, number> };
  skillId: string;
  version: number;
}

/** Results with their people: after decoding for those who run the event, after publication for whom they concern. */
@Injectable()
export class ResultQueries {
  constructor(private readonly db: DataSource) {}

  /** A skill's results in one version. Refused with `results.not-decoded` before decoding. */
  async ofSkill(actor: Actor, eventId: string, skillId: string, number?: number): Promise<SkillResultsReply> {
    const tx = this.db.manager;
    const skill = await skillOf(tx, actor, eventId, skillId);
    await assertDecoded(tx, eventId, skillId);
    const version = await versionOf(tx, eventId, skillId, number);
    const rows: StoredRow[] = await tx.query(resultRowsSql('r.version_id = $2'), [eventId, version.id]);
    return {
      skillId,
      skillName: skill.name,
      skillNameEn: skill.nameEn,
      version: version.number,
      complete: version.complete,
      computedAt: version.createdAt,
      policyName: version.policyName,
      versionCode: versionCodeOf(version),
      rows: rows.map(rowOf),
    };
  }

  /** 成绩汇总表 as a workbook. */
  async workbook(actor: Actor, eventId: string, skillId: string, number?: number): Promise<Buffer> {
    const results = await this.ofSkill(actor, eventId, skillId, number);
    const event = await eventOf(this.db.manager, actor, eventId);
    return resultsWorkbook(event.name, results);
  }

  async versions(actor: Actor, eventId: string, skillId: string): Promise<ResultVersionList> {
    await skillOf(this.db.manager, actor, eventId, skillId);
    const items: ResultVersionList['items'] = await this.db.query(
      `SELECT v.id, v.number, v.complete, v.proven_at AS "provenAt", v.created_at AS "createdAt",
              v.forms_expected AS "formsExpected", v.forms_signed AS "formsSigned", p.kind AS published,
              p.at AS "publishedAt"
       FROM result_version v
       LEFT JOIN LATERAL (SELECT kind, at FROM publication p WHERE p.event_id = v.event_id
         AND p.result_version_id = v.id ORDER BY p.at DESC LIMIT 1) p ON TRUE
       WHERE v.event_id = $1 AND v.skill_id = $2 ORDER BY v.number DESC LIMIT 200`,
      [eventId, skillId],
    );
    return { items };
  }

  /** What a correction changed, entry by entry. */
  async differences(
    actor: Actor,
    eventId: string,
    skillId: string,
    from: number,
    to: number,
  ): Promise<ResultDifferences> {
    const [before, after] = [
      await this.ofSkill(actor, eventId, skillId, from),
      await this.ofSkill(actor, eventId, skillId, to),
    ];
    const old = new Map(before.rows.map((row) => [row.entryId, row]));
    const fields = ['totalHundredths', 'scaledScore', 'rank', 'award', 'status'] as const;
    const items = after.rows.flatMap((row) =>
      fields.flatMap((field) => {
        const was = old.get(row.entryId)?.[field] ?? null;
        const is = row[field];
        if (was === is) return [];
        const label = `${row.entryNumber ?? ''} ${row.competitors.join('、')}`.trim();
        return [{ entryId: row.entryId, label, field, before: textOf(was), after: textOf(is) }];
      }),
    );
    return { from, to, items };
  }

  /** The published results of the actor's own entries (competitor) or delegation (leader, coach). */
  async own(actor: Actor, eventId: string): Promise<OwnResultList> {
    const tx = this.db.manager;
    await eventOf(tx, actor, eventId);
    const delegations = actor.grants
      .filter(
        (g) => g.eventId === eventId && (g.role === 'teamLeader' || g.role === 'coach') && g.delegationId,
      )
      .map((g) => g.delegationId);
    const condition = `(e.delegation_id = ANY($2::uuid[]) OR EXISTS (SELECT 1 FROM competitor oc
      WHERE oc.event_id = r.event_id AND oc.entry_id = r.entry_id AND oc.account_id = $3))
      AND EXISTS (SELECT 1 FROM publication pu WHERE pu.event_id = r.event_id AND pu.result_version_id = r.version_id
                  AND pu.superseded_at IS NULL)`;
    const rows: StoredRow[] = await tx.query(resultRowsSql(condition), [
      eventId,
      delegations,
      actor.accountId,
    ]);
    const published: { skill_id: string; name: string; kind: 'provisional' | 'final'; at: Date }[] =
      await tx.query(
        `SELECT p.skill_id, k.name, p.kind, p.at FROM publication p
       JOIN skill k ON k.event_id = p.event_id AND k.id = p.skill_id
       WHERE p.event_id = $1 AND p.superseded_at IS NULL`,
        [eventId],
      );
    const bySkill = new Map(published.map((one) => [one.skill_id, one]));
    return {
      items: rows.flatMap((row) => {
        const publication = bySkill.get(row.skillId);
        if (!publication) return [];
        return [
          {
            ...rowOf(row),
            skillId: row.skillId,
            skillName: publication.name,
            kind: publication.kind,
            publishedAt: publication.at,
          },
        ];
      }),
    };
  }

  /**
   * Why an entry has its place and award, from the proven bundle of a version: every value, step and clause. For those
   * who read results after decoding, and for an entry's own people once that version is published.
   */
  async explanation(
    actor: Actor,
    eventId: string,
    skillId: string,
    entryId: string,
    number?: number,
  ): Promise<ExplanationReply> {
    const tx = this.db.manager;
    const own = await this.own(actor, eventId);
    const published = own.items.find((item) => item.entryId === entryId);
    if (!published) {
      const roles = ['host', 'organiser', 'official', 'chiefJudge', 'supervisor'];
      const reads = actor.grants.some((g) => roles.includes(g.role) && (!g.eventId || g.eventId === eventId));
      if (!reads) throw new NotFound('results.result-not-found');
      await skillOf(tx, actor, eventId, skillId);
      await assertDecoded(tx, eventId, skillId);
    }
    const version = published
      ? await publishedVersion(tx, eventId, skillId)
      : await versionOf(tx, eventId, skillId, number);
    if (!version.bundle) throw new NotFound('results.not-proven');
    const explanation = explainPlacing(placeEntries(readBundle(version.bundle)), entryId);
    if (!explanation) throw new NotFound('results.result-not-found');
    return {
      entryId,
      version: version.number,
      steps: explanation.steps
        .filter(({ step }) => !acrossSkills.includes(step))
        .map(({ step, label, clause, inputs, output }) => ({
          step,
          labelZh: label.zh,
          labelEn: label.en,
          clause: clause && { ...clause, zh: clause.text.zh, en: clause.text.en },
          inputs: inputs.filter(({ value }) => !isId(value)),
          output,
        })),
    };
  }

  /** The `luban.score/1` bundle of a version, for anyone who reads results and wants to check them without us. */
  async bundle(actor: Actor, eventId: string, skillId: string, number: number): Promise<object> {
    const tx = this.db.manager;
    await skillOf(tx, actor, eventId, skillId);
    await assertDecoded(tx, eventId, skillId);
    const version = await versionOf(tx, eventId, skillId, number);
    if (!version.bundle) throw new NotFound('results.not-proven');
    return version.bundle as object;
  }
}

/** Awards that are given over all skills of an event: one skill's bundle cannot tell who earns them. */
const acrossSkills = ['bestOfDelegation', 'albertVidal'];

async function versionOf(
  tx: EntityManager,
  eventId: string,
  skillId: string,
  number?: number,
): Promise<ResultVersion> {
  const version = await tx.findOne(ResultVersion, {
    where: { eventId, skillId, ...(number === undefined ? {} : { number }) },
    order: { number: 'DESC' },
  });
  if (!version) throw new NotFound('results.version-not-found');
  return version;
}

async function publishedVersion(tx: EntityManager, eventId: string, skillId: string): Promise<ResultVersion> {
  const [row]: { result_version_id: string }[] = await tx.query(
    `SELECT result_version_id FROM publication
     WHERE event_id = $1 AND skill_id = $2 AND superseded_at IS NULL ORDER BY at DESC LIMIT 1`,
    [eventId, skillId],
  );
  const version = row && (await tx.findOneBy(ResultVersion, { eventId, id: row.result_version_id }));
  if (!version) throw new NotFound('results.version-not-found');
  return version;
}

function rowOf({ parts, skillId: _skill, version: _version, ...row }: StoredRow): ResultRow {
  const marked = row.totalHundredths !== null;
  return {
    ...row,
    theoryHundredths: marked ? (parts.parts?.theory ?? null) : null,
    practiceHundredths: marked ? (parts.parts?.practice ?? null) : null,
  };
}

const textOf = (value: string | number | null): string | null => (value === null ? null : String(value));
