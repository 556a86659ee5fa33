import { Injectable } from '@nestjs/common';
import { type Actor, Audit } from '@luban/audit';
import { eventOf } from '@luban/events';
import { AccountService, assertMay, mayAt } from '@luban/identity';
import { isId, NotFound, Refused } from '@luban/platform';
import { DataSource, type EntityManager } from 'typeorm';
import type {
  CompetitorAccount,
  CompetitorAccounts,
  CompetitorLink,
  MyEntries,
  MyEntry,
} from './competitor.dto.js';

interface CompetitorRow {
  id: string;
  entryId: string;
  skillId: string;
  delegationId: string;
  accountId: string | null;
  name: string;
}

/** Competitors and their accounts, and what a competitor sees of his own. */
@Injectable()
export class Competitors {
  constructor(
    private readonly db: DataSource,
    private readonly audit: Audit,
    private readonly accounts: AccountService,
  ) {}

  /** Creates accounts for competitors who have none and links them. */
  async handDown(
    actor: Actor,
    eventId: string,
    competitorIds: readonly string[],
  ): Promise<CompetitorAccounts> {
    return this.db.transaction(async (tx) => {
      const rows = await this.inReach(tx, actor, eventId, competitorIds);
      const waiting = rows.filter(({ accountId }) => accountId === null);
      const made = await this.accounts.create(
        actor,
        waiting.map(({ name, skillId, delegationId }) => ({
          displayName: name,
          roles: [{ role: 'competitor' as const, eventId, skillId, delegationId }],
        })),
      );
      const items = waiting.flatMap(({ id, entryId }, at): CompetitorAccount[] => {
        const account = made[at];
        if (!account) return [];
        const { id: accountId, login, displayName, initialPassword } = account;
        return [{ competitorId: id, entryId, accountId, login, displayName, initialPassword }];
      });
      for (const row of waiting) {
        const item = items.find(({ competitorId }) => competitorId === row.id);
        await this.write(tx, actor, eventId, row, item?.accountId ?? null);
      }
      return { items, skipped: rows.filter(({ accountId }) => accountId !== null).map(({ id }) => id) };
    });
  }

  /** Links an account that holds the role of competitor in this event; null takes the link away, the account stays. */
  async link(
    actor: Actor,
    eventId: string,
    competitorId: string,
    accountId: string | null,
  ): Promise<CompetitorLink> {
    return this.db.transaction(async (tx) => {
      const [row] = await this.inReach(tx, actor, eventId, [competitorId]);
      if (!row) throw new NotFound('registration.competitor-not-found');
      if (accountId !== null) {
        if (row.accountId !== null && row.accountId !== accountId)
          throw new Refused('registration.competitor-has-account');
        await assertCompetitorAccount(tx, eventId, row, accountId);
      }
      await this.write(tx, actor, eventId, row, accountId);
      return { competitorId, accountId };
    });
  }

  /** The competitor's own entries and where he competes: before the draw the modules, after it session and workstation. */
  async mine(actor: Actor, eventId: string): Promise<MyEntries> {
    const tx = this.db.manager;
    const event = await eventOf(tx, actor, eventId);
    const entries = await myEntries(tx, eventId, actor.accountId);
    return { eventName: event.name, timeZone: event.timeZone, stage: event.stage, demo: event.demo, entries };
  }

  /** Locks the competitors; all of them must be in reach. */
  private async inReach(
    tx: EntityManager,
    actor: Actor,
    eventId: string,
    ids: readonly string[],
  ): Promise<CompetitorRow[]> {
    await eventOf(tx, actor, eventId);
    const rows: CompetitorRow[] = await tx.query(
      `SELECT k.id, k.entry_id AS "entryId", e.skill_id AS "skillId", e.delegation_id AS "delegationId", k.account_id AS "accountId", p.name
         FROM competitor k
         JOIN entry e ON e.event_id = k.event_id AND e.id = k.entry_id
         JOIN person p ON p.id = k.person_id
        WHERE k.event_id = $1 AND k.id = ANY($2) AND e.status <> 'withdrawn' ORDER BY k.id FOR UPDATE OF k`,
      [eventId, ids.filter(isId)],
    );
    const seen = rows.filter(({ skillId, delegationId }) =>
      mayAt(actor, 'entries.read', { eventId, skillId, delegationId }),
    );
    if (seen.length < new Set(ids).size) throw new NotFound('registration.competitor-not-found');
    for (const { skillId, delegationId } of rows)
      assertMay(actor, 'competitors.handDown', { eventId, skillId, delegationId });
    return rows;
  }

  private async write(
    tx: EntityManager,
    actor: Actor,
    eventId: string,
    row: CompetitorRow,
    accountId: string | null,
  ): Promise<void> {
    await tx.query(`UPDATE competitor SET account_id = $3 WHERE event_id = $1 AND id = $2`, [
      eventId,
      row.id,
      accountId,
    ]);
    await this.audit.record(
      tx,
      actor,
      accountId ? 'competitor.accountLinked' : 'competitor.accountUnlinked',
      {
        eventId,
        skillId: row.skillId,
        subjectType: 'competitor',
        subjectId: row.id,
        before: { accountId: row.accountId },
        after: { accountId },
      },
    );
  }
}

/** The account is a competitor's in this event, within the reach of this one, and nobody else's in the event. */
async function assertCompetitorAccount(
  tx: EntityManager,
  eventId: string,
  row: CompetitorRow,
  accountId: string,
): Promise<void> {
  const found: unknown[] = await tx.query(
    `SELECT 1 FROM role_grant g
      WHERE g.account_id = $2 AND g.event_id = $1 AND g.role = 'competitor' AND g.ended_at IS NULL
        AND (g.delegation_id IS NULL OR g.delegation_id = $3) AND (g.skill_id IS NULL OR g.skill_id = $4)
        AND NOT EXISTS (SELECT 1 FROM competitor k WHERE k.event_id = $1 AND k.account_id = $2 AND k.id <> $5)`,
    [eventId, accountId, row.delegationId, row.skillId, row.id],
  );
  if (found.length === 0) throw new NotFound('registration.account-not-found');
}

async function myEntries(tx: EntityManager, eventId: string, accountId: string | null): Promise<MyEntry[]> {
  const rows: MyEntry[] = await tx.query(
    `SELECT e.id AS "entryId", e.entry_number AS "entryNumber", s.id AS "skillId", s.name AS "skillName", s.name_en AS "skillNameEn",
            g.name AS "groupName", d.name AS "delegationName", e.team_name AS "teamName", e.state, e.status,
            v.name AS "venueName", v.address AS "venueAddress",
            ARRAY(SELECT p.name FROM competitor o JOIN person p ON p.id = o.person_id
                   WHERE o.event_id = e.event_id AND o.entry_id = e.id AND o.id <> k.id ORDER BY o.position) AS "teamMates",
            coalesce((SELECT json_agg(json_build_object(
                'moduleId', m.id, 'moduleCode', m.code, 'moduleName', m.name, 'durationMinutes', m.duration_minutes,
                'sessionName', t.name, 'startsAt', t.starts_at, 'endsAt', t.ends_at, 'workstationCode', w.code,
                'status', coalesce((SELECT c.status FROM check_in c WHERE c.event_id = e.event_id AND c.entry_id = e.id AND c.module_id = m.id
                                     ORDER BY c.at DESC, c.id DESC LIMIT 1), 'entered'),
                'movedBecause', (SELECT x.reason FROM placement_move x WHERE x.event_id = p.event_id AND x.placement_id = p.id
                                  ORDER BY x.at DESC LIMIT 1)) ORDER BY t.starts_at NULLS LAST, m.position, m.code)
              FROM module m
              LEFT JOIN placement p ON p.event_id = m.event_id AND p.module_id = m.id AND p.entry_id = e.id
              LEFT JOIN session t ON t.event_id = p.event_id AND t.id = p.session_id
              LEFT JOIN workstation w ON w.event_id = p.event_id AND w.id = p.workstation_id
             WHERE m.event_id = e.event_id AND m.skill_id = e.skill_id), '[]') AS placements
       FROM competitor k
       JOIN entry e ON e.event_id = k.event_id AND e.id = k.entry_id
       JOIN skill s ON s.event_id = e.event_id AND s.id = e.skill_id
       JOIN skill_group g ON g.event_id = e.event_id AND g.id = e.group_id
       JOIN delegation d ON d.event_id = e.event_id AND d.id = e.delegation_id
       LEFT JOIN venue v ON v.event_id = s.event_id AND v.id = s.venue_id
      WHERE k.event_id = $1 AND k.account_id = $2 ORDER BY s.position, s.code, e.id`,
    [eventId, accountId],
  );
  const instant = (at: Date | null) => (at === null ? null : new Date(at));
  return rows.map((row) => ({
    ...row,
    placements: row.placements.map((place) => ({
      ...place,
      startsAt: instant(place.startsAt),
      endsAt: instant(place.endsAt),
    })),
  }));
}
