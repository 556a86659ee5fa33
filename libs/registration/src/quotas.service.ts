import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, Audit } from '@luban/audit';
import { eventOf, isAtLeast } from '@luban/events';
import { assertMay, mayAt, reachSql } from '@luban/identity';
import { assertCurrent, Invalid, newId, Refused, say } from '@luban/platform';
import { DataSource, type EntityManager } from 'typeorm';
import type { QuotaCell, QuotaReply, QuotaSkill, QuotaUse, SetQuotas } from './quota.dto.js';
import { keyOf, lockDelegations, overfull } from './quotas.js';

/** How many entries each delegation may send, per skill and group: kept by host and organiser. */
@Injectable()
export class Quotas {
  constructor(
    private readonly db: DataSource,
    private readonly audit: Audit,
  ) {}

  /** All numbers; use and overfilling only within the actor's reach. */
  async read(actor: Actor, eventId: string): Promise<QuotaReply> {
    return this.db.transaction(async (tx) => {
      await eventOf(tx, actor, eventId);
      return this.reply(tx, actor, eventId);
    });
  }

  /**
   * Sets, changes or takes away the named numbers; others stay. A number below what is entered already is taken and
   * reported as overfull: entries are never thrown out by a number.
   */
  async set(actor: Actor, eventId: string, version: number, wish: SetQuotas): Promise<QuotaReply> {
    return this.db.transaction(async (tx) => {
      const event = await eventOf(tx, actor, eventId, 'forShare');
      assertMay(actor, 'delegations.edit', { eventId });
      if (isAtLeast(event.stage, 'results')) throw new Refused('registration.quotas-settled');
      await lockDelegations(tx, eventId, 'all');
      const before = await cellsOf(tx, eventId);
      assertCurrent(versionOf(before), version);
      await assertNamed(tx, eventId, wish.cells);
      const cells = lastOfEach(wish.cells);
      await remove(tx, eventId, cells);
      await insert(
        tx,
        eventId,
        cells.filter(({ places }) => places !== null),
      );
      await this.audit.record(tx, actor, 'quotas.set', {
        eventId,
        subjectType: 'event',
        subjectId: eventId,
        before: before.filter((cell) => cells.some((other) => cellKey(other) === cellKey(cell))),
        after: cells,
      });
      return this.reply(tx, actor, eventId);
    });
  }

  private async reply(tx: EntityManager, actor: Actor, eventId: string): Promise<QuotaReply> {
    const cells = await cellsOf(tx, eventId);
    const reach = reachSql(
      actor,
      'entries.count',
      { event: 'event_id', skill: 'skill_id', delegation: 'delegation_id' },
      2,
    );
    const used: QuotaUse[] = await tx.query(
      `SELECT delegation_id AS "delegationId", skill_id AS "skillId", group_id AS "groupId", count(*)::int AS entries
         FROM entry WHERE event_id = $1 AND status <> 'withdrawn' AND ${reach.sql}
        GROUP BY delegation_id, skill_id, group_id`,
      [eventId, ...reach.params],
    );
    const skills: QuotaSkill[] = await tx.query(
      `SELECT s.id, s.code, s.name, s.name_en AS "nameEn", s.team_size AS "teamSize", s.age_years_max AS "ageYearsMax",
              EXISTS (SELECT 1 FROM draw d WHERE d.event_id = s.event_id AND d.skill_id = s.id AND d.superseded_at IS NULL) AS drawn,
              coalesce((SELECT json_agg(json_build_object('id', g.id, 'code', g.code, 'name', g.name) ORDER BY g.position, g.code)
                  FROM skill_group g WHERE g.event_id = s.event_id AND g.skill_id = s.id), '[]') AS groups
         FROM skill s WHERE s.event_id = $1 ORDER BY s.position, s.code`,
      [eventId],
    );
    const beyond = await overfull(tx, eventId, 'all');
    return {
      version: versionOf(cells),
      cells,
      skills,
      used,
      overfull: beyond
        .filter(({ delegationId, skillId }) =>
          mayAt(actor, 'entries.count', { eventId, skillId, delegationId }),
        )
        .map((row) => ({
          ...row,
          message: say('registration.quota-full', { places: row.places, entries: row.entries }),
        })),
    };
  }
}

/** Numbers in a fixed order, so that their digest is a version. */
async function cellsOf(tx: EntityManager, eventId: string): Promise<QuotaCell[]> {
  return tx.query(
    `SELECT delegation_id AS "delegationId", skill_id AS "skillId", group_id AS "groupId", places
       FROM quota WHERE event_id = $1 ORDER BY skill_id, group_id NULLS FIRST, delegation_id NULLS FIRST`,
    [eventId],
  );
}

/** 28 bits of a digest of all numbers: a version that changes with any of them. */
const versionOf = (cells: readonly QuotaCell[]): number => {
  const numbers = JSON.stringify(cells.map((c) => [c.delegationId, c.skillId, c.groupId, c.places]));
  return createHash('sha256').update(numbers).digest().readUInt32BE(0) >>> 4;
};

const cellKey = ({ delegationId, skillId, groupId }: QuotaCell): string =>
  keyOf({ delegationId: delegationId ?? '', skillId, groupId });

/** A cell named twice in one request: the last one counts. */
const lastOfEach = (cells: readonly QuotaCell[]): QuotaCell[] => [
  ...new Map(cells.map((cell) => [cellKey(cell), cell])).values(),
];

async function remove(tx: EntityManager, eventId: string, cells: readonly QuotaCell[]): Promise<void> {
  await tx.query(
    `DELETE FROM quota q USING unnest($2::uuid[], $3::uuid[], $4::uuid[]) AS cell (delegation_id, skill_id, group_id)
      WHERE q.event_id = $1 AND q.skill_id = cell.skill_id
        AND q.delegation_id IS NOT DISTINCT FROM cell.delegation_id AND q.group_id IS NOT DISTINCT FROM cell.group_id`,
    [
      eventId,
      cells.map((c) => c.delegationId ?? null),
      cells.map((c) => c.skillId),
      cells.map((c) => c.groupId ?? null),
    ],
  );
}

async function insert(tx: EntityManager, eventId: string, cells: readonly QuotaCell[]): Promise<void> {
  await tx.query(
    `INSERT INTO quota (event_id, id, delegation_id, skill_id, group_id, places)
     SELECT $1, * FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::int[])`,
    [
      eventId,
      cells.map(() => newId()),
      cells.map((c) => c.delegationId ?? null),
      cells.map((c) => c.skillId),
      cells.map((c) => c.groupId ?? null),
      cells.map((c) => c.places),
    ],
  );
}

/** Every delegation, skill and group named belongs to the event, and the group to the skill. */
async function assertNamed(tx: EntityManager, eventId: string, cells: readonly QuotaCell[]): Promise<void> {
  const strangers: { number: number }[] = await tx.query(
    `SELECT cell.number::int AS number
       FROM unnest($2::uuid[], $3::uuid[], $4::uuid[]) WITH ORDINALITY AS cell (delegation_id, skill_id, group_id, number)
      WHERE NOT EXISTS (SELECT 1 FROM skill s WHERE s.event_id = $1 AND s.id = cell.skill_id)
         OR cell.delegation_id IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM delegation d WHERE d.event_id = $1 AND d.id = cell.delegation_id)
         OR cell.group_id IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM skill_group g WHERE g.event_id = $1 AND g.id = cell.group_id AND g.skill_id = cell.skill_id)`,
    [
      eventId,
      cells.map((c) => c.delegationId ?? null),
      cells.map((c) => c.skillId),
      cells.map((c) => c.groupId ?? null),
    ],
  );
  if (strangers.length === 0) return;
  throw new Invalid(
    'registration.quota-names-stranger',
    {},
    {
      errors: strangers.map(({ number }) => ({
        path: `cells.${number - 1}`,
        code: 'registration.quota-names-stranger',
        message: say('registration.quota-names-stranger'),
      })),
    },
  );
}
