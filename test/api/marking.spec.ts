import { newId } from '@luban/platform';
import { testApp } from '../support/test-app.js';
import { givenSignIn } from '../support/world.js';
import { givenMarking, type GivenMarking } from '../support/world-marking.js';

const app = testApp({ worker: false });
let world: GivenMarking;
beforeEach(async () => {
  world = await app.source.transaction((tx) => givenMarking(tx));
});

type Who = 'chief' | 'recorder' | 'checker' | 'floorJudge' | 0 | 1 | 2;

/** A request as one of the people of the world; answers status and body. */
async function as(
  who: Who,
  method: 'GET' | 'PUT' | 'POST' | 'DELETE',
  path: string,
  payload?: object,
  headers = {},
) {
  const actor = typeof who === 'number' ? world.judges[who] : world[who];
  if (!actor) throw new Error(`there is no ${who}`);
  const signIn = await givenSignIn(app.source.manager, actor);
  const url = `/api/v1/events/${world.event.id}/${path}`;
  const reply = await app.api.inject({
    method,
    url,
    headers: { ...signIn, ...headers },
    ...(payload ? { payload } : {}),
  });
  return {
    status: reply.statusCode,
    body: reply.body ? JSON.parse(reply.body) : null,
    headers: reply.headers,
  };
}

const formId = (n = 0): string => world.forms[n]?.id ?? '';
const marks = (judged: string[], counted = '6') => [
  { aspectId: world.aspects.measured.id, seat: 0, value: '1' },
  { aspectId: world.aspects.counted.id, seat: 0, value: counted },
  ...judged.map((value, i) => ({ aspectId: world.aspects.judged.id, seat: i + 1, value })),
];
const save = (who: Who, values: object[], revision = 0, clientKey = newId(), n = 0) =>
  as(who, 'PUT', `forms/${formId(n)}/marks`, { clientKey, revision, values });

describe('marking over HTTP', () => {
  it('goes from the first value to the signed form: spread, re-scoring, handing in, signing, reopening', async () => {
    const first = await save(0, marks(['0', '2', '3']));
    expect(first).toMatchObject({
      status: 200,
      body: { revision: 1, saved: 5, spreads: [{ code: 'B2.3', spread: 3 }] },
    });
    const submit = (revision: number) =>
      as(1, 'PUT', `forms/${formId()}/submission`, undefined, { 'if-match': `"${revision}"` });
    expect(await submit(1)).toMatchObject({
      status: 409,
      body: { code: 'judging.spread-open', spreads: [{ code: 'B2.3' }] },
    });
    await save(0, [{ aspectId: world.aspects.judged.id, seat: 1, value: '2' }], 1);
    expect(await submit(1)).toMatchObject({ status: 412 });
    expect(await submit(2)).toMatchObject({
      status: 200,
      body: { state: 'submitted', subtotalHundredths: 406 },
    });
    const { body: form } = await as('chief', 'GET', `forms/${formId()}`);
    const sign = await as(
      'chief',
      'PUT',
      `forms/${formId()}/sign-off`,
      { versionCode: form.versionCode },
      { 'if-match': '"2"' },
    );
    expect(sign).toMatchObject({
      status: 200,
      body: { totalHundredths: 406, versionCode: form.versionCode },
    });
    expect(await save(0, marks(['2', '2', '2']), 2)).toMatchObject({
      status: 409,
      body: { code: 'judging.form-signed-off' },
    });
    expect(await as('chief', 'DELETE', `forms/${formId()}/sign-off`, { reason: '短' })).toMatchObject({
      status: 400,
    });
    expect(
      await as('chief', 'DELETE', `forms/${formId()}/sign-off`, { reason: '复核发现漏记一处' }),
    ).toMatchObject({ status: 204 });
    expect(await save(0, marks(['2', '2', '2'], '7'), 2)).toMatchObject({
      status: 200,
      body: { revision: 3 },
    });
  });

  it('answers a conflict with what stands there, in both languages, and a malformed save with each fault', async () => {
    await save(0, marks(['2', '2', '2']));
    const conflict = await save(1, [{ aspectId: world.aspects.counted.id, seat: 0, value: '3' }]);
    expect(conflict).toMatchObject({
      status: 409,
      body: {
        code: 'judging.form-changed',
        message: { zh: expect.stringContaining('其间'), en: expect.stringContaining('meanwhile') },
        current: expect.arrayContaining([expect.objectContaining({ value: '6', by: '张伟' })]),
      },
    });
    expect(await save(0, [{ aspectId: 'x', seat: 0, value: '1' }])).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'values.0.aspectId' }] },
    });
  });

  it('is closed to whoever is not of the skill, and to the chief judge’s pen', async () => {
    expect(await save('chief', marks(['2', '2', '2']))).toMatchObject({ status: 403 });
    expect(await as('floorJudge', 'GET', `forms/${formId()}`)).toMatchObject({ status: 403 });
    const other = await app.source.transaction((tx) => givenMarking(tx));
    const signIn = await givenSignIn(app.source.manager, other.judges[0] ?? { accountId: '' });
    const url = `/api/v1/events/${world.event.id}/forms/${formId()}`;
    expect((await app.api.inject({ method: 'GET', url, headers: signIn })).statusCode).toBe(404);
    expect((await app.api.inject({ method: 'GET', url })).statusCode).toBe(401);
  });

  it('prints a form as an Excel sheet, with marks or blank', async () => {
    await save(0, marks(['2', '3', '2']));
    const signIn = await givenSignIn(app.source.manager, world.judges[0] ?? { accountId: '' });
    for (const blank of [true, false]) {
      const url = `/api/v1/events/${world.event.id}/forms/${formId()}/sheet.xlsx?blank=${blank}`;
      const reply = await app.api.inject({ method: 'GET', url, headers: signIn });
      expect(reply.statusCode).toBe(200);
      expect(reply.rawPayload.subarray(0, 2).toString()).toBe('PK');
    }
  });

  it('takes paper from a recorder and a checker, and time and deductions from the floor', async () => {
    const values = marks(['2', '3', '2']);
    const entry = await as('recorder', 'POST', `forms/${formId(1)}/paper-entries`, { revision: 0, values });
    expect(entry).toMatchObject({ status: 201, body: { state: 'entered', isMine: true } });
    expect(await as('checker', 'PUT', `paper-entries/${entry.body.id}/check`, { values })).toMatchObject({
      status: 200,
      body: { state: 'checked' },
    });
    const placementIds = world.placementIds.slice(0, 1);
    const started = await as('floorJudge', 'POST', 'time-records', { placementIds, kind: 'start' });
    expect(started).toMatchObject({ status: 201, body: { items: [{ state: 'running' }] } });
    const recordId = started.body.items[0].records[0].id;
    expect(await as('floorJudge', 'PUT', `time-records/${recordId}/confirmations/floorJudge`)).toMatchObject({
      status: 204,
    });
    expect(await as('floorJudge', 'PUT', `time-records/${recordId}/confirmations/somebody`)).toMatchObject({
      status: 400,
    });
    const wish = { placementId: placementIds[0], hundredths: 100, reason: '未戴护目镜' };
    const { body: deduction } = await as('floorJudge', 'POST', 'deductions', wish);
    expect(await as('chief', 'PUT', `deductions/${deduction.id}/approval`)).toMatchObject({
      status: 200,
      body: { state: 'approved' },
    });
    expect(await as('chief', 'GET', `skills/${world.skill.id}/desk`)).toMatchObject({
      status: 200,
      body: { counts: { submitted: 1 } },
    });
  });

  it('says on each home what waits there', async () => {
    await save(0, marks(['0', '2', '3']));
    const home = async (who: Who) => {
      const actor = typeof who === 'number' ? world.judges[who] : world[who];
      const signIn = await givenSignIn(app.source.manager, actor ?? { accountId: '' });
      const reply = await app.api.inject({ method: 'GET', url: '/api/v1/home', headers: signIn });
      return JSON.parse(reply.body).items.map((item: { message: { zh: string } }) => item.message.zh);
    };
    expect(await home(1)).toEqual(expect.arrayContaining(['重新打分：1 张评分表有分差 · 焊接']));
    expect(await home('chief')).toEqual(expect.arrayContaining(['查看 1 处未解决的分差 · 焊接']));
    await as('recorder', 'POST', `forms/${formId(1)}/paper-entries`, {
      revision: 0,
      values: marks(['2', '3', '2']),
    });
    expect(await home('checker')).toEqual(['复核 1 张纸质评分表 · 焊接']);
  });
});
