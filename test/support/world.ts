// The one world in which the tests happen: named people and places, so that a failure reads as a story. Each builder
// writes real rows and answers what the tests need of them. `tx` is a DataSource's manager or a transaction's.
import { type Actor, type ActorGrant, type Role } from '@luban/audit';
import { Account, hashSecret, newSecret, RoleGrant, SignInSession } from '@luban/identity';
import { newId } from '@luban/platform';
import { hash } from '@node-rs/argon2';
import type { EntityManager } from 'typeorm';

/** Who stands for a role where a test does not say. */
const people: Record<Role, string> = {
  administrator: '管理员 高岩',
  official: '处长 沈清',
  acceptor: '受理 江雪',
  reviewer: '审核 白帆',
  host: '主办 方正',
  organiser: '承办 何苗',
  teamLeader: '领队 林涛',
  coach: '教练 郭强',
  competitor: '选手 李想',
  judge: '裁判 张伟',
  chiefJudge: '裁判长 赵敏',
  floorJudge: '现场裁判 钱进',
  recorder: '录分员 孙丽',
  checker: '复核员 周平',
  supervisor: '监督员 吴刚',
};

export interface GivenAccount {
  name?: string;
  login?: string;
  /** Without one nobody can sign in with this account. */
  password?: string;
  organisationId?: string | null;
  mustChangePassword?: boolean;
}

/** An account without any role. */
export async function givenAccount(tx: EntityManager, given: GivenAccount = {}): Promise<Account> {
  const id = newId();
  const account = tx.create(Account, {
    id,
    login: given.login ?? `person-${id.slice(-12)}`,
    displayName: given.name ?? '王芳',
    passwordHash: given.password
      ? await hash(given.password, { memoryCost: 1024, timeCost: 1, parallelism: 1 })
      : 'nobody signs in with this',
    organisationId: given.organisationId ?? null,
    mustChangePassword: given.mustChangePassword ?? false,
  });
  await tx.insert(Account, account);
  return tx.findOneByOrFail(Account, { id });
}

export interface GivenActor extends GivenAccount, Partial<Omit<ActorGrant, 'role'>> {
  role: Role;
}

/** Somebody with a role and its reach, in the database: what the guard would make of their sign-in. */
export async function givenActor(
  tx: EntityManager,
  { role, ...given }: GivenActor,
): Promise<Actor & { accountId: string }> {
  const account = await givenAccount(tx, { name: people[role], ...given });
  const grant: ActorGrant = {
    role,
    organisationId: given.organisationId ?? null,
    eventId: given.eventId ?? null,
    skillId: given.skillId ?? null,
    delegationId: given.delegationId ?? null,
  };
  await givenRole(tx, account.id, grant);
  return { accountId: account.id, organisationId: account.organisationId, grants: [grant] };
}

/** One more role for an account. */
export async function givenRole(
  tx: EntityManager,
  accountId: string,
  grant: Partial<ActorGrant> & { role: Role },
): Promise<string> {
  const id = newId();
  await tx.insert(RoleGrant, { id, accountId, ...grant });
  return id;
}

/** Signs an account in without its password: the headers of its requests. */
export async function givenSignIn(
  tx: EntityManager,
  actor: { accountId: string },
): Promise<{ cookie: string }> {
  const secret = newSecret();
  await tx.insert(SignInSession, {
    id: newId(),
    tokenHash: hashSecret(secret),
    accountId: actor.accountId,
    expiresAt: new Date(Date.now() + 24 * 3_600_000),
  });
  return { cookie: `luban_session=${secret}` };
}
