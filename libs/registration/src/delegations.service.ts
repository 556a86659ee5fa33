import { Injectable } from '@nestjs/common';
import { type Actor, Audit } from '@luban/audit';
import { eventOf } from '@luban/events';
import { assertMay, reachSql } from '@luban/identity';
import { assertCurrent, Invalid, isId, newId, NotFound, Refused, say } from '@luban/platform';
import { DataSource, type EntityManager } from 'typeorm';
import type {
  AddDelegation,
  AddDelegationList,
  ChangeDelegation,
  DelegationListReply,
  DelegationPage,
  DelegationReply,
  SuggestedDelegations,
} from './delegation.dto.js';
import { Delegation } from './delegation.entity.js';
import { readDelegationList } from './delegation-list.js';
import {
  type DelegationSuggestion,
  nationalDelegations,
  nationalDelegationsSource,
} from './national-delegations.js';

/** Who sends competitors: kept by host and organiser, seen by everybody in the event. */
@Injectable()
export class Delegations {
  constructor(
    private readonly db: DataSource,
    private readonly audit: Audit,
  ) {}

  /** By position, then code. `after` is the last item's id. */
  async list(actor: Actor, eventId: string, after?: string, limit = 200): Promise<DelegationPage> {
    const tx = this.db.manager;
    await eventOf(tx, actor, eventId);
    const rows = await delegationRows(tx, actor, eventId, { after, limit: limit + 1 });
    return { items: rows.slice(0, limit), next: rows.length > limit ? (rows[limit - 1]?.id ?? null) : null };
  }

  /** The national 36, with where their composition was published. */
  suggestions(): SuggestedDelegations {
    return { source: nationalDelegationsSource, items: [...nationalDelegations] };
  }

  async add(actor: Actor, eventId: string, wish: AddDelegation): Promise<DelegationReply> {
    return this.db.transaction(async (tx) => {
      await eventOf(tx, actor, eventId);
      assertMay(actor, 'delegations.edit', { eventId });
      const [id] = await insert(tx, eventId, [wish]);
      await this.audit.record(tx, actor, 'delegation.added', {
        eventId,
        subjectType: 'delegation',
        subjectId: id as string,
        after: { code: wish.code },
      });
      return this.one(tx, actor, eventId, id as string);
    });
  }

  /** Adds the national 36 or a pasted list. What the event has already, by code or name, is left as it is. */
  async addList(actor: Actor, eventId: string, wish: AddDelegationList): Promise<DelegationListReply> {
    return this.db.transaction(async (tx) => {
      await eventOf(tx, actor, eventId, 'forUpdate');
      assertMay(actor, 'delegations.edit', { eventId });
      const known: { code: string; name: string }[] = await tx.query(
        `SELECT code, name FROM delegation WHERE event_id = $1`,
        [eventId],
      );
      const codes = new Set(known.map(({ code }) => code));
      const names = new Set(known.map(({ name }) => name));
      const wanted = wantedDelegations(wish, codes);
      const fresh = wanted.filter(({ code, name }) => !codes.has(code) && !names.has(name));
      const ids = await insert(tx, eventId, fresh);
      await this.audit.recordMany(
        tx,
        actor,
        'delegation.added',
        fresh.map(({ code }, at) => ({
          eventId,
          subjectType: 'delegation',
          subjectId: ids[at] as string,
          after: { code },
        })),
      );
      return {
        added: fresh.length,
        skipped: wanted.filter((d) => !fresh.includes(d)).map(({ name }) => name),
      };
    });
  }

  async change(
    actor: Actor,
    eventId: string,
    id: string,
    version: number,
    change: ChangeDelegation,
  ): Promise<DelegationReply> {
    return this.db.transaction(async (tx) => {
      const before = await delegationToChange(tx, actor, eventId, id);
      assertCurrent(before.version, version);
      const after = { ...before, ...change, version: before.version + 1 };
      await tx.query(
        `UPDATE delegation SET code = $3, name = $4, name_en = $5, organisation_id = $6, position = $7, version = $8
          WHERE event_id = $1 AND id = $2`,
        [
          eventId,
          id,
          after.code,
          after.name.trim(),
          after.nameEn || null,
          after.organisationId ?? null,
          after.position,
          after.version,
        ],
      );
      await this.audit.record(tx, actor, 'delegation.changed', {
        eventId,
        subjectType: 'delegation',
        subjectId: id,
        before: shown(before),
        after: shown(after),
      });
      return this.one(tx, actor, eventId, id);
    });
  }

  /** Only a delegation that never entered anybody can be removed; all others are history. */
  async remove(actor: Actor, eventId: string, id: string, version: number): Promise<void> {
    await this.db.transaction(async (tx) => {
      const before = await delegationToChange(tx, actor, eventId, id);
      assertCurrent(before.version, version);
      const used: unknown[] = await tx.query(
        `SELECT 1 FROM entry WHERE event_id = $1 AND delegation_id = $2 LIMIT 1`,
        [eventId, id],
      );
      if (used.length > 0) throw new Refused('registration.delegation-has-entries', { name: before.name });
      await tx.query(`DELETE FROM quota WHERE event_id = $1 AND delegation_id = $2`, [eventId, id]);
      await tx.query(`DELETE FROM delegation WHERE event_id = $1 AND id = $2`, [eventId, id]);
      await this.audit.record(tx, actor, 'delegation.removed', {
        eventId,
        subjectType: 'delegation',
        subjectId: id,
        before: shown(before),
      });
    });
  }

  private async one(tx: EntityManager, actor: Actor, eventId: string, id: string): Promise<DelegationReply> {
    const [row] = await delegationRows(tx, actor, eventId, { id, limit: 1 });
    if (!row) throw new NotFound('registration.delegation-not-found');
    return row;
  }
}

async function delegationToChange(
  tx: EntityManager,
  actor: Actor,
  eventId: string,
  id: string,
): Promise<Delegation> {
  await eventOf(tx, actor, eventId);
  assertMay(actor, 'delegations.edit', { eventId });
  const found = isId(id)
    ? await tx.findOne(Delegation, { where: { eventId, id }, lock: { mode: 'pessimistic_write' } })
    : null;
  if (!found) throw new NotFound('registration.delegation-not-found');
  return found;
}

function wantedDelegations(wish: AddDelegationList, taken: ReadonlySet<string>): DelegationSuggestion[] {
  if (wish.source === 'national') {
    return nationalDelegations.filter(({ code }) => !wish.codes || wish.codes.includes(code));
  }
  const { delegations, faults } = readDelegationList(wish.text ?? '', taken);
  if (faults.length > 0) {
    throw new Invalid(
      'registration.list-unreadable',
      { count: faults.length },
      {
        errors: faults.map(({ line, code, text }) => ({
          path: `text.${line}`,
          code: `registration.list-${code}`,
          message: say(`registration.list-${code}`, { line, text }),
        })),
      },
    );
  }
  if (delegations.length === 0) throw new Invalid('registration.list-empty');
  return delegations;
}

/** Adds rows after those that are there; answers their ids in the same order. */
async function insert(
  tx: EntityManager,
  eventId: string,
  wanted: readonly AddDelegation[],
): Promise<string[]> {
  const ids = wanted.map(() => newId());
  await tx.query(
    `INSERT INTO delegation (event_id, id, code, name, name_en, organisation_id, position)
     SELECT $1, row.id, row.code, row.name, nullif(row.name_en, ''), row.organisation_id,
            coalesce((SELECT max(position) FROM delegation WHERE event_id = $1), 0) + row.number
       FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::uuid[])
            WITH ORDINALITY AS row (id, code, name, name_en, organisation_id, number)`,
    [
      eventId,
      ids,
      wanted.map(({ code }) => code),
      wanted.map(({ name }) => name.trim()),
      wanted.map(({ nameEn }) => nameEn ?? null),
      wanted.map(({ organisationId }) => organisationId ?? null),
    ],
  );
  return ids;
}

/**
 * Delegations with their counts. Everybody in the event sees the names; counts are of the entries in the actor's reach,
 * so that one leader does not read the others' numbers.
 */
async function delegationRows(
  tx: EntityManager,
  actor: Actor,
  eventId: string,
  page: { id?: string; after?: string; limit: number },
): Promise<DelegationReply[]> {
  const reach = reachSql(
    actor,
    'entries.count',
    { event: 'e.event_id', skill: 'e.skill_id', delegation: 'e.delegation_id' },
    5,
  );
  return tx.query(
    `SELECT d.id, d.code, d.name, d.name_en AS "nameEn", d.organisation_id AS "organisationId", d.position, d.version,
            json_build_object(
              'draft', coalesce(c.draft, 0), 'submitted', coalesce(c.submitted, 0), 'returned', coalesce(c.returned, 0),
              'accepted', coalesce(c.accepted, 0), 'withdrawn', coalesce(c.withdrawn, 0)) AS entries,
            coalesce(c.competitors, 0) AS competitors,
            (SELECT count(DISTINCT g.account_id)::int FROM role_grant g
              WHERE g.event_id = d.event_id AND g.delegation_id = d.id AND g.role = 'teamLeader' AND g.ended_at IS NULL) AS leaders
       FROM delegation d
       LEFT JOIN (
         SELECT e.delegation_id,
                count(*) FILTER (WHERE e.status <> 'withdrawn' AND e.state = 'draft')::int AS draft,
                count(*) FILTER (WHERE e.status <> 'withdrawn' AND e.state = 'submitted')::int AS submitted,
                count(*) FILTER (WHERE e.status <> 'withdrawn' AND e.state = 'returned')::int AS returned,
                count(*) FILTER (WHERE e.status <> 'withdrawn' AND e.state = 'accepted')::int AS accepted,
                count(*) FILTER (WHERE e.status = 'withdrawn')::int AS withdrawn,
                sum((SELECT count(*) FROM competitor k WHERE k.event_id = e.event_id AND k.entry_id = e.id))
                  FILTER (WHERE e.status <> 'withdrawn')::int AS competitors
           FROM entry e WHERE e.event_id = $1 AND ${reach.sql} GROUP BY e.delegation_id) c ON c.delegation_id = d.id
      WHERE d.event_id = $1 AND ($2::uuid IS NULL OR d.id = $2)
        AND ($3::uuid IS NULL OR (d.position, d.code) > (SELECT a.position, a.code FROM delegation a WHERE a.event_id = $1 AND a.id = $3))
      ORDER BY d.position, d.code LIMIT $4`,
    [eventId, page.id ?? null, page.after ?? null, page.limit, ...reach.params],
  );
}

const shown = ({
  code,
  name,
  organisationId,
  position,
}: Pick<Delegation, 'code' | 'name' | 'organisationId' | 'position'>) => ({
  code,
  name,
  organisationId,
  position,
});
