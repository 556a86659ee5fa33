import { Agent } from 'node:http';
import { Audit, systemActor } from '@luban/audit';
import { loadShippedCatalogues } from '@luban/catalogue';
import { AccountService, PasswordHasher } from '@luban/identity';
import { Clock } from '@luban/platform';
import { ensureShippedPacks } from '@luban/rules';
import { apply, scanOf } from '../../apps/cli/src/demo/class-status-application.js';
import { type ClassStatusPeople, classStatusPeople } from '../../apps/cli/src/demo/class-status-people.js';
import { CallLog, Person } from '../../apps/cli/src/rehearse/http-client.js';
import { firstSignIn, refused } from '../../apps/cli/src/rehearse/people.js';
import { testApp } from '../support/test-app.js';
import { until } from '../support/until.js';

// One plan year over HTTP, by everyone who has a part in it: window, application, acceptance, review, plan, event,
// correction, what is owed afterwards, and the year at a glance.

const app = testApp({ listen: true });
const agent = new Agent({ keepAlive: true, maxSockets: 8 });
const planYear = new Date().getUTCFullYear() + 1;
const country = 'nationalIndustry/000000';
let people: ClassStatusPeople;
let visitor: Person;

interface Reviewed {
  id: string;
  state: string;
  version: number;
}
interface PlanVersion {
  number: number;
  version: number;
  publishedAt: string | null;
}
interface EventRow {
  id: string;
  name: string;
  class: string | null;
  stage: string;
}

const wish = (name: string, kind: 'one' | 'two', from: string) => ({
  planYear,
  class: kind,
  name,
  edition: '第三届',
  industryCode: 'C34',
  place: { code: '510600', city: '德阳' },
  finalFrom: `${planYear}-${from}`,
  finalTo: `${planYear}-${from}`,
  occupations: [
    { edition: '2022', code: '6-18-02-04', name: '焊工', detail: '焊接机器人应用' },
    { edition: '2022', code: '6-31-01-03', name: '电工' },
  ],
});

/** Accepted by the centre, reviewed by the ministry, granted. */
async function grant(application: Reviewed): Promise<Reviewed> {
  const path = `/applications/${application.id}`;
  const decision = { outcome: 'granted', reason: '符合申报条件', article: '申报通知 二' };
  await people.person('acceptor').put(`${path}/acceptance`, {}, application.version);
  await people.person('reviewer').put(`${path}/review`, {}, application.version + 1);
  await people.person('reviewer').put(`${path}/decision`, decision, application.version + 2);
  return people.person('reviewer').get<Reviewed>(path);
}

async function publish(kind: 'plan' | 'correction', documentNumber: string): Promise<PlanVersion> {
  const reviewer = people.person('reviewer');
  const path = `/plans/${country}/${planYear}/versions`;
  const begun = await reviewer.post<PlanVersion>(path, { kind, correctionNote: '据撤销决定更正' });
  const version = `${path}/${begun.number}`;
  const facts = { documentNumber, signer: '签发人', signedOn: new Date().toISOString().slice(0, 10) };
  const edited = await reviewer.call<PlanVersion>('PATCH', version, { body: facts, ifMatch: begun.version });
  await refused('approvals.plan-not-publishable', () =>
    reviewer.put(`${version}/publication`, {}, edited.version),
  );
  const scanned = await reviewer.call<PlanVersion>('PUT', `${version}/scan`, {
    form: { file: await scanOf('盖章件') },
    ifMatch: edited.version,
  });
  return reviewer.put<PlanVersion>(`${version}/publication`, {}, scanned.version);
}

describe('a plan year, from the window to the correction', () => {
  let granted: Reviewed;
  let alone: Reviewed;
  let event: EventRow;

  beforeAll(async () => {
    await loadShippedCatalogues(app.source);
    await ensureShippedPacks(app.source);
    const clock = new Clock();
    const accounts = new AccountService(app.source, clock, new PasswordHasher(), new Audit(clock));
    const [made] = await accounts.create(systemActor, [
      { displayName: '管理员', roles: [{ role: 'administrator' }] },
    ]);
    if (!made) throw new Error('no administrator');
    const newPerson = (name: string) => new Person(new URL(app.address), agent, new CallLog(), name);
    const admin = await firstSignIn(newPerson('管理员'), made);
    people = await classStatusPeople(admin, newPerson);
    visitor = newPerson('访客');
  }, 60_000);
  afterAll(() => agent.destroy());

  it('receives nothing before the ministry opens the window, and only the ministry opens it', async () => {
    await refused('approvals.no-window', () =>
      apply(people.person('applicant'), wish('全国焊接技能大赛', 'one', '09-10')),
    );
    const times = {
      opensAt: new Date(Date.now() - 60_000).toISOString(),
      closesAt: new Date(Date.now() + 3_600_000).toISOString(),
    };
    const path = `/application-windows/${country}/${planYear}`;
    await refused('identity.role-may-not', () => people.person('applicant').put(path, times));
    await expect(people.person('bureau').put(path, times)).rejects.toThrow(/40[34]/);
    await people.person('reviewer').put(path, times);
  });

  it('takes an application through acceptance and review by two people, and tells the applicant', async () => {
    const submitted = await apply(people.person('applicant'), wish('全国焊接职业技能大赛', 'one', '09-10'));
    expect(submitted.state).toBe('submitted');
    await refused('approvals.role-may-not', () =>
      people.person('reviewer').put(`/applications/${submitted.id}/acceptance`, {}, submitted.version),
    ).catch((error: Error) => expect(error.message).toMatch(/403/));
    granted = await grant(submitted);
    expect(granted.state).toBe('granted');
    alone = await grant(
      await apply(people.person('applicant2'), wish('全国钢铁电工职业技能竞赛', 'two', '06-10')),
    );
    const { items } = await people.person('applicant').get<{ items: { href: string }[] }>('/notices');
    expect(items.some(({ href }) => href.includes(granted.id))).toBe(true);
  });

  it('shows an application to nobody who has no part in it', async () => {
    const path = `/applications/${granted.id}`;
    await expect(people.person('applicant2').get(path)).rejects.toThrow(/404/);
    await expect(people.person('city').get(path)).rejects.toThrow(/404/);
    await expect(visitor.get(path)).rejects.toThrow(/401/);
  });

  it('publishes the plan once number, signer, date and stamped scan are there, for everybody to read', async () => {
    await expect(visitor.get(`/public/plans/${country}/${planYear}`)).rejects.toThrow(/404/);
    const version = await publish('plan', '人社部函〔2026〕42号');
    expect(version.publishedAt).not.toBeNull();
    const page = JSON.stringify(await visitor.get(`/public/plans/${country}/${planYear}`));
    expect(page).toContain(`${planYear}年全国行业职业技能竞赛——第三届全国焊接职业技能大赛`);
    await refused('approvals.decision-published', () =>
      people.person('reviewer').delete(`/applications/${granted.id}/decision`, undefined, granted.version),
    );
  });

  it('makes an event of what was granted, and keeps it within the grant', async () => {
    event = await until('the event of the grant', async () => {
      const { items } = await people.person('applicant').get<{ items: EventRow[] }>('/events?limit=50');
      return items.find(({ name }) => name.includes('焊接职业技能大赛'));
    });
    expect(event.class).toBe('one');
    const host = people.person('applicant');
    const { items: skills } = await host.get<{ items: { name: string }[] }>(`/events/${event.id}/skills`);
    expect(skills).toHaveLength(2);
    await refused('approvals.beyond-the-grant', () =>
      host.post(`/events/${event.id}/skills`, {
        code: 'CG',
        name: '车工',
        occupationCode: '6-18-01-01',
      }),
    );
  });

  it('asks for a correction when class status is revoked afterwards, and shows it to everybody', async () => {
    await people
      .person('reviewer2')
      .put(
        `/applications/${alone.id}/revocation`,
        { reason: '办赛条件不再具备', article: '申报通知 二' },
        alone.version,
      );
    await publish('correction', '人社部函〔2026〕99号');
    const page = await visitor.get<{ items: { officialName: string }[] }>(
      `/public/plans/${country}/${planYear}`,
    );
    expect(JSON.stringify(page)).toContain('人社部函〔2026〕99号');
  });

  it('owes its papers afterwards, and shows the year to the ministry', async () => {
    const { items } = await people
      .person('applicant')
      .get<{ items: { kind: string; applicationId: string }[] }>('/obligations');
    const own = items.filter(({ applicationId }) => applicationId === granted.id).map(({ kind }) => kind);
    expect(own.filter((kind) => kind === 'technicalAnalysis')).toHaveLength(2);
    expect(own).toEqual(expect.arrayContaining(['summary', 'baseTable', 'nominations']));
    const year = await people.person('reviewer').get(`/insight/year?year=${planYear}`);
    expect(JSON.stringify(year)).toContain('焊工');
    await expect(people.person('applicant').get(`/insight/year?year=${planYear}`)).rejects.toThrow(/403/);
  });

  it('lets a city decide what is the city’s, and a school file without review', async () => {
    const place = { level: 'municipal', divisionCode: '330100' };
    await people.person('city').put(`/application-windows/municipal/330100/${planYear}`, {
      opensAt: new Date(Date.now() - 60_000).toISOString(),
      closesAt: new Date(Date.now() + 3_600_000).toISOString(),
    });
    const submitted = await apply(people.person('works'), {
      ...wish('杭州市焊工技能竞赛', 'two', '05-10'),
      class: null,
      area: place,
    });
    await expect(
      people.person('bureau-acceptor').put(`/applications/${submitted.id}/acceptance`, {}, submitted.version),
    ).rejects.toThrow(/403/);
    await people
      .person('city-acceptor')
      .put(`/applications/${submitted.id}/acceptance`, {}, submitted.version);
    await expect(people.person('bureau').get(`/applications/${submitted.id}`)).resolves.toMatchObject({
      state: 'accepted',
    });
    const filed = await people.person('school').post<{ number: string }>('/filings', {
      name: '西湖技师学院技能节',
      organisationId: people.organisationId('school'),
      place: '实训楼',
      competitors: 80,
      contact: '苏梅 0571-12345678',
      startsOn: `${planYear}-05-20`,
      endsOn: `${planYear}-05-21`,
      occupations: [{ name: '焊工', edition: '2022', code: '6-18-02-04' }],
    });
    expect(filed.number).toContain('330106');
  });
});
