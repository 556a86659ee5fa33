import { ApiProblem, inParallel, type Person } from './http-client.js';

/** The password every account of a rehearsal gets at its first sign-in. */
export const rehearsalPassword = 'Luban-rehearsal-2026';

export interface NewAccount {
  displayName: string;
  login?: string;
  roles: {
    role: string;
    eventId?: string;
    skillId?: string;
    delegationId?: string;
    organisationId?: string;
  }[];
  organisationId?: string;
  /** Somebody who has an account already and only gets the roles. */
  known?: { made: MadeAccount; person: Person };
}

export interface MadeAccount {
  id: string;
  login: string;
  displayName: string;
  initialPassword: string;
}

/** Signs somebody in for the first time and changes the initial password, as the screen makes them do. */
export async function firstSignIn(
  person: Person,
  made: MadeAccount,
  password = rehearsalPassword,
): Promise<Person> {
  const { mustChangePassword } = await person.signIn(made.login, made.initialPassword);
  if (!mustChangePassword) throw new Error(`${made.login} was not asked to change the initial password`);
  await person.put('/account/password', { current: made.initialPassword, next: password });
  return person;
}

/**
 * Hands down accounts in an event, many at once, and signs each in for the first time. Whoever is known already only
 * gets the roles, save those that come with another verb (`rolesFollow`).
 */
export async function handDown(
  by: Person,
  eventId: string,
  accounts: NewAccount[],
  newPerson: (name: string) => Person,
  { password = rehearsalPassword, rolesFollow = false }: { password?: string; rolesFollow?: boolean } = {},
): Promise<{ made: MadeAccount; person: Person }[]> {
  const fresh = accounts.filter(({ known }) => !known);
  const { items } =
    fresh.length > 0
      ? await by.post<{ items: MadeAccount[] }>(`/events/${eventId}/accounts/batch`, {
          items: fresh.map(({ known: _known, ...account }) => account),
        })
      : { items: [] };
  const made = [...items];
  const people = accounts.map((account) => {
    if (account.known) return { ...account.known, isNew: false, roles: account.roles };
    const own = made.shift();
    if (!own) throw new Error(`no account was made for ${account.displayName}`);
    return { made: own, person: newPerson(own.displayName), isNew: true, roles: account.roles };
  });
  await inParallel(people, 4, async ({ made: own, person, isNew, roles }) => {
    if (isNew) await firstSignIn(person, own, password);
    else if (!rolesFollow)
      for (const role of roles) await by.post('/role-grants', { login: own.login, eventId, ...role });
  });
  return people;
}

/** Expects a refusal with this code; anything else is a failure of the rehearsal. */
export async function refused(code: string, work: () => Promise<unknown>): Promise<ApiProblem> {
  try {
    await work();
  } catch (error) {
    if (error instanceof ApiProblem && error.code === code) return error;
    throw error;
  }
  throw new Error(`expected a refusal with ${code}, but it was accepted`);
}
