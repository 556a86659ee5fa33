import {
  amendedClassStatus,
  ApplicationOccupation,
  assertNotPublished,
  ClassApplication,
  ClassStatus,
  endedClassStatus,
  markApplicationsAsDemo,
  PlanOpening,
} from '@luban/approvals';
import { newId, StandingClock } from '@luban/platform';
import JSZip from 'jszip';
import { readWorkbook, textOf as textOfCell } from '@luban/workbooks';
import { givenApplicant, givenAuthority, givenOrganisation } from '../support/world-approvals.js';
import { givenGrantedContest } from '../support/world-plans.js';
import { givenSignIn } from '../support/world.js';
import { pdfWith } from '../support/hostile-files.js';
import { testApp } from '../support/test-app.js';
import { until } from '../support/until.js';

const clock = new StandingClock(new Date('2026-11-22T02:00:00Z'));
const app = testApp({ clock });

type Body = Record<string, unknown> & { code?: string; items?: unknown; lines?: unknown };
type Headers = Record<string, string>;

async function call(
  method: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  headers: Headers,
  payload?: object | Buffer,
) {
  const reply = await app.api.inject({ method, url: `/api/v1${path}`, headers, payload });
  return {
    status: reply.statusCode,
    body: (reply.headers['content-type']?.toString().includes('json') ? reply.json() : {}) as Body,
    bytes: reply.rawPayload,
    headers: reply.headers,
  };
}

const scan = pdfWith();
const form = (name: string, bytes: Buffer) => formOf(name, bytes, {});
const formOf = (name: string, bytes: Buffer, fields: Record<string, string>) => {
  const boundary = 'x-boundary-of-the-test';
  const payload = Buffer.concat([
    ...Object.entries(fields).map(([field, value]) =>
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`),
    ),
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/pdf\r\n\r\n`,
    ),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return { payload, type: { 'content-type': `multipart/form-data; boundary=${boundary}` } };
};

/** A ministry with its people signed in, and an association that applies. Each world has a plan year of its own. */
let yearNow = 2027;
async function world() {
  const tx = app.source.manager;
  const planYear = yearNow++;
  const authority = await givenAuthority(tx);
  const applicant = await givenApplicant(tx);
  const reviewer = await givenSignIn(tx, authority.reviewer);
  const host = await givenSignIn(tx, applicant.host);
  const plan = `/plans/nationalIndustry/000000/${planYear}`;
  const contest = (name: string, given: Partial<Parameters<typeof givenGrantedContest>[1]> = {}) =>
    givenGrantedContest(tx, { lead: applicant.organisation, name, planYear, ...given });
  const documentNumber = `人社部函〔2026〕${planYear - 2000}号`;
  return { tx, planYear, authority, applicant, reviewer, host, plan, contest, documentNumber };
}

const at = (version: unknown): Headers => ({ 'if-match': `"${String(version)}"` });

/** Drafts the next version with all four facts and publishes it. */
async function published(
  here: Awaited<ReturnType<typeof world>>,
  wish: object = { kind: 'plan' },
  documentNumber = here.documentNumber,
) {
  const { reviewer, plan } = here;
  const begun = await call('POST', `${plan}/versions`, reviewer, wish);
  expect(begun.status).toBe(201);
  const version = `${plan}/versions/${String(begun.body.number)}`;
  const edited = await call(
    'PATCH',
    version,
    { ...reviewer, ...at(begun.body.version) },
    {
      documentNumber,
      signer: '王晓君',
      signedOn: '2026-11-20',
    },
  );
  const { payload, type } = form('盖章.pdf', scan);
  const scanned = await call(
    'PUT',
    `${version}/scan`,
    { ...reviewer, ...type, ...at(edited.body.version) },
    payload,
  );
  expect(scanned.status).toBe(200);
  const done = await call('PUT', `${version}/publication`, { ...reviewer, ...at(scanned.body.version) });
  expect(done.status).toBe(200);
  return { version, publication: done.body };
}

const eventOf = (applicationId: string) =>
  until('the event of a granted contest', async () => {
    const status = await app.source.manager.findOneByOrFail(ClassStatus, { applicationId });
    return status.eventId;
  });

describe('targets', () => {
  it('are shown against what was granted, and exceeding one is said, not refused', async () => {
    const here = await world();
    await here.contest('全国焊接技能竞赛');
    await here.contest('全国钳工技能竞赛', { occupations: [{ name: '装配钳工', code: '6-20-01-01' }] });
    const set = await call(
      'PATCH',
      here.plan,
      { ...here.reviewer, ...at(0) },
      {
        targetOne: 10,
        targetTwo: 1,
        targetSource: '人社职司便函〔2021〕1号',
      },
    );
    expect(set.status).toBe(200);
    const counts = set.body.counts as unknown as {
      class: string;
      granted: number;
      words: { zh: string; en: string };
    }[];
    expect(counts.map(({ class: of, granted }) => [of, granted])).toEqual([
      ['one', 0],
      ['two', 2],
    ]);
    expect(counts[1]?.words.zh).toBe('已同意 2 项，比目标（约 1 项）多 1 项；目标为约数，不妨碍公布');
    await published(here);
  });

  it('are set by whoever prepares the plan, on the version he saw', async () => {
    const here = await world();
    const accepting = await givenSignIn(here.tx, here.authority.acceptor);
    expect((await call('PATCH', here.plan, { ...accepting, ...at(0) }, { targetOne: 1 })).status).toBe(403);
    expect((await call('PATCH', here.plan, here.reviewer, { targetOne: 1 })).status).toBe(428);
    expect((await call('PATCH', here.plan, { ...here.reviewer, ...at(0) }, { targetOne: 1 })).status).toBe(
      200,
    );
    expect((await call('PATCH', here.plan, { ...here.reviewer, ...at(0) }, { targetOne: 2 })).status).toBe(
      412,
    );
  });
});

describe('the list', () => {
  it('holds class one before class two, in the order that was chosen, under official names', async () => {
    const here = await world();
    const a = await here.contest('全国甲技能竞赛', { grantedAt: new Date('2026-11-01T00:00:00Z') });
    const b = await here.contest('全国乙技能竞赛', { grantedAt: new Date('2026-11-02T00:00:00Z') });
    const c = await here.contest('全国丙技能大赛', { class: 'one' });
    const lines = (await call('GET', here.plan, here.reviewer)).body.lines as unknown as {
      applicationId: string;
      officialName: string;
    }[];
    expect(lines.map(({ applicationId }) => applicationId)).toEqual([c.id, a.id, b.id]);
    expect(lines[1]?.officialName).toBe(`${here.planYear}年全国行业职业技能竞赛——第十届全国甲技能竞赛`);
    const wrong = await call(
      'PUT',
      `${here.plan}/order`,
      { ...here.reviewer, ...at(0) },
      { applicationIds: [a.id] },
    );
    expect([wrong.status, wrong.body.code]).toEqual([409, 'approvals.order-incomplete']);
    const ordered = await call(
      'PUT',
      `${here.plan}/order`,
      { ...here.reviewer, ...at(0) },
      {
        applicationIds: [b.id, a.id, c.id],
      },
    );
    expect(
      (ordered.body.lines as unknown as { applicationId: string; number: number }[]).map((x) => [
        x.applicationId,
        x.number,
      ]),
    ).toEqual([
      [c.id, 1],
      [b.id, 1],
      [a.id, 2],
    ]);
  });

  it('takes another official name only with a reason, and gives the name by the rule back', async () => {
    const here = await world();
    const { id } = await here.contest('全国甲技能竞赛');
    const path = `${here.plan}/items/${id}/official-name`;
    expect(
      (await call('PUT', path, { ...here.reviewer, ...at(0) }, { officialName: '新名称大赛' })).status,
    ).toBe(400);
    const named = await call(
      'PUT',
      path,
      { ...here.reviewer, ...at(0) },
      {
        officialName: '2027年全国行业职业技能竞赛——全国甲行业技能竞赛',
        reason: '批复时确定的名称',
      },
    );
    expect(named.body.lines).toMatchObject([{ nameReason: '批复时确定的名称' }]);
    const back = await call('DELETE', path, { ...here.reviewer, ...at(1) });
    expect(back.body.lines).toMatchObject([
      { nameReason: null, officialName: `${here.planYear}年全国行业职业技能竞赛——第十届全国甲技能竞赛` },
    ]);
  });
});

describe('publication', () => {
  it('needs all four facts of the document and names those that are missing', async () => {
    const here = await world();
    await here.contest('全国甲技能竞赛');
    const begun = await call('POST', `${here.plan}/versions`, here.reviewer, { kind: 'plan' });
    const version = `${here.plan}/versions/1`;
    const refused = await call('PUT', `${version}/publication`, {
      ...here.reviewer,
      ...at(begun.body.version),
    });
    expect([refused.status, refused.body.code]).toEqual([409, 'approvals.plan-not-publishable']);
    expect(refused.body.missing).toEqual([
      'approvals.plan-number-missing',
      'approvals.plan-signer-missing',
      'approvals.plan-date-missing',
      'approvals.plan-scan-missing',
    ]);
    expect(JSON.stringify(refused.body)).toContain('发文字号、签发人、成文日期、盖章扫描件');
    const three = await call(
      'PATCH',
      version,
      { ...here.reviewer, ...at(1) },
      {
        documentNumber: '人社部函[2026]042号',
        signer: '王晓君',
        signedOn: '2026-11-20',
      },
    );
    expect(three.body.documentNumber).toBe('人社部函〔2026〕42号');
    const still = await call('PUT', `${version}/publication`, { ...here.reviewer, ...at(2) });
    expect(still.body.missing).toEqual(['approvals.plan-scan-missing']);
  });

  it('refuses a document number, a date or a scan that cannot be', async () => {
    const here = await world();
    await call('POST', `${here.plan}/versions`, here.reviewer, { kind: 'plan' });
    const version = `${here.plan}/versions/1`;
    const edit = (changes: object) => call('PATCH', version, { ...here.reviewer, ...at(1) }, changes);
    for (const [changes, code] of [
      [{ documentNumber: '四十二号' }, 'approvals.document-number-form'],
      [{ signedOn: '2026-12-01' }, 'approvals.signed-on-future'],
      [{ signedOn: '1999-12-31' }, 'approvals.signed-on-too-early'],
      [{ signedOn: '2026-02-30' }, 'approvals.no-such-day'],
    ] as const) {
      const reply = await edit(changes);
      expect([reply.status, reply.body.code]).toEqual([400, code]);
      expect(reply.body.errors).toMatchObject([{ path: Object.keys(changes)[0] }]);
    }
    const { payload, type } = form('盖章.pdf', Buffer.from('MZ this is a program'));
    const faked = await call('PUT', `${version}/scan`, { ...here.reviewer, ...type, ...at(1) }, payload);
    expect([faked.status, faked.body.code]).toEqual([400, 'approvals.document-mismatch']);
  });

  it('happens once when two publish at the same moment', async () => {
    const here = await world();
    const { id } = await here.contest('全国甲技能竞赛');
    const begun = await call('POST', `${here.plan}/versions`, here.reviewer, { kind: 'plan' });
    const version = `${here.plan}/versions/1`;
    const facts = { documentNumber: here.documentNumber, signer: '王晓君', signedOn: '2026-11-20' };
    await call('PATCH', version, { ...here.reviewer, ...at(begun.body.version) }, facts);
    const { payload, type } = form('盖章.pdf', scan);
    await call('PUT', `${version}/scan`, { ...here.reviewer, ...type, ...at(2) }, payload);
    const replies = await Promise.all(
      [1, 2, 3].map(() => call('PUT', `${version}/publication`, { ...here.reviewer, ...at(3) })),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const items: unknown[] = await here.tx.query(`SELECT 1 FROM plan_item WHERE application_id = $1`, [id]);
    expect(items).toHaveLength(1);
  });

  it('freezes what was published: the decision is then no longer undone', async () => {
    const here = await world();
    const { id } = await here.contest('全国甲技能竞赛');
    await here.tx.transaction((tx) => assertNotPublished(tx, id));
    await published(here);
    await expect(here.tx.transaction((tx) => assertNotPublished(tx, id))).rejects.toMatchObject({
      code: 'approvals.decision-published',
    });
    const changed = await call(
      'PATCH',
      `${here.plan}/versions/1`,
      { ...here.reviewer, ...at(4) },
      { signer: '他人' },
    );
    expect([changed.status, changed.body.code]).toEqual([409, 'approvals.plan-version-published']);
  });

  it('is for the authority of that level and area; others below and beside see nothing of it', async () => {
    const here = await world();
    const bureau = await givenAuthority(here.tx, { level: 'provincial', divisionCode: '320000' });
    const elsewhere = await givenSignIn(here.tx, bureau.reviewer);
    expect((await call('GET', here.plan, elsewhere)).status).toBe(404);
    expect((await call('POST', `${here.plan}/versions`, elsewhere, { kind: 'plan' })).status).toBe(404);
    const own = `/plans/provincial/320000/${here.planYear}`;
    expect((await call('POST', `${own}/versions`, here.reviewer, { kind: 'plan' })).status).toBe(403);
    expect((await call('POST', `${own}/versions`, elsewhere, { kind: 'plan' })).status).toBe(201);
    expect((await call('GET', own, here.reviewer)).body.mayEdit).toBe(false);
    expect((await call('GET', here.plan, here.host)).status).toBe(403);
  });
});

describe('the stamped scan', () => {
  /** A draft with all four facts, as it would be published. */
  async function stamped() {
    const here = await world();
    const a = await here.contest('全国甲技能竞赛', { grantedAt: new Date('2026-11-01T00:00:00Z') });
    const b = await here.contest('全国乙技能竞赛', { grantedAt: new Date('2026-11-02T00:00:00Z') });
    await call('POST', `${here.plan}/versions`, here.reviewer, { kind: 'plan' });
    const version = `${here.plan}/versions/1`;
    const facts = { documentNumber: here.documentNumber, signer: '王晓君', signedOn: '2026-11-20' };
    await call('PATCH', version, { ...here.reviewer, ...at(1) }, facts);
    const read = async () => (await call('GET', version, here.reviewer)).body;
    const attach = async (code?: string) => {
      const { payload, type } = formOf('盖章.pdf', scan, code === undefined ? {} : { checkCode: code });
      const now = (await read()).version;
      return call('PUT', `${version}/scan`, { ...here.reviewer, ...type, ...at(now) }, payload);
    };
    expect((await attach()).status).toBe(200);
    const publish = async () =>
      call('PUT', `${version}/publication`, { ...here.reviewer, ...at((await read()).version) });
    return { ...here, a, b, version, read, attach, publish };
  }
  type Stamped = Awaited<ReturnType<typeof stamped>>;
  const edit = async (here: Stamped, changes: object) =>
    call('PATCH', here.version, { ...here.reviewer, ...at((await here.read()).version) }, changes);
  const changes: [string, (here: Stamped) => Promise<unknown>][] = [
    ['title', (here) => edit(here, { title: '关于印发竞赛计划的通知（修改）' })],
    ['addressees', (here) => edit(here, { addressees: '各有关单位' })],
    [
      'document number',
      (here) => edit(here, { documentNumber: `人社部函〔2026〕${here.planYear + 3000}号` }),
    ],
    ['signer', (here) => edit(here, { signer: '李四' })],
    ['date', (here) => edit(here, { signedOn: '2026-11-21' })],
    ['a further grant', (here) => here.contest('全国丙技能竞赛')],
    [
      'a revocation',
      (here) => here.tx.transaction((tx) => endedClassStatus(tx, here.b.id, '撤回', clock.now())),
    ],
    [
      'the order',
      (here) =>
        call(
          'PUT',
          `${here.plan}/order`,
          { ...here.reviewer, ...at(0) },
          { applicationIds: [here.b.id, here.a.id] },
        ),
    ],
    [
      'an official name',
      (here) =>
        call(
          'PUT',
          `${here.plan}/items/${here.a.id}/official-name`,
          { ...here.reviewer, ...at(0) },
          { officialName: '全国甲行业技能竞赛', reason: '批复确定' },
        ),
    ],
  ];

  it.each(changes)('no longer counts after a change of %s, until it is attached anew', async (_, change) => {
    const here = await stamped();
    const before = await here.read();
    expect(before).toMatchObject({ ready: true, scanCode: before.checkCode });
    await change(here);
    const after = await here.read();
    expect(after.checkCode).not.toBe(before.checkCode);
    expect(after).toMatchObject({ ready: false, scanCode: before.checkCode });
    expect(after.findings).toContainEqual(
      expect.objectContaining({ code: 'approvals.plan-scan-outdated', severity: 'blocking' }),
    );
    const refused = await here.publish();
    expect([refused.status, refused.body.missing]).toEqual([409, ['approvals.plan-scan-outdated']]);
    const old = await here.attach(String(before.checkCode));
    expect([old.status, old.body.code]).toEqual([409, 'approvals.scan-of-another-list']);
    expect((await here.attach(String(after.checkCode).toLowerCase().replace('-', ' '))).status).toBe(200);
    expect((await here.publish()).status).toBe(200);
  });

  it('is of the code that stands on the copy to be stamped and on the list', async () => {
    const here = await stamped();
    const code = String((await here.read()).checkCode);
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    const xml = async (query: string) => {
      const { bytes } = await call('GET', `${here.version}/notice.docx${query}`, here.reviewer);
      return (await (await JSZip.loadAsync(bytes)).file('word/document.xml')?.async('string')) ?? '';
    };
    expect(await xml('?copy=seal')).toContain(code);
    expect(await xml('')).not.toContain(code);
    const { bytes } = await call('GET', `${here.version}/list.xlsx`, here.reviewer);
    const cells = (await readWorkbook(bytes)).sheets.flatMap(({ rows }) =>
      rows.flatMap((row) => [...row.cells.values()].map(textOfCell)),
    );
    expect(cells).toContain(`核对码 ${code}`);
    expect((await here.publish()).body).toMatchObject({ checkCode: code, scanCode: code });
    expect(await xml('')).toContain(code);
  });
});

describe('document number and date', () => {
  it('one number is one document of an authority, also across years', async () => {
    const here = await world();
    await here.contest('全国甲技能竞赛');
    await published(here);
    await here.contest('全国乙技能竞赛');
    const other = await world();
    await other.contest('全国丙技能竞赛');
    for (const [plan, kind] of [
      [here.plan, 'supplement'],
      [other.plan, 'plan'],
    ] as const) {
      const begun = await call('POST', `${plan}/versions`, here.reviewer, { kind });
      const version = `${plan}/versions/${String(begun.body.number)}`;
      const facts = { documentNumber: here.documentNumber, signer: '王晓君', signedOn: '2026-11-20' };
      await call('PATCH', version, { ...here.reviewer, ...at(1) }, facts);
      const { payload, type } = form('盖章.pdf', scan);
      await call('PUT', `${version}/scan`, { ...here.reviewer, ...type, ...at(2) }, payload);
      const refused = await call('PUT', `${version}/publication`, { ...here.reviewer, ...at(3) });
      expect([refused.status, refused.body.missing]).toEqual([409, ['approvals.plan-number-used']]);
    }
  });

  it('a version is not dated before the one it follows', async () => {
    const here = await world();
    await here.contest('全国甲技能竞赛');
    await published(here);
    await here.contest('全国乙技能竞赛');
    await call('POST', `${here.plan}/versions`, here.reviewer, { kind: 'supplement' });
    const dated = (version: number, signedOn: string) =>
      call('PATCH', `${here.plan}/versions/2`, { ...here.reviewer, ...at(version) }, { signedOn });
    const finding = expect.objectContaining({
      code: 'approvals.plan-date-before-last',
      severity: 'blocking',
    });
    expect((await dated(1, '2026-11-19')).body.findings).toContainEqual(finding);
    expect((await dated(2, '2026-11-20')).body.findings).not.toContainEqual(finding);
  });
});

describe('what becomes of a granted contest', () => {
  it('is an event with its class, parties and one skill for each occupation', async () => {
    const here = await world();
    const school = await givenOrganisation(here.tx, '苏州技师学院', 'school');
    const { id } = await here.contest('全国甲技能竞赛', {
      organiser: school,
      finalFrom: `${here.planYear + 1}-01-10`,
      finalTo: `${here.planYear + 1}-01-12`,
      occupations: [
        { name: '装配钳工', code: '6-20-01-01', detail: '单元装调' },
        { name: '焊工', code: '6-18-02-04' },
      ],
    });
    await published(here);
    const eventId = await eventOf(id);
    const event = (await call('GET', `/events/${eventId}`, here.host)).body;
    expect(event).toMatchObject({
      name: `${here.planYear}年全国行业职业技能竞赛——第十届全国甲技能竞赛`,
      level: 'nationalIndustry',
      class: 'two',
      edition: '第十届',
      heldYear: here.planYear + 1,
      startsOn: `${here.planYear + 1}-01-10`,
      endsOn: `${here.planYear + 1}-01-12`,
      stage: 'draft',
      parties: [
        { organisationId: here.applicant.organisation.id, part: 'host' },
        { organisationId: school.id, part: 'organiser' },
      ],
    });
    const skills = (await call('GET', `/events/${eventId}/skills`, here.host)).body.items;
    expect(skills).toMatchObject([
      { code: '01', name: '装配钳工（单元装调）', occupationCode: '6-20-01-01' },
      { code: '02', name: '焊工', occupationCode: '6-18-02-04' },
    ]);
    const statuses = await call('GET', `/class-statuses?eventId=${eventId}`, here.host);
    expect(statuses.body.items).toMatchObject([
      {
        applicationId: id,
        planYear: here.planYear,
        heldYear: here.planYear + 1,
        documentNumber: here.documentNumber,
      },
    ]);
  });

  it('keeps to what was granted: another occupation, name or edition is an amendment', async () => {
    const here = await world();
    const { id } = await here.contest('全国甲技能竞赛');
    await published(here);
    const eventId = await eventOf(id);
    const refusedSkill = await call('POST', `/events/${eventId}/skills`, here.host, {
      code: 'X',
      name: '焊工',
      occupationCode: '6-18-02-04',
    });
    expect([refusedSkill.status, refusedSkill.body.code]).toEqual([409, 'approvals.beyond-the-grant']);
    expect(refusedSkill.body.href).toBe(`/applications/${id}`);
    const nameless = await call('POST', `/events/${eventId}/skills`, here.host, { code: 'X', name: '焊工' });
    expect(nameless.body.code).toBe('approvals.beyond-the-grant');
    const again = await call('POST', `/events/${eventId}/skills`, here.host, {
      code: '02',
      name: '装配钳工（学生）',
      occupationCode: '6-20-01-01',
    });
    expect(again.status).toBe(201);
    const [skill] = (await call('GET', `/events/${eventId}/skills`, here.host)).body.items as unknown as {
      id: string;
      version: number;
    }[];
    const moved = await call(
      'PATCH',
      `/events/${eventId}/skills/${String(skill?.id)}`,
      { ...here.host, ...at(skill?.version) },
      {
        occupationCode: '6-18-02-04',
      },
    );
    expect(moved.body.code).toBe('approvals.beyond-the-grant');
    const { version } = (await call('GET', `/events/${eventId}`, here.host)).body;
    for (const changes of [{ name: '另一个名称' }, { edition: '第十一届' }, { level: 'provincial' }]) {
      const reply = await call('PATCH', `/events/${eventId}`, { ...here.host, ...at(version) }, changes);
      expect([reply.status, reply.body.code]).toEqual([409, 'approvals.beyond-the-grant']);
    }
    const dates = await call(
      'PATCH',
      `/events/${eventId}`,
      { ...here.host, ...at(version) },
      { endsOn: '2027-06-14' },
    );
    expect(dates.status).toBe(200);
  });

  it('gives its class to no clone: class status is of one plan year and edition', async () => {
    const here = await world();
    const { id } = await here.contest('全国甲技能竞赛');
    await published(here);
    const eventId = await eventOf(id);
    const clone = await call('POST', `/events/${eventId}/clones`, here.host, {
      name: '下一届',
      startsOn: '2028-06-10',
    });
    expect(clone.body.class).toBeNull();
    const free = await call('POST', `/events/${String(clone.body.id)}/skills`, here.host, {
      code: 'X',
      name: '焊工',
    });
    expect(free.status).toBe(201);
  });

  it('is told to its host, and stands in what waits for him', async () => {
    const here = await world();
    const { id } = await here.contest('全国甲技能竞赛');
    await published(here);
    const told: { code: string }[] = await here.tx.query(
      `SELECT code FROM notice WHERE account_id = $1 AND subject_id = $2`,
      [here.applicant.host.accountId, id],
    );
    expect(told).toEqual([{ code: 'approvals.notice-plan-published' }]);
  });
});

describe('supplements and corrections', () => {
  it('are new versions that say what they change; published numbers stay', async () => {
    const here = await world();
    const a = await here.contest('全国甲技能竞赛', { grantedAt: new Date('2026-11-01T00:00:00Z') });
    const b = await here.contest('全国乙技能竞赛', { grantedAt: new Date('2026-11-02T00:00:00Z') });
    await published(here);
    const early = await call('POST', `${here.plan}/versions`, here.reviewer, { kind: 'plan' });
    expect(early.body.code).toBe('approvals.plan-published-before');
    const c = await here.contest('全国丙技能竞赛');
    await published(here, { kind: 'supplement' }, `人社部函〔2026〕${here.planYear + 1000}号`);

    await here.tx.transaction((tx) => endedClassStatus(tx, a.id, '申办条件不再具备', clock.now()));
    await here.tx.update(ClassApplication, { id: a.id }, { state: 'revoked' });
    const plan = (await call('GET', here.plan, here.reviewer)).body;
    expect(plan.waiting).toEqual({ added: 0, removed: 1, corrected: 0 });
    const waits = (await call('GET', '/home', here.reviewer)).body.items as unknown as {
      code: string;
      params: object;
    }[];
    expect(waits).toContainEqual(
      expect.objectContaining({
        code: 'approvals.plan-correction-waits',
        params: { year: here.planYear, count: 1 },
      }),
    );
    const noNote = await call('POST', `${here.plan}/versions`, here.reviewer, { kind: 'correction' });
    expect(noNote.body.code).toBe('approvals.correction-note-needed');
    const { publication } = await published(
      here,
      { kind: 'correction', correctionNote: '取消全国甲技能竞赛。' },
      `人社部函〔2026〕${here.planYear + 2000}号`,
    );
    expect(
      (
        publication.items as unknown as {
          applicationId: string;
          number: number;
          change: string;
          note: string;
        }[]
      ).map(({ applicationId, number, change, note }) => [applicationId, number, change, note]),
    ).toEqual([
      [a.id, 1, 'removed', '申办条件不再具备'],
      [b.id, 2, 'kept', null],
      [c.id, 3, 'kept', null],
    ]);
    const event = (await call('GET', `/events/${await eventOf(a.id)}`, here.host)).body;
    expect(event.class).toBeNull();
    const stage = await call('GET', `/events/${await eventOf(a.id)}/stage`, here.host);
    expect(JSON.stringify(stage.body)).toContain('approvals.class-status-ended');
  });

  it('refuse a supplement that would quietly remove something', async () => {
    const here = await world();
    const a = await here.contest('全国甲技能竞赛');
    await here.contest('全国乙技能竞赛');
    await published(here);
    await here.tx.transaction((tx) => endedClassStatus(tx, a.id, '撤回', clock.now()));
    await here.contest('全国丙技能竞赛');
    const begun = await call('POST', `${here.plan}/versions`, here.reviewer, { kind: 'supplement' });
    expect(begun.body.findings).toContainEqual(
      expect.objectContaining({ code: 'approvals.supplement-corrects', severity: 'blocking' }),
    );
  });
});

describe('papers', () => {
  const textOf = async (bytes: Buffer, part = 'word/document.xml') =>
    (await (await JSZip.loadAsync(bytes)).file(part)?.async('string')) ?? '';

  it('are a notice in the layout of GB/T 9704 that says 拟稿 until it is published', async () => {
    const here = await world();
    await here.contest('全国甲技能竞赛');
    await call('POST', `${here.plan}/versions`, here.reviewer, { kind: 'plan' });
    const draft = await call('GET', `${here.plan}/versions/1/notice.docx`, here.reviewer);
    expect(draft.status).toBe(200);
    const xml = await textOf(draft.bytes);
    expect(xml).toContain('拟稿');
    expect(xml).toContain(`〔${here.planYear}〕　　号`);
    expect(xml).toContain('第十届全国甲技能竞赛');
    await call('DELETE', `${here.plan}/versions/1`, here.reviewer);
    await published(here);
    const issued = await call('GET', `${here.plan}/versions/1/notice.docx`, here.reviewer);
    const final = await textOf(issued.bytes);
    expect(final).not.toContain('拟稿');
    expect(final).toContain(here.documentNumber);
    expect(final).toContain('2026年11月20日');
  });

  it('are a copy to be stamped without the marks of a draft, once number, signer and date are recorded', async () => {
    const here = await world();
    await here.contest('全国甲技能竞赛');
    await call('POST', `${here.plan}/versions`, here.reviewer, { kind: 'plan' });
    const copy = `${here.plan}/versions/1/notice.docx?copy=seal`;
    const early = await call('GET', copy, here.reviewer);
    expect([early.status, early.body.code]).toEqual([409, 'approvals.plan-not-signed']);
    const facts = { documentNumber: here.documentNumber, signer: '王晓君', signedOn: '2026-11-20' };
    await call('PATCH', `${here.plan}/versions/1`, { ...here.reviewer, ...at(1) }, facts);
    const made = await call('GET', copy, here.reviewer);
    expect(await textOf(made.bytes)).not.toContain('拟稿');
    const draft = await call('GET', `${here.plan}/versions/1/notice.docx`, here.reviewer);
    expect(await textOf(draft.bytes)).toContain('拟稿');
  });

  it('are the numbered list as Excel', async () => {
    const here = await world();
    await here.contest('全国甲技能竞赛');
    await here.contest('=全国乙技能竞赛');
    await published(here);
    const { bytes } = await call('GET', `${here.plan}/versions/1/list.xlsx`, here.reviewer);
    const workbook = await readWorkbook(bytes);
    const cells = workbook.sheets.flatMap(({ rows }) =>
      rows.flatMap((row) => [...row.cells.values()].map(textOfCell)),
    );
    expect(cells).toContain('职业（工种）');
    expect(cells.some((cell) => cell.includes('全国甲技能竞赛'))).toBe(true);
  });

  it('are for everybody once published, without signing in', async () => {
    const here = await world();
    await here.contest('全国甲技能竞赛');
    const page = `/public${here.plan}`;
    expect((await call('GET', page, {})).status).toBe(404);
    await call('POST', `${here.plan}/versions`, here.reviewer, { kind: 'plan' });
    expect((await call('GET', page, {})).status).toBe(404);
    expect((await call('GET', `${page}/versions/1/list.xlsx`, {})).status).toBe(404);
    await call('DELETE', `${here.plan}/versions/1`, here.reviewer);
    await published(here);
    const seen = await call('GET', page, {});
    expect(seen.body).toMatchObject({
      title: `${here.planYear}年全国行业职业技能竞赛计划`,
      versions: [{ number: 1, documentNumber: here.documentNumber, signedOn: '2026-11-20' }],
      items: [{ number: 1, class: 'two', change: 'added' }],
    });
    expect(JSON.stringify(seen.body)).not.toMatch(/signer|王晓君|scan/);
    const again = await call('GET', page, { 'if-none-match': String(seen.headers.etag) });
    expect([again.status, again.bytes.length]).toEqual([304, 0]);
    const found = await call(
      'GET',
      `/public/plans?q=${encodeURIComponent('甲技能')}&planYear=${here.planYear}`,
      {},
    );
    expect(found.body.found).toHaveLength(1);
    expect((await call('GET', `${page}/versions/1/list.xlsx`, {})).status).toBe(200);
    expect((await call('GET', `${here.plan}/versions/1/scan`, {})).status).toBe(401);
  });
});

describe('an amendment that was granted', () => {
  it('widens what the event may hold, changes what is owed, and waits for a correction of the list', async () => {
    const here = await world();
    const { id } = await here.contest('全国甲技能竞赛');
    await published(here);
    const eventId = await eventOf(id);
    await here.tx.transaction(async (tx) => {
      const welder = { id: newId(), position: 1, edition: '2022', code: '6-18-02-04', name: '焊工' };
      await tx.insert(ApplicationOccupation, { applicationId: id, teamSize: 1, ...welder });
      await amendedClassStatus(tx, await tx.findOneByOrFail(ClassApplication, { id }));
    });
    const added = await call('POST', `/events/${eventId}/skills`, here.host, {
      code: '02',
      name: '焊工',
      occupationCode: '6-18-02-04',
    });
    expect(added.status).toBe(201);
    const owed = await call('GET', `/obligations?applicationId=${id}&kind=technicalAnalysis`, here.host);
    expect(owed.body.items).toHaveLength(2);
    expect((await call('GET', here.plan, here.reviewer)).body.waiting).toEqual({
      added: 0,
      removed: 0,
      corrected: 1,
    });
  });
});

describe('lower levels', () => {
  it('publish a plan without classes for their own area, seen by the province and no other city', async () => {
    const here = await world();
    const area = { level: 'municipal', divisionCode: '330100' } as const;
    const city = await givenSignIn(here.tx, (await givenAuthority(here.tx, area)).reviewer);
    const other = await givenAuthority(here.tx, { level: 'municipal', divisionCode: '330200' });
    const province = await givenAuthority(here.tx, { level: 'provincial', divisionCode: '330000' });
    const plan = `/plans/municipal/330100/${here.planYear}`;
    const { id } = await here.contest('杭州市焊接技能竞赛', { ...area, class: null });
    const { publication } = await published(
      { ...here, reviewer: city, plan },
      { kind: 'plan' },
      '杭人社发〔2026〕9号',
    );
    expect(publication.items).toMatchObject([{ applicationId: id, class: null, number: 1 }]);
    const event = (await call('GET', `/events/${await eventOf(id)}`, here.host)).body;
    expect(event).toMatchObject({ level: 'municipal', class: null, divisionCode: '330100' });
    expect((await call('GET', plan, await givenSignIn(here.tx, other.reviewer))).status).toBe(404);
    const above = await givenSignIn(here.tx, province.reviewer);
    expect((await call('GET', plan, above)).body.mayEdit).toBe(false);
    expect((await call('POST', `${plan}/versions`, above, { kind: 'supplement' })).status).toBe(403);
    const listed = (await call('GET', `/plans?planYear=${here.planYear}`, city)).body.items;
    expect(listed).toMatchObject([
      { level: 'municipal', divisionCode: '330100', publishedNumber: 1, mayEdit: true },
    ]);
  });
});

describe('what the demonstration applied for', () => {
  it('is marked, with the events opened before and after, and its plan says so; records of earlier years are not', async () => {
    const here = await world();
    const earlier = await here.contest('全国甲技能竞赛');
    await published(here);
    const opened = await eventOf(earlier.id);
    const page = `/public/plans/nationalIndustry/000000/${here.planYear}`;
    expect((await call('GET', page, {})).body.demo).toBe(false);
    const record = await here.contest('全国丙技能竞赛', { planYear: 2019 });
    await here.tx.update(ClassApplication, { id: record.id }, { historic: true });
    const later = await here.contest('全国乙技能竞赛');
    await here.tx.transaction((tx) => markApplicationsAsDemo(tx, [here.applicant.organisation.id]));
    await published(here, { kind: 'supplement' }, `人社部函〔2026〕${here.planYear + 1000}号`);
    for (const event of [opened, await eventOf(later.id)])
      expect((await call('GET', `/events/${event}`, here.host)).body).toMatchObject({ demo: true });
    expect((await call('GET', page, {})).body.demo).toBe(true);
    expect((await call('GET', here.plan, here.reviewer)).body.demo).toBe(true);
    const wanted = `planYear=${here.planYear}`;
    expect((await call('GET', `/plans?${wanted}`, here.reviewer)).body.items).toMatchObject([{ demo: true }]);
    const found = await call('GET', `/public/plans?${wanted}&q=${encodeURIComponent('乙技能')}`, {});
    expect(found.body).toMatchObject({ items: [{ demo: true }], found: [{ demo: true }] });
    expect(await here.tx.findOneByOrFail(ClassApplication, { id: record.id })).toMatchObject({ demo: false });
  });
});

it('opens nothing twice when the job runs again', async () => {
  const here = await world();
  const { id } = await here.contest('全国甲技能竞赛');
  await published(here);
  const eventId = await eventOf(id);
  const [{ versionId }] = (await here.tx.query(
    `SELECT plan_version_id AS "versionId" FROM class_status WHERE application_id = $1`,
    [id],
  )) as [{ versionId: string }];
  expect(await app.worker.get(PlanOpening).run(versionId, () => undefined)).toEqual({ opened: 0 });
  const events: unknown[] = await here.tx.query(`SELECT 1 FROM competition_event WHERE id = $1`, [eventId]);
  expect(events).toHaveLength(1);
});
