import { type Role } from '@luban/audit';
import { Delegation } from '@luban/registration';
import { newId } from '@luban/platform';
import { testApp } from '../support/test-app.js';
import { givenEvent, givenOrganisation, givenSkill } from '../support/world-events.js';
import { givenAccount, givenActor, type GivenActor, givenRole, givenSignIn } from '../support/world.js';

const app = testApp({ worker: false });

type Headers = Record<string, string>;
type Person = { accountId: string; headers: Headers };
const send = (
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  url: string,
  who: Person,
  payload?: object,
  more: Headers = {},
) => app.api.inject({ method, url: `/api/v1${url}`, headers: { ...who.headers, ...more }, payload });
const codeOf = (answer: { json: <T>() => T; statusCode: number }) =>
  `${answer.statusCode} ${answer.json<{ code: string }>().code}`;

let springId: string;
let autumnId: string;
let weldingId: string;
let plumbingId: string;
let autumnSkillId: string;
let hubeiId: string;
let hunanId: string;

async function signedIn(given: GivenActor): Promise<Person> {
  const { accountId } = await givenActor(app.source.manager, given);
  return { accountId, headers: await givenSignIn(app.source.manager, { accountId }) };
}
const delegation = async (eventId: string, name: string): Promise<string> => {
  const id = newId();
  await app.source.manager.insert(Delegation, { eventId, id, code: name, name });
  return id;
};

let administrator: Person;
let host: Person;
let organiser: Person;
let leader: Person;

beforeAll(async () => {
  const tx = app.source.manager;
  springId = (await givenEvent(tx)).id;
  autumnId = (await givenEvent(tx)).id;
  weldingId = (await givenSkill(tx, springId)).skill.id;
  plumbingId = (await givenSkill(tx, springId)).skill.id;
  autumnSkillId = (await givenSkill(tx, autumnId)).skill.id;
  hubeiId = await delegation(springId, '湖北');
  hunanId = await delegation(springId, '湖南');
  administrator = await signedIn({ role: 'administrator' });
  host = await signedIn({ role: 'host', eventId: springId });
  organiser = await signedIn({ role: 'organiser', eventId: springId });
  leader = await signedIn({ role: 'teamLeader', eventId: springId, delegationId: hubeiId });
});

interface Created {
  id: string;
  login: string;
  initialPassword: string;
}
const handDown = (who: Person, roles: object[], more: object = {}, eventId = springId) =>
  send('POST', `/events/${eventId}/accounts`, who, { displayName: '陈静', roles, ...more });

describe('handing down an account', () => {
  it('answers an initial password once, which has to be changed at the first sign-in', async () => {
    const answer = await handDown(organiser, [{ role: 'judge', skillId: weldingId }], { login: 'Chen.Jing' });
    expect(answer.statusCode).toBe(201);
    const { id, login, initialPassword } = answer.json<Created>();
    expect(login).toBe('chen.jing');
    expect(initialPassword).toMatch(/^[2-9a-z]{4}-[2-9a-z]{4}-[2-9a-z]{4}$/);

    const session = await app.api.inject({
      method: 'POST',
      url: '/api/v1/session',
      payload: { login, password: initialPassword },
    });
    expect(session.json()).toMatchObject({
      mustChangePassword: true,
      roles: [
        {
          role: 'judge',
          eventId: springId,
          skillId: weldingId,
          skillName: '焊接',
          eventName: expect.any(String),
        },
      ],
    });
    const seen = await send('GET', `/accounts/${id}`, organiser);
    expect(seen.body).not.toContain(initialPassword);
    expect(seen.json()).toMatchObject({ login, mustChangePassword: true, mayManage: true, version: 1 });
  });

  it('makes whoever acts for an organisation belong to it', async () => {
    const { id: organisationId } = await givenOrganisation(app.source.manager);
    const role = { role: 'host', organisationId };
    const made = await send('POST', '/accounts', administrator, { displayName: '方正', roles: [role] });
    const account = await send('GET', `/accounts/${made.json<Created>().id}`, administrator);
    expect(account.json()).toMatchObject({ organisationId, roles: [{ role: 'host', organisationId }] });
  });

  it('makes a login where none is given', async () => {
    const { login } = (await handDown(organiser, [{ role: 'recorder' }])).json<Created>();
    expect(login).toMatch(/^recorder-[2-9a-z]{6}$/);
  });

  it.each<[string, () => Person, Role, object, string]>([
    ['an organiser to make a host', () => organiser, 'host', {}, '403 identity.role-not-below'],
    ['an organiser to make an organiser', () => organiser, 'organiser', {}, '403 identity.role-not-below'],
    ['a host to make a host', () => host, 'host', {}, '403 identity.role-not-below'],
    [
      'an administrator to make a judge',
      () => administrator,
      'judge',
      { skillId: 'welding' },
      '403 identity.role-not-below',
    ],
    [
      'a team leader to make a judge',
      () => leader,
      'judge',
      { skillId: 'welding' },
      '403 identity.role-not-below',
    ],
    [
      'a team leader to make a coach of another delegation',
      () => leader,
      'coach',
      { delegationId: 'hunan' },
      '404 identity.not-in-reach',
    ],
    [
      'a team leader to make a competitor of no delegation',
      () => leader,
      'competitor',
      {},
      '403 identity.role-not-below',
    ],
  ])('does not allow %s', async (_, who, role, reach, refusal) => {
    const ids: Record<string, string> = { welding: weldingId, hunan: hunanId };
    const named = Object.fromEntries(Object.entries(reach).map(([key, id]) => [key, ids[String(id)]]));
    expect(codeOf(await handDown(who(), [{ role, ...named }]))).toBe(refusal);
  });

  it.each<[Role, () => Person, () => object]>([
    ['organiser', () => host, () => ({})],
    ['host', () => administrator, () => ({})],
    ['chiefJudge', () => host, () => ({ skillId: weldingId })],
    ['teamLeader', () => organiser, () => ({ delegationId: hunanId })],
    ['coach', () => leader, () => ({ delegationId: hubeiId })],
    ['competitor', () => leader, () => ({ delegationId: hubeiId })],
  ])('lets a %s be made by the level above', async (role, who, reach) => {
    expect((await handDown(who(), [{ role, ...reach() }])).statusCode).toBe(201);
  });

  it('is denied to those who hand down nothing, and hidden where nothing is theirs', async () => {
    const judge = await signedIn({ role: 'judge', eventId: springId, skillId: weldingId });
    expect(codeOf(await handDown(judge, [{ role: 'recorder' }]))).toBe('403 identity.role-may-not');
    expect(codeOf(await handDown(organiser, [{ role: 'recorder' }], {}, autumnId))).toBe(
      '404 identity.not-in-reach',
    );
    expect(codeOf(await send('GET', '/accounts', judge))).toBe('403 identity.role-may-not');
  });

  it.each<[string, () => object[], string]>([
    ['a judge without a skill', () => [{ role: 'judge' }], 'identity.role-reach-missing'],
    [
      'a judge of a delegation',
      () => [{ role: 'judge', skillId: weldingId, delegationId: hubeiId }],
      'identity.role-reach-excess',
    ],
    ['a skill of another event', () => [{ role: 'judge', skillId: autumnSkillId }], 'identity.place-unknown'],
    ['a skill that is none', () => [{ role: 'judge', skillId: newId() }], 'identity.place-unknown'],
    [
      'a judge who leads a delegation',
      () => [
        { role: 'teamLeader', delegationId: hubeiId },
        { role: 'judge', skillId: weldingId },
      ],
      'identity.roles-incompatible',
    ],
  ])('refuses %s', async (_, roles, code) => {
    const answer = await handDown(organiser, roles());
    expect(answer.statusCode).toBe(400);
    expect(answer.json<{ errors: { code: string }[] }>().errors.map((error) => error.code)).toEqual([code]);
  });

  it('refuses a login that is taken, or in another form than logins have', async () => {
    await givenAccount(app.source.manager, { login: 'taken.one' });
    const role = [{ role: 'recorder' }];
    expect(codeOf(await handDown(organiser, role, { login: 'taken.one' }))).toBe('409 identity.login-taken');
    expect(codeOf(await handDown(organiser, role, { login: 'no spaces' }))).toBe(
      '400 identity.batch-refused',
    );
  });

  it('refuses a name of blanks', async () => {
    expect((await handDown(organiser, [{ role: 'recorder' }], { displayName: '  　 ' })).statusCode).toBe(
      400,
    );
  });

  it('keeps the initial password out of a repeated answer', async () => {
    const key = { 'idempotency-key': newId() };
    const wish = { displayName: '陈静', login: 'only.once', roles: [{ role: 'recorder' }] };
    const again = () => send('POST', `/events/${springId}/accounts`, organiser, wish, key);
    expect((await again()).statusCode).toBe(201);
    expect(codeOf(await again())).toBe('409 platform.key-answered-once');
    const kept = await app.source.query(`SELECT response FROM idempotency_key WHERE key = $1`, [
      key['idempotency-key'],
    ]);
    expect(kept).toEqual([{ response: null }]);
  });
});

describe('handing down many accounts', () => {
  const batch = (items: object[]) => send('POST', `/events/${springId}/accounts/batch`, organiser, { items });

  it('creates 400 at once, each with its own password, and answers others meanwhile', async () => {
    const items = Array.from({ length: 400 }, (_, i) => ({
      displayName: `裁判 ${i + 1}`,
      roles: [{ role: 'judge', skillId: weldingId }],
    }));
    const work = batch(items);
    let longest = 0;
    let done = false;
    void work.then(() => (done = true));
    while (!done) {
      const startedAt = performance.now();
      await send('GET', '/session', organiser);
      longest = Math.max(longest, performance.now() - startedAt);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const answer = await work;
    expect(answer.statusCode).toBe(201);
    const made = answer.json<{ items: Created[] }>().items;
    expect(made.map((account) => account.login)).toHaveLength(400);
    expect(new Set(made.map((account) => account.initialPassword)).size).toBe(400);
    expect(longest).toBeLessThan(1000);
    const rows = await app.source.query(
      `SELECT count(*)::int AS n FROM audit_entry WHERE verb = 'account.created' AND subject_id = ANY($1)`,
      [made.map((account) => account.id)],
    );
    expect(rows).toEqual([{ n: 400 }]);
  });

  it('creates none when one has a fault, and says where each lies', async () => {
    const before = await app.source.query(`SELECT count(*) FROM account`);
    const recorder = [{ role: 'recorder' }];
    const answer = await batch([
      { displayName: '甲', login: 'twice.there', roles: recorder },
      { displayName: '乙', login: 'twice.there', roles: recorder },
      { displayName: '丙', roles: [{ role: 'judge' }] },
      { displayName: '丁', login: 'chen.jing', roles: recorder },
    ]);
    expect(answer.statusCode).toBe(400);
    const { errors } = answer.json<{ errors: { path: string; code: string }[] }>();
    expect(errors.map((error) => `${error.path} ${error.code}`)).toEqual([
      'items.2.roles.0 identity.role-reach-missing',
      'items.1.login identity.login-twice',
      'items.3.login identity.login-taken',
    ]);
    expect(await app.source.query(`SELECT count(*) FROM account`)).toEqual(before);
  });
});

describe('the list of accounts', () => {
  type Listed = {
    items: { id: string; login: string; mayManage: boolean; roles: { eventId: string }[] }[];
    next: string | null;
  };
  const list = async (who: Person, query = '') =>
    (await send('GET', `/accounts${query}`, who)).json<Listed>();

  it('holds what is in reach, and of each only the roles in reach', async () => {
    const both = await givenAccount(app.source.manager, { login: 'in.both.events' });
    await givenRole(app.source.manager, both.id, { role: 'judge', eventId: springId, skillId: plumbingId });
    await givenRole(app.source.manager, both.id, {
      role: 'judge',
      eventId: autumnId,
      skillId: autumnSkillId,
    });
    const autumnOnly = await givenAccount(app.source.manager, { login: 'autumn.only' });
    await givenRole(app.source.manager, autumnOnly.id, { role: 'recorder', eventId: autumnId });

    const { items } = await list(organiser, '?q=in.both');
    expect(items).toHaveLength(1);
    expect(items[0]?.roles.map((role) => role.eventId)).toEqual([springId]);
    expect(items[0]?.mayManage).toBe(false);
    expect((await list(organiser, '?q=autumn.only')).items).toEqual([]);
    expect((await list(administrator, '?q=autumn.only')).items).toHaveLength(1);
    expect((await list(administrator, '?q=in.both')).items[0]?.roles).toHaveLength(2);
    expect(codeOf(await send('GET', `/accounts/${autumnOnly.id}`, organiser))).toBe(
      '404 identity.account-not-found',
    );
  });

  it('holds for a team leader the own delegation', async () => {
    const { items } = await list(leader);
    expect(items.length).toBeGreaterThan(0);
    const rows: { delegation_id: string }[] = await app.source.query(
      `SELECT DISTINCT delegation_id FROM role_grant WHERE account_id = ANY($1)`,
      [items.map((item) => item.id)],
    );
    expect(rows).toEqual([{ delegation_id: hubeiId }]);
  });

  it('goes on where the page before ended', async () => {
    const first = await list(administrator, '?limit=3');
    const second = await list(administrator, `?limit=3&after=${first.next}`);
    expect(first.items).toHaveLength(3);
    expect(second.items.map((item) => item.id)).not.toContain(first.items[2]?.id);
  });
});

describe('managing an account', () => {
  const judge = async (): Promise<Created> =>
    (await handDown(organiser, [{ role: 'judge', skillId: weldingId }])).json<Created>();
  const edit = (who: Person, id: string, changes: object, version = 1) =>
    send('PATCH', `/accounts/${id}`, who, changes, { 'if-match': `"${version}"` });

  it('disables it and ends its sign-ins, and lets it sign in again', async () => {
    const { id } = await judge();
    const theirs = { accountId: id, headers: await givenSignIn(app.source.manager, { accountId: id }) };
    expect((await send('GET', '/session', theirs)).statusCode).toBe(200);
    const disabled = await edit(organiser, id, { disabled: true, reason: '不再担任裁判' });
    expect(disabled.json()).toMatchObject({ version: 2, disabledAt: expect.any(String) });
    expect((await send('GET', '/session', theirs)).statusCode).toBe(401);
    expect((await edit(organiser, id, { disabled: false }, 2)).json()).toMatchObject({ disabledAt: null });
  });

  it('asks for the version, and refuses an old one', async () => {
    const { id } = await judge();
    expect((await edit(organiser, id, { displayName: '新名' })).statusCode).toBe(200);
    expect((await edit(organiser, id, { displayName: '旧名' })).statusCode).toBe(412);
    expect((await send('PATCH', `/accounts/${id}`, organiser, { displayName: '无' })).statusCode).toBe(428);
    expect((await edit(organiser, id, { displayName: null }, 2)).statusCode).toBe(400);
  });

  it('resets a forgotten password, which ends sign-ins and tokens', async () => {
    const { id, login, initialPassword } = await judge();
    const theirs = { accountId: id, headers: await givenSignIn(app.source.manager, { accountId: id }) };
    const answer = await send('PUT', `/accounts/${id}/password`, organiser);
    expect(answer.statusCode).toBe(200);
    const fresh = answer.json<Created>().initialPassword;
    expect(fresh).not.toBe(initialPassword);
    expect((await send('GET', '/session', theirs)).statusCode).toBe(401);
    const signIn = (password: string) =>
      app.api.inject({ method: 'POST', url: '/api/v1/session', payload: { login, password } });
    expect((await signIn(initialPassword)).statusCode).toBe(401);
    expect((await signIn(fresh)).json()).toMatchObject({ mustChangePassword: true });
  });

  it('is denied where the account holds a role that the person could not give', async () => {
    const { id } = await judge();
    await givenRole(app.source.manager, id, { role: 'judge', eventId: autumnId, skillId: autumnSkillId });
    expect(codeOf(await send('PUT', `/accounts/${id}/password`, organiser))).toBe(
      '403 identity.account-beyond-you',
    );
    expect(codeOf(await edit(organiser, id, { disabled: true }))).toBe('403 identity.account-beyond-you');
    expect(codeOf(await send('PUT', `/accounts/${host.accountId}/password`, organiser))).toBe(
      '403 identity.account-beyond-you',
    );
    expect((await send('PUT', `/accounts/${id}/password`, administrator)).statusCode).toBe(200);
  });

  it('is not for oneself', async () => {
    expect(codeOf(await send('PUT', `/accounts/${organiser.accountId}/password`, organiser))).toBe(
      '409 identity.own-account',
    );
    expect(codeOf(await edit(administrator, administrator.accountId, { disabled: true }))).toBe(
      '409 identity.own-account',
    );
  });

  it('never takes the last administrator away', async () => {
    const second = await signedIn({ role: 'administrator' });
    const grantOf = async (accountId: string) => {
      const [row]: { id: string }[] = await app.source.query(
        `SELECT id FROM role_grant WHERE account_id = $1 AND role = 'administrator'`,
        [accountId],
      );
      return row?.id;
    };
    const grantId = await grantOf(administrator.accountId);
    // Each takes the other away at the same moment: one must remain.
    const answers = await Promise.all([
      edit(administrator, second.accountId, { disabled: true }),
      edit(second, administrator.accountId, { disabled: true }),
    ]);
    const left: unknown[] = await app.source.query(
      `SELECT 1 FROM role_grant g JOIN account a ON a.id = g.account_id
        WHERE g.role = 'administrator' AND g.ended_at IS NULL AND a.disabled_at IS NULL`,
    );
    expect(left).toHaveLength(1);
    expect(answers.filter((answer) => answer.statusCode === 200)).toHaveLength(1);
    await app.source.query(`UPDATE account SET disabled_at = now() WHERE id = $1`, [second.accountId]);
    await app.source.query(`UPDATE account SET disabled_at = NULL WHERE id = $1`, [administrator.accountId]);
    administrator.headers = await givenSignIn(app.source.manager, administrator);
    expect(codeOf(await send('DELETE', `/role-grants/${grantId}`, administrator))).toBe(
      '409 identity.last-administrator',
    );
  });
});

describe('giving and ending roles', () => {
  const give = (who: Person, given: object) => send('POST', '/role-grants', who, given);
  const recorder = async () => (await handDown(organiser, [{ role: 'recorder' }])).json<Created>();

  it('gives a role by id or by exact login, and it works at once', async () => {
    const { id, login } = await recorder();
    const theirs = { accountId: id, headers: await givenSignIn(app.source.manager, { accountId: id }) };
    await app.source.query(`UPDATE account SET must_change_password = false WHERE id = $1`, [id]);
    await send('GET', '/session', theirs);
    const answer = await give(organiser, { login: login.toUpperCase(), role: 'checker', eventId: springId });
    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toMatchObject({ accountId: id, role: 'checker', eventId: springId, mayEnd: true });
    expect((await send('GET', '/session', theirs)).json<{ roles: unknown[] }>().roles).toHaveLength(2);

    const grantId = answer.json<{ id: string }>().id;
    expect(
      (await send('DELETE', `/role-grants/${grantId}?reason=${encodeURIComponent('人手已够')}`, organiser))
        .statusCode,
    ).toBe(204);
    expect((await send('GET', '/session', theirs)).json<{ roles: unknown[] }>().roles).toHaveLength(1);
    expect(codeOf(await send('DELETE', `/role-grants/${grantId}`, organiser))).toBe(
      '409 identity.role-ended',
    );
    const kept = await app.source.query(`SELECT ended_by FROM role_grant WHERE id = $1`, [grantId]);
    expect(kept).toEqual([{ ended_by: organiser.accountId }]);
  });

  it('refuses a role that is held, that clashes, that goes to oneself, or to nobody', async () => {
    const { id } = await recorder();
    const role = { accountId: id, role: 'recorder', eventId: springId };
    expect(codeOf(await give(organiser, role))).toBe('409 identity.role-held');
    expect(codeOf(await give(organiser, { ...role, role: 'supervisor' }))).toBe(
      '409 identity.roles-incompatible',
    );
    expect(codeOf(await give(organiser, { ...role, role: 'judge' }))).toBe('400 identity.role-refused');
    expect(codeOf(await give(organiser, { ...role, accountId: organiser.accountId }))).toBe(
      '409 identity.own-account',
    );
    expect(codeOf(await give(organiser, { ...role, accountId: newId() }))).toBe(
      '404 identity.account-not-found',
    );
    expect(codeOf(await give(organiser, { ...role, role: 'host' }))).toBe('403 identity.role-not-below');
    expect(codeOf(await give(organiser, { ...role, eventId: autumnId }))).toBe('404 identity.not-in-reach');
  });

  it('does not end what it could not give', async () => {
    const [grant]: { id: string }[] = await app.source.query(
      `SELECT id FROM role_grant WHERE account_id = $1`,
      [host.accountId],
    );
    expect(codeOf(await send('DELETE', `/role-grants/${grant?.id}`, organiser))).toBe(
      '403 identity.role-may-not',
    );
    const elsewhere = await givenActor(app.source.manager, { role: 'recorder', eventId: autumnId });
    const [hidden]: { id: string }[] = await app.source.query(
      `SELECT id FROM role_grant WHERE account_id = $1`,
      [elsewhere.accountId],
    );
    expect(codeOf(await send('DELETE', `/role-grants/${hidden?.id}`, organiser))).toBe(
      '404 identity.role-not-found',
    );
  });

  it('lets an organisation’s host reach the events that it hosts, without a role in each', async () => {
    const bureau = await givenOrganisation(app.source.manager, { kind: 'bureau' });
    const itsHost = await signedIn({ role: 'host', organisationId: bureau.id });
    expect(codeOf(await handDown(itsHost, [{ role: 'organiser' }]))).toBe('404 identity.not-in-reach');
    const own = await givenEvent(app.source.manager, { hostId: bureau.id });
    const again = { ...itsHost, headers: await givenSignIn(app.source.manager, itsHost) };
    expect((await handDown(again, [{ role: 'organiser' }], {}, own.id)).statusCode).toBe(201);
  });
});

describe('organisations', () => {
  it('are created by hosts and changed by their own people', async () => {
    const made = await send('POST', '/organisations', host, {
      name: '武汉船舶职业技术学院',
      kind: 'school',
      divisionCode: '420100',
    });
    expect(made.statusCode).toBe(201);
    const { id } = made.json<{ id: string }>();
    const edit = (who: Person, version: number) =>
      send('PATCH', `/organisations/${id}`, who, { shortName: '武船院' }, { 'if-match': `"${version}"` });
    expect((await edit(host, 1)).json()).toMatchObject({ shortName: '武船院', version: 2, mayEdit: true });
    expect(codeOf(await edit(host, 1))).toBe('412 platform.outdated');
    expect(codeOf(await edit(organiser, 2))).toBe('403 identity.organisation-beyond-you');
    expect(codeOf(await edit(leader, 2))).toBe('403 identity.role-may-not');
    expect(
      codeOf(await send('POST', '/organisations', host, { name: '武汉船舶职业技术学院', kind: 'school' })),
    ).toBe('409 identity.organisation-name-taken');
    const found = await send('GET', `/organisations?q=${encodeURIComponent('船舶')}`, leader);
    expect(found.json()).toMatchObject({ items: [{ id, mayEdit: false }], next: null });
  });

  it('refuse a code that is none', async () => {
    const wrong = { name: '某校', kind: 'school', divisionCode: '42', industryCode: 'Z9' };
    const answer = await send('POST', '/organisations', host, wrong);
    expect(
      answer
        .json<{ errors: { path: string }[] }>()
        .errors.map((error) => error.path)
        .sort(),
    ).toEqual(['divisionCode', 'industryCode']);
  });
});

describe('the roles that one may give', () => {
  it('are those below one’s own, narrowed as one’s own is', async () => {
    const options = async (who: Person, query = `?eventId=${springId}`) =>
      (await send('GET', `/role-options${query}`, who)).json<{
        items: { role: string; delegationId: string | null }[];
      }>().items;
    expect((await options(leader)).map((option) => [option.role, option.delegationId])).toEqual([
      ['coach', hubeiId],
      ['competitor', hubeiId],
    ]);
    expect((await options(organiser)).map((option) => option.role)).not.toContain('organiser');
    expect((await options(host)).map((option) => option.role)).toContain('organiser');
    expect((await options(administrator)).map((option) => option.role)).toEqual(['host', 'organiser']);
    expect((await options(administrator, '')).map((option) => option.role)).toEqual([
      'administrator',
      'official',
      'acceptor',
      'reviewer',
      'host',
      'organiser',
    ]);
    expect(await options(organiser, `?eventId=${autumnId}`)).toEqual([]);
  });
});
