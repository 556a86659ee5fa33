import { Injectable } from '@nestjs/common';
import { type Actor, recordVerb } from '@luban/audit';
import { Clock, Denied, Invalid, isId, NotFound, Refused, say } from '@luban/platform';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { accessChanged } from './access-changes.js';
import { asGrant, assertMayGive, reachFaultsOf, unknownPlaces } from './account-creation.js';
import type { GiveRoleDto, RoleGrantDto, RoleOptionDto } from './role-grant.dto.js';
import { Account } from './account.entity.js';
import { assertInReach, assertNotLastAdministrator } from './account-reach.js';
import { accountsWithRoles } from './account.queries.js';
import { handsDown, mayGive, roleReaches } from './hand-down.js';
import { mayAnywhere, sees } from './reach.js';
import { grantRoles, liveGrants } from './role-grants.js';
import { RoleGrant } from './role-grant.entity.js';

/** Giving roles to existing accounts and ending them. A role that ended stays as history. */
@Injectable()
export class RoleGrantService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Gives a role to an account that is in reach, or that is named by its exact login. Nobody gives one to himself.
   * Throws as `assertMayGive` and `grantRoles` say; `Refused` `identity.role-held` when it is held already.
   */
  async give(actor: Actor, given: GiveRoleDto): Promise<RoleGrantDto> {
    const grant = asGrant(given);
    assertMayGive(actor, grant);
    return this.db.transaction(async (tx) => {
      const account = await this.accountMeant(tx, actor, given);
      if (account.id === actor.accountId) throw new Refused('identity.own-account');
      if (account.disabledAt) throw new Refused('identity.account-disabled');
      const faults = [
        ...reachFaultsOf(grant, 'role'),
        ...(await unknownPlaces(tx, [{ roles: [given] }], () => '')),
      ];
      if (faults.length > 0) {
        const errors = faults.map(({ path, code, params }) => ({
          path: path.replace(/^roles\.0\./, ''),
          code,
          message: say(code, params),
        }));
        throw new Invalid('identity.role-refused', {}, { errors });
      }
      const before = new Set((await liveGrants(tx, [account.id])).map((held) => held.id));
      await grantRoles(tx, actor, [{ ...grant, accountId: account.id }]);
      const [shown] = await accountsWithRoles(tx, actor, [account.id]);
      const fresh = shown?.roles.find((role) => !before.has(role.id));
      if (!fresh) throw new Refused('identity.role-held');
      return fresh;
    });
  }

  /** The roles that the actor may give in an event, or outside of events, with what each needs. */
  options(actor: Actor, eventId: string | null): RoleOptionDto[] {
    const options = actor.grants
      .filter((own) => own.eventId === null || own.eventId === eventId)
      .flatMap((own) =>
        (handsDown[own.role] ?? []).map((role) => ({
          role,
          skill: roleReaches[role].skill,
          delegation: own.delegationId === null ? roleReaches[role].delegation : ('must' as const),
          organisation: roleReaches[role].organisation,
          skillId: own.skillId,
          delegationId: own.delegationId,
          needsEvent: roleReaches[role].event,
        })),
      )
      .filter(({ needsEvent }) => needsEvent === 'may' || (needsEvent === 'must') === (eventId !== null));
    const unique = new Map(options.map(({ needsEvent: _, ...option }) => [JSON.stringify(option), option]));
    return [...unique.values()];
  }

  /** Ends a role that the actor could give. The last administrator's stays. */
  async end(actor: Actor, id: string, reason: string | null): Promise<void> {
    await this.db.transaction(async (tx) => {
      const grant = isId(id)
        ? await tx.findOne(RoleGrant, { where: { id }, lock: { mode: 'pessimistic_write' } })
        : null;
      if (!grant) throw new NotFound('identity.role-not-found');
      if (!mayGive(actor, grant) && !mayAnywhere(actor, 'accounts.manage')) {
        const { eventId, skillId, delegationId } = grant;
        const visible = eventId !== null && sees(actor, { eventId, skillId, delegationId });
        throw visible ? new Denied('identity.role-may-not') : new NotFound('identity.role-not-found');
      }
      if (grant.endedAt) throw new Refused('identity.role-ended');
      if (grant.role === 'administrator') await assertNotLastAdministrator(tx, grant.accountId);
      const endedAt = this.clock.now();
      await tx.update(RoleGrant, { id, endedAt: IsNull() }, { endedAt, endedBy: actor.accountId });
      const { accountId, role, organisationId, eventId, skillId, delegationId } = grant;
      const before = { roleGrantId: id, role, organisationId, eventId, skillId, delegationId };
      const subject = { eventId, skillId, subjectType: 'account', subjectId: accountId, before, reason };
      await recordVerb(tx, actor, 'role.ended', [subject], endedAt);
      await accessChanged(tx, [accountId]);
    });
  }

  private async accountMeant(tx: EntityManager, actor: Actor, given: GiveRoleDto): Promise<Account> {
    if (given.accountId) await assertInReach(tx, actor, given.accountId);
    const where = given.accountId ? { id: given.accountId } : { login: given.login ?? '' };
    const account = await tx.findOneBy(Account, where);
    if (!account) throw new NotFound('identity.account-not-found');
    return account;
  }
}
