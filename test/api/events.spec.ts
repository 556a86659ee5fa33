import type { EventDto, EventStageDto, PublicEventDto, SkillDto } from '@luban/events';
import { newId } from '@luban/platform';
import { testApp } from '../support/test-app.js';
import { givenEvent, givenOrganisation } from '../support/world-events.js';
import { givenActor, type GivenActor, givenSignIn } from '../support/world.js';

const app = testApp({ worker: false });

type Headers = Record<string, string>;
interface Answer<T> {
  status: number;
  body: T;
  headers: Record<string, unknown>;
}
/** Sends one request as somebody; nobody when `who` is undefined. */
async function send<
  T = { code: string; errors?: { path: string; code: string }[]; findings?: { code: string }[] },
>(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  url: string,
  who: Headers | undefined,
  payload?: object,
  more: Headers = {},
): Promise<Answer<T>> {
  const answer = await app.api.inject({
    method,
    url: `/api/v1${url}`,
    headers: { ...who, ...more },
    payload,
  });
  const body = answer.body ? answer.json<T>() : (undefined as T);
  return { status: answer.statusCode, body, headers: answer.headers };
}
const at = (version: number): Headers => ({ 'If-Match': `"${version}"` });

async function signedIn(given: GivenActor): Promise<Headers> {
  const { accountId } = await givenActor(app.source.manager, given);
  return givenSignIn(app.source.manager, { accountId });
}

const spring = { name: '春季技能竞赛', level: 'school', startsOn: '2027-05-11', endsOn: '2027-05-12' };
const welding = {
  worldSkillNumber: 10,
  groups: [{ code: 'student' }],
  modules: [{ code: 'A', name: '结构焊', durationMinutes: 120 }],
  sessions: [
    {
      moduleCode: 'A',
      name: '上午',
      startsAt: '2027-05-11T09:00:00+08:00',
      endsAt: '2027-05-11T11:00:00+08:00',
    },
  ],
  workstations: [{ codes: 'A01–A04' }],
};

it('takes a school from a draft to registration, seen by the public only then', async () => {
  const school = await givenOrganisation(app.source.manager);
  const organiser = await signedIn({ role: 'organiser', organisationId: school.id });
  const made = await send<EventDto>('POST', '/events', organiser, {
    ...spring,
    organiserOrganisationIds: [school.id],
  });
  expect(made.status).toBe(201);
  const eventId = made.body.id;
  expect((await send('GET', `/public/events/${eventId}`, undefined)).status).toBe(404);

  const blocked = await send('PUT', `/events/${eventId}/stage`, organiser, { to: 'registration' }, at(1));
  expect(blocked).toMatchObject({ status: 409, body: { code: 'events.preflight' } });
  expect(blocked.body.findings?.map(({ code }) => code)).toContain('events.no-skill');

  const skill = await send<SkillDto>('POST', `/events/${eventId}/skills`, organiser, welding);
  expect(skill.status).toBe(201);
  expect(skill.body.workstations.map(({ code }) => code)).toEqual(['A01', 'A02', 'A03', 'A04']);

  // Who may enter is the next room's question; its own check asks for a delegation.
  expect(
    (await send('POST', `/events/${eventId}/delegations`, organiser, { code: 'D1', name: '机电学院' }))
      .status,
  ).toBe(201);

  const opened = await send<EventStageDto>(
    'PUT',
    `/events/${eventId}/stage`,
    organiser,
    { to: 'registration' },
    at(1),
  );
  expect(opened).toMatchObject({
    status: 200,
    body: { stage: 'registration', version: 2 },
    headers: { etag: '"2"' },
  });
  const seen = await send<PublicEventDto>('GET', `/public/events/${eventId}`, undefined);
  expect(seen).toMatchObject({ status: 200, body: { stage: 'registration', skills: [{ name: '焊接' }] } });
  expect(JSON.stringify(seen.body)).not.toMatch(/createdBy|accountId|version/);
});

it('asks for the version that was read on every edit, and refuses another', async () => {
  const { id } = await givenEvent(app.source.manager, { stage: 'draft' });
  const host = await signedIn({ role: 'host', eventId: id });
  expect((await send('PATCH', `/events/${id}`, host, { edition: '第二届' })).status).toBe(428);
  expect((await send('PATCH', `/events/${id}`, host, { edition: '第二届' }, at(1))).headers).toMatchObject({
    etag: '"2"',
  });
  expect((await send('PATCH', `/events/${id}`, host, { edition: '第三届' }, at(1))).status).toBe(412);
});

it('does a creating request once, however often it is sent with the same key', async () => {
  const { id } = await givenEvent(app.source.manager, { stage: 'draft' });
  const host = await signedIn({ role: 'host', eventId: id });
  const key = { 'Idempotency-Key': newId() };
  const first = await send<{ id: string }>('POST', `/events/${id}/venues`, host, { name: '一号馆' }, key);
  const again = await send<{ id: string }>('POST', `/events/${id}/venues`, host, { name: '一号馆' }, key);
  expect(again.body.id).toBe(first.body.id);
  expect(again.headers).toMatchObject({ 'idempotency-replayed': 'true' });
  expect(await send('POST', `/events/${id}/venues`, host, { name: '一号馆' })).toMatchObject({
    status: 409,
    body: { code: 'events.venue-name-taken' },
  });
});

it('names each field of a request that cannot be', async () => {
  const { id } = await givenEvent(app.source.manager, { stage: 'draft' });
  const host = await signedIn({ role: 'host', eventId: id });
  const wrong = await send('POST', `/events/${id}/skills`, host, {
    code: '10',
    name: '焊接',
    teamSize: 4,
    modules: [{ code: 'A', name: '结构焊', durationMinutes: 0 }],
    colour: 'red',
  });
  expect(wrong.status).toBe(400);
  expect(wrong.body.errors?.map(({ path }) => path).sort()).toEqual([
    'colour',
    'modules.0.durationMinutes',
    'teamSize',
  ]);
  const classed = await send('PATCH', `/events/${id}`, host, { class: 'one' }, at(1));
  expect(classed).toMatchObject({ status: 409, body: { code: 'events.class-by-grant' } });
});

it('shows a judge the configuration and lets him change none of it; hides it from strangers', async () => {
  const { id } = await givenEvent(app.source.manager);
  const { id: other } = await givenEvent(app.source.manager);
  const judge = await signedIn({ role: 'judge', eventId: id, skillId: newId() });
  expect((await send('GET', `/events/${id}`, judge)).status).toBe(200);
  expect((await send('PATCH', `/events/${id}`, judge, { edition: '第二届' }, at(1))).status).toBe(403);
  expect((await send('POST', `/events/${id}/venues`, judge, { name: '一号馆' })).status).toBe(403);
  expect((await send('GET', `/events/${other}`, judge)).status).toBe(404);
  expect((await send('PATCH', `/events/${other}`, judge, { edition: '第二届' }, at(1))).status).toBe(404);
  expect((await send('GET', `/events/${id}`, undefined)).status).toBe(401);
});

it('gives an organisation’s people the event as soon as it becomes a party, and takes it back', async () => {
  const college = await givenOrganisation(app.source.manager);
  const { id } = await givenEvent(app.source.manager, { stage: 'draft' });
  const host = await signedIn({ role: 'host', eventId: id });
  const colleague = await signedIn({ role: 'organiser', organisationId: college.id });
  expect((await send('GET', `/events/${id}`, colleague)).status).toBe(404);
  const wish = { organisationId: college.id, part: 'organiser' };
  const party = await send<{ id: string }>('POST', `/events/${id}/parties`, host, wish);
  expect((await send<EventDto>('GET', `/events/${id}`, colleague)).body.roles).toEqual(['organiser']);
  expect((await send('DELETE', `/events/${id}/parties/${party.body.id}`, host)).status).toBe(204);
  expect((await send('GET', `/events/${id}`, colleague)).status).toBe(404);
});

it('tells those who run an event what its next stage waits for', async () => {
  const { id } = await givenEvent(app.source.manager, { stage: 'draft', name: '江宁区技能竞赛' });
  const organiser = await signedIn({ role: 'organiser', eventId: id });
  const home = await send<{ items: { code: string; href: string; message: { zh: string } }[] }>(
    'GET',
    '/home',
    organiser,
  );
  const own = home.body.items.find(({ href }) => href === `/events/${id}`);
  expect(own?.code).toBe('events.next-stage-missing');
  expect(own?.message.zh).toMatch(/^补全 \d+ 项后开放报名 · 江宁区技能竞赛$/);
});

it('offers the 63 skills of WorldSkills and the policies with their clauses to whoever is signed in', async () => {
  const judge = await signedIn({ role: 'judge', eventId: newId(), skillId: newId() });
  const skills = await send<{ items: object[] }>('GET', '/catalogue/world-skills', judge);
  expect(skills.body.items).toHaveLength(63);
  const policies = await send<{ items: { name: string; clauses: object[] }[] }>('GET', '/policies', judge);
  expect(policies.body.items.map(({ name }) => name)).toEqual([
    'worldskills-2026',
    'national-2020',
    'prizes-by-rank',
    'prizes-by-percentage',
  ]);
  expect(policies.body.items.every(({ clauses }) => clauses.length > 8)).toBe(true);
});
