import { Injectable } from '@nestjs/common';
import { type Actor, Audit } from '@luban/audit';
import { assertCurrent, Clock, newId, NotFound, pageOf, Refused } from '@luban/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { accessChanged } from './access-changes.js';
import { asGrant, assertCreatable, type PathOf } from './account-creation.js';
import type {
  AccountDto,
  AccountListDto,
  AccountQuery,
  CreatedAccountDto,
  EditAccountDto,
  InitialPasswordDto,
  NewAccountDto,
} from './account.dto.js';
import { Account } from './account.entity.js';
import {
  accountReachSql,
  accountSubjects,
  accountToManage,
  assertInReach,
  assertNotLastAdministrator,
} from './account-reach.js';
import { accountsWithRoles } from './account.queries.js';
import { PasswordHasher } from './password-hasher.js';
import { grantRoles } from './role-grants.js';
import { newInitialPassword, newLogin } from './secrets.js';
import type { EditOwnAccountDto } from './session.dto.js';
import { endSessions } from './session.service.js';

/** Accounts: handed down level by level, disabled rather than deleted. */
@Injectable()
export class AccountService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly hasher: PasswordHasher,
    private readonly audit: Audit,
  ) {}

  /** The accounts in reach, by login. */
  async list(actor: Actor, query: AccountQuery): Promise<AccountListDto> {
    const tx = this.db.manager;
    const reach = accountReachSql(actor, 6);
    const rows: { id: string }[] = await tx.query(
      `SELECT a.id FROM account a
        WHERE ($1::uuid IS NULL OR a.id > $1) AND ${reach.sql}
          AND ($2::text IS NULL OR strpos(a.login, lower($2)) > 0 OR strpos(lower(a.display_name), lower($2)) > 0)
          AND (($3::uuid IS NULL AND $4::text IS NULL) OR EXISTS (
                SELECT 1 FROM role_grant g WHERE g.account_id = a.id AND g.ended_at IS NULL
                   AND ($3::uuid IS NULL OR g.event_id = $3) AND ($4::text IS NULL OR g.role = $4)))
        ORDER BY a.id LIMIT $5`,
      [
        query.after ?? null,
        query.q?.trim() || null,
        query.eventId ?? null,
        query.role ?? null,
        query.limit + 1,
        ...reach.params,
      ],
    );
    const page = pageOf(rows, query.limit, (row) => row.id);
    return {
      items: await accountsWithRoles(
        tx,
        actor,
        page.items.map((row) => row.id),
      ),
      next: page.next,
    };
  }

  async read(actor: Actor, id: string): Promise<AccountDto> {
    return readAccount(this.db.manager, actor, id);
  }

  /**
   * Creates accounts with their roles and an initial password each, which is answered this once and has to be changed
   * at the first sign-in. All or none. Throws as `assertCreatable` says. `alongside` does in the same transaction what
   * another verb needs of them (judges of a skill).
   */
  async create(
    actor: Actor,
    given: readonly NewAccountDto[],
    pathOf: PathOf = (n) => `items.${n}.`,
    alongside: (tx: EntityManager, accountIds: string[]) => Promise<void> = () => Promise.resolve(),
  ): Promise<CreatedAccountDto[]> {
    await assertCreatable(this.db.manager, actor, given, pathOf);
    const made = await Promise.all(
      given.map(async (account) => {
        const initialPassword = newInitialPassword();
        const login = account.login ?? newLogin(account.roles[0]?.role ?? 'account');
        const passwordHash = await this.hasher.hash(initialPassword);
        // Whoever acts for an organisation belongs to it, unless told otherwise.
        const organisationId =
          account.organisationId ?? account.roles.find((role) => role.organisationId)?.organisationId ?? null;
        return { ...account, organisationId, id: newId(), login, initialPassword, passwordHash };
      }),
    );
    await this.db.transaction(async (tx) => {
      await tx.query(
        `INSERT INTO account
           (id, login, display_name, locale, organisation_id, password_hash, must_change_password, created_by, created_at)
         SELECT *, true, $7::uuid, $8::timestamptz
           FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::uuid[], $6::text[])`,
        [
          made.map((account) => account.id),
          made.map((account) => account.login),
          made.map((account) => account.displayName),
          made.map((account) => account.locale ?? 'zh'),
          made.map((account) => account.organisationId),
          made.map((account) => account.passwordHash),
          actor.accountId,
          this.clock.now(),
        ],
      );
      const created = made.map(({ id, organisationId, roles }) => ({
        eventId: roles[0]?.eventId,
        subjectType: 'account',
        subjectId: id,
        after: { organisationId },
      }));
      await this.audit.recordMany(tx, actor, 'account.created', created);
      await grantRoles(
        tx,
        actor,
        made.flatMap(({ id, roles }) => roles.map((role) => ({ ...asGrant(role), accountId: id }))),
      );
      await alongside(
        tx,
        made.map(({ id }) => id),
      );
    });
    return made.map(({ id, login, displayName, initialPassword, roles }) => ({
      id,
      login,
      displayName,
      initialPassword,
      roles,
    }));
  }

  /** The same for one account: the paths of faults begin at its own fields. */
  async createOne(actor: Actor, given: NewAccountDto): Promise<CreatedAccountDto> {
    const [made] = await this.create(actor, [given], () => '');
    if (!made) throw new Error('one account was to be made, and none was');
    return made;
  }

  /** The id behind an exact login. */
  async idOfLogin(login: string): Promise<string> {
    const account = await this.db.manager.findOneBy(Account, { login });
    if (!account) throw new NotFound('identity.account-not-found');
    return account.id;
  }

  /** Edits an account that the actor may manage, disables it or lets it sign in again. */
  async edit(actor: Actor, id: string, version: number, given: EditAccountDto): Promise<AccountDto> {
    const { disabled, reason, ...changes } = given;
    return this.db.transaction(async (tx) => {
      const before = await accountToManage(tx, actor, id, 'forUpdate');
      assertCurrent(before.version, version);
      if (changes.organisationId) await assertOrganisation(tx, changes.organisationId);
      const disabledAt = disabled === undefined ? before.disabledAt : disabled ? this.clock.now() : null;
      await tx.update(Account, { id }, { ...changes, disabledAt, version: version + 1 });
      const subjects = await accountSubjects(tx, id, reason);
      const fields = Object.keys(changes);
      if (fields.length > 0) {
        const edited = subjects.map((subject) => ({ ...subject, after: { fields } }));
        await this.audit.recordMany(tx, actor, 'account.edited', edited);
      }
      if (disabled === true && !before.disabledAt) {
        if (id === actor.accountId) throw new Refused('identity.own-account');
        await assertNotLastAdministrator(tx, id);
        await endSessions(tx, id);
        await this.audit.recordMany(tx, actor, 'account.disabled', subjects);
      }
      if (disabled === false && before.disabledAt) {
        await this.audit.recordMany(tx, actor, 'account.enabled', subjects);
      }
      await accessChanged(tx, [id]);
      return readAccount(tx, actor, id);
    });
  }

  /** One's own name and language. */
  async editOwn(
    actor: Actor & { accountId: string },
    version: number,
    changes: EditOwnAccountDto,
  ): Promise<void> {
    const id = actor.accountId;
    await this.db.transaction(async (tx) => {
      const before = await tx.findOneOrFail(Account, { where: { id }, lock: { mode: 'pessimistic_write' } });
      assertCurrent(before.version, version);
      await tx.update(Account, { id }, { ...changes, version: version + 1 });
      const fields = Object.keys(changes);
      await this.audit.record(tx, actor, 'account.edited', {
        subjectType: 'account',
        subjectId: id,
        after: { fields },
      });
      await accessChanged(tx, [id]);
    });
  }

  /**
   * Gives an account a new initial password, answered this once; ends its sign-ins and tokens. Whoever holds roles that
   * the actor could not give is out of reach for this: the password would be a way to them.
   */
  async resetPassword(actor: Actor, id: string): Promise<InitialPasswordDto> {
    if (id === actor.accountId) throw new Refused('identity.own-account');
    await accountToManage(this.db.manager, actor, id);
    const initialPassword = newInitialPassword();
    const passwordHash = await this.hasher.hash(initialPassword);
    return this.db.transaction(async (tx) => {
      const account = await accountToManage(tx, actor, id, 'forUpdate');
      if (account.disabledAt) throw new Refused('identity.account-disabled');
      await tx.update(Account, { id }, { passwordHash, mustChangePassword: true });
      await tx.query(`UPDATE api_token SET revoked_at = $2 WHERE account_id = $1 AND revoked_at IS NULL`, [
        id,
        this.clock.now(),
      ]);
      await endSessions(tx, id);
      await this.audit.recordMany(tx, actor, 'password.reset', await accountSubjects(tx, id));
      return { login: account.login, displayName: account.displayName, initialPassword };
    });
  }
}

async function readAccount(tx: EntityManager, actor: Actor, id: string): Promise<AccountDto> {
  await assertInReach(tx, actor, id);
  const [account] = await accountsWithRoles(tx, actor, [id]);
  if (!account) throw new NotFound('identity.account-not-found');
  return account;
}

async function assertOrganisation(tx: EntityManager, id: string): Promise<void> {
  const found: unknown[] = await tx.query(`SELECT 1 FROM organisation WHERE id = $1`, [id]);
  if (found.length === 0) throw new NotFound('identity.organisation-not-found');
}
