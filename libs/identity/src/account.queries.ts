import { type Actor, systemActor } from '@luban/audit';
import type { EntityManager } from 'typeorm';
import type { AccountDto } from './account.dto.js';
import type { RoleGrantDto } from './role-grant.dto.js';
import { grantsByAccount, mayManage } from './account-reach.js';
import { mayGive } from './hand-down.js';
import { findPlaces, type NamedPlace } from './places.js';
import { mayAnywhere, mayAt } from './reach.js';
import type { GrantRow } from './role-grants.js';

interface AccountRow {
  id: string;
  login: string;
  display_name: string;
  locale: 'zh' | 'en';
  organisation_id: string | null;
  organisation_name: string | null;
  disabled_at: Date | null;
  must_change_password: boolean;
  created_by: string | null;
  created_at: Date;
  version: number;
}

/** Accounts with those of their roles that the actor may see, in the order of the ids. */
export async function accountsWithRoles(
  tx: EntityManager,
  actor: Actor,
  ids: readonly string[],
): Promise<AccountDto[]> {
  if (ids.length === 0) return [];
  const [rows, grants] = await Promise.all([
    tx.query(
      `SELECT a.id, a.login, a.display_name, a.locale, a.organisation_id, o.name AS organisation_name, a.disabled_at,
              a.must_change_password, a.created_by, a.created_at, a.version
         FROM account a LEFT JOIN organisation o ON o.id = a.organisation_id
        WHERE a.id = ANY($1::uuid[]) ORDER BY a.id`,
      [ids],
    ) as Promise<AccountRow[]>,
    grantsByAccount(tx, ids),
  ]);
  const visible = new Map(
    [...grants].map(([id, live]) => [id, live.filter((grant) => mayRead(actor, grant))] as const),
  );
  const shown = [...visible.values()].flat();
  const names: Names = {
    events: await findPlaces(
      tx,
      'event',
      shown.map((grant) => grant.eventId),
    ),
    skills: await findPlaces(
      tx,
      'skill',
      shown.map((grant) => grant.skillId),
    ),
    delegations: await findPlaces(
      tx,
      'delegation',
      shown.map((grant) => grant.delegationId),
    ),
  };
  return rows.map((row) => ({
    id: row.id,
    login: row.login,
    displayName: row.display_name,
    locale: row.locale,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    disabledAt: row.disabled_at?.toISOString() ?? null,
    mustChangePassword: row.must_change_password,
    createdAt: row.created_at.toISOString(),
    version: row.version,
    roles: (visible.get(row.id) ?? []).map((grant) => grantDto(actor, grant, names)),
    mayManage: mayManage(actor, { createdBy: row.created_by }, grants.get(row.id) ?? []),
  }));
}

interface Names {
  events: Map<string, NamedPlace>;
  skills: Map<string, NamedPlace>;
  delegations: Map<string, NamedPlace>;
}

/** A role with the names of its reach. */
export const grantDto = (actor: Actor, grant: GrantRow, names: Names): RoleGrantDto => ({
  id: grant.id,
  accountId: grant.accountId,
  role: grant.role,
  organisationId: grant.organisationId,
  eventId: grant.eventId,
  eventName: names.events.get(grant.eventId ?? '')?.name ?? null,
  eventNameEn: names.events.get(grant.eventId ?? '')?.nameEn ?? null,
  skillId: grant.skillId,
  skillName: names.skills.get(grant.skillId ?? '')?.name ?? null,
  skillNameEn: names.skills.get(grant.skillId ?? '')?.nameEn ?? null,
  delegationId: grant.delegationId,
  delegationName: names.delegations.get(grant.delegationId ?? '')?.name ?? null,
  delegationNameEn: names.delegations.get(grant.delegationId ?? '')?.nameEn ?? null,
  mayEnd: mayGive(actor, grant) || mayAnywhere(actor, 'accounts.manage'),
});

/** A role is seen by whoever hands down accounts where it reaches, and by administrators. */
function mayRead(actor: Actor, grant: GrantRow): boolean {
  if (actor === systemActor || mayAnywhere(actor, 'accounts.manage') || mayGive(actor, grant)) return true;
  const { eventId, skillId, delegationId } = grant;
  return eventId !== null && mayAt(actor, 'accounts.handDown', { eventId, skillId, delegationId });
}
