import { type Actor, type ActorGrant, recordVerb } from '@luban/audit';
import { newId, Refused } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import { accessChanged } from './access-changes.js';
import { rolesClash } from './hand-down.js';
import { roleInWords } from './role-names.js';

/** A role for an account; reach that is not named does not narrow. */
export type NewGrant = { accountId: string; role: ActorGrant['role'] } & Partial<ActorGrant>;

/** Which live grants are meant; what is not named is not asked. */
export interface GrantFilter {
  accountId?: string;
  role?: ActorGrant['role'];
  eventId?: string;
  skillId?: string;
  delegationId?: string;
}

/** A row of `role_grant`. */
export interface GrantRow extends ActorGrant {
  id: string;
  accountId: string;
}

/**
 * Gives roles as part of another verb (a judge added to a skill, the creator made host of the event). Whether the actor
 * may is that verb's question. A role already held stays as it is. Throws `Refused` `identity.roles-incompatible`.
 */
export async function grantRoles(
  tx: EntityManager,
  actor: Actor,
  grants: readonly NewGrant[],
): Promise<void> {
  if (grants.length === 0) return;
  const rows: GrantRow[] = grants.map((grant) => ({
    id: newId(),
    accountId: grant.accountId,
    role: grant.role,
    organisationId: grant.organisationId ?? null,
    eventId: grant.eventId ?? null,
    skillId: grant.skillId ?? null,
    delegationId: grant.delegationId ?? null,
  }));
  assertNoClash(
    [
      ...(await liveGrants(
        tx,
        rows.map((row) => row.accountId),
      )),
      ...rows,
    ],
    rows,
  );
  const given: { id: string }[] = await tx.query(
    `INSERT INTO role_grant (id, account_id, role, organisation_id, event_id, skill_id, delegation_id, granted_by)
     SELECT *, $8 FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[])
     ON CONFLICT DO NOTHING RETURNING id`,
    [
      rows.map((row) => row.id),
      rows.map((row) => row.accountId),
      rows.map((row) => row.role),
      rows.map((row) => row.organisationId),
      rows.map((row) => row.eventId),
      rows.map((row) => row.skillId),
      rows.map((row) => row.delegationId),
      actor.accountId,
    ],
  );
  const fresh = new Set(given.map((row) => row.id));
  const added = rows.filter((row) => fresh.has(row.id));
  await recordVerb(
    tx,
    actor,
    'role.given',
    added.map((row) => asSubject(row, 'after')),
    new Date(),
  );
  await accessChanged(
    tx,
    added.map((row) => row.accountId),
  );
}

/**
 * Ends the live roles that the filter names (an account or an event at least), as part of another verb. They stay as
 * history. Answers how many.
 */
export async function endRoles(
  tx: EntityManager,
  actor: Actor,
  filter: GrantFilter,
  reason: string | null = null,
): Promise<number> {
  if (!filter.accountId && !filter.eventId)
    throw new Error('endRoles must be told whose roles, or of which event');
  const now = new Date();
  const [ended]: [GrantRow[], number] = await tx.query(
    `UPDATE role_grant SET ended_at = $6, ended_by = $7
      WHERE ended_at IS NULL AND ($1::uuid IS NULL OR account_id = $1) AND ($2::text IS NULL OR role = $2)
        AND ($3::uuid IS NULL OR event_id = $3) AND ($4::uuid IS NULL OR skill_id = $4)
        AND ($5::uuid IS NULL OR delegation_id = $5)
      RETURNING ${grantColumns('role_grant')}`,
    [
      filter.accountId ?? null,
      filter.role ?? null,
      filter.eventId ?? null,
      filter.skillId ?? null,
      filter.delegationId ?? null,
      now,
      actor.accountId,
    ],
  );
  const subjects = ended.map((row) => ({ ...asSubject(row, 'before'), reason }));
  await recordVerb(tx, actor, 'role.ended', subjects, now);
  await accessChanged(
    tx,
    ended.map((row) => row.accountId),
  );
  return ended.length;
}

/** The roles that these accounts hold. */
export async function liveGrants(tx: EntityManager, accountIds: readonly string[]): Promise<GrantRow[]> {
  return tx.query(
    `SELECT ${grantColumns('g')} FROM role_grant g
      WHERE g.account_id = ANY($1::uuid[]) AND g.ended_at IS NULL ORDER BY g.id`,
    [[...new Set(accountIds)]],
  );
}

/** The columns of a `GrantRow`. */
export const grantColumns = (table: string): string =>
  `${table}.id, ${table}.account_id AS "accountId", ${table}.role, ${table}.organisation_id AS "organisationId",
   ${table}.event_id AS "eventId", ${table}.skill_id AS "skillId", ${table}.delegation_id AS "delegationId"`;

/** Throws `Refused` when one of the new grants must not be held beside another of the same account. */
function assertNoClash(all: readonly GrantRow[], fresh: readonly GrantRow[]): void {
  const byAccount = new Map<string, GrantRow[]>();
  for (const grant of all) byAccount.set(grant.accountId, [...(byAccount.get(grant.accountId) ?? []), grant]);
  for (const grant of fresh) {
    const held = byAccount.get(grant.accountId)?.find((other) => rolesClash(grant, other));
    if (held) {
      const { accountId, role } = grant;
      throw new Refused(
        'identity.roles-incompatible',
        { role: roleInWords(role), held: roleInWords(held.role) },
        { accountId, role, held: held.role },
      );
    }
  }
}

function asSubject({ id, ...grant }: GrantRow, when: 'before' | 'after') {
  const { eventId, skillId } = grant;
  return {
    eventId,
    skillId,
    subjectType: 'account',
    subjectId: grant.accountId,
    [when]: { roleGrantId: id, ...grant },
  };
}
