import { Injectable } from '@nestjs/common';
import { type Actor, Audit } from '@luban/audit';
import { Clock, Denied, newId, NotFound } from '@luban/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { accessChanged } from './access-changes.js';
import { NotSignedIn } from './access.js';
import { Account } from './account.entity.js';
import { canonicalLogin } from './login.js';
import { PasswordHasher } from './password-hasher.js';
import { findPlaces } from './places.js';
import { hashSecret, newSecret } from './secrets.js';
import type { SessionDto, SignInDto, SignInListDto } from './session.dto.js';
import { type SignedIn, sessionHours, SignIns } from './sign-ins.service.js';
import { SignInSession } from './sign-in-session.entity.js';
import { countAttempt, failureKey, forgive } from './slow-down.js';
import { Organisation } from './organisation.entity.js';

/** Where a sign-in comes from. */
export interface SignInPlace {
  address: string;
  userAgent: string | null;
}

/** Signing in and out, and who is signed in. */
@Injectable()
export class SessionService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly hasher: PasswordHasher,
    private readonly signIns: SignIns,
    private readonly audit: Audit,
  ) {}

  /**
   * Signs in; the answer is the secret for the cookie. A wrong login and a wrong password are one refusal, take the same
   * time, and slow down only the place they come from.
   */
  async signIn(given: SignInDto, place: SignInPlace): Promise<{ secret: string; signedIn: SignedIn }> {
    const login = canonicalLogin(given.login);
    const key = failureKey(login, place.address);
    await countAttempt(this.db.manager, key, this.clock.now());
    const account = await this.db.manager.findOneBy(Account, { login });
    const right = await this.hasher.matches(given.password, account?.passwordHash);
    if (!right || !account || account.disabledAt) throw new NotSignedIn('identity.sign-in-failed');

    const secret = newSecret();
    await this.db.transaction(async (tx) => {
      await forgive(tx, key);
      const now = this.clock.now();
      await tx.query(`DELETE FROM sign_in_session WHERE expires_at < $1`, [now]);
      const session = {
        id: newId(),
        tokenHash: hashSecret(secret),
        accountId: account.id,
        createdAt: now,
        lastSeenAt: now,
        expiresAt: new Date(now.getTime() + sessionHours.absolute * 3_600_000),
        userAgent: place.userAgent?.slice(0, 300) ?? null,
        address: place.address,
      };
      await tx.insert(SignInSession, session);
      await this.audit.record(tx, asActor(account), 'signIn.began', {
        subjectType: 'signIn',
        subjectId: session.id,
      });
    });
    const signedIn = await this.signIns.find('session', secret);
    if (!signedIn) throw new NotSignedIn('identity.sign-in-failed'); // disabled meanwhile
    return { secret, signedIn };
  }

  /** Ends the sign-in that asks. */
  async signOut(signedIn: SignedIn): Promise<void> {
    if (signedIn.by === 'token') throw new Denied('identity.needs-session');
    await this.end(signedIn, signedIn.id);
  }

  /** Ends one of one's own sign-ins. */
  async end(signedIn: SignedIn, sessionId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const { affected } = await tx.delete(SignInSession, {
        id: sessionId,
        accountId: signedIn.actor.accountId,
      });
      if (!affected) throw new NotFound('identity.session-not-found');
      await accessChanged(tx, [signedIn.actor.accountId]);
      await this.audit.record(tx, signedIn.actor, 'signIn.ended', {
        subjectType: 'signIn',
        subjectId: sessionId,
      });
    });
  }

  /** Ends all of one's own sign-ins, this one too. API tokens stay: each is revoked by itself. */
  async signOutEverywhere(signedIn: SignedIn): Promise<void> {
    const { actor } = signedIn;
    await this.db.transaction(async (tx) => {
      const count = await endSessions(tx, actor.accountId);
      await this.audit.record(tx, actor, 'signIn.endedEverywhere', {
        subjectType: 'account',
        subjectId: actor.accountId,
        after: { sessions: count },
      });
    });
  }

  /** The browsers one is signed in with, the latest first. */
  async list(signedIn: SignedIn): Promise<SignInListDto> {
    const now = this.clock.now();
    const idleSince = new Date(now.getTime() - sessionHours.idle * 3_600_000);
    const rows: SignInSession[] = await this.db.manager
      .createQueryBuilder(SignInSession, 's')
      .where('s.accountId = :id AND s.expiresAt > :now AND s.lastSeenAt > :idleSince')
      .setParameters({ id: signedIn.actor.accountId, now, idleSince })
      .orderBy('s.lastSeenAt', 'DESC')
      .limit(200)
      .getMany();
    const items = rows.map((row) => ({
      id: row.id,
      current: row.id === signedIn.id,
      createdAt: row.createdAt.toISOString(),
      lastSeenAt: row.lastSeenAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
      userAgent: row.userAgent,
      address: row.address,
    }));
    return { items, next: null };
  }

  /** Who is signed in, with the names of what the roles reach. */
  async read(signedIn: SignedIn): Promise<SessionDto> {
    const tx = this.db.manager;
    const { actor } = signedIn;
    const { grants } = actor;
    const account = await tx.findOneByOrFail(Account, { id: actor.accountId });
    const organisationIds = [...grants.map((grant) => grant.organisationId), account.organisationId];
    const [events, skills, delegations, organisations] = await Promise.all([
      findPlaces(
        tx,
        'event',
        grants.map((grant) => grant.eventId),
      ),
      findPlaces(
        tx,
        'skill',
        grants.map((grant) => grant.skillId),
      ),
      findPlaces(
        tx,
        'delegation',
        grants.map((grant) => grant.delegationId),
      ),
      findOrganisations(tx, organisationIds),
    ]);
    const own = organisations.get(account.organisationId ?? '');
    return {
      account: {
        id: account.id,
        login: account.login,
        displayName: account.displayName,
        locale: account.locale,
        organisation: own ? { id: own.id, name: own.name, nameEn: own.nameEn } : null,
        version: account.version,
      },
      roles: grants.map((grant) => ({
        role: grant.role,
        organisationId: grant.organisationId,
        organisationName: organisations.get(grant.organisationId ?? '')?.name ?? null,
        eventId: grant.eventId,
        eventName: events.get(grant.eventId ?? '')?.name ?? null,
        eventNameEn: events.get(grant.eventId ?? '')?.nameEn ?? null,
        skillId: grant.skillId,
        skillName: skills.get(grant.skillId ?? '')?.name ?? null,
        skillNameEn: skills.get(grant.skillId ?? '')?.nameEn ?? null,
        delegationId: grant.delegationId,
        delegationName: delegations.get(grant.delegationId ?? '')?.name ?? null,
        delegationNameEn: delegations.get(grant.delegationId ?? '')?.nameEn ?? null,
      })),
      mustChangePassword: account.mustChangePassword,
      by: signedIn.by,
    };
  }
}

/** Ends every sign-in of an account, except one where named; answers how many. */
export async function endSessions(tx: EntityManager, accountId: string, exceptId?: string): Promise<number> {
  const [, count]: [unknown, number] = await tx.query(
    `DELETE FROM sign_in_session WHERE account_id = $1 AND id IS DISTINCT FROM $2`,
    [accountId, exceptId ?? null],
  );
  await accessChanged(tx, [accountId]);
  return count;
}

async function findOrganisations(
  tx: EntityManager,
  ids: readonly (string | null)[],
): Promise<Map<string, Pick<Organisation, 'id' | 'name' | 'nameEn'>>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows: Pick<Organisation, 'id' | 'name' | 'nameEn'>[] = await tx.query(
    `SELECT id, name, name_en AS "nameEn" FROM organisation WHERE id = ANY($1::uuid[])`,
    [wanted],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

const asActor = (account: Account): Actor => ({
  accountId: account.id,
  organisationId: account.organisationId,
  grants: [],
});
