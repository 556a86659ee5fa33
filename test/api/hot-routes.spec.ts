import { Boards } from '@luban/awards';
import { newId } from '@luban/platform';
import { testApp } from '../support/test-app.js';
import { until } from '../support/until.js';
import { givenSignIn } from '../support/world.js';
import { givenMarking, type GivenMarking } from '../support/world-marking.js';

// The routes that Fastify answers alone must answer as every other route does.
const app = testApp({ listen: true, worker: false });

let world: GivenMarking;
let board: string;
beforeAll(async () => {
  world = await givenMarking(app.source.manager);
  await app.api.get(Boards, { strict: false }).refresh(world.event.id);
  board = `${app.address}/api/v1/public/events/${world.event.id}/board`;
});

const withoutDate = (reply: Response): [string, string][] =>
  [...reply.headers].filter(([name]) => name !== 'date').sort(([a], [b]) => a.localeCompare(b));

it('gives the second reader of a board the same answer as the first', async () => {
  const first = await fetch(board);
  const bytes = await first.text();
  const second = await fetch(board);
  expect([first.status, second.status]).toEqual([200, 200]);
  expect(await second.text()).toBe(bytes);
  expect(withoutDate(second)).toEqual(withoutDate(first));
  expect(second.headers.get('x-content-type-options')).toBe('nosniff');
});

it('answers 304 to a reader who has it, and gives a changed board to all', async () => {
  const known = (await fetch(board)).headers.get('etag') ?? '';
  const unchanged = await fetch(board, { headers: { 'If-None-Match': known } });
  expect([unchanged.status, await unchanged.text()]).toEqual([304, '']);
  await app.source.query(`UPDATE competition_event SET name = '改名后的赛事' WHERE id = $1`, [
    world.event.id,
  ]);
  await app.api.get(Boards, { strict: false }).refresh(world.event.id);
  await until('the new board', async () => {
    const reply = await fetch(board, { headers: { 'If-None-Match': known } });
    return reply.status === 200 && (await reply.text()).includes('改名后的赛事');
  });
});

it('knows a board by its address in capitals, and none that is not there', async () => {
  expect((await fetch(board.replace(world.event.id, world.event.id.toUpperCase()))).status).toBe(200);
  expect((await fetch(board.replace(world.event.id, newId()))).status).toBe(404);
});

it('asks everybody who saves marks who they are, and answers faults as problem documents', async () => {
  const { eventId, id } = { eventId: world.event.id, id: world.forms[0]?.id ?? '' };
  const save = async (headers: Record<string, string>, body: object) => {
    const reply = await app.api.inject({
      method: 'PUT',
      url: `/api/v1/events/${eventId}/forms/${id}/marks`,
      headers,
      payload: body,
    });
    return {
      status: reply.statusCode,
      media: reply.headers['content-type'],
      ...reply.json<Record<string, unknown>>(),
    };
  };
  const body = {
    clientKey: newId(),
    revision: 0,
    values: [{ aspectId: world.aspects.measured.id, seat: 0, value: '1' }],
  };
  expect(await save({}, body)).toMatchObject({
    status: 401,
    media: 'application/problem+json; charset=utf-8',
  });
  const judge = await givenSignIn(app.source.manager, world.judges[0] as { accountId: string });
  expect(await save({ ...judge, origin: 'https://elsewhere.example' }, body)).toMatchObject({
    status: 403,
    code: 'identity.cross-site',
  });
  const floor = await givenSignIn(app.source.manager, world.floorJudge);
  expect(await save(floor, body)).toMatchObject({ status: 403 });
  expect(await save(judge, { ...body, values: [] })).toMatchObject({
    status: 400,
    code: 'judging.save-not-readable',
  });
  expect(await save(judge, body)).toMatchObject({ status: 200, revision: 1, saved: 1 });
  expect(await save(judge, body)).toMatchObject({ status: 200, revision: 1, saved: 1 });
});
