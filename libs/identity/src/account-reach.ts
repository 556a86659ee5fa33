import { type Actor, type AuditSubject, systemActor } from '@luban/audit';
import { Denied, isId, NotFound, Refused } from '@luban/platform';
import { Account } from './account.entity.js';
import type { EntityManager } from 'typeorm';
import { mayGive } from './hand-down.js';
import { mayAnywhere, reachSql } from './reach.js';
import { type GrantRow, liveGrants } from './role-grants.js';

/**
 * Which accounts are in the actor's reach, as a condition on `account a`: an administrator reaches all; others those
 * who hold (or held) a role within the reach in which they hand down, whom they created, and the people of the
 * organisation whose host or organiser they are.
 */
export function accountReachSql(actor: Actor, firstParam: number): { sql: string; params: unknown[] } {
  if (actor === systemActor || mayAnywhere(actor, 'accounts.manage')) return { sql: 'TRUE', params: [] };
  const organisationIds = actor.grants
    .filter((grant) => grant.eventId === null && (grant.role === 'host' || grant.role === 'organiser'))
    .map((grant) => grant.organisationId);
  const columns = { event: 'ag.event_id', skill: 'ag.skill_id', delegation: 'ag.delegation_id' };
  const reach = reachSql(actor, 'accounts.handDown', columns, firstParam + 2);
  return {
    sql: `(a.created_by = $${firstParam}::uuid OR a.organisation_id = ANY($${firstParam + 1}::uuid[])
           OR EXISTS (SELECT 1 FROM role_grant ag WHERE ag.account_id = a.id AND ${reach.sql}))`,
    params: [actor.accountId, organisationIds, ...reach.params],
  };
}

/** Throws `NotFound` unless the account is in the actor's reach. */
export async function assertInReach(tx: EntityManager, actor: Actor, accountId: string): Promise<void> {
  const reach = accountReachSql(actor, 2);
  const seen: unknown[] = isId(accountId)
    ? await tx.query(`SELECT 1 FROM account a WHERE a.id = $1 AND ${reach.sql}`, [accountId, ...reach.params])
    : [];
  if (seen.length === 0) throw new NotFound('identity.account-not-found');
}

/**
 * Whether the actor may edit an account, disable it and reset its password. Whoever resets a password could sign in
 * with it, so nobody may who could not give every role that the account holds.
 */
export function mayManage(
  actor: Actor,
  account: { createdBy: string | null },
  live: readonly GrantRow[],
): boolean {
  if (actor === systemActor || mayAnywhere(actor, 'accounts.manage')) return true;
  if (live.length === 0) return actor.accountId !== null && account.createdBy === actor.accountId;
  return live.every((grant) => mayGive(actor, grant));
}

/** The account, when it is in reach and the actor may manage it. */
export async function accountToManage(
  tx: EntityManager,
  actor: Actor,
  id: string,
  lock?: 'forUpdate',
): Promise<Account> {
  await assertInReach(tx, actor, id);
  const locked = lock ? { lock: { mode: 'pessimistic_write' as const } } : {};
  const account = await tx.findOne(Account, { where: { id }, ...locked });
  if (!account) throw new NotFound('identity.account-not-found');
  const live = (await grantsByAccount(tx, [id])).get(id) ?? [];
  if (!mayManage(actor, account, live)) throw new Denied('identity.account-beyond-you');
  return account;
}

/** The live grants of many accounts, by account. */
export async function grantsByAccount(
  tx: EntityManager,
  accountIds: readonly string[],
): Promise<Map<string, GrantRow[]>> {
  const byAccount = new Map<string, GrantRow[]>();
  for (const grant of await liveGrants(tx, accountIds)) {
    const grants = byAccount.get(grant.accountId);
    if (grants) grants.push(grant);
    else byAccount.set(grant.accountId, [grant]);
  }
  return byAccount;
}

/**
 * What is done to an account is recorded in every event in which it holds a role, so that it can be read there; with
 * none, in no event.
 */
export async function accountSubjects(
  tx: EntityManager,
  accountId: string,
  reason: string | null = null,
): Promise<AuditSubject[]> {
  const live = await liveGrants(tx, [accountId]);
  const events = [...new Set(live.map((grant) => grant.eventId))].filter((eventId) => eventId !== null);
  return (events.length > 0 ? events : [null]).map((eventId) => ({
    eventId,
    subjectType: 'account',
    subjectId: accountId,
    reason,
  }));
}

/**
 * Throws `Refused` when this account is the last enabled administrator. It keeps every administrator's role as it is
 * until the transaction ends, so that two cannot put each other out at the same moment.
 */
export async function assertNotLastAdministrator(tx: EntityManager, accountId: string): Promise<void> {
  await tx.query(
    `SELECT id FROM role_grant WHERE role = 'administrator' AND ended_at IS NULL ORDER BY id FOR UPDATE`,
  );
  const left: { id: string }[] = await tx.query(
    `SELECT DISTINCT a.id FROM role_grant g JOIN account a ON a.id = g.account_id
      WHERE g.role = 'administrator' AND g.ended_at IS NULL AND (a.disabled_at IS NULL OR a.id = $1)`,
    [accountId],
  );
  if (left.length === 1 && left[0]?.id === accountId) throw new Refused('identity.last-administrator');
}
