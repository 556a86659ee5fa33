import { newId } from '@luban/platform';
import { testApp } from '../support/test-app.js';
import { givenOrganisation } from '../support/world-events.js';
import { givenActor, givenSignIn } from '../support/world.js';

const app = testApp({ worker: false });
let organiser: { cookie: string };
let somebodyElse: { cookie: string };

beforeAll(async () => {
  const tx = app.source.manager;
  const organisationId = (await givenOrganisation(tx)).id;
  organiser = await givenSignIn(tx, await givenActor(tx, { role: 'organiser', organisationId }));
  somebodyElse = await givenSignIn(tx, await givenActor(tx, { role: 'organiser', organisationId }));
});

const spring = { name: '春季技能竞赛', level: 'school', startsOn: '2027-05-11', endsOn: '2027-05-12' };

async function create(key: string, payload: object = spring, who = organiser) {
  const headers = { ...who, 'idempotency-key': key };
  const answer = await app.api.inject({ method: 'POST', url: '/api/v1/events', headers, payload });
  const body = answer.json<{ id: string; code: string }>();
  return { status: answer.statusCode, body, replayed: answer.headers['idempotency-replayed'] === 'true' };
}

const eventsNamed = async (name: string): Promise<number> => {
  const [row]: { n: number }[] = await app.source.query(
    'SELECT count(*)::int AS n FROM competition_event WHERE name = $1',
    [name],
  );
  return row?.n ?? 0;
};

it('does a creating request once, and answers its repetition the same', async () => {
  const key = newId();
  const payload = { ...spring, name: '只建一次' };
  const first = await create(key, payload);
  const again = await create(key, payload);
  expect(first).toMatchObject({ status: 201, replayed: false });
  expect(again).toEqual({ ...first, replayed: true });
  expect(await eventsNamed('只建一次')).toBe(1);
});

it('does it once also when the tablet sends it five times at once', async () => {
  const key = newId();
  const payload = { ...spring, name: '同时五次' };
  const answers = await Promise.all(Array.from({ length: 5 }, () => create(key, payload)));
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
  expect(await eventsNamed('同时五次')).toBe(1);
});

it('refuses a key that was used for something else', async () => {
  const key = newId();
  await create(key);
  const { status, body } = await create(key, { ...spring, name: '另一个赛事' });
  expect({ status, code: body.code }).toEqual({ status: 400, code: 'platform.key-used-otherwise' });
});

it('does not mix up the keys of two people', async () => {
  const key = newId();
  const [one, two] = [await create(key), await create(key, spring, somebodyElse)];
  expect(two).toMatchObject({ status: 201, replayed: false });
  expect(two.body.id).not.toBe(one.body.id);
});

it('lets a refused request be sent again, corrected, with the same key', async () => {
  const key = newId();
  expect((await create(key, { ...spring, endsOn: '2026-01-01' })).status).toBeGreaterThanOrEqual(400);
  expect(await create(key)).toMatchObject({ status: 201, replayed: false });
});

it('takes over the key of a request whose process died', async () => {
  const key = newId();
  const first = await create(key);
  await app.source.query(
    `UPDATE idempotency_key SET status = NULL, response = NULL, created_at = now() - interval '2 minutes' WHERE key = $1`,
    [key],
  );
  const again = await create(key);
  expect(again).toMatchObject({ status: 201, replayed: false });
  expect(again.body.id).not.toBe(first.body.id);
});

it('refuses a key that cannot be one', async () => {
  expect(await create('张三')).toMatchObject({ status: 400, body: { code: 'platform.key-unreadable' } });
  expect(await create('x'.repeat(201))).toMatchObject({ status: 400 });
});
