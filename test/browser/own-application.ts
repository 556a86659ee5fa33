import { type APIRequestContext, type APIResponse, expect, request, test } from '@playwright/test';
import { demoPassword } from './demo-person.js';

/** An application that a test gives itself: nothing that another test or the demonstration stands on. */
export interface OwnApplication {
  id: string;
  version: number;
  name: string;
  planYear: number;
  pageCode: string;
  occupations: { id: string; name: string }[];
}

export interface Occupation {
  code: string;
  name: string;
}

/** The plan year for which the demonstration holds its windows open (apps/cli/src/demo/class-status.ts). */
export const comingYear = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear() + 1;

/** A name that no other test and no earlier run has: what is looked for by it is found once. */
export const ownName = (words: string): string =>
  `${words}${Date.now().toString(36).slice(-6)}${Math.floor(Math.random() * 1296).toString(36)}`;

export const fitter: Occupation = { code: '6-20-01-01', name: '装配钳工' };
export const dyer: Occupation = { code: '6-04-06-01', name: '印染前处理工' };

/** Somebody of the demonstration who speaks HTTP beside the browser. */
export async function callerFor(login: string): Promise<APIRequestContext> {
  const { baseURL = '' } = test.info().project.use;
  const caller = await request.newContext({ baseURL, extraHTTPHeaders: { origin: baseURL } });
  await answered(await caller.post('/api/v1/session', { data: { login, password: demoPassword } }));
  return caller;
}

/**
 * Drafts an application of `login`'s organisation with everything the rules ask for, except that nothing is attached.
 * The authority is the ministry unless an area is given.
 */
export async function draft(
  caller: APIRequestContext,
  wish: {
    name: string;
    occupations?: readonly Occupation[];
    final?: { finalFrom: string; finalTo: string };
    class?: 'one' | 'two';
    area?: { level: string; divisionCode: string };
  },
): Promise<OwnApplication> {
  const area = wish.area ?? { level: 'nationalIndustry', divisionCode: '000000' };
  const drafted = await answered<OwnApplication>(
    await caller.post('/api/v1/applications', {
      data: {
        ...area,
        planYear: comingYear,
        class: wish.area ? null : (wish.class ?? 'two'),
        name: wish.name,
        edition: '第二届',
      },
    }),
  );
  const occupations = wish.occupations ?? [fitter];
  return answered<OwnApplication>(
    await caller.patch(`/api/v1/applications/${drafted.id}`, {
      headers: { 'if-match': `"${drafted.version}"` },
      data: {
        heldYear: comingYear,
        industryCode: 'C34',
        placeDivisionCode: '330100',
        ...(wish.final ?? someDays()),
        occupations: occupations.map((one) => ({
          edition: '2022',
          ...one,
          standardExists: true,
          standardTopLevel: 1,
        })),
        parties: [{ name: '杭州技师学院（演示）', kind: 'school', part: 'organiser' }],
        content: statement(wish.name, occupations),
      },
    }),
  );
}

/** Three days of spring or summer, seldom the same: the tests do not collide with each other. */
function someDays(): { finalFrom: string; finalTo: string } {
  const month = String(2 + Math.floor(Math.random() * 8)).padStart(2, '0');
  const day = 1 + Math.floor(Math.random() * 24);
  const on = (at: number) => `${comingYear}-${month}-${String(at).padStart(2, '0')}`;
  return { finalFrom: on(day), finalTo: on(day + 2) };
}

const statement = (name: string, occupations: readonly Occupation[]): object => ({
  purpose: '以赛促学、以赛促训（测试数据）。',
  contact: { name: '石磊', phone: '010-12345678' },
  groups: [{ code: 'worker', name: '职工组' }],
  venue: { city: '杭州', address: '实训基地', facilities: '赛位 60 个。', safety: '安全预案已落实。' },
  experts: { count: 12 },
  judges: { count: 40 },
  funding: { totalYuan: 1_000_000, sources: [{ name: '主办单位自筹', amountYuan: 1_000_000 }] },
  scale: { delegations: 28, competitors: 300 },
  earlierEditions: [1, 3].map((back) => ({
    year: comingYear - back,
    name: `${comingYear - back}年${name}`,
    occupations: occupations.map((occupation) => occupation.name),
    competitors: 260,
  })),
  inspectionYears: [1, 2, 3].map((back) => comingYear - back),
  business: { covers: true },
});

/** Drafts, attaches the papers with the stamped form last, and submits. */
export async function submitted(login: string, wish: Parameters<typeof draft>[1]): Promise<OwnApplication> {
  const caller = await callerFor(login);
  const drafted = await draft(caller, wish);
  await attach(caller, drafted, { kind: 'request' });
  await attachPapers(caller, drafted);
  const { pageCode } = await answered<OwnApplication>(await caller.get(`/api/v1/applications/${drafted.id}`));
  const complete = await attach(caller, drafted, { kind: 'stampedForm', pageCode });
  const sent = await step(caller, complete, 'submission');
  await caller.dispose();
  return sent;
}

/** Attaches what the rules ask for besides the request 请示 and the stamped form: report and standards. */
export async function attachPapers(caller: APIRequestContext, drafted: OwnApplication): Promise<void> {
  await attach(caller, drafted, { kind: 'feasibility' });
  for (const { id } of drafted.occupations)
    await attach(caller, drafted, { kind: 'standard', occupationId: id });
}

const attach = async (
  caller: APIRequestContext,
  { id }: OwnApplication,
  fields: Record<string, string>,
): Promise<OwnApplication> =>
  answered<OwnApplication>(
    await caller.post(`/api/v1/applications/${id}/documents`, {
      multipart: {
        ...fields,
        file: { name: '盖章件.pdf', mimeType: 'application/pdf', buffer: onePagePdf() },
      },
    }),
  );

/** Puts a step on an application, such as `acceptance` or `review`, as the caller. */
export async function step(
  caller: APIRequestContext,
  { id, version }: OwnApplication,
  noun: string,
  data: object = {},
): Promise<OwnApplication> {
  const answer = await caller.put(`/api/v1/applications/${id}/${noun}`, {
    headers: { 'if-match': `"${version}"` },
    data,
  });
  return answered<OwnApplication>(answer);
}

/** A step by somebody who is signed in for it alone. */
export async function stepBy(
  login: string,
  application: OwnApplication,
  noun: string,
  data: object = {},
): Promise<OwnApplication> {
  const caller = await callerFor(login);
  const after = await step(caller, application, noun, data);
  await caller.dispose();
  return after;
}

async function answered<T>(answer: APIResponse): Promise<T> {
  expect(answer.ok(), `${answer.url()} → ${answer.status()} ${await answer.text()}`).toBe(true);
  return (await answer.json().catch(() => undefined)) as T;
}

/** A true PDF of one empty page. */
export function onePagePdf(): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>',
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj${object}endobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = text.length;
  text += `xref\n0 4\n0000000000 65535 f \n${places.join('')}trailer<</Size 4/Root 1 0 R>>\n`;
  return Buffer.from(`${text}startxref\n${table}\n%%EOF\n`, 'latin1');
}
