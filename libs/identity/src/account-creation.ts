import { type Actor, type ActorGrant } from '@luban/audit';
import { Denied, Invalid, NotFound, Refused, say } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import type { NewAccountDto } from './account.dto.js';
import { mayGive, reachFaults, type ReachPart, rolesClash, rolesToGive } from './hand-down.js';
import { loginPattern } from './login.js';
import { findPlaces } from './places.js';
import { mayAnywhere, sees } from './reach.js';
import { reachInWords, roleInWords, rolesInWords } from './role-names.js';

/** A role with its whole reach, as it will be stored. */
export const asGrant = (role: Partial<ActorGrant> & Pick<ActorGrant, 'role'>): ActorGrant => ({
  role: role.role,
  organisationId: role.organisationId ?? null,
  eventId: role.eventId ?? null,
  skillId: role.skillId ?? null,
  delegationId: role.delegationId ?? null,
});

/** Where the nth account stands in the request, as the beginning of a path: `items.3.`, or nothing for a single one. */
export type PathOf = (n: number) => string;

interface Fault {
  path: string;
  code: string;
  params?: Record<string, string | number>;
}

/**
 * Refuses unless the actor may give this role in this reach: `NotFound` when nothing there is in reach, `Denied`
 * `identity.role-not-below` (with the roles that may be given) otherwise.
 */
export function assertMayGive(actor: Actor, grant: ActorGrant): void {
  if (mayGive(actor, grant)) return;
  const { eventId, skillId, delegationId } = grant;
  if (eventId !== null && !sees(actor, { eventId, skillId, delegationId }))
    throw new NotFound('identity.not-in-reach');
  const allowed = rolesToGive(actor, grant);
  throw new Denied(
    'identity.role-not-below',
    { role: roleInWords(grant.role), allowed: rolesInWords(allowed) },
    { allowed },
  );
}

/**
 * Refuses unless all of these accounts may be created: who may not give a role is `Denied`; a taken login of a single
 * account is `Refused`; everything else is told together as `Invalid`, one error for each fault with its path.
 */
export async function assertCreatable(
  tx: EntityManager,
  actor: Actor,
  given: readonly NewAccountDto[],
  pathOf: PathOf,
): Promise<void> {
  for (const account of given) for (const role of account.roles) assertMayGive(actor, asGrant(role));
  const faults = [
    ...given.flatMap((account, i) => ownFaults(actor, account, pathOf(i))),
    ...repeatedLogins(given, pathOf),
    ...(await unknownPlaces(tx, given, pathOf)),
  ];
  const taken = await takenLogins(tx, given, pathOf);
  if (given.length === 1 && faults.length === 0 && taken.length === 1)
    throw new Refused('identity.login-taken');
  faults.push(...taken);
  if (faults.length === 0) return;
  const errors = faults.map(({ path, code, params }) => ({ path, code, message: say(code, params) }));
  throw new Invalid('identity.batch-refused', { count: errors.length }, { errors });
}

/** What is wrong with the reach of a role: one fault for what is missing, one for what is too much. */
export function reachFaultsOf(grant: ActorGrant, path: string): Fault[] {
  const { missing, excess } = reachFaults(grant);
  const faults: Fault[] = [];
  const role = roleInWords(grant.role);
  if (missing.length > 0) {
    faults.push({
      path,
      code: 'identity.role-reach-missing',
      params: { role, needs: reachInWords(missing) },
    });
  }
  if (excess.length > 0) {
    faults.push({ path, code: 'identity.role-reach-excess', params: { role, excess: reachInWords(excess) } });
  }
  return faults;
}

/** The faults of one account by itself. */
function ownFaults(actor: Actor, account: NewAccountDto, path: string): Fault[] {
  const faults: Fault[] = [];
  if (account.login !== undefined && !loginPattern.test(account.login)) {
    faults.push({ path: `${path}login`, code: 'identity.login-form' });
  }
  if (account.roles.length === 0 && !mayAnywhere(actor, 'accounts.manage')) {
    faults.push({ path: `${path}roles`, code: 'identity.role-needed' });
  }
  const grants = account.roles.map(asGrant);
  grants.forEach((grant, i) => {
    faults.push(...reachFaultsOf(grant, `${path}roles.${i}`));
    const clash = grants.slice(0, i).find((other) => rolesClash(grant, other));
    if (clash) {
      const params = { role: roleInWords(grant.role), held: roleInWords(clash.role) };
      faults.push({ path: `${path}roles.${i}`, code: 'identity.roles-incompatible', params });
    }
  });
  return faults;
}

function repeatedLogins(given: readonly NewAccountDto[], pathOf: PathOf): Fault[] {
  const seen = new Set<string>();
  return given.flatMap(({ login }, i) => {
    if (login === undefined) return [];
    if (seen.has(login))
      return [{ path: `${pathOf(i)}login`, code: 'identity.login-twice', params: { login } }];
    seen.add(login);
    return [];
  });
}

async function takenLogins(
  tx: EntityManager,
  given: readonly NewAccountDto[],
  pathOf: PathOf,
): Promise<Fault[]> {
  const rows: { login: string }[] = await tx.query(
    `SELECT login FROM account WHERE login = ANY($1::text[])`,
    [given.flatMap(({ login }) => login ?? [])],
  );
  const taken = new Set(rows.map((row) => row.login));
  return given.flatMap(({ login }, i) =>
    login !== undefined && taken.has(login)
      ? [{ path: `${pathOf(i)}login`, code: 'identity.login-taken' }]
      : [],
  );
}

/** Roles that name an event, skill, delegation or organisation that is not there, or not in that event. */
export async function unknownPlaces(
  tx: EntityManager,
  given: readonly Pick<NewAccountDto, 'roles' | 'organisationId'>[],
  pathOf: PathOf,
): Promise<Fault[]> {
  const grants = given.flatMap((account, i) =>
    account.roles.map((role, j) => ({ ...asGrant(role), path: `${pathOf(i)}roles.${j}` })),
  );
  const faults: Fault[] = [];
  for (const kind of ['event', 'skill', 'delegation'] as const) {
    const idOf = (grant: ActorGrant) => grant[`${kind}Id`];
    const found = await findPlaces(tx, kind, grants.map(idOf));
    for (const grant of grants) {
      const id = idOf(grant);
      if (id !== null && found.get(id)?.eventId !== grant.eventId)
        faults.push(unknown(`${grant.path}.${kind}Id`, kind));
    }
  }
  const organisations = [
    ...given.map((account, i) => ({
      path: `${pathOf(i)}organisationId`,
      id: account.organisationId ?? null,
    })),
    ...grants.map((grant) => ({ path: `${grant.path}.organisationId`, id: grant.organisationId })),
  ].filter(({ id }) => id !== null);
  const known: { id: string }[] = await tx.query(`SELECT id FROM organisation WHERE id = ANY($1::uuid[])`, [
    organisations.map(({ id }) => id),
  ]);
  const there = new Set(known.map((row) => row.id));
  return [
    ...faults,
    ...organisations
      .filter(({ id }) => !there.has(String(id)))
      .map(({ path }) => unknown(path, 'organisation')),
  ];
}

const unknown = (path: string, part: ReachPart): Fault => ({
  path,
  code: 'identity.place-unknown',
  params: { what: reachInWords([part]) },
});
