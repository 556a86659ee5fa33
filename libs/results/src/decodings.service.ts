import { Injectable } from '@nestjs/common';
import { type Actor, Audit } from '@luban/audit';
import { assertStage, eventOf, skillOf } from '@luban/events';
import { Clock, newId, NotFound, Refused, say } from '@luban/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { Decoding } from './decoding.entity.js';
import type { DecodingMissing, DecodingReply } from './ranking.dto.js';
import { latestVersion } from './rankings.service.js';

/**
 * Decoding 解密: work codes joined to identities, by two persons – the chief judge opens it, a supervisor witnesses it
 * – and only when no form is missing (DOMAIN.md 4).
 */
@Injectable()
export class Decodings {
  constructor(
    private readonly db: DataSource,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor, eventId: string, skillId: string): Promise<DecodingReply> {
    const tx = this.db.manager;
    await skillOf(tx, actor, eventId, skillId);
    return replyOf(tx, eventId, skillId);
  }

  /** The chief judge opens the decoding. Refused: `results.not-complete` (what is missing), `events.wrong-stage`. */
  async open(actor: Actor, eventId: string, skillId: string): Promise<DecodingReply> {
    return this.db.transaction(async (tx) => {
      const event = await eventOf(tx, actor, eventId);
      await skillOf(tx, actor, eventId, skillId, 'forUpdate');
      assertStage(event, ['competition', 'results']);
      await assertNothingMissing(tx, eventId, skillId);
      const existing = await tx.findOneBy(Decoding, { eventId, skillId });
      if (!existing) {
        const decoding = {
          eventId,
          id: newId(),
          skillId,
          openedBy: accountOf(actor),
          openedAt: this.clock.now(),
        };
        await tx.insert(Decoding, decoding);
        await this.audit.record(tx, actor, 'decoding.opened', {
          eventId,
          skillId,
          subjectType: 'decoding',
          subjectId: decoding.id,
        });
      }
      return replyOf(tx, eventId, skillId);
    });
  }

  /** A supervisor witnesses it: from now on results carry names. Refused: `results.same-person`, `results.not-complete`. */
  async witness(actor: Actor, eventId: string, skillId: string): Promise<DecodingReply> {
    return this.db.transaction(async (tx) => {
      await skillOf(tx, actor, eventId, skillId, 'forUpdate');
      const decoding = await tx.findOneBy(Decoding, { eventId, skillId });
      if (!decoding) throw new NotFound('results.decoding-not-opened');
      if (decoding.openedBy === actor.accountId) throw new Refused('results.same-person');
      await assertNothingMissing(tx, eventId, skillId);
      if (!decoding.witnessedAt) {
        const witnessed = { witnessedBy: accountOf(actor), witnessedAt: this.clock.now() };
        await tx.update(Decoding, { eventId, id: decoding.id }, witnessed);
        await this.audit.record(tx, actor, 'decoding.witnessed', {
          eventId,
          skillId,
          subjectType: 'decoding',
          subjectId: decoding.id,
        });
      }
      return replyOf(tx, eventId, skillId);
    });
  }
}

/** Refused with `results.not-decoded` until both persons have decoded the skill. */
export async function assertDecoded(tx: EntityManager, eventId: string, skillId: string): Promise<void> {
  const decoding = await tx.findOneBy(Decoding, { eventId, skillId });
  if (!decoding?.witnessedAt) throw new Refused('results.not-decoded');
}

async function assertNothingMissing(tx: EntityManager, eventId: string, skillId: string): Promise<void> {
  const missing = await missingOf(tx, eventId, skillId);
  if (missing.length > 0) throw new Refused('results.not-complete', {}, { missing });
}

async function missingOf(tx: EntityManager, eventId: string, skillId: string): Promise<DecodingMissing[]> {
  const version = await latestVersion(tx, eventId, skillId);
  if (!version) return [missingAt(eventId, skillId, 'results.nothing-computed', 1)];
  const [waiting]: { count: number }[] = await tx.query(
    `SELECT count(*)::int AS count FROM job_request
     WHERE name = 'scoreRun' AND subject = $1 AND state IN ('waiting', 'queued', 'running')`,
    [skillId],
  );
  const [open]: { unmarked: number; missed: number; undecided: number }[] = await tx.query(
    `SELECT count(*) FILTER (WHERE total_hundredths IS NULL AND status IN ('entered', 'present'))::int AS unmarked,
            count(*) FILTER (WHERE total_hundredths IS NULL AND status IN ('entered', 'present')
              AND forms_expected > 0 AND forms_expected = forms_signed AND EXISTS (
                SELECT 1 FROM blind_code b
                JOIN LATERAL (SELECT ci.status FROM check_in ci WHERE ci.event_id = b.event_id
                  AND ci.entry_id = b.entry_id AND ci.module_id = b.module_id ORDER BY ci.at DESC, ci.id DESC LIMIT 1) ci
                  ON ci.status IN ('absent', 'withdrawn', 'disqualified')
                WHERE b.event_id = result.event_id AND b.entry_id = result.entry_id))::int AS missed,
            count(*) FILTER (WHERE undecided)::int AS undecided
     FROM result WHERE event_id = $1 AND version_id = $2`,
    [eventId, version.id],
  );
  const unsigned = version.formsExpected - version.formsSigned;
  const unmarked = open?.unmarked ?? 0;
  const [deductions]: { count: number }[] = await tx.query(
    `SELECT count(*)::int AS count FROM deduction d JOIN placement p ON p.event_id = d.event_id AND p.id = d.placement_id
     WHERE d.event_id = $1 AND p.skill_id = $2 AND d.approved_at IS NULL AND d.refused_at IS NULL`,
    [eventId, skillId],
  );
  const missing: [string, number][] = [
    ['results.run-waiting', waiting?.count ?? 0],
    ['results.forms-unsigned', unsigned],
    ['results.deductions-open', deductions?.count ?? 0],
    ['results.entries-unmarked', unmarked],
    // With every form signed and the lists in, what is left unmarked missed a module.
    ['results.modules-missed', unsigned === 0 ? (open?.missed ?? 0) : 0],
    ['results.ties-undecided', open?.undecided ?? 0],
  ];
  return missing.flatMap(([code, count]) => (count > 0 ? [missingAt(eventId, skillId, code, count)] : []));
}

/** Where each is mended. */
function missingAt(eventId: string, skillId: string, code: string, count: number): DecodingMissing {
  const { zh, en } = say(code, { count });
  const skill = `/events/${eventId}/skills/${skillId}`;
  const hrefs: Record<string, string> = {
    'results.forms-unsigned': `${skill}/marking`,
    'results.deductions-open': `${skill}/marking`,
    'results.modules-missed': `/events/${eventId}/check-in`,
    'results.ties-undecided': `${skill}/ranking`,
  };
  return { code, count, messageZh: zh, messageEn: en, href: hrefs[code] ?? null };
}

async function replyOf(tx: EntityManager, eventId: string, skillId: string): Promise<DecodingReply> {
  const [row]: Omit<DecodingReply, 'state' | 'missing'>[] = await tx.query(
    `SELECT o.display_name AS "openedBy", d.opened_at AS "openedAt", w.display_name AS "witnessedBy",
            d.witnessed_at AS "witnessedAt"
     FROM decoding d JOIN account o ON o.id = d.opened_by LEFT JOIN account w ON w.id = d.witnessed_by
     WHERE d.event_id = $1 AND d.skill_id = $2`,
    [eventId, skillId],
  );
  return {
    state: row?.witnessedAt ? 'witnessed' : row ? 'opened' : 'closed',
    openedBy: row?.openedBy ?? null,
    openedAt: row?.openedAt ?? null,
    witnessedBy: row?.witnessedBy ?? null,
    witnessedAt: row?.witnessedAt ?? null,
    missing: await missingOf(tx, eventId, skillId),
  };
}

function accountOf(actor: Actor): string {
  if (!actor.accountId) throw new Refused('results.person-needed');
  return actor.accountId;
}
